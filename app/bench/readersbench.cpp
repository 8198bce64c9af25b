// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/readersbench.h"

#include "app/bench/benchserver.h"
#include "core/net/ndjsonreader.h"
#include "core/net/ssereader.h"

#include <chrono>
#include <cstring>
#include <utility>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Events = 1'000'000;
constexpr int Repeats = 7;
constexpr double Goal = 8e6;

template <typename Work>
double eventsPerSecond(Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    const qint64 events = work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return static_cast<double>(events) / took.count();
}

// The least that finding lines can cost: one memchr a line, nothing done with it.
double splitByMemchr(const QByteArray &piece)
{
    return eventsPerSecond([&] {
        qint64 events = 0;
        for (int i = 0; i < Events; ++i) {
            const char *cursor = piece.constData();
            const char *const end = cursor + piece.size();
            bool isOpen = false;
            while (const void *found =
                       std::memchr(cursor, '\n', static_cast<std::size_t>(end - cursor))) {
                const char *lineEnd = static_cast<const char *>(found);
                events += lineEnd != cursor && !std::exchange(isOpen, true) ? 1 : 0;
                cursor = lineEnd + 1;
                if (cursor == end)
                    break;
            }
        }
        return events;
    });
}

Figure compare(const QString &name, const QByteArray &piece, const std::function<double()> &read)
{
    Figure figure;
    figure.name = name;
    figure.unit = u"events/s"_s;
    figure.value = medianOf(Repeats, read);
    figure.floor = medianOf(Repeats, [&] { return splitByMemchr(piece); });
    figure.floorName = u"memchr split"_s;
    figure.goal = u">= 8,000,000"_s;
    figure.isMet = figure.value >= Goal;
    return figure;
}

} // namespace

QList<Figure> benchReaders()
{
    const QByteArray sse = sampleEvent();
    const QByteArray line = "{\"text\":\"" + QByteArray(203 - 12, 'x') + "\"}\n";
    const auto readSse = [&] {
        SseReader reader;
        return eventsPerSecond([&] {
            qint64 events = 0;
            for (int i = 0; i < Events; ++i)
                reader.feed(sse, [&](const SseEvent &event) {
                    events += event.data.isEmpty() ? 0 : 1;
                    return true;
                });
            return events;
        });
    };
    const auto readLines = [&] {
        NdjsonReader reader;
        return eventsPerSecond([&] {
            qint64 events = 0;
            for (int i = 0; i < Events; ++i)
                reader.feed(line, [&](QByteArrayView value) {
                    events += value.isEmpty() ? 0 : 1;
                    return true;
                });
            return events;
        });
    };
    return {compare(u"SSE reader, 203-byte pieces"_s, sse, readSse),
            compare(u"NDJSON reader, 203-byte pieces"_s, line, readLines)};
}

} // namespace kagura::bench
