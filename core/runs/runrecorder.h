// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/runs/runjournal.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace kagura {

//! Writes the journal of one run. What is noted within one turn of the event loop is one transaction,
//! and while one is being written, what comes is gathered for the next.
//!
//! The state is folded at once; what others are told is what is durable.
//!
//! Thread: the engine thread. Lifetime: the journal outlives it; its end writes what was noted.
//! Errors: broke().
class RunRecorder final : public QObject
{
    Q_OBJECT

public:
    RunRecorder(RunJournal &journal, const Clock &clock, RunState state);
    ~RunRecorder() override;

    [[nodiscard]] const RunState &state() const { return m_state; }

    void note(RunEvent::Kind kind,
              const QString &path = {},
              int attempt = 0,
              Json data = Json::object());

    //! Keeps a value with the next transaction; short ones stand in the event itself.
    [[nodiscard]] RunValueRef keep(const Json &value);
    //! Keeps bytes as they are; gives their hash.
    [[nodiscard]] QString keepBytes(const QByteArray &bytes);

    //! Everything noted so far survives the end of the process (Normal) or of the machine (Full) once
    //! done is called, which never happens before this has returned.
    void whenDurable(Database::Durability durability,
                     QObject *context,
                     std::function<void()> done = {});

    [[nodiscard]] bool isBroken() const { return m_isBroken; }

Q_SIGNALS:
    //! They are in the journal.
    void eventsCommitted(const QList<kagura::RunEvent> &events);
    //! The journal cannot be written: what is noted from now on is lost, and the run must not go on.
    void broke(const kagura::Error &error);

private:
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void()> done;
    };
    struct Batch
    {
        QList<RunEvent> events;
        QHash<QString, QByteArray> values;
        Database::Durability durability = Database::Durability::Normal;
        std::vector<Waiter> waiters;
    };

    void schedule();
    void flush();
    void settle(const std::shared_ptr<Batch> &batch, const Result<bool> &outcome);

    RunJournal &m_journal;
    const Clock &m_clock;
    RunState m_state;
    Batch m_pending;
    QSet<QString> m_kept; //!< hashes that are in the journal, or on their way
    bool m_isScheduled = false;
    bool m_isWriting = false;
    bool m_isBroken = false;
};

} // namespace kagura
