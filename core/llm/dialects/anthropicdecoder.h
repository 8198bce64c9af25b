// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/streamdecoder.h"

#include <QMap>

namespace kagura {

//! Anthropic Messages: complete with message_stop and with nothing else.
//! Source: Anthropic API reference, "Streaming Messages".
class AnthropicDecoder final : public StreamDecoder
{
public:
    AnthropicDecoder();

protected:
    void takeChunk(const JsonView &chunk, QByteArrayView type, QList<ChatEvent> &events) override;
    void takeWhole(const JsonView &body, QList<ChatEvent> &events) override;

private:
    struct Block
    {
        QString type;
        ToolCall call;
        QByteArray signature;
        int callIndex = -1;
    };

    void beginMessage(const JsonView &message, QList<ChatEvent> &events);
    void beginBlock(qint64 index, const JsonView &block, QList<ChatEvent> &events);
    void takeDelta(qint64 index, const JsonView &delta, QList<ChatEvent> &events);
    void endBlock(qint64 index, QList<ChatEvent> &events);
    void takeStop(const JsonView &carrier);
    void finish(QList<ChatEvent> &events);

    QMap<qint64, Block> m_open; //!< by content block index
    QString m_stopReason;
    int m_callCount = 0;
    bool m_hasBegun = false;
    bool m_hasBlocks = false;
};

} // namespace kagura
