// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cachecommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/base/json.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = CacheArguments::Action;

constexpr int PageSize = 200;
constexpr qint64 DaySeconds = 86'400;

} // namespace

CacheCommand::CacheCommand(Services &services, CacheArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

CacheCommand::~CacheCommand() = default;

void CacheCommand::start()
{
    if (m_arguments.action == Action::Mode)
        return mode();
    m_browser = m_services.cache().browser();
    if (m_browser == nullptr)
        return fail({Error::Kind::Storage,
                     u"the cache has no file: the data folder cannot be used; "
                     "`kagura-cli doctor` says why"_s});
    switch (m_arguments.action) {
    case Action::List:
        print(cachewriter::listHead(style()));
        return list(std::nullopt);
    case Action::Count:
        return count();
    case Action::Show:
        return show();
    case Action::Invalidate:
        return invalidate();
    case Action::Undo:
        return m_arguments.operation > 0 ? undo(m_arguments.operation) : undoLast();
    case Action::Operations:
        return operations();
    case Action::Erase:
        return erase();
    case Action::Note:
        return note();
    case Action::Stats:
        return stats();
    case Action::Pin:
    case Action::Unpin:
    case Action::Tag:
    case Action::Untag:
    case Action::Expire:
        return edit();
    case Action::Mode:
        break;
    }
}

void CacheCommand::interrupt()
{
    if (!std::exchange(m_isEnded, true))
        Q_EMIT finished(ExitCancelled);
}

void CacheCommand::list(const std::optional<BrowserTable::Place> &after)
{
    const int wanted = std::min(PageSize, m_arguments.limit - m_listed);
    m_browser->page(m_arguments.query, m_arguments.order, after, wanted, this,
                    [this](const Result<BrowserTable::Page> &page) {
                        if (m_isEnded)
                            return;
                        if (!page)
                            return fail(page.error());
                        QByteArray lines;
                        for (const CacheEntry &entry : page->entries)
                            lines += cachewriter::entryLine(entry, style());
                        print(lines);
                        m_listed += static_cast<int>(page->entries.size());
                        if (m_isEnded)
                            return;
                        if (page->next && m_listed < m_arguments.limit)
                            return list(page->next);
                        Q_EMIT finished(ExitSucceeded);
                    });
}

void CacheCommand::count()
{
    m_browser->count(m_arguments.query, this, [this](const Result<BrowserTable::Count> &count) {
        if (!count)
            return fail(count.error());
        print(cachewriter::countLine(*count, style()));
        Q_EMIT finished(ExitSucceeded);
    });
}

void CacheCommand::show()
{
    const auto showIt = [this](const Result<std::optional<BrowserTable::Whole>> &whole) {
        if (!whole)
            return fail(whole.error());
        if (!*whole)
            return fail({Error::Kind::BadRequest, u"it was just taken away"_s});
        print(cachewriter::whole(**whole, style()));
        Q_EMIT finished(ExitSucceeded);
    };
    m_browser->page(
        m_arguments.query, BrowserTable::Order::Newest, std::nullopt, 2, this,
        [this, showIt](const Result<BrowserTable::Page> &page) {
            if (!page)
                return fail(page.error());
            if (page->entries.isEmpty())
                return fail(
                    {Error::Kind::BadRequest,
                     u"there is no such entry; `kagura-cli cache list` shows what there is"_s});
            if (page->entries.size() > 1)
                return fail({Error::Kind::BadRequest,
                             u"that means several entries; name one by its number from "
                             "`kagura-cli cache list`"_s});
            m_browser->entry(page->entries.constFirst().id, this, showIt);
        });
}

void CacheCommand::invalidate()
{
    const auto tell = [this](const Result<CacheBrowser::Operation> &operation) {
        if (!operation)
            return fail(operation.error());
        print(cachewriter::operationLine(*operation, !m_arguments.isDryRun, style()));
        Q_EMIT finished(ExitSucceeded);
    };
    if (m_arguments.isDryRun)
        m_browser->dryRun(m_arguments.query, m_arguments.kind, this, tell);
    else
        m_browser->invalidate(m_arguments.query, m_arguments.typed, m_arguments.kind, this, tell);
}

void CacheCommand::undoLast()
{
    m_browser->operations(
        PageSize, this, [this](const Result<QList<CacheBrowser::Operation>> &operations) {
            if (!operations)
                return fail(operations.error());
            const auto last =
                std::find_if(operations->cbegin(), operations->cend(),
                             [](const CacheBrowser::Operation &one) { return !one.isUndone; });
            if (last == operations->cend())
                return fail({Error::Kind::BadRequest, u"there is nothing to undo"_s});
            undo(last->id);
        });
}

void CacheCommand::undo(qint64 operation)
{
    m_browser->undo(operation, this, [this](const Result<InvalidationTable::Undone> &undone) {
        if (!undone)
            return fail(undone.error());
        print(cachewriter::undoneLine(*undone, style()));
        Q_EMIT finished(ExitSucceeded);
    });
}

void CacheCommand::operations()
{
    m_browser->operations(m_arguments.limit, this,
                          [this](const Result<QList<CacheBrowser::Operation>> &operations) {
                              if (!operations)
                                  return fail(operations.error());
                              QByteArray lines;
                              for (const CacheBrowser::Operation &one : *operations)
                                  lines += cachewriter::operationLine(one, true, style());
                              print(lines);
                              Q_EMIT finished(ExitSucceeded);
                          });
}

void CacheCommand::erase()
{
    if (m_arguments.isConfirmed && !m_arguments.isDryRun) {
        m_browser->erase(m_arguments.query, this, tellChanged(u"erased"_s));
        return;
    }
    m_browser->count(m_arguments.query, this, [this](const Result<BrowserTable::Count> &count) {
        if (!count)
            return fail(count.error());
        print(cachewriter::countLine(*count, style()));
        if (!m_arguments.isDryRun)
            return fail({Error::Kind::BadRequest,
                         u"nothing was erased: erasing cannot be undone and takes pinned entries, "
                         "too; say --yes if that is meant"_s});
        Q_EMIT finished(ExitSucceeded);
    });
}

void CacheCommand::edit()
{
    const CacheQuery &query = m_arguments.query;
    switch (m_arguments.action) {
    case Action::Pin:
        return m_browser->setPinned(query, true, this, tellChanged(u"pinned"_s));
    case Action::Unpin:
        return m_browser->setPinned(query, false, this, tellChanged(u"unpinned"_s));
    case Action::Tag:
        return m_browser->addTag(query, m_arguments.value, this, tellChanged(u"tagged"_s));
    case Action::Untag:
        return m_browser->removeTag(query, m_arguments.value, this, tellChanged(u"untagged"_s));
    default:
        break;
    }
    std::optional<QDateTime> expires;
    if (m_arguments.lifetime)
        expires = m_services.clock().wall().addMSecs(m_arguments.lifetime->count());
    m_browser->setExpiry(query, expires, this, tellChanged(u"given a lifetime"_s));
}

void CacheCommand::note()
{
    m_browser->page(m_arguments.query, BrowserTable::Order::Newest, std::nullopt, 2, this,
                    [this](const Result<BrowserTable::Page> &page) {
                        if (!page)
                            return fail(page.error());
                        if (page->entries.size() != 1)
                            return fail({Error::Kind::BadRequest,
                                         u"a note belongs to one entry; name it by its number"_s});
                        m_browser->setNote(page->entries.constFirst().id, m_arguments.value, this,
                                           tellChanged(u"noted"_s));
                    });
}

void CacheCommand::stats()
{
    const QDateTime now = m_services.clock().wall();
    m_browser->statistics(now.addSecs(-DaySeconds * m_arguments.days), now.addSecs(DaySeconds),
                          m_arguments.by, this, [this](const Result<QList<CacheStat>> &stats) {
                              if (!stats)
                                  return fail(stats.error());
                              QByteArray lines;
                              for (const CacheStat &stat : *stats)
                                  lines += cachewriter::statLine(stat, m_arguments.by, style());
                              if (stats->isEmpty() && !m_arguments.json)
                                  lines = "the cache was not asked in that time\n";
                              print(lines);
                              Q_EMIT finished(ExitSucceeded);
                          });
}

void CacheCommand::mode()
{
    Settings &settings = m_services.settings();
    if (!m_arguments.value.isEmpty())
        settings.setValue(settings::CacheModeName, m_arguments.value);
    if (const Result<void> written = settings.flush(); !written)
        return fail(written.error());
    const QString mode = settings.value(settings::CacheModeName);
    print(m_arguments.json ? dumpJson({{"mode", toJson(mode)}}) + '\n' : mode.toUtf8() + '\n');
    Q_EMIT finished(ExitSucceeded);
}

CacheBrowser::Done<qint64> CacheCommand::tellChanged(const QString &action)
{
    return [this, action](const Result<qint64> &entries) {
        if (!entries)
            return fail(entries.error());
        print(cachewriter::changedLine(action, *entries, style()));
        Q_EMIT finished(ExitSucceeded);
    };
}

// Whoever closes the pipe wants no more of it.
void CacheCommand::print(const QByteArray &bytes)
{
    if (!bytes.isEmpty() && !terminal::writeOut(bytes))
        interrupt();
}

void CacheCommand::fail(const Error &error)
{
    terminal::writeFailure(error, m_arguments.json);
    Q_EMIT finished(error.kind == Error::Kind::BadRequest ? ExitUsage : exitCodeFor(error));
}

cachewriter::Style CacheCommand::style() const
{
    return {m_arguments.json, terminal::isInteractive(), m_services.clock().wall()};
}

} // namespace kagura
