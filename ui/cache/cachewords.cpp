// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cachewords.h"

#include "ui/widgets/valuetext.h"

#include <QCoreApplication>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct CacheWords
{
    Q_DECLARE_TR_FUNCTIONS(kagura::CacheWords)
};

QString joined(const QStringList &parts)
{
    return parts.join(u" \u00b7 "_s);
}

} // namespace

EntryLook entryLook(const CacheEntry &entry, const QDateTime &now)
{
    if (entry.state == CacheEntry::State::Trash)
        return EntryLook::Trash;
    if (entry.isPinned)
        return EntryLook::Pinned;
    if (entry.state == CacheEntry::State::Stale)
        return EntryLook::Stale;
    return entry.expires && *entry.expires < now ? EntryLook::Expired : EntryLook::Fresh;
}

QString lookText(EntryLook look)
{
    switch (look) {
    case EntryLook::Stale:
        return CacheWords::tr("stale");
    case EntryLook::Expired:
        return CacheWords::tr("expired");
    case EntryLook::Pinned:
        return CacheWords::tr("pinned");
    case EntryLook::Trash:
        return CacheWords::tr("in the trash");
    case EntryLook::Fresh:
        break;
    }
    return CacheWords::tr("fresh");
}

QString expiryText(const CacheEntry &entry, const QDateTime &now)
{
    const EntryLook look = entryLook(entry, now);
    if (look == EntryLook::Trash)
        return CacheWords::tr("trash");
    if (look == EntryLook::Stale || look == EntryLook::Expired)
        return lookText(look);
    if (look == EntryLook::Pinned || !entry.expires)
        return CacheWords::tr("never");
    return ageText(std::chrono::seconds(now.secsTo(*entry.expires)));
}

QString savedText(const CacheEntry &entry)
{
    if (entry.hits == 0 || !entry.costMicroUsd || *entry.costMicroUsd == 0)
        return {};
    return costText(*entry.costMicroUsd * entry.hits);
}

QString tokenPairText(const Usage &usage)
{
    const auto side = [](const std::optional<qint64> &count) {
        return count ? shortCountText(*count) : u"\u2014"_s;
    };
    std::optional<qint64> input = usage.inputTokens;
    if (input)
        *input += usage.cacheReadTokens.value_or(0) + usage.cacheWriteTokens.value_or(0);
    return side(input) + u" / "_s + side(usage.outputTokens);
}

QString entriesText(qint64 entries)
{
    return entries == 1 ? CacheWords::tr("1 entry")
                        : CacheWords::tr("%1 entries").arg(countText(entries));
}

QString fillText(const CacheFill &fill)
{
    return joined({CacheWords::tr("%1 of %2").arg(sizeText(fill.bytes), sizeText(fill.budgetBytes)),
                   entriesText(fill.entries)});
}

QString countedText(const BrowserTable::Count &count)
{
    QStringList parts{entriesText(count.entries), sizeText(count.bytes)};
    if (count.costMicroUsd > 0)
        parts.append(CacheWords::tr("%1 to regenerate").arg(costText(count.costMicroUsd)));
    return joined(parts);
}

QString dryRunText(const BrowserTable::Count &count)
{
    QStringList parts{CacheWords::tr("Invalidate %1").arg(countedText(count))};
    if (count.pinned > 0)
        parts.append(CacheWords::tr("%1 pinned skipped").arg(countText(count.pinned)));
    return joined(parts);
}

QString operationText(const InvalidationTable::Operation &operation)
{
    const QString entries = entriesText(operation.count.entries);
    return operation.kind == InvalidationTable::Kind::Soft
        ? CacheWords::tr("%1 made stale").arg(entries)
        : CacheWords::tr("%1 moved to the trash").arg(entries);
}

QString undoneText(const InvalidationTable::Undone &undone)
{
    QStringList parts{CacheWords::tr("%1 restored").arg(entriesText(undone.restored))};
    if (undone.superseded > 0)
        parts.append(CacheWords::tr("%1 have a newer answer").arg(countText(undone.superseded)));
    if (undone.lost > 0)
        parts.append(CacheWords::tr("%1 are gone").arg(countText(undone.lost)));
    return joined(parts);
}

QString keyText(const CacheKey &key)
{
    const QString hex = key.toHex();
    return u"%1 %2 %3 \u2026 %4"_s.arg(hex.mid(0, 4), hex.mid(4, 4), hex.mid(8, 4), hex.right(4));
}

QList<CacheModeChoice> cacheModes()
{
    return {
        {u"on"_s, CacheWords::tr("On"), CacheWords::tr("answers from the cache, keeps new ones")},
        {u"read-only"_s, CacheWords::tr("Read only"), CacheWords::tr("keeps nothing new")},
        {u"refresh"_s, CacheWords::tr("Refresh"),
         CacheWords::tr("always asks anew, replaces what is kept")},
        {u"off"_s, CacheWords::tr("Off"), CacheWords::tr("neither reads nor keeps")},
        {u"offline"_s, CacheWords::tr("Offline"),
         CacheWords::tr("answers from the cache alone, also with stale answers")}};
}

} // namespace kagura
