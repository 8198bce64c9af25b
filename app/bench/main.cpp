// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/benchserver.h"
#include "app/bench/cachebench.h"
#include "app/bench/cachebrowserbench.h"
#include "app/bench/clientbench.h"
#include "app/bench/decodersbench.h"
#include "app/bench/evictionbench.h"
#include "app/bench/filledcache.h"
#include "app/bench/mediabench.h"
#include "app/bench/parallelbench.h"
#include "app/bench/peerbench.h"
#include "app/bench/readersbench.h"
#include "app/bench/runsbench.h"
#include "app/bench/searchbench.h"
#include "app/bench/transcriptbench.h"
#include "app/bench/transcriptparts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace kagura::bench;

void show(const QList<Figure> &figures, bool json)
{
    const QByteArray text = render(figures, json, true);
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
}

//! Shows figures as they come, with one heading above them all.
std::function<void(const QList<Figure> &)> shower(bool json)
{
    return [json, isFirst = true](const QList<Figure> &figures) mutable {
        const QByteArray text = render(figures, json, std::exchange(isFirst, false));
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        std::fflush(stdout);
    };
}

int benchNet(bool json, const QString &peers)
{
    const BenchServer server;
    if (!server.isRunning()) {
        std::fputs("the server of the benchmark did not start\n", stderr);
        return 1;
    }
    const auto show = shower(json);
    show(benchReaders());
    show(benchDecoders());
    show(benchClient(server));
    show(benchParallel(server));
    show(benchPeer(server, peers));
    return 0;
}

int benchWorkflows(bool json)
{
    const BenchServer server;
    if (!server.isRunning()) {
        std::fputs("the server of the benchmark did not start\n", stderr);
        return 1;
    }
    show(benchRuns(server), json);
    return 0;
}

int benchCache(bool json, const QString &largest)
{
    bool isNumber = false;
    const int entries = largest.toInt(&isNumber);
    if (!isNumber || entries < 1) {
        std::fputs("--entries takes a whole number above 0\n", stderr);
        return 2;
    }
    QList<Figure> figures = benchCacheMemory();
    figures += benchEviction();
    for (const int size : {1000, 10'000, 100'000}) {
        if (size <= entries)
            figures.append(benchCacheInsert(size));
    }
    FilledCache filled(entries);
    figures += benchCacheDisk(filled, entries);
    if (filled.trouble().isEmpty())
        figures += benchCacheBrowser(filled, entries);
    show(figures, json);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "part") == 0) // a child of ours that needs a window
        return runTranscriptPart(argc, argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures parts of Kagura, each beside its floor. Build it in the release preset."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(
        u"what"_s,
        u"net: readers, decoders, client, parallel calls; media: files for a message; "
        "cache: the cache of answers; runs: workflows with their journal; "
        "search: what was said; transcript: the view of a conversation"_s);
    parser.addOption({u"json"_s, u"One JSON object a figure."_s});
    parser.addOption({u"entries"_s, u"How many entries the cache on disk has; 100000."_s,
                      u"count"_s, u"100000"_s});
    parser.addOption(
        {u"messages"_s, u"How many messages are searched; 100000."_s, u"count"_s, u"100000"_s});
    parser.addOption({u"peers"_s, u"Where node_modules of the peers is."_s, u"directory"_s,
                      QStringLiteral(KAGURA_SOURCE_DIR "/tests/peers")});
    parser.addOption(
        {u"repeats"_s, u"How often each part of transcript is measured; 3."_s, u"count"_s, u"3"_s});
    parser.addOption({u"program"_s, u"The desktop application whose start is measured."_s,
                      u"file"_s, QCoreApplication::applicationDirPath() + u"/../desktop/kagura"_s});
    parser.process(application);
    const QStringList what = parser.positionalArguments();
    if (what == QStringList{u"serve"_s})
        return serve();
    if (what == QStringList{u"net"_s})
        return benchNet(parser.isSet(u"json"_s), parser.value(u"peers"_s));
    if (what == QStringList{u"cache"_s})
        return benchCache(parser.isSet(u"json"_s), parser.value(u"entries"_s));
    if (what == QStringList{u"media"_s}) {
        show(benchMedia(), parser.isSet(u"json"_s));
        return 0;
    }
    if (what == QStringList{u"runs"_s})
        return benchWorkflows(parser.isSet(u"json"_s));
    if (what == QStringList{u"search"_s}) {
        show(benchSearch(std::max(1, parser.value(u"messages"_s).toInt())),
             parser.isSet(u"json"_s));
        return 0;
    }
    if (what == QStringList{u"transcript"_s}) {
        const TranscriptOptions options = {std::max(1, parser.value(u"repeats"_s).toInt()),
                                           parser.value(u"program"_s)};
        benchTranscript(options, shower(parser.isSet(u"json"_s)));
        return 0;
    }
    std::fputs("usage: kagura-bench net|media|cache|runs|search|transcript [--json] "
               "[--entries COUNT] [--messages COUNT] "
               "[--peers DIRECTORY] [--repeats COUNT] [--program FILE]\n",
               stderr);
    return 2;
}
