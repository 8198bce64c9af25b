// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/refreshcommand.h"

#include "app/cli/cachearguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/base/json.h"

#include <QCommandLineParser>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype ShownLength = 300; // of an answer that differs

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QString shown(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= ShownLength ? line : line.left(ShownLength) + u'\u2026';
}

} // namespace

bool RefreshArguments::areMeant(const QCommandLineParser &parser)
{
    return parser.positionalArguments().value(0) == "refresh"_L1;
}

Result<RefreshArguments> RefreshArguments::read(const QCommandLineParser &parser)
{
    // Queries and --limit are read as they are for the other actions.
    const Result<CacheArguments> common = CacheArguments::readFor(parser, u"invalidate"_s);
    if (!common)
        return common.error();
    RefreshArguments refresh;
    refresh.query = common->query;
    refresh.typed = common->typed;
    refresh.limit = std::min(common->limit, 1000);
    refresh.isDryRun = common->isDryRun;
    refresh.isConfirmed = common->isConfirmed;
    refresh.json = common->json;
    return refresh;
}

RefreshCommand::RefreshCommand(Services &services, RefreshArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

RefreshCommand::~RefreshCommand() = default;

void RefreshCommand::start()
{
    CacheBrowser *browser = m_services.cache().browser();
    if (browser == nullptr)
        return fail({Error::Kind::Storage,
                     u"the cache has no file: the data folder cannot be used; "
                     "`kagura-cli doctor` says why"_s});
    browser->page(m_arguments.query, BrowserTable::Order::Newest, std::nullopt, m_arguments.limit,
                  this, [this](const Result<BrowserTable::Page> &page) {
                      if (page)
                          estimate(page->entries);
                      else
                          fail(page.error());
                  });
}

void RefreshCommand::interrupt()
{
    if (m_refresh)
        m_refresh->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

void RefreshCommand::estimate(const QList<CacheEntry> &entries)
{
    qint64 microUsd = 0;
    qint64 unknown = 0;
    for (const CacheEntry &entry : entries) {
        microUsd += entry.costMicroUsd.value_or(0);
        unknown += entry.costMicroUsd ? 0 : 1;
    }
    const bool isAsked = m_arguments.isConfirmed && !m_arguments.isDryRun;
    if (m_arguments.json)
        terminal::writeOut(dumpJson({{"event", "estimate"},
                                     {"entries", entries.size()},
                                     {"cost_micro_usd", microUsd},
                                     {"unknown_cost", unknown},
                                     {"dry_run", !isAsked}})
                           + '\n');
    else
        terminal::writeOut(
            u"%1 entries, about $%2 as they cost before%3\n"_s.arg(entries.size())
                .arg(double(microUsd) / 1e6, 0, 'f', 4)
                .arg(unknown > 0 ? u"; of %1 nobody knows"_s.arg(unknown) : QString())
                .toUtf8());
    if (isAsked)
        return ask(entries);
    if (!m_arguments.isDryRun)
        return fail(usage(u"nothing was asked: this calls providers, which may cost money; say "
                          "--yes if that is meant"_s));
    Q_EMIT finished(ExitSucceeded);
}

void RefreshCommand::ask(const QList<CacheEntry> &entries)
{
    QList<qint64> ids;
    for (const CacheEntry &entry : entries)
        ids.append(entry.id);
    m_refresh = std::make_unique<CacheRefresh>(
        *m_services.cache().browser(),
        [this](const QString &name, const Json &body, QObject *context,
               const CacheRefresh::Ready &ready) {
            m_services.providers().prepareKept(name, body, context, ready);
        },
        ids);
    connect(m_refresh.get(), &CacheRefresh::refreshed, this, &RefreshCommand::tell);
    connect(m_refresh.get(), &Handle::finished, this, &RefreshCommand::end);
}

void RefreshCommand::tell(const RefreshedEntry &entry) const
{
    if (m_arguments.json) {
        terminal::writeOut(
            dumpJson({{"event", entry.failure ? "failed" : "refreshed"},
                      {"id", entry.id},
                      {"model", toJson(entry.model)},
                      {"prompt", toJson(entry.prompt)},
                      {"same", entry.isSame()},
                      {"replaced", entry.isReplaced},
                      {"before", toJson(entry.before)},
                      {"after", toJson(entry.after)},
                      {"message", entry.failure ? toJson(entry.failure->message) : Json(nullptr)}})
            + '\n');
        return;
    }
    QString words = u"%1 %2: "_s.arg(entry.id).arg(entry.prompt.left(60));
    if (entry.failure)
        words += u"left as it is: %1"_s.arg(entry.failure->message);
    else if (entry.isSame())
        words += u"the same answer"_s;
    else
        words += u"\n  - %1\n  + %2"_s.arg(shown(entry.before), shown(entry.after));
    if (!entry.failure && !entry.isReplaced)
        words += u"\n  kept beside the old one: another account or address was asked"_s;
    terminal::writeOut(terminal::withoutControls(words).toUtf8() + '\n');
}

void RefreshCommand::end()
{
    if (m_refresh->failure())
        return fail(*m_refresh->failure());
    qint64 failed = 0;
    qint64 same = 0;
    for (const RefreshedEntry &entry : m_refresh->entries()) {
        failed += entry.failure ? 1 : 0;
        same += entry.isSame() ? 1 : 0;
    }
    const qint64 all = m_refresh->entries().size();
    if (m_arguments.json)
        terminal::writeOut(
            dumpJson(
                {{"event", "end"}, {"refreshed", all - failed}, {"same", same}, {"failed", failed}})
            + '\n');
    else
        terminal::writeOut(
            u"%1 asked anew, %2 of them with the same answer; %3 left as they are\n"_s
                .arg(all - failed)
                .arg(same)
                .arg(failed)
                .toUtf8());
    Q_EMIT finished(failed > 0 && failed == all ? ExitFailed : ExitSucceeded);
}

void RefreshCommand::fail(const Error &error)
{
    terminal::writeFailure(error, m_arguments.json);
    Q_EMIT finished(error.kind == Error::Kind::BadRequest ? ExitUsage : exitCodeFor(error));
}

} // namespace kagura
