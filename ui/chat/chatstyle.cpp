// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/chatstyle.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

void setFonts(ChatStyle &style, const Theme &theme)
{
    style.textFont = theme.font(TypeSize::Reading);
    style.labelFont = theme.font(TypeSize::Body);
    style.labelMediumFont = theme.font(TypeSize::Body, QFont::Medium);
    style.labelStrongFont = theme.font(TypeSize::Body, QFont::DemiBold);
    style.headingFont = theme.font(TypeSize::Small, QFont::DemiBold);
    style.smallFont = theme.font(TypeSize::Small);
    style.smallMediumFont = theme.font(TypeSize::Small, QFont::Medium);
    style.titleFont = theme.font(TypeSize::Reading, QFont::DemiBold);
    style.greetingFont = theme.font(TypeSize::Greeting, QFont::DemiBold);
    style.codeFont = theme.codeFont();
    style.blockHeadingFonts = {theme.font(TypeSize::Greeting, QFont::DemiBold),
                               theme.font(TypeSize::Heading, QFont::DemiBold),
                               theme.font(TypeSize::Reading, QFont::DemiBold),
                               theme.font(TypeSize::Body, QFont::DemiBold)};
    style.cellHeaderFont = theme.font(TypeSize::Body, QFont::DemiBold);
    style.textLine = theme.px(24);
    style.labelLine = theme.px(20);
    style.codeLine = theme.px(20);
    style.textCharacter = QFontMetricsF(style.textFont).averageCharWidth();
    style.codeCharacter = QFontMetricsF(style.codeFont).averageCharWidth();
}

void setMeasures(ChatStyle &style, const Theme &theme)
{
    style.column = theme.px(Measure::Column);
    style.margin = theme.px(Space::Huge);
    style.messagePad = theme.px(14);
    style.bubbleIndent = theme.px(96);
    style.bubblePadX = theme.px(14);
    style.bubblePadY = theme.px(10);
    style.paragraphGap = theme.px(10);
    style.codePadX = theme.px(14);
    style.codePadY = theme.px(10);
    style.codeBar = theme.px(30);
    style.codeGapAbove = theme.px(Space::Tight);
    style.codeGapBelow = theme.px(Space::Medium);
    style.headingGap = theme.px(20);
    style.headingGapBelow = theme.px(6);
    style.tightGap = theme.px(2);
    style.itemIndent = theme.px(22);
    style.quoteIndent = theme.px(Space::Large);
    style.quoteBar = theme.px(3);
    style.bullet = theme.px(5);
    style.ruleHeight = theme.px(9);
    style.hairline = theme.px(Measure::Hairline);
    style.cellPadX = theme.px(10);
    style.cellPadY = theme.px(6);
    style.footer = theme.px(20);
    style.chip = theme.px(Measure::Chip);
    style.footerGap = theme.px(2);
    style.icon = theme.px(Measure::Icon);
    style.gap = theme.px(Space::Small);
    style.cardPad = theme.px(Space::Medium);
    style.button = theme.px(Measure::Control);
    style.cardRadius = theme.px(Measure::CardRadius);
    style.controlRadius = theme.px(Measure::ControlRadius);
    style.focusWidth = theme.px(Measure::FocusRing);
    style.caret = theme.px(8);
    style.listRow = theme.px(Measure::Row);
    style.listHeading = theme.px(34);
    style.listPad = theme.px(Space::Large);
    style.foundRow = theme.px(60);
    style.head = theme.px(Measure::Head);
    style.pad = theme.px(Space::Large);
    style.wide = theme.px(Space::Wide);
    style.shadow = theme.px(Space::Large);
    style.sidebar = theme.px(Measure::Sidebar);
}

void setColors(ChatStyle &style, const Theme &theme)
{
    style.page = theme.color(ColorToken::Background);
    style.ground = theme.color(ColorToken::Surface);
    style.text = theme.color(ColorToken::Text);
    style.text2 = theme.color(ColorToken::Text2);
    style.text3 = theme.color(ColorToken::Text3);
    style.bubble = theme.color(ColorToken::Sunken);
    style.codeGround = theme.color(ColorToken::CodeGround);
    style.border = theme.color(ColorToken::Border);
    style.strongBorder = theme.color(ColorToken::StrongBorder);
    style.hover = theme.color(ColorToken::Hover);
    style.selected = theme.color(ColorToken::Selected);
    style.sunken = theme.color(ColorToken::Sunken);
    style.accent = theme.color(ColorToken::Accent);
    style.accentSoft = theme.color(ColorToken::AccentSoft);
    style.fail = theme.color(ColorToken::Fail);
    style.failSoft = theme.color(ColorToken::FailSoft);
    style.wait = theme.color(ColorToken::Wait);
    style.waitSoft = theme.color(ColorToken::WaitSoft);
    style.cached = theme.color(ColorToken::Cached);
    style.cachedSoft = theme.color(ColorToken::CachedSoft);
    style.shade = theme.color(ColorToken::Shade);
}

std::shared_ptr<const LeafLook> lookOf(const ChatStyle &style, const Theme &theme)
{
    auto look = std::make_shared<LeafLook>();
    look->codeFont = style.codeFont;
    look->link = style.accent;
    look->quiet = style.text2;
    look->codeGround = style.codeGround;
    look->tokens = {style.text,
                    theme.color(ColorToken::CodeKeyword),
                    theme.color(ColorToken::CodeString),
                    theme.color(ColorToken::CodeNumber),
                    theme.color(ColorToken::CodeComment),
                    theme.color(ColorToken::CodeFunction)};
    return look;
}

} // namespace

ChatStyle ChatStyle::of(const Theme &theme)
{
    ChatStyle style;
    setFonts(style, theme);
    setMeasures(style, theme);
    setColors(style, theme);
    style.look = lookOf(style, theme);
    for (const char *name :
         {"arrow-down", "book", "chevron-down", "chevron-right", "chevron-up", "cross", "file",
          "paperclip", "plus", "search", "server", "slash", "terminal", "key"})
        style.icons.insert(QString::fromLatin1(name),
                           theme.icon(QString::fromLatin1(name), ColorToken::Text2));
    style.failIcon = theme.icon(QStringLiteral("warning"), ColorToken::Fail);
    style.keyIcon = theme.icon(QStringLiteral("key"), ColorToken::Accent);
    return style;
}

TextLeaf::Shape ChatStyle::textShape(int width) const
{
    return {textFont, textLine, qreal(width), false, look};
}

TextLeaf::Shape ChatStyle::labelShape(int width) const
{
    return {labelFont, labelLine, qreal(width), false, look};
}

TextLeaf::Shape ChatStyle::codeShape(int width) const
{
    return {codeFont, codeLine, qreal(width), true, look};
}

TextLeaf::Shape ChatStyle::headingShape(int level, int width) const
{
    const std::size_t step = std::size_t(std::clamp(level, 1, int(blockHeadingFonts.size()))) - 1;
    const QFont &font = blockHeadingFonts.at(step);
    return {font, std::max(textLine, std::ceil(QFontMetricsF(font).height() * 1.25)), qreal(width),
            false, look};
}

TextLeaf::Shape ChatStyle::cellShape(bool isHeader, int width, Qt::Alignment alignment) const
{
    return {isHeader ? cellHeaderFont : labelFont, labelLine, qreal(width), false, look, alignment};
}

void inkLabel(QWidget *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    label->setPalette(palette);
}

} // namespace kagura
