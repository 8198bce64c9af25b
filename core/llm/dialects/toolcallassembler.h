// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatevent.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kagura {

//! Puts tool calls together from their pieces, as OpenAI-compatible servers send them: without index,
//! all with index 0, with gaps, with a new id on each piece, with empty ids and names, with arguments
//! before the name.
//!
//! Thread: one at a time, any. Lifetime: one answer. Errors: none; what is incomplete stays so.
class ToolCallAssembler
{
public:
    struct Piece
    {
        std::optional<qint64> index;
        QString id;
        QString name;
        QByteArray arguments;
        QByteArray signature;
        bool isWhole = false; //!< arguments came as an object: the call needs no further piece
    };

    //! Takes a piece and appends its ToolCallDelta.
    void add(const Piece &piece, QList<ChatEvent> &events);

    //! Appends every call as a whole; ids that are missing are made up. Nothing is left afterwards.
    void finish(QList<ChatEvent> &events);

    [[nodiscard]] bool isEmpty() const { return m_calls.isEmpty(); }
    void clear() { m_calls.clear(); }

private:
    struct Call
    {
        std::optional<qint64> index;
        ToolCall call;
        bool isWhole = false;
    };

    [[nodiscard]] qsizetype findFor(const Piece &piece) const;

    QList<Call> m_calls;
};

} // namespace kagura
