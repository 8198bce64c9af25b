// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/services.h"

#include <QObject>

#include <memory>
#include <optional>

namespace kagura {

//! The tier of answers that a team shares, on the side of the engine.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes before
//! everything else, and the services outlive it. Errors: in the signals.
class TeamDesk final : public QObject
{
    Q_OBJECT

public:
    explicit TeamDesk(QObject *parent = nullptr);
    ~TeamDesk() override;

    void start(Services &services);

    //! Says how it is, for a window that has just been made; start() does so by itself.
    void tellState();
    void setServer(const QString &address);
    void setName(const QString &name);
    void setKey(const Secret &key);
    void setPassword(const Secret &password);
    void makeKey();
    //! Asks the server; tested() follows.
    void test();

Q_SIGNALS:
    void stateChanged(const kagura::TeamState &state);
    void tested(const std::optional<kagura::Error> &failure, const kagura::RedisTier::Look &look);
    //! isKept: beyond this session.
    void keyMade(const kagura::Secret &key, bool isKept);
    void refused(const kagura::Error &error);

private:
    void keep(const char *name, const Secret &secret, const std::optional<Secret> &made);

    Services *m_services = nullptr;
    std::unique_ptr<SecretReply> m_reply;
};

} // namespace kagura
