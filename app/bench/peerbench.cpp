// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/peerbench.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Events = 60'000;

Figure skipped(const QString &why)
{
    Figure figure;
    figure.name = u"openai-node"_s;
    figure.note = u"skipped: %1"_s.arg(why);
    return figure;
}

Figure row(const nlohmann::json &answer, const char *key, const QString &name, const QString &unit)
{
    Figure figure;
    figure.name = u"openai-node, %1"_s.arg(name);
    figure.unit = unit;
    if (answer.contains(key) && answer[key].is_number())
        figure.value = answer[key].get<double>();
    else
        figure.note = u"not measured"_s;
    return figure;
}

} // namespace

QList<Figure> benchPeer(const BenchServer &server, const QString &peersDirectory)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty())
        return {skipped(u"node is not installed"_s)};
    const QString package = peersDirectory + u"/node_modules/openai"_s;
    if (!QFileInfo::exists(package))
        return {skipped(u"no %1 (npm ci)"_s.arg(package))};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(node,
                  {QStringLiteral(KAGURA_SOURCE_DIR "/app/bench/openainode.cjs"), package,
                   server.burst(Events).toString(), server.delay(0).toString(),
                   server.delay(300).toString()});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return {skipped(u"its script failed"_s)};
    const nlohmann::json answer =
        nlohmann::json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
    return {row(answer, "events_per_second", u"one stream"_s, u"events/s"_s),
            row(answer, "cpu_us_per_event", u"CPU"_s, u"us/event"_s),
            row(answer, "call_ms", u"time of a call"_s, u"ms"_s),
            row(answer, "parallel_24_ms", u"24 calls of 300 ms"_s, u"ms"_s),
            row(answer, "parallel_200_ms", u"200 calls of 300 ms"_s, u"ms"_s)};
}

} // namespace kagura::bench
