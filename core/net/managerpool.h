// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/net/httprequest.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace kagura {

//! The managers of one network thread: per origin and network profile as many as its live calls need.
//!
//! Thread: the network thread. Lifetime: outlives the calls. Errors: acquire() fails with BadRequest
//! when the profile names a certificate file that cannot be read, or a proxy that is none.
class ManagerPool final : public QObject
{
    Q_OBJECT

public:
    //! Qt opens at most six HTTP/1.1 connections a host and manager and queues the rest unseen.
    static constexpr int RepliesPerManager = 6;

    //! A manager of ours and how busy it is. release() it when the reply has ended.
    class Slot
    {
    public:
        Slot(QString slotOrigin, NetworkProfile slotProfile);

        QString origin;
        NetworkProfile profile;
        quint16 peerPort = 0; //!< of the server, or of the profile's proxy
        QSslConfiguration tls;
        std::unique_ptr<QNetworkAccessManager> manager;
        int live = 0;
        int patience = 0; //!< how many more times an open question is waited for
        bool isParked = false; //!< gets no further call
        bool isBeingAsked = false;
        QString tlsFault; //!< Qt tells one call what is wrong with a certificate and fails all
        std::chrono::steady_clock::time_point idleSince;
    };

    ManagerPool();
    ~ManagerPool() override;

    [[nodiscard]] Result<std::shared_ptr<Slot>> acquire(const QUrl &url,
                                                        const NetworkProfile &profile);
    void release(const std::shared_ptr<Slot> &slot);

    //! A call on this manager ended before its answer began. If the manager's own thread does not
    //! answer either, the manager is parked, its flood is cut, and hung() tells its other calls to end.
    void suspect(const std::shared_ptr<Slot> &slot);

    //! A call has been waiting for its answer for a while: suspect() if a flood is to be seen.
    void look(const std::shared_ptr<Slot> &slot);

    [[nodiscard]] int managerCount() const { return static_cast<int>(m_slots.size()); }

Q_SIGNALS:
    void hung(const kagura::ManagerPool::Slot *slot);

private:
    void waitForAnswer(const std::shared_ptr<Slot> &slot);
    void park(const std::shared_ptr<Slot> &slot);
    void cutFlood(quint16 peerPort, int triesLeft);
    void reap(Slot &slot);
    void dropIdle();
    [[nodiscard]] Result<std::shared_ptr<Slot>> makeSlot(const QUrl &url,
                                                         const NetworkProfile &profile);

    std::vector<std::shared_ptr<Slot>> m_slots;
    QTimer m_idleTimer;
    QThread *m_reaper = nullptr; //!< made when the first manager hangs
};

} // namespace kagura
