// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"

#include <memory>

namespace kagura {

class NetworkWorker;

//! Transport over QNetworkAccessManager, with the guards that Qt 6.4 needs.
//!
//! One network thread owns all managers, a pool of them per origin and network profile with at most six
//! live replies each (Qt's limit for HTTP/1.1), so that 24 calls to one host really run at once. Each
//! deadline is ours. A manager whose own thread hangs in an endless header is found out by a question
//! that can only fail at once, parked, and destroyed in a thread where its five seconds hurt nobody;
//! its connection is cut, or it would be read on for as long as the server sends. What remains is at
//! most a second of one core and the 1 MB a second that Qt, which reads headers byte by byte, stores.
//!
//! Thread: send() and the calls from any. Lifetime: destroying it ends all calls with Cancelled and
//! joins the network thread. Errors: see Transport.
//! Source: the traps are QTBUG-75573 (a POST is sent again), the limit of six connections a host, the
//! redirect that carries every header, and truncated bodies that end without an error, all in 6.4.2.
class QtTransport final : public Transport
{
public:
    QtTransport();
    ~QtTransport() override;

    [[nodiscard]] std::unique_ptr<HttpCall> send(HttpRequest request,
                                                 std::shared_ptr<BodySink> sink) override;

private:
    std::shared_ptr<NetworkWorker> m_worker;
};

} // namespace kagura
