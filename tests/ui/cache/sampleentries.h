// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/browsertable.h"

#include <QDateTime>

namespace kagura::test {

//! When the samples are looked at.
[[nodiscard]] inline QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
}

[[nodiscard]] inline CacheEntry sampleEntry(qint64 id)
{
    CacheEntry entry;
    entry.id = id;
    entry.key = Digest::of({QByteArray::number(id)});
    entry.provider = QStringLiteral("OpenAI");
    entry.model = QStringLiteral("gpt-4o-mini");
    entry.agent = QStringLiteral("triage");
    entry.created = sampleNow().addDays(-16);
    entry.expires = sampleNow().addDays(14);
    entry.hits = 2;
    entry.usage.inputTokens = 24'600;
    entry.usage.outputTokens = 412;
    entry.costMicroUsd = 3'900;
    entry.bytes = 262 * 1024;
    entry.finish = FinishReason::Stop;
    entry.requestHead = QStringLiteral("Group last night's 312 failures by cause");
    entry.answerHead = QStringLiteral("Three causes explain 296 of 312 failures");
    return entry;
}

//! Entries from one id downwards, as the newest come first.
[[nodiscard]] inline BrowserTable::Page samplePage(qint64 newest, int count, bool goesOn)
{
    BrowserTable::Page page;
    for (int i = 0; i < count; ++i)
        page.entries.append(sampleEntry(newest - i));
    if (goesOn)
        page.next = BrowserTable::Place{0, newest - count + 1};
    return page;
}

} // namespace kagura::test
