// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/explanationtable.h"
#include "core/chat/chatsession.h"
#include "core/llm/callrecorder.h"
#include "ui/chat/inspectedcall.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace kagura {

class Services;

//! Remembers the calls of this run of the program and reports of them, in the engine thread.
//!
//! The latest calls are remembered, as long as their requests together stay below a bound; of all others
//! the report says what the store knows. The one that is inspected is reported again while it goes.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before services and store.
//! Errors: notice().
class CallDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t keptCalls = 200;
    static constexpr qint64 keptBytes = 16 * 1024 * 1024; //!< of requests

    explicit CallDesk(QObject *parent = nullptr);
    ~CallDesk() override;

    void start(Services &services, ConversationStore &store);

    //! Writes down a call that just left.
    void watch(const SentCall &call);
    //! inspected() follows, and again when there is news, until another one is asked for or leave().
    void inspect(const QString &message);
    void leave();
    //! The calls of these messages are forgotten.
    void forget(const QStringList &messages);

    [[nodiscard]] std::size_t count() const { return m_calls.size(); }

Q_SIGNALS:
    void inspected(const kagura::InspectedCall &call);
    void notice(const QString &text);

private:
    struct Call
    {
        QString message;
        QString keyVariable;
        std::unique_ptr<CallRecorder> recorder;
        std::optional<CacheExplanation> explanation;
    };

    [[nodiscard]] Call *find(const QString &message);
    void explainMiss(const QString &message,
                     const Result<CallIdentity> &identity,
                     const CacheSpace &space);
    void shrink();
    void report();
    void reportSoon();

    Services *m_services = nullptr;
    ConversationStore *m_store = nullptr;
    std::deque<Call> m_calls; // the latest last
    QString m_inspected;
    bool m_isReportDue = false;
};

} // namespace kagura
