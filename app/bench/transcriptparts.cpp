// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/transcriptparts.h"

#include "app/bench/barereader.h"
#include "app/bench/benchserver.h"
#include "app/bench/benchwindow.h"
#include "app/bench/enginestreams.h"
#include "app/bench/figure.h"
#include "app/bench/openingpart.h"
#include "app/bench/sampleprose.h"
#include "app/bench/stalldetector.h"

#include <QApplication>
#include <QTextBrowser>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

constexpr QSize oneView(900, 900);
constexpr QSize eightViews(1600, 900);
constexpr qsizetype replyLength = 16'000;
constexpr qsizetype updateLength = 40;
constexpr qsizetype blockLength = 100'000;
constexpr int streamCount = 8;
constexpr int streamSeconds = 10;

int print(const Json &numbers)
{
    std::printf("%s\n", numbers.dump().c_str());
    return 0;
}

int measureReply()
{
    const QString text = sampleAnswer(replyLength);
    BenchWindow window(1, oneView);
    window.ask();
    window.showNow(0);
    const double start = threadMilliseconds();
    for (qsizetype at = 0; at < text.size(); at += updateLength) {
        window.model(0).appendText(u"answer"_s, text.mid(at, updateLength));
        window.showNow(0);
    }
    return print({{"cpu_s", (threadMilliseconds() - start) / 1e3}});
}

int measurePeer()
{
    constexpr qsizetype skipped = 4;
    const QString text = sampleAnswer(replyLength);
    QTextBrowser browser;
    browser.resize(oneView);
    browser.show();
    runLoop(std::chrono::milliseconds(200));
    const auto features = QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML
                                                          | QTextDocument::MarkdownDialectGitHub);
    const double start = threadMilliseconds();
    for (qsizetype end = updateLength * skipped; end <= text.size();
         end += updateLength * skipped) {
        browser.document()->setMarkdown(text.left(end), features);
        browser.viewport()->repaint();
    }
    return print({{"cpu_s", (threadMilliseconds() - start) * double(skipped) / 1e3}});
}

int measureStreams(int rate)
{
    const BenchServer server;
    if (!server.isRunning())
        return 1;
    BenchWindow window(streamCount, eightViews);
    window.ask();
    runLoop(std::chrono::milliseconds(200));
    EngineStreams streams(server.paced(rate, streamSeconds), streamCount);
    FrameClock &frames = window.frames();
    QObject::connect(&streams, &EngineStreams::arrived, &frames, [&frames] { frames.wake(); });
    qsizetype shown = 0;
    QObject::connect(&frames, &FrameClock::collect, &frames, [&] {
        for (int i = 0; i < streamCount; ++i) {
            const QString text = streams.text(i).text.take().text;
            shown += text.size();
            window.model(i).appendText(u"answer"_s, text);
        }
    });
    runLoop(std::chrono::seconds(2)); // fonts are warm and the first page is full
    StallDetector stalls;
    const double process = processMicroseconds();
    const double gui = threadMilliseconds();
    const qsizetype before = shown;
    QElapsedTimer clock;
    clock.start();
    stalls.start();
    runLoop(std::chrono::seconds(streamSeconds - 4));
    stalls.stop();
    const double wall = double(clock.nsecsElapsed()) / 1e6;
    return print({{"cpu_gap_p99_ms", percentile99(stalls.cpuGaps())},
                  {"wall_gap_p99_ms", percentile99(stalls.wallGaps())},
                  {"gui_percent", (threadMilliseconds() - gui) / wall * 100},
                  {"process_percent", (processMicroseconds() - process) / 1e3 / wall * 100},
                  {"characters_per_second", double(shown - before) / wall * 1e3},
                  {"rss_mb", residentMegabytes()}});
}

int measureBlock(BlockKind kind)
{
    constexpr qsizetype step = 8;
    constexpr int steps = 600;
    const QString text = sampleBlock(kind, blockLength);
    BenchWindow window(1, oneView);
    window.ask();
    qsizetype at = 0;
    for (const qsizetype start = text.size() - step * steps; at < start; at += 500) {
        window.model(0).appendText(u"answer"_s, text.mid(at, std::min<qsizetype>(500, start - at)));
        Q_EMIT window.frames().frame();
    }
    window.showNow(0);
    QList<double> applies;
    QList<double> paints;
    for (at = text.size() - step * steps; at < text.size(); at += step) {
        window.model(0).appendText(u"answer"_s, text.mid(at, step));
        const double start = threadMilliseconds();
        Q_EMIT window.frames().frame();
        const double applied = threadMilliseconds();
        window.view(0).viewport()->repaint();
        applies.append(applied - start);
        paints.append(threadMilliseconds() - applied);
    }
    return print({{"apply_p99_ms", percentile99(applies)},
                  {"apply_p50_ms", median(applies)},
                  {"paint_p99_ms", percentile99(paints)},
                  {"rss_mb", residentMegabytes()}});
}

} // namespace

int runTranscriptPart(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(2);
    const QString part = arguments.value(0);
    const int number = arguments.value(1).toInt();
    if (part == "reply"_L1)
        return measureReply();
    if (part == "peer"_L1)
        return measurePeer();
    if (part == "streams"_L1)
        return measureStreams(number);
    if (part == "block"_L1)
        return measureBlock(BlockKind(number));
    if (part == "fill"_L1)
        return fillConversation(number);
    if (part == "open"_L1)
        return print(measureOpening());
    return 2;
}

} // namespace kagura::bench
