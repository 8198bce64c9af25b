// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/transcriptbench.h"

#include "app/bench/startbench.h"

#include <QCoreApplication>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using Numbers = QMap<QString, QList<double>>;
using Environment = QMap<QString, QString>;

constexpr int longestRun = 600'000; // ms; filling a large database takes its time

//! Runs a part as often as asked and collects what it measured; empty where one failed.
Numbers measure(const QStringList &part, int repeats, const Environment &environment = {})
{
    Numbers numbers;
    for (int i = 0; i < repeats; ++i) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QProcessEnvironment inherited = QProcessEnvironment::systemEnvironment();
        for (auto one = environment.cbegin(); one != environment.cend(); ++one)
            inherited.insert(one.key(), one.value());
        process.setProcessEnvironment(inherited);
        process.start(QCoreApplication::applicationFilePath(), QStringList{u"part"_s} + part);
        if (!process.waitForFinished(longestRun)) {
            process.kill();
            process.waitForFinished();
        }
        const nlohmann::json line =
            nlohmann::json::parse(process.readAllStandardOutput(), nullptr, false);
        if (process.exitCode() != 0 || !line.is_object())
            return {};
        for (const auto &[key, value] : line.items())
            numbers[QString::fromStdString(key)].append(value.get<double>());
    }
    return numbers;
}

Figure figureOf(const QString &name,
                const QString &unit,
                const Numbers &numbers,
                const QString &key,
                std::optional<double> most = std::nullopt)
{
    Figure figure;
    figure.name = name;
    figure.unit = unit;
    figure.value = median(numbers.value(key));
    if (numbers.value(key).isEmpty())
        figure.note = u"the measurement failed"_s;
    if (most) {
        figure.goal = u"<= "_s + QString::number(*most);
        figure.isMet = figure.note.isEmpty() && figure.value <= *most;
    }
    return figure;
}

QList<Figure> replyFigures(int repeats)
{
    Figure reply = figureOf(u"16,000 characters streamed into the view"_s, u"s CPU"_s,
                            measure({u"reply"_s}, repeats), u"cpu_s"_s, 0.15);
    const Numbers peer = measure({u"peer"_s}, 1); // ten seconds each
    if (!peer.isEmpty()) {
        reply.floor = median(peer.value(u"cpu_s"_s));
        reply.floorName = u"QTextBrowser::setMarkdown"_s;
    }
    return {reply};
}

QList<Figure> streamFigures(int rate, int repeats)
{
    const Numbers numbers = measure({u"streams"_s, QString::number(rate)}, repeats);
    const auto name = [rate](const QString &what) {
        return u"8 streams at %1 tokens/s: %2"_s.arg(rate).arg(what);
    };
    const bool isFast = rate >= 500;
    QList<Figure> figures = {
        figureOf(name(u"GUI gap p99"_s), u"ms CPU"_s, numbers, u"cpu_gap_p99_ms"_s, 8),
        figureOf(name(u"GUI gap p99 by the clock"_s), u"ms"_s, numbers, u"wall_gap_p99_ms"_s),
        figureOf(name(u"GUI thread"_s), u"% of a core"_s, numbers, u"gui_percent"_s,
                 isFast ? std::optional(35.0) : std::nullopt),
        figureOf(name(u"whole process"_s), u"% of a core"_s, numbers, u"process_percent"_s,
                 isFast ? std::optional(80.0) : std::nullopt),
        figureOf(name(u"memory"_s), u"MB"_s, numbers, u"rss_mb"_s, 70),
    };
    Figure arrived =
        figureOf(name(u"shown"_s), u"characters/s"_s, numbers, u"characters_per_second"_s);
    arrived.floor = rate * 4.0 * 8;
    arrived.floorName = u"what the server sends"_s;
    return figures << arrived;
}

QList<Figure> blockFigures(int repeats)
{
    QList<Figure> figures;
    const QStringList kinds = {u"paragraph"_s, u"list"_s, u"table"_s, u"code"_s};
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const Numbers numbers = measure({u"block"_s, QString::number(i)}, repeats);
        const QString name = u"open %1 of 100,000 characters: "_s.arg(kinds.at(i));
        figures << figureOf(name + u"apply p99"_s, u"ms CPU"_s, numbers, u"apply_p99_ms"_s, 6)
                << figureOf(name + u"apply p50"_s, u"ms CPU"_s, numbers, u"apply_p50_ms"_s)
                << figureOf(name + u"paint p99"_s, u"ms CPU"_s, numbers, u"paint_p99_ms"_s);
    }
    return figures;
}

QList<Figure> openingFigures(int messages, double goal, int repeats)
{
    const QTemporaryDir home;
    const Environment environment = {{u"KAGURA_DATA_DIR"_s, home.filePath(u"data"_s)},
                                     {u"KAGURA_CONFIG_DIR"_s, home.filePath(u"config"_s)}};
    measure({u"fill"_s, QString::number(messages)}, 1, environment);
    const Numbers numbers = measure({u"open"_s}, repeats, environment);
    const auto name = [messages](const QString &what) {
        return u"%1 messages: %2"_s.arg(QLocale::c().toString(messages), what);
    };
    QList<Figure> figures = {
        figureOf(name(u"opened, to painted"_s), u"ms"_s, numbers, u"open_ms"_s, goal),
        figureOf(name(u"scrolled by 60, frame p99"_s), u"ms CPU"_s, numbers,
                 u"scroll_step_p99_ms"_s),
        figureOf(name(u"scrolled by 600, frame p99"_s), u"ms CPU"_s, numbers,
                 u"scroll_leap_p99_ms"_s),
        figureOf(name(u"jumped, frame p99"_s), u"ms CPU"_s, numbers, u"scroll_jump_p99_ms"_s),
    };
    Figure memory = figureOf(name(u"memory"_s), u"MB"_s, numbers, u"rss_end_mb"_s, 60);
    memory.floor = median(numbers.value(u"rss_before_mb"_s));
    memory.floorName = u"before it was opened"_s;
    Figure rows = figureOf(name(u"rows in the end"_s), u"messages"_s, numbers, u"rows"_s);
    return figures << memory << rows;
}

} // namespace

void benchTranscript(const TranscriptOptions &options,
                     const std::function<void(const QList<Figure> &)> &show)
{
    show(replyFigures(options.repeats));
    show(streamFigures(100, options.repeats));
    show(streamFigures(500, options.repeats));
    show(blockFigures(options.repeats));
    show(openingFigures(10'000, 50, options.repeats));
    show(openingFigures(100'000, 100, options.repeats));
    show(benchStart(options.program, options.repeats + 2));
}

} // namespace kagura::bench
