// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kagura::test {

//! What a run of kagura-cli came to.
struct CliOutcome
{
    int exitCode = -1; //!< below 0: what signal ended it; -9: it had to be killed
    QByteArray output;
    QByteArray errors;
    QList<Json> events; //!< the lines of --json
    QString text; //!< of all text events, joined

    [[nodiscard]] QString lastEvent() const;
    [[nodiscard]] int count(const QString &event) const;
    [[nodiscard]] QString lastKind() const
    {
        return events.isEmpty() ? QString() : jsonString(events.last(), "kind");
    }
};

//! Runs the built kagura-cli in a home of its own, without the keys and proxies of whoever runs the
//! tests. Nothing of one object is seen by another.
class CliProcess
{
public:
    explicit CliProcess(const QString &program);

    void setEnvironment(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
    }
    [[nodiscard]] QString homePath(const QString &name = {}) const { return m_home.filePath(name); }

    //! Runs to its end; killed after limitMs.
    [[nodiscard]] CliOutcome run(const QStringList &arguments,
                                 const QByteArray &input = {},
                                 int limitMs = 30'000);

    //! Starts and leaves the rest to the caller.
    void start(QProcess &process, const QStringList &arguments) const;

    [[nodiscard]] static CliOutcome outcomeOf(QProcess &process);

private:
    QString m_program;
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

} // namespace kagura::test
