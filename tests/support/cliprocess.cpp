// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cliprocess.h"

#include <algorithm>

namespace kagura::test {

using namespace Qt::StringLiterals;

QString CliOutcome::lastEvent() const
{
    return events.isEmpty() ? QString() : jsonString(events.last(), "event");
}

int CliOutcome::count(const QString &event) const
{
    return static_cast<int>(
        std::count_if(events.cbegin(), events.cend(),
                      [&event](const Json &line) { return jsonString(line, "event") == event; }));
}

CliProcess::CliProcess(const QString &program)
    : m_program(program)
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s,
                                u"LD_LIBRARY_PATH"_s}) {
        if (system.contains(name))
            m_environment.insert(name, system.value(name));
    }
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"KAGURA_DATA_DIR"_s, m_home.filePath(u"data"_s));
    m_environment.insert(u"KAGURA_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
}

void CliProcess::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_home.path());
    process.start(m_program, arguments);
}

CliOutcome CliProcess::run(const QStringList &arguments, const QByteArray &input, int limitMs)
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(limitMs)) {
        process.kill();
        process.waitForFinished();
    }
    return outcomeOf(process);
}

CliOutcome CliProcess::outcomeOf(QProcess &process)
{
    CliOutcome outcome;
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -std::max(1, process.exitCode());
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    for (const QByteArray &line : outcome.output.split('\n')) {
        const Result<Json> event = parseJson(line);
        if (!event)
            continue;
        outcome.events.append(*event);
        if (jsonString(*event, "event") == "text"_L1)
            outcome.text += jsonString(*event, "text");
    }
    return outcome;
}

} // namespace kagura::test
