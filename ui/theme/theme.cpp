// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/iconengine.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <array>
#include <cmath>

// A static library's resources are linked only where somebody asks for them, outside any namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct TokenPair
{
    QRgb light;
    QRgb dark;
};

// In the order of ColorToken.
constexpr std::array<TokenPair, 33> Colors = {{
    {0xffFAF9F7, 0xff17181B}, // Background
    {0xffFFFFFF, 0xff1E2024}, // Surface
    {0xffF2F0EB, 0xff131416}, // Sunken
    {0xffEDEAE4, 0xff272A2F}, // Hover
    {0xffE6EBF5, 0xff26304A}, // Selected
    {0xffE2DED6, 0xff2D3036}, // Border
    {0xffCBC6BC, 0xff43474F}, // StrongBorder
    {0xff1F1E1B, 0xffE9E7E2}, // Text
    {0xff625E57, 0xffABA79F}, // Text2
    {0xff6F6A61, 0xff8F8B84}, // Text3
    {0xff34539B, 0xff8FA9EA}, // Accent
    {0xff2A4585, 0xffA6BBF0}, // AccentHover
    {0xffE6EBF5, 0xff26304A}, // AccentSoft
    {0xffFFFFFF, 0xff12141A}, // OnAccent
    {0xff1B7261, 0xff5CC4AE}, // Cached
    {0xffDFF1EC, 0xff16332D}, // CachedSoft
    {0xff2E7545, 0xff71C08A}, // Ok
    {0xffE1F0E5, 0xff1B3123}, // OkSoft
    {0xff8F5E0A, 0xffDDAA55}, // Wait
    {0xffF8EDD8, 0xff362A14}, // WaitSoft
    {0xffAE3427, 0xffEC8478}, // Fail
    {0xffF9E5E2, 0xff3C1F1C}, // FailSoft
    {0xff70479A, 0xffBE98E4}, // Doubt
    {0xffEFE7F6, 0xff2F2440}, // DoubtSoft
    {0xff6F6A61, 0xff8F8B84}, // Off
    {0xffC8402F, 0xffE0624F}, // Brand
    {0xffF5F3EF, 0xff16181B}, // CodeGround
    {0xff8A3FA0, 0xffCF9BE0}, // CodeKeyword
    {0xff2E7545, 0xff8BCB9B}, // CodeString
    {0xff9A5A00, 0xffE2B36B}, // CodeNumber
    {0xff6F6A61, 0xff8F8B84}, // CodeComment
    {0xff34539B, 0xff8FA9EA}, // CodeFunction
    {0x1a1F1E1B, 0x66000000}, // Shade
}};

struct TypeStep
{
    qreal size;
    qreal line;
};

// In the order of TypeSize.
constexpr std::array<TypeStep, 8> Types = {
    {{11, 16}, {12, 18}, {13, 20}, {15, 24}, {18, 26}, {22, 30}, {24, 32}, {12.5, 20}}};

constexpr const TypeStep &typeStep(TypeSize size)
{
    return Types.at(static_cast<std::size_t>(size));
}

// The wished-for family first; Qt goes on to the next one where it is not installed.
QStringList families(const QString &wished, QFontDatabase::SystemFont other)
{
    QStringList names = QFontDatabase::systemFont(other).families();
    names.prepend(wished);
    return names;
}

} // namespace

Theme::Theme(Scheme scheme, qreal scale)
    : m_scheme(scheme)
    , m_scale(scale)
{}

QColor Theme::color(ColorToken token) const
{
    const TokenPair &pair = Colors.at(static_cast<std::size_t>(token));
    return QColor::fromRgba(isDark() ? pair.dark : pair.light);
}

QFont Theme::font(TypeSize size, QFont::Weight weight) const
{
    static const QStringList names = families(u"Inter"_s, QFontDatabase::GeneralFont);
    QFont font(names);
    // Points would follow the screen's dpi a second time; the scale already holds the user's font size.
    font.setPixelSize(static_cast<int>(std::lround(typeStep(size).size * m_scale)));
    font.setWeight(weight);
    return font;
}

QFont Theme::codeFont() const
{
    static const QStringList names = families(u"JetBrains Mono"_s, QFontDatabase::FixedFont);
    QFont font(names);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    // Half pixels are wanted here, and only a size in points can have them.
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dotsPerInch = screen != nullptr ? screen->logicalDotsPerInchY() : 96.0;
    font.setPointSizeF(typeStep(TypeSize::Code).size * m_scale * 72.0 / dotsPerInch);
    return font;
}

int Theme::lineHeight(TypeSize size) const
{
    return px(typeStep(size).line);
}

int Theme::px(qreal length) const
{
    return std::max(1, static_cast<int>(std::lround(length * m_scale)));
}

QIcon Theme::icon(const QString &name, ColorToken token) const
{
    initIcons();
    return QIcon(
        new IconEngine(u":/icons/%1.svg"_s.arg(name),
                       {color(token), color(ColorToken::Accent), color(ColorToken::Text3)}));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [this, &palette](QPalette::ColorRole role, ColorToken token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, ColorToken::Background);
    set(QPalette::Base, ColorToken::Surface);
    set(QPalette::AlternateBase, ColorToken::Sunken);
    set(QPalette::Button, ColorToken::Surface);
    set(QPalette::ToolTipBase, ColorToken::Surface);
    set(QPalette::Mid, ColorToken::Border);
    set(QPalette::Dark, ColorToken::StrongBorder);
    set(QPalette::Light, ColorToken::Surface);
    set(QPalette::Highlight, ColorToken::Selected);
    set(QPalette::HighlightedText, ColorToken::Text);
    set(QPalette::Link, ColorToken::Accent);
    set(QPalette::PlaceholderText, ColorToken::Text3);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, ColorToken::Text);
        palette.setColor(QPalette::Disabled, role, color(ColorToken::Text3));
    }
    return palette;
}

} // namespace kagura
