// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/llm/dialects/decoding.h"

namespace kagura::test {

Decoded decode(DialectId dialect, const QList<QByteArray> &pieces)
{
    const std::unique_ptr<ReplyDecoder> decoder = dialectFor(dialect).chatDecoder();
    Decoded decoded;
    for (const QByteArray &piece : pieces) {
        const QByteArray copy(piece.constData(), piece.size());
        if (!decoder->feed(copy, decoded.events))
            break;
    }
    decoded.failure = decoder->end(decoded.events);
    for (const ChatEvent &event : decoded.events)
        decoded.answer.apply(event);
    return decoded;
}

QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QList<QByteArray> byteByByte(const QByteArray &wire)
{
    QList<QByteArray> bytes;
    for (const char c : wire)
        bytes.append(QByteArray(1, c));
    return bytes;
}

QByteArray framed(DialectId dialect, const QList<QByteArray> &payloads, const QByteArray &lineEnd)
{
    QByteArray wire;
    for (const QByteArray &payload : payloads) {
        if (dialect == DialectId::Ollama)
            wire += payload + lineEnd;
        else
            wire += "data: " + payload + lineEnd + lineEnd;
    }
    return wire;
}

} // namespace kagura::test
