// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/localserver.h"

#include <QList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace kagura {

class Transport;

//! Looks for model servers on the loopback address, all ports at once, and tells products apart by
//! what they answer: three of them share port 8000 and two 8080.
//!
//! Nothing but GET requests for public paths leaves, without a proxy and without a credential. Each
//! server that is found is announced once; finished() comes when all ports have answered or the limit
//! has passed, and both are a success.
//!
//! Thread: the engine thread. Lifetime: the caller's; deleting it aborts. The transport outlives it.
//! Errors: Cancelled only; a port that does not answer is no server.
class LocalProbe final : public Handle
{
    Q_OBJECT

public:
    LocalProbe(Transport &transport,
               const QList<int> &ports,
               std::chrono::milliseconds limit = std::chrono::seconds(2));
    ~LocalProbe() override;

    //! The ports that the known products use by default.
    [[nodiscard]] static QList<int> usualPorts();

    //! What was found so far, by port.
    [[nodiscard]] QList<LocalServer> servers() const;

    void cancel() override;

Q_SIGNALS:
    void found(const kagura::LocalServer &server);

private:
    class PortProbe;

    void settlePort(PortProbe &port);
    void settle(std::optional<Error> failure = std::nullopt);

    std::vector<std::unique_ptr<PortProbe>> m_ports;
    QTimer m_limit;
};

} // namespace kagura
