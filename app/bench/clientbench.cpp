// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/clientbench.h"

#include "app/bench/barereader.h"
#include "app/bench/fullclient.h"

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Events = 60'000;
constexpr int Repeats = 5;
constexpr int Calls = 300;

struct Burst
{
    QList<double> eventsPerSecond;
    QList<double> microsecondsPerEvent;
    QString problem;
};

template <typename Run>
void measure(Burst &burst, Run &&run)
{
    const double before = processMicroseconds();
    const std::optional<double> seconds = run();
    const double cpu = processMicroseconds() - before;
    if (!seconds) {
        burst.problem = u"the call failed"_s;
        return;
    }
    burst.eventsPerSecond.append(Events / *seconds);
    burst.microsecondsPerEvent.append(cpu / Events);
}

Figure callFigure(const BenchServer &server)
{
    FullClient client(server.delay(0));
    BareReader bare;
    QList<double> full;
    QList<double> floor;
    for (int i = -20; i < Calls; ++i) { // the first warm the connections
        const std::optional<FullClient::Outcome> outcome = client.run();
        const std::optional<double> seconds = bare.run(client.callUrl());
        if (i >= 0 && outcome && seconds) {
            full.append(outcome->seconds * 1e3);
            floor.append(*seconds * 1e3);
        }
    }
    Figure figure;
    figure.name = u"time of a call, warm connection"_s;
    figure.unit = u"ms"_s;
    figure.value = median(full);
    figure.floor = median(floor);
    figure.floorName = u"bare reader"_s;
    figure.goal = u"<= 0.2 above"_s;
    figure.isMet = figure.value - *figure.floor <= 0.2;
    if (full.size() != Calls)
        figure.note = u"%1 of %2 calls succeeded"_s.arg(full.size()).arg(Calls);
    return figure;
}

} // namespace

QList<Figure> benchClient(const BenchServer &server)
{
    FullClient client(server.burst(Events));
    BareReader bare;
    Burst full;
    Burst floor;
    for (int i = 0; i <= Repeats; ++i) {
        if (i == 1)
            full = floor = {}; // the first run warms up and is not counted
        measure(floor, [&] { return bare.run(client.callUrl()); });
        measure(full, [&]() -> std::optional<double> {
            const std::optional<FullClient::Outcome> outcome = client.run();
            if (!outcome || outcome->texts != Events)
                return std::nullopt;
            return outcome->seconds;
        });
    }
    Figure speed;
    speed.name = u"full client, one stream"_s;
    speed.unit = u"events/s"_s;
    speed.value = median(full.eventsPerSecond);
    speed.floor = median(floor.eventsPerSecond);
    speed.floorName = u"bare reader"_s;
    speed.goal = u">= 60,000"_s;
    speed.isMet = speed.value >= 60'000;
    speed.note = full.problem + floor.problem;
    Figure cpu;
    cpu.name = u"full client, CPU"_s;
    cpu.unit = u"us/event"_s;
    cpu.value = median(full.microsecondsPerEvent);
    cpu.floor = median(floor.microsecondsPerEvent);
    cpu.floorName = u"bare reader"_s;
    cpu.goal = u"<= 4 above"_s;
    cpu.isMet = cpu.value - *cpu.floor <= 4;
    cpu.note = speed.note;
    return {speed, cpu, callFigure(server)};
}

} // namespace kagura::bench
