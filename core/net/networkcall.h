// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/managerpool.h"
#include "core/net/transport.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace kagura {

//! One request on its way: deadlines, redirects, back-pressure, and the one end() of its sink.
//!
//! Thread: the network thread. Lifetime: NetworkWorker's; done() comes once the connection is no longer
//! needed, which may be a moment after the sink's end(). Errors: at the sink.
class NetworkCall final : public QObject
{
    Q_OBJECT

public:
    NetworkCall(ManagerPool &pool, HttpRequest request, std::shared_ptr<BodySink> sink);
    ~NetworkCall() override;

    void start();
    void abort(const Error &reason);
    void shutDown(const Error &reason); //!< abort() without a look at the manager, which dies next
    void resume();

Q_SIGNALS:
    void done();

private:
    using Time = std::chrono::steady_clock::time_point;

    void dispatch();
    void watch(QNetworkReply *reply);
    void readHead();
    void readBody();
    void replyFinished();
    [[nodiscard]] std::optional<Error> judgeEnd() const;
    [[nodiscard]] std::optional<Error> redirect();
    void drainAndEnd();
    void finish(const std::optional<Error> &failure);
    void releaseReply();

    void armTimer();
    void checkDeadlines();
    [[nodiscard]] std::optional<Time> nextDeadline() const;

    ManagerPool &m_pool;
    HttpRequest m_request;
    std::shared_ptr<BodySink> m_sink;
    std::shared_ptr<ManagerPool::Slot> m_slot;
    QPointer<QNetworkReply> m_reply;
    QTimer m_timer;
    QString m_tlsFault; //!< what is wrong with the server's certificate, in words

    Time m_startedAt;
    Time m_dispatchedAt; //!< of the current hop
    Time m_nextLookAt; //!< whether a header without end keeps us waiting
    Time m_lastByteAt;
    Time m_lastProgressAt;
    qint64 m_seenProgress = 0;
    qint64 m_bodyBytes = 0;
    int m_redirects = 0;
    int m_status = 0; //!< of the current hop
    bool m_isSent = false; //!< the request of the current hop is on the wire
    bool m_hasHead = false;
    bool m_isRedirect = false; //!< the answer of this hop is not the answer
    bool m_isFull = false; //!< the sink wants a pause
    bool m_isEnded = false; //!< the sink has had its end()
};

} // namespace kagura
