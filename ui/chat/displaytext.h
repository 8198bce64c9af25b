// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>

namespace kagura {

//! Makes text from a model or a person safe to look at: what the eye sees is what is there.
//!
//! Characters that reorder their surroundings unseen (embeddings, overrides, isolates) leave prose
//! and are spelled out in code, where a hidden one changes what a program seems to do; overrides are
//! spelled out everywhere. ANSI escapes and other control characters become their visible pictures,
//! invisible tag characters go. Line ends of every kind become '\n'; tabs stay.
//!
//! Text may come in pieces: one DisplayText per stream remembers what a piece's end leaves open.
//!
//! Thread: one. Lifetime: a value. Errors: none; an unpaired surrogate becomes U+FFFD.
//! Source: Unicode 15 UAX #9 (explicit directional formatting), UTR #36 and the "Trojan Source" report.
class DisplayText
{
public:
    enum class Ground : std::uint8_t { Prose, Code };

    [[nodiscard]] QString next(QStringView piece, Ground ground);

    //! A whole text at once.
    [[nodiscard]] static QString of(QStringView text, Ground ground = Ground::Prose);

    //! One line for titles and names: line ends and tabs become spaces.
    [[nodiscard]] static QString line(QStringView text);

    //! For a tool tip, which Qt reads as HTML if it looks like that, and then opens what it names.
    [[nodiscard]] static QString toolTip(QStringView text);

private:
    void append(char32_t point, Ground ground, QString &out);

    char16_t m_high = 0; // first half of a surrogate pair that a piece ended with
    bool m_afterReturn = false; // a piece ended with '\r', whose '\n' may follow
    bool m_inFlag = false; // tag characters belong to a flag
};

} // namespace kagura
