// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatanswer.h"
#include "core/llm/dialects/dialect.h"

#include <QByteArray>
#include <QList>

namespace kagura::test {

//! What a decoder made of a stream.
struct Decoded
{
    QList<ChatEvent> events;
    ChatAnswer answer;
    std::optional<Error> failure;
};

//! Feeds the pieces, each from memory that is gone at once, and ends the stream.
[[nodiscard]] Decoded decode(DialectId dialect, const QList<QByteArray> &pieces);

//! JSON written with ' for ", so that a test can be read.
[[nodiscard]] QByteArray quoted(const char *text);

[[nodiscard]] QList<QByteArray> byteByByte(const QByteArray &wire);

//! JSON payloads as a stream of server-sent events with that line end, as text lines for NDJSON.
[[nodiscard]] QByteArray framed(DialectId dialect,
                                const QList<QByteArray> &payloads,
                                const QByteArray &lineEnd = "\n");

} // namespace kagura::test
