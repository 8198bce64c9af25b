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
    AccentHover,
    AccentSoft,
    OnAccent, //!< words on the one primary button
    Cached,
    CachedSoft,
    Ok,
    OkSoft,
    Wait,
    WaitSoft,
    Fail,
    FailSoft,
    Doubt,
    DoubtSoft,
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
enum class TypeSize : std::uint8_t { Tiny, Small, Body, Reading, Heading, Greeting, Display, Code };

//! The steps of spacing.
enum class Space : std::uint8_t {
    Tight = 4,
    Small = 8,
    Medium = 12,
    Large = 16,
    Wide = 24,
    Huge = 32
};

//! The measures that the frame and its parts share.
enum class Measure : std::uint16_t {
    Hairline = 1,
    FocusRing = 2,
    ControlRadius = 6,
    CardRadius = 10,
    Dot = 7, //!< of a state, beside its word
    ScrollBar = 10,
    Icon = 16,
    RailIcon = 20,
    Chip = 20,
    Mark = 28,
    StatusBar = 28,
    Control = 30,
    Row = 32,
    RailButton = 44,
    Head = 48,
    Rail = 56,
    Sidebar = 272,
    Column = 760, //!< widest text
};

//! The looks of the program: colours, type, lengths and icons, in light or dark. The only place where
//! a colour, a font or a size is written down.
//!
//! All lengths come from px() and all fonts from font(), scaled alike, so that zoom and the system's
//! font size work everywhere. Buttons, fields, menus and scroll bars are dressed by KaguraStyle and
//! need nothing; whoever paints, sets a font or shows an icon does it again at ThemeController::changed():
//!
//!     connect(&themes, &ThemeController::changed, this, &Part::setTheme);
//!     setTheme(themes.theme());
//!     …
//!     m_title->setFont(theme.font(TypeSize::Reading, QFont::DemiBold));
//!     painter.fillRect(rect, theme.color(ColorToken::Sunken));
//!     layout()->setSpacing(theme.px(Space::Small));
//!     button->setIcon(theme.icon(u"plus"_s)); // resources/icons/plus.svg
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

    //! How far the baselines of that type stand apart.
    [[nodiscard]] int lineHeight(TypeSize size) const;

    //! A length in pixels, never less than one. Where neither a Space nor a Measure fits, a part may
    //! have a measure of its own, named beside it.
    [[nodiscard]] int px(Space space) const { return px(static_cast<qreal>(space)); }
    [[nodiscard]] int px(Measure measure) const { return px(static_cast<qreal>(measure)); }
    [[nodiscard]] int px(qreal length) const;

    //! An icon of resources/icons by its name, in that colour, sharp at every scale; in the accent
    //! colour on a button that is checked. One that is not there is null.
    [[nodiscard]] QIcon icon(const QString &name, ColorToken token = ColorToken::Text2) const;

    //! What Qt's own parts take their colours from.
    [[nodiscard]] QPalette palette() const;

    bool operator==(const Theme &) const = default;

private:
    Scheme m_scheme;
    qreal m_scale;
};

} // namespace kagura
