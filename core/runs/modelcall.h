// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/calloptions.h"
#include "core/llm/chatreply.h"
#include "core/runs/runcontext.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace kagura {

//! One call of a model by a node: waits for a slot, has the journal say that it is about to leave, lets
//! the budget look at it, follows the reply, and has the journal say what came of it.
//!
//! An answer that the journal has for this very request of this attempt is not asked for again.
//!
//! Thread: the engine thread. Lifetime: the caller's; deleting it ends the call silently.
class ModelCall final : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString path;
        int attempt = 1;
        QString model; //!< the workflow's name of it
        QString provider;
        ChatRequest request;
        CallOptions options;
        Json introduction = Json::object(); //!< of the node, for its first event
        bool isSubject = true; //!< what it says while it arrives is shown
    };
    struct Answer
    {
        ChatAnswer answer;
        bool isCached = false; //!< nothing left for it
        bool isJournaled = false; //!< it was in the journal already
    };
    using Ended = std::function<void(const Result<Answer> &answer)>;

    ModelCall(RunContext &context, Order order);
    ~ModelCall() override;

    //! ended is called once, never from within begin().
    void begin(Ended ended);
    void cancel();
    //! It ended because the budget of the run did not allow it.
    [[nodiscard]] bool isAboveBudget() const { return !m_budgetLimit.isEmpty(); }

private:
    [[nodiscard]] bool isInJournal();
    void askForSlot();
    void leave();
    void send(Provider &provider);
    void follow(const QList<ChatEvent> &events);
    void settle();
    void fail(const Error &error);
    void endLater(const Result<Answer> &answer);
    void end(const Result<Answer> &answer);
    void note(RunEvent::Kind kind, Json data);
    void giveSlotBack();
    void setWorking(bool isWorking);

    RunContext &m_context;
    QPointer<RunContext> m_isContextAlive; //!< what is let go later may outlive the run
    Order m_order;
    Ended m_ended;
    std::unique_ptr<ChatReply> m_reply;
    BudgetKeeper::Reservation m_reservation;
    QString m_budgetLimit; //!< that kept it from leaving
    RunValueRef m_requestRef;
    int m_call = 0;
    bool m_hasSlot = false;
    bool m_isReserved = false;
    bool m_isRequested = false;
    bool m_isCancelled = false;
    bool m_isRetrying = false;
    bool m_isWorking = false;
};

} // namespace kagura
