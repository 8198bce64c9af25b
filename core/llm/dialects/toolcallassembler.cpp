// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/toolcallassembler.h"

namespace kagura {

// -1: a new call begins.
qsizetype ToolCallAssembler::findFor(const Piece &piece) const
{
    for (qsizetype i = m_calls.size() - 1; i >= 0; --i) {
        const Call &known = m_calls.at(i);
        if (!piece.id.isEmpty() && known.call.id == piece.id)
            return i;
        if (piece.index && known.index == piece.index) {
            // Parallel calls that all claim index 0 differ in their id and begin with a name; a server
            // that puts a new id on each piece sends no second name.
            const bool beginsAnew = !piece.name.isEmpty() && !known.call.name.isEmpty()
                && (known.isWhole || piece.name != known.call.name
                    || (!piece.id.isEmpty() && piece.id != known.call.id));
            return beginsAnew ? -1 : i;
        }
    }
    if (piece.index || m_calls.isEmpty())
        return -1;
    // Neither index nor known id: it goes on with the last call, unless it clearly begins one.
    const Call &last = m_calls.constLast();
    const bool beginsAnew =
        !piece.name.isEmpty() && (!piece.id.isEmpty() || last.isWhole || !last.call.name.isEmpty());
    return beginsAnew ? -1 : m_calls.size() - 1;
}

void ToolCallAssembler::add(const Piece &piece, QList<ChatEvent> &events)
{
    qsizetype at = findFor(piece);
    if (at < 0) {
        Call begun;
        begun.index = piece.index;
        begun.call.arguments.clear();
        m_calls.append(begun);
        at = m_calls.size() - 1;
    }
    Call &known = m_calls[at];
    if (known.call.id.isEmpty())
        known.call.id = piece.id;
    if (known.call.name.isEmpty())
        known.call.name = piece.name;
    if (!piece.signature.isEmpty())
        known.call.signature = piece.signature;
    known.call.arguments += piece.arguments;
    known.isWhole = known.isWhole || piece.isWhole;
    events.append(ToolCallDelta{static_cast<int>(at), known.call.name, piece.arguments});
}

void ToolCallAssembler::finish(QList<ChatEvent> &events)
{
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        ToolCall call = m_calls.at(i).call;
        if (call.id.isEmpty())
            call.id = QStringLiteral("call_%1").arg(i + 1);
        if (call.arguments.trimmed().isEmpty())
            call.arguments = "{}";
        events.append(call);
    }
    m_calls.clear();
}

} // namespace kagura
