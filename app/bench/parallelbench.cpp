// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/parallelbench.h"

#include "app/bench/barereader.h"
#include "app/bench/fullclient.h"

#include <QCoreApplication>

#include <chrono>
#include <vector>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int CallMs = 300;
constexpr int Repeats = 3;

double since(std::chrono::steady_clock::time_point start)
{
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    return took.count();
}

double runFull(FullClient &client, int count, int &failed)
{
    const QObject context;
    int left = count;
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::unique_ptr<ChatReply>> replies;
    for (int i = 0; i < count; ++i) {
        replies.push_back(client.send());
        QObject::connect(replies.back().get(), &Handle::finished, &context, [&] {
            if (--left == 0)
                QCoreApplication::quit();
        });
    }
    QCoreApplication::exec();
    const double took = since(start);
    for (const std::unique_ptr<ChatReply> &reply : replies)
        failed += reply->failure() ? 1 : 0;
    return took;
}

double runBare(const QUrl &url, int count)
{
    BareReader reader;
    int left = count;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i)
        reader.post(url, [&](qint64) {
            if (--left == 0)
                QCoreApplication::quit();
        });
    QCoreApplication::exec();
    return since(start);
}

Figure parallelFigure(const BenchServer &server, int count)
{
    int failed = 0;
    QUrl url;
    Figure figure;
    figure.name = u"%1 calls of 300 ms at once"_s.arg(count);
    figure.unit = u"ms"_s;
    // A client of its own each time: threads and connections are opened, as a first burst would.
    figure.value = medianOf(Repeats, [&] {
        FullClient client(server.delay(CallMs));
        url = client.callUrl();
        return runFull(client, count, failed);
    });
    if (count <= 24) {
        figure.floor = medianOf(Repeats, [&] { return runBare(url, count); });
        figure.floorName = u"one bare manager"_s;
        figure.goal = u"<= 400"_s;
        figure.isMet = figure.value <= 400;
    } else {
        figure.floor = CallMs;
        figure.floorName = u"the server's own time"_s;
    }
    if (failed > 0)
        figure.note = u"%1 calls failed"_s.arg(failed);
    return figure;
}

} // namespace

QList<Figure> benchParallel(const BenchServer &server)
{
    return {parallelFigure(server, 24), parallelFigure(server, 200)};
}

} // namespace kagura::bench
