// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/async/tokenbucket.h"
#include "core/base/clock.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <map>

namespace kagura {

//! Who of a run may work now: at most so many calls at once over all, and for each model as its limits
//! say. First come, first served, but nobody waits behind one whose model is full.
//!
//! Slots live in memory alone: nothing can leave one taken.
//!
//! Thread: the engine thread. Lifetime: the run's. Errors: none.
class RunSlots final : public QObject
{
    Q_OBJECT

public:
    RunSlots(const WorkflowLimits &limits, Clock &clock);

    using Granted = std::function<void()>;
    //! Calls granted at once or later, unless context has died. model: the workflow's name of it; empty:
    //! no model. tokens: about how many it takes. Whoever was granted a slot gives it back.
    //! Answers with why it has to wait: `slot`, `model`, `rate_limit`, `paused`; empty: it need not.
    QString ask(const QString &model, qint64 tokens, QObject *context, Granted granted);
    void giveBack(const QString &model);

    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] int used() const { return m_used; }
    [[nodiscard]] int count() const { return m_limits.maxConcurrency; }
    void setCount(int count);
    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }

private:
    struct Waiting
    {
        QString model;
        qint64 tokens = 0;
        QPointer<QObject> context;
        Granted granted;
    };
    struct Model
    {
        int used = 0;
        int limit = 0; //!< 0: none of its own
        TokenBucket requests{std::nullopt};
        TokenBucket tokens{std::nullopt};
    };

    [[nodiscard]] QString hurdle(const Waiting &one);
    void take(const Waiting &one);
    void grant();
    [[nodiscard]] Model &modelOf(const QString &name);

    WorkflowLimits m_limits;
    Clock &m_clock;
    std::deque<Waiting> m_waiting;
    std::map<QString, Model> m_models;
    int m_used = 0;
    bool m_isPaused = false;
    bool m_isGranting = false;
    bool m_isTimed = false;
};

} // namespace kagura
