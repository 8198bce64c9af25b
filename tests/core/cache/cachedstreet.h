// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachingprovider.h"
#include "core/llm/dialects/dialect.h"
#include "core/llm/vendorprovider.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/faketransport.h"

#include <QList>
#include <QTest>

namespace kagura::test {

inline const QList<DialectId> AllDialects = {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                             DialectId::Anthropic, DialectId::Gemini,
                                             DialectId::Ollama};

//! A whole answer of a server in that dialect: "H\u00e9llo \U0001f600!" and the usage.
[[nodiscard]] QByteArray wireOf(DialectId dialect);

//! JSON payloads as a stream of server-sent events.
[[nodiscard]] QByteArray eventStream(const QList<QByteArray> &payloads);

//! A street of one vendor and a cache in memory.
struct CachedStreet
{
    explicit CachedStreet(DialectId dialect, const CachePolicy &policy = {});

    [[nodiscard]] std::unique_ptr<ChatReply> send(const QString &text,
                                                  CacheMode mode = CacheMode::ReadWrite);
    //! Answers the call that is about to leave; it does so a turn after send(), when the cache was asked.
    void play(const QByteArray &wire);

    FakeClock clock;
    FakeTransport transport;
    ResponseCache cache;
    VendorProvider vendor;
    CachingProvider caching;
};

} // namespace kagura::test
