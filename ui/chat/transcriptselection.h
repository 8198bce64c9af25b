// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptflow.h"

#include <optional>

namespace kagura {

//! What is selected in a transcript, from an anchor to where the pointer went.
//!
//! Thread: the GUI thread. Lifetime: with its view. Errors: none; rows that went away select nothing.
class TranscriptSelection
{
public:
    enum class Unit : std::uint8_t { Character, Word, Paragraph };

    [[nodiscard]] bool isEmpty() const { return m_from == m_to; }
    [[nodiscard]] const TextPlace &from() const { return m_from; }
    [[nodiscard]] const TextPlace &to() const { return m_to; }

    //! Where the pointer or the keyboard went last.
    [[nodiscard]] const std::optional<TextPlace> &head() const { return m_head; }

    void clear();
    //! Begins at a place; word and paragraph select theirs at once and grow by whole ones.
    void begin(const TranscriptFlow &flow, const TextPlace &place, Unit unit);
    void extend(const TranscriptFlow &flow, const TextPlace &place);
    void selectRows(int first, int last);

    //! Rows were inserted or removed before the selected ones.
    void shift(int firstRow, int by);

    //! As displayed; messages are separated by an empty line.
    [[nodiscard]] QString text(const TranscriptFlow &flow,
                               int rowCount,
                               BlockWriter::Format format = BlockWriter::Format::Plain) const;

private:
    [[nodiscard]] static std::pair<TextPlace, TextPlace> around(const TranscriptFlow &flow,
                                                                const TextPlace &place,
                                                                Unit unit);

    Unit m_unit = Unit::Character;
    std::pair<TextPlace, TextPlace> m_anchor;
    TextPlace m_from;
    TextPlace m_to;
    std::optional<TextPlace> m_head;
};

} // namespace kagura
