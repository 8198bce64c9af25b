// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/qttransport.h"
#include "tests/support/recordingsink.h"
#include "tests/support/scriptedserver.h"

#include <memory>

namespace kagura::test {

//! A call under way, and what came of it.
struct Call
{
    std::shared_ptr<RecordingSink> sink;
    std::unique_ptr<HttpCall> http;

    [[nodiscard]] Error::Kind failureKind() const
    {
        return sink->failure()
            .value_or(Error{Error::Kind::Internal, QStringLiteral("succeeded")})
            .kind;
    }
    [[nodiscard]] QString failureText() const
    {
        return sink->failure() ? sink->failure()->message : QString();
    }
};

inline Call send(Transport &transport,
                 const HttpRequest &request,
                 RecordingSink::Behaviour behaviour = {})
{
    Call call;
    call.sink = std::make_shared<RecordingSink>(std::move(behaviour));
    call.http = transport.send(request, call.sink);
    return call;
}

inline HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.method = "GET";
    request.url = url;
    return request;
}

inline HttpRequest postRequest(const QUrl &url, const QByteArray &body = "{\"model\":\"m\"}")
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    request.credentials = {{"Authorization", "Bearer ", Secret("sk-canary-7281")},
                           {"x-api-key", {}, Secret("sk-canary-7281")}};
    request.body = body;
    return request;
}

} // namespace kagura::test
