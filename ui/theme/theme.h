// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

#include <cstdint>

namespace kagura {

enum class ColorToken : std::uint8_t {
    Background,
    Surface,
    Sunken,
    Hover,
    Selected,
    Border,
    StrongBorder,
    Text,
    Text2, //!< labels
    Text3, //!< quiet
    Accent,
    AccentSoft,
    OnAccent, //!< words on the one primary button
    Cached,
    CachedSoft,
    Ok,
    Wait,
    Fail,
    Doubt,
    Off,
    Brand, //!< the mark only
    CodeGround,
    CodeKeyword,
    CodeString,
    CodeNumber,
    CodeComment,
    CodeFunction,
    Shade, //!< of the one shadow, with its alpha
};

//! The steps of the type scale, in pixels at 100 % and the platform's usual 96 dpi.
enum class TypeSize : std::uint8_t { Tiny, Small, Body, Reading, Heading, Display, Code };

//! The looks of the program: colours, type, lengths and icons, in light or dark. The only place where
//! a colour, a font or a size is written down.
//!
//! All lengths come from px() and all fonts from font(), scaled alike, so that zoom and the system's
//! font size work everywhere.
//!
//! Thread: the GUI thread. Lifetime: a value; whoever shows something keeps what ThemeController last
//! announced. Errors: a missing icon is an empty one, and a test finds it.
class Theme
{
public:
    enum class Scheme : std::uint8_t { Light, Dark };

    explicit Theme(Scheme scheme = Scheme::Light, qreal scale = 1.0);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme == Scheme::Dark; }
    [[nodiscard]] qreal scale() const { return m_scale; }

    [[nodiscard]] QColor color(ColorToken token) const;

    //! The interface font: Inter where it is installed, else the platform's.
    [[nodiscard]] QFont font(TypeSize size, QFont::Weight weight = QFont::Normal) const;
    //! JetBrains Mono, else the platform's fixed font; without ligatures.
    [[nodiscard]] QFont codeFont() const;

    //! A length of the design (spacing 4, 8, 12, 16, 24, 32; radius 6 and 10; rows 32 …) in pixels.
    [[nodiscard]] int px(qreal length) const;

    //! An icon of resources/icons by its name, in that colour, sharp at every scale.
    [[nodiscard]] QIcon icon(const QString &name, ColorToken token = ColorToken::Text2) const;

    //! What Qt's own parts take their colours from.
    [[nodiscard]] QPalette palette() const;

    //! The form of buttons, fields, lists, menus and scroll bars.
    [[nodiscard]] QString styleSheet() const;

    bool operator==(const Theme &) const = default;

private:
    Scheme m_scheme;
    qreal m_scale;
};

} // namespace kagura
