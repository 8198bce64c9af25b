// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/budgetcommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"

#include <QCommandLineParser>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 Mebibyte = CacheStorage::Mebibyte;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

Result<std::optional<qint64>> mebibytes(const QCommandLineParser &parser,
                                        const QString &option,
                                        const IntSetting &setting)
{
    if (!parser.isSet(option))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 given = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || given < setting.minimum || given > setting.maximum)
        return usage(u"--%1 takes mebibytes, from %2 to %3"_s.arg(option)
                         .arg(setting.minimum)
                         .arg(setting.maximum));
    return std::optional(given);
}

QString percentText(qint64 part, qint64 whole)
{
    return u"%1 %"_s.arg(whole == 0 ? 0 : 100.0 * double(part) / double(whole), 5, 'f', 1);
}

} // namespace

void BudgetArguments::declare(QCommandLineParser &parser)
{
    parser.addOptions({
        {"memory"_L1, u"With budget: how much is kept in memory."_s, u"mebibytes"_s},
        {"disk"_L1, u"With budget: how much is kept on disk."_s, u"mebibytes"_s},
    });
}

bool BudgetArguments::areMeant(const QCommandLineParser &parser)
{
    const QString action = parser.positionalArguments().value(0);
    return action == "budget"_L1 || action == "what-if"_L1;
}

Result<BudgetArguments> BudgetArguments::read(const QCommandLineParser &parser)
{
    BudgetArguments budget;
    budget.isWhatIf = parser.positionalArguments().value(0) == "what-if"_L1;
    budget.isDryRun = parser.isSet(u"dry-run"_s);
    budget.json = parser.isSet(u"json"_s);
    if (parser.positionalArguments().size() > 1)
        return usage(
            u"budget and what-if take options only: --memory MEBIBYTES, --disk MEBIBYTES"_s);
    const auto memory = mebibytes(parser, u"memory"_s, settings::CacheMemoryMib);
    const auto disk = mebibytes(parser, u"disk"_s, settings::CacheDiskMib);
    if (!memory || !disk)
        return memory ? disk.error() : memory.error();
    budget.memoryMib = *memory;
    budget.diskMib = *disk;
    return budget;
}

BudgetCommand::BudgetCommand(Services &services, BudgetArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

BudgetCommand::~BudgetCommand() = default;

void BudgetCommand::start()
{
    if (m_services.cache().browser() == nullptr)
        return fail({Error::Kind::Storage,
                     u"the cache has no file: the data folder cannot be used; "
                     "`kagura-cli doctor` says why"_s});
    if (m_arguments.isWhatIf)
        whatIf();
    else
        preview();
}

void BudgetCommand::interrupt()
{
    Q_EMIT finished(ExitCancelled);
}

void BudgetCommand::preview()
{
    const qint64 mib =
        m_arguments.diskMib.value_or(m_services.settings().value(settings::CacheDiskMib));
    m_services.cache().browser()->previewBudget(
        mib * Mebibyte, this, [this](const Result<EvictionTable::Preview> &preview) {
            if (!preview)
                return fail(preview.error());
            const bool isChange = m_arguments.memoryMib || m_arguments.diskMib;
            if (isChange && !m_arguments.isDryRun)
                return change(*preview);
            tell(*preview, !isChange);
        });
}

void BudgetCommand::change(const EvictionTable::Preview &preview)
{
    Settings &settings = m_services.settings();
    if (m_arguments.memoryMib)
        settings.setValue(settings::CacheMemoryMib, *m_arguments.memoryMib);
    if (m_arguments.diskMib)
        settings.setValue(settings::CacheDiskMib, *m_arguments.diskMib);
    if (const Result<void> written = settings.flush(); !written)
        return fail(written.error());
    ResponseCache &cache = m_services.cache().cache();
    connect(&cache, &ResponseCache::shrunk, this, [this, preview] { tell(preview, true); });
    // Also where the settings said so before.
    cache.setBudgets(settings.value(settings::CacheMemoryMib) * Mebibyte,
                     settings.value(settings::CacheDiskMib) * Mebibyte);
}

void BudgetCommand::tell(const EvictionTable::Preview &preview, bool isDone)
{
    const Settings &settings = m_services.settings();
    const qint64 memory = m_arguments.memoryMib.value_or(settings.value(settings::CacheMemoryMib));
    const qint64 disk = m_arguments.diskMib.value_or(settings.value(settings::CacheDiskMib));
    QString words = u"memory %1 MiB, disk %2 MiB; %3 MB are kept"_s.arg(memory).arg(disk).arg(
        double(preview.bytesLeft) / 1e6, 0, 'f', 1);
    if (preview.entries > 0)
        words += u"; %1 entries (%2 MB) %3, of which %4 had been used, $%5 to ask again"_s
                     .arg(preview.entries)
                     .arg(double(preview.bytes) / 1e6, 0, 'f', 1)
                     .arg(isDone ? u"go"_s : u"would go"_s)
                     .arg(preview.used)
                     .arg(double(preview.costMicroUsd) / 1e6, 0, 'f', 4);
    if (preview.bytesLeft > disk * Mebibyte)
        words += u"; pinned entries keep it above the budget"_s;
    if (!isDone)
        words += u"; nothing was changed"_s;
    print({{"memory_mib", memory},
           {"disk_mib", disk},
           {"kept_bytes", preview.bytesLeft},
           {"evicted", preview.entries},
           {"evicted_bytes", preview.bytes},
           {"evicted_used", preview.used},
           {"cost_micro_usd", preview.costMicroUsd},
           {"dry_run", !isDone}},
          words);
    Q_EMIT finished(ExitSucceeded);
}

void BudgetCommand::whatIf()
{
    const QDateTime now = m_services.clock().wall();
    m_services.cache().browser()->report(
        {now, now, std::chrono::hours(1), {}, {}}, this, [this](const Result<CacheReport> &report) {
            if (!report)
                return fail(report.error());
            const WhatIf &whatIf = report->whatIf;
            const qint64 budget = m_services.settings().value(settings::CacheDiskMib) * Mebibyte;
            for (const WhatIf::Point &point : whatIf.points) {
                const bool isNow = point.bytes <= budget && 2 * point.bytes > budget;
                print({{"disk_mib", point.bytes / Mebibyte},
                       {"hits", point.hits},
                       {"calls", whatIf.calls},
                       {"now", isNow}},
                      u"%1 MiB  %2%3"_s.arg(point.bytes / Mebibyte, 8)
                          .arg(percentText(point.hits, whatIf.calls),
                               isNow ? u"  about now"_s : QString()));
            }
            if (!m_arguments.json)
                print({},
                      u"estimated from the latest %1 calls, of which %2 repeated an earlier one"_s
                          .arg(whatIf.calls)
                          .arg(whatIf.again));
            Q_EMIT finished(ExitSucceeded);
        });
}

void BudgetCommand::print(const Json &object, const QString &words)
{
    terminal::writeOut(m_arguments.json ? dumpJson(object) + '\n' : words.toUtf8() + '\n');
}

void BudgetCommand::fail(const Error &error)
{
    terminal::writeFailure(error, m_arguments.json);
    Q_EMIT finished(exitCodeFor(error));
}

} // namespace kagura
