// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runjournal.h"

#include <QObject>

namespace kagura {

//! Prints the events of a run as lines of JSON, in their order, with the values that they mean in them: a
//! value of up to 64 KiB stands there itself, a larger one as `{"$blob":"sha256","bytes":n}`.
//!
//! Thread: the engine thread. Lifetime: the journal outlives it. Errors: a value that cannot be read
//! stays a reference.
class EventPrinter final : public QObject
{
    Q_OBJECT

public:
    EventPrinter(RunJournal &journal, const QString &run, QObject *parent = nullptr);

    void print(const QList<RunEvent> &events);
    [[nodiscard]] bool isIdle() const { return m_events.isEmpty(); }

Q_SIGNALS:
    void drained(); //!< everything is printed
    void closed(); //!< nobody reads any more

private:
    void next();
    //! Puts values in the place of references; the first that has to be read, or none.
    [[nodiscard]] QString expand(Json &data) const;

    RunJournal &m_journal;
    QString m_run;
    QList<RunEvent> m_events;
    QHash<QString, Json> m_values; //!< of the event that is next, by hash
    bool m_isReading = false;
};

} // namespace kagura
