// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/services.h"
#include "core/chat/contextestimate.h"
#include "core/chat/conversationstore.h"
#include "core/chat/ledger.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kagura {

//! Adds up what was spent, and estimates what the next message takes, in the engine thread. A question
//! that is asked again takes back the one before, so that nothing piles up while somebody types.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: with the engine; services, database
//! and store outlive it. Errors: none; what cannot be read is not told.
class LedgerDesk final : public QObject
{
    Q_OBJECT

public:
    explicit LedgerDesk(QObject *parent = nullptr);
    ~LedgerDesk() override;

    void start(Services &services, Database &database, ConversationStore &store);

    //! The conversation whose totals are told, now and after each of its answers; empty: none.
    void watch(const QString &conversation);
    //! draft: what is being written; system: the system text of a new conversation.
    void estimate(const QString &conversation,
                  const ModelRef &model,
                  const QString &draft,
                  const QString &system);

Q_SIGNALS:
    void conversationSpent(const QString &conversation, const kagura::Spending &spending);
    void spent(const kagura::Spending &today, const kagura::Spending &month);
    void estimated(const kagura::ContextEstimate &estimate);

private:
    void addUpConversation();
    void addUpDays();
    void price(ContextEstimate estimate, const ModelRef &model);

    Services *m_services = nullptr;
    ConversationStore *m_store = nullptr;
    std::unique_ptr<Ledger> m_ledger;
    QString m_watched;
    QTimer m_midnight;
    LatestRead m_conversationRead;
    LatestRead m_todayRead;
    LatestRead m_monthRead;
    LatestRead m_estimateRead;
};

} // namespace kagura
