// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/iconengine.h"

#include <QFontDatabase>
#include <QFontInfo>

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
constexpr std::array<TokenPair, 28> Colors = {{
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
    {0xffE6EBF5, 0xff26304A}, // AccentSoft
    {0xffFFFFFF, 0xff17181B}, // OnAccent
    {0xff1B7261, 0xff5CC4AE}, // Cached
    {0xffDFF1EC, 0xff16332D}, // CachedSoft
    {0xff2E7545, 0xff71C08A}, // Ok
    {0xff8F5E0A, 0xffDDAA55}, // Wait
    {0xffAE3427, 0xffEC8478}, // Fail
    {0xff70479A, 0xffBE98E4}, // Doubt
    {0xff6F6A61, 0xff8F8B84}, // Off
    {0xffC8402F, 0xffE0624F}, // Brand
    {0xffF5F3EF, 0xff16181B}, // CodeGround
    {0xff8A3FA0, 0xffCF9BE0}, // CodeKeyword
    {0xff2E7545, 0xff8BCB9B}, // CodeString
    {0xff9A5A00, 0xffE2B36B}, // CodeNumber
    {0xff8B857A, 0xff77736C}, // CodeComment
    {0xff34539B, 0xff8FA9EA}, // CodeFunction
    {0x1a1F1E1B, 0x66000000}, // Shade
}};

// In the order of TypeSize.
constexpr std::array<qreal, 7> Sizes = {11, 12, 13, 15, 18, 24, 12.5};

QString interfaceFamily()
{
    static const QString family = QFontDatabase::hasFamily(u"Inter"_s)
        ? u"Inter"_s
        : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return family;
}

QString codeFamily()
{
    static const QString family = QFontDatabase::hasFamily(u"JetBrains Mono"_s)
        ? u"JetBrains Mono"_s
        : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return family;
}

// Replaces $name and $12px in the sheet below.
QString resolved(QString sheet, const Theme &theme)
{
    const std::array<std::pair<const char *, ColorToken>, 17> names = {{
        {"$background", ColorToken::Background},
        {"$surface", ColorToken::Surface},
        {"$sunken", ColorToken::Sunken},
        {"$hover", ColorToken::Hover},
        {"$selected", ColorToken::Selected},
        {"$strongBorder", ColorToken::StrongBorder},
        {"$border", ColorToken::Border},
        {"$text2", ColorToken::Text2},
        {"$text3", ColorToken::Text3},
        {"$text", ColorToken::Text},
        {"$accentSoft", ColorToken::AccentSoft},
        {"$onAccent", ColorToken::OnAccent},
        {"$accent", ColorToken::Accent},
        {"$fail", ColorToken::Fail},
        {"$cachedSoft", ColorToken::CachedSoft},
        {"$cached", ColorToken::Cached},
        {"$wait", ColorToken::Wait},
    }};
    for (const auto &[name, token] : names)
        sheet.replace(QLatin1String(name), theme.color(token).name());
    for (const int length : {30, 24, 16, 12, 10, 8, 6, 4, 3, 2, 1})
        sheet.replace(u"$%1px"_s.arg(length), u"%1px"_s.arg(theme.px(length)));
    return sheet;
}

const char *const Sheet = R"(
QToolTip { color: $text; background: $surface; border: 1px solid $border; padding: $4px $8px; }
QPushButton { min-height: $30px; max-height: $30px; padding: 0 $12px; border: 1px solid $strongBorder; border-radius: $6px;
  background: $surface; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 0 $10px; }
QPushButton:disabled { background: $sunken; border-color: $border; color: $text3; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $onAccent; font-weight: 600; }
QPushButton[role="primary"]:disabled { background: $sunken; border-color: $border; color: $text3; }
QPushButton[role="danger"] { border-color: $fail; color: $fail; font-weight: 600; }
QPushButton[role="quiet"] { border-color: transparent; background: transparent; color: $text2; }
QPushButton[role="quiet"]:hover { background: $hover; color: $text; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] { border-color: transparent; background: transparent; color: $accent; font-weight: 500; }
QPushButton[role="link"]:focus { border: 2px solid $accent; }
QToolButton { border: 1px solid transparent; border-radius: $6px; background: transparent; color: $text2; padding: $4px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $selected; }
QToolButton:focus { border: 2px solid $accent; }
QLineEdit, QComboBox, QSpinBox { min-height: $30px; padding: 0 $8px; border: 1px solid $strongBorder; border-radius: $6px;
  background: $surface; color: $text; selection-background-color: $accent; selection-color: $onAccent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; }
QLineEdit:disabled { background: $sunken; border-color: $border; color: $text3; }
QComboBox::drop-down { border: 0; width: $24px; }
QMenu { background: $surface; border: 1px solid $border; border-radius: $6px; padding: $4px; }
QMenu::item { padding: $6px $24px $6px $12px; border-radius: $4px; color: $text; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $border; margin: $4px $8px; }
QScrollBar:vertical { width: $10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: $10px; background: transparent; margin: 0; }
QScrollBar::handle { background: $strongBorder; border-radius: $3px; margin: $2px; min-height: $24px; min-width: $24px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QDialog { background: $surface; }
)";

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
    QFont font(interfaceFamily());
    // Points would follow the screen's dpi a second time; the scale already holds the user's font size.
    font.setPixelSize(
        static_cast<int>(std::lround(Sizes.at(static_cast<std::size_t>(size)) * m_scale)));
    font.setWeight(weight);
    return font;
}

QFont Theme::codeFont() const
{
    QFont font(codeFamily());
    font.setPixelSize(static_cast<int>(
        std::lround(Sizes.at(static_cast<std::size_t>(TypeSize::Code)) * m_scale)));
    font.setFixedPitch(true);
    font.setStyleHint(QFont::Monospace);
    return font;
}

int Theme::px(qreal length) const
{
    return static_cast<int>(std::lround(length * m_scale));
}

QIcon Theme::icon(const QString &name, ColorToken token) const
{
    initIcons();
    return QIcon(
        new IconEngine(u":/icons/%1.svg"_s.arg(name), color(token), color(ColorToken::Text3)));
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
    set(QPalette::Highlight, ColorToken::Accent);
    set(QPalette::HighlightedText, ColorToken::OnAccent);
    set(QPalette::Link, ColorToken::Accent);
    set(QPalette::PlaceholderText, ColorToken::Text3);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, ColorToken::Text);
        palette.setColor(QPalette::Disabled, role, color(ColorToken::Text3));
    }
    return palette;
}

QString Theme::styleSheet() const
{
    return resolved(QString::fromLatin1(Sheet), *this);
}

} // namespace kagura
