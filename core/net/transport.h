// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/httprequest.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace kagura {

//! Where the bytes of one answer go: the half of a decoder that lives in the network thread.
//!
//! Order of calls: head() at most once, then write() any number of times, then end() exactly once,
//! whatever happens, and nothing after it.
//!
//! Thread: every member is called in the network thread only; the sink crosses to its consumer by its
//! own means (see EventQueue). Lifetime: shared by the transport and the consumer. Errors: a sink never
//! throws; what it finds wrong in the bytes it reports to its consumer and answers Done.
class BodySink
{
public:
    //! What the sink wants next.
    enum class State : std::uint8_t {
        Open, //!< more, please
        Full, //!< the consumer is behind: stop reading until HttpCall::resume(), so that TCP pushes back
        Done, //!< the protocol's end mark was seen, or nothing more can be made of it: end the transfer
    };

    BodySink() = default;
    virtual ~BodySink();
    Q_DISABLE_COPY_MOVE(BodySink)

    virtual void head(const HttpHead &head) = 0;
    virtual State write(QByteArrayView bytes) = 0;

    //! failure: what the transport knows. Empty does NOT mean that the answer is whole (Qt 6.4 reports
    //! several kinds of truncation as success): only the protocol's own end mark says so.
    virtual void end(const std::optional<Error> &failure) = 0;

    //! Grows with every event that is more than a keep-alive; feeds Deadlines::progress.
    [[nodiscard]] virtual qint64 progress() const = 0;
};

//! The way to end or resume a call. Thread: any. Lifetime: the caller's; deleting it aborts.
class HttpCall
{
public:
    HttpCall() = default;
    virtual ~HttpCall();
    Q_DISABLE_COPY_MOVE(HttpCall)

    virtual void
    abort() = 0; //!< BodySink::end() follows with Cancelled, unless it was called before
    virtual void resume() = 0; //!< the sink that answered Full has room again
};

//! Puts requests on the wire: exactly one request reaches a server for one send(), redirects carry no
//! credential to another origin, and every error text is free of URLs and keys.
//!
//! Thread: send() from any. Lifetime: outlives its calls' use; destroying it ends them with Cancelled.
//! Errors: arrive at BodySink::end(): Network, Timeout, Protocol, Cancelled, BadRequest (a redirect
//! that is not followed).
class Transport
{
public:
    Transport() = default;
    virtual ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    [[nodiscard]] virtual std::unique_ptr<HttpCall> send(HttpRequest request,
                                                         std::shared_ptr<BodySink> sink) = 0;
};

} // namespace kagura
