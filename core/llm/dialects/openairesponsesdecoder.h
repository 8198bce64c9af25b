// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/streamdecoder.h"

#include <QMap>

namespace kagura {

//! OpenAI Responses: typed events, ended by response.completed, .incomplete, .failed or an error.
//!
//! Items are told apart by their output_index: at least one server changes their ids on the way.
//! Source: OpenAI API reference, "Responses, Streaming".
class OpenAiResponsesDecoder final : public StreamDecoder
{
public:
    OpenAiResponsesDecoder();

protected:
    void takeChunk(const JsonView &chunk, QByteArrayView type, QList<ChatEvent> &events) override;
    void takeWhole(const JsonView &body, QList<ChatEvent> &events) override;

private:
    struct Item
    {
        bool hasText = false; //!< text or reasoning of it was given out
        bool hasSummary = false;
        int callIndex = -1; //!< of a tool call among the calls
        QString name;
    };

    void takeDelta(const QString &type, const JsonView &chunk, QList<ChatEvent> &events);
    void beginItem(qint64 index, const JsonView &item, QList<ChatEvent> &events);
    void endItem(qint64 index, const JsonView &item, QList<ChatEvent> &events);
    void takeResponseEnd(const JsonView &response, QList<ChatEvent> &events);
    void takeFailure(const JsonView &carrier);

    QMap<qint64, Item> m_items; //!< by output_index
    int m_callCount = 0;
    bool m_hasRefused = false;
};

} // namespace kagura
