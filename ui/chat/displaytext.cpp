// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/displaytext.h"

namespace kagura {
namespace {

constexpr char32_t blackFlag = 0x1F3F4;

bool isOverride(char32_t point)
{
    return point == 0x202D || point == 0x202E;
}

bool isReordering(char32_t point)
{
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

//! Invisible and of no use in a chat: soft hyphens and joiners stay, as scripts need them.
bool isHidden(char32_t point)
{
    return (point >= 0xFFF9 && point <= 0xFFFB) || point == 0xFEFF
        || (point >= 0x206A && point <= 0x206F);
}

bool isTag(char32_t point)
{
    return point >= 0xE0000 && point <= 0xE007F;
}

bool isLineEnd(char32_t point)
{
    return point == 0x0B || point == 0x0C || point == 0x85 || point == 0x2028 || point == 0x2029;
}

QString spelledOut(char32_t point)
{
    return QStringLiteral("\u27E6U+%1\u27E7").arg(uint(point), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString DisplayText::next(QStringView piece, Ground ground)
{
    QString out;
    out.reserve(piece.size());
    for (const QChar unit : piece) {
        if (m_high != 0) {
            const char16_t high = std::exchange(m_high, 0);
            if (unit.isLowSurrogate()) {
                append(QChar::surrogateToUcs4(high, unit.unicode()), ground, out);
                continue;
            }
            out.append(QChar::ReplacementCharacter);
        }
        if (unit.isHighSurrogate())
            m_high = unit.unicode();
        else if (unit.isLowSurrogate())
            out.append(QChar::ReplacementCharacter);
        else
            append(unit.unicode(), ground, out);
    }
    return out;
}

void DisplayText::append(char32_t point, Ground ground, QString &out)
{
    const bool completesReturn = std::exchange(m_afterReturn, point == U'\r') && point == U'\n';
    if (completesReturn)
        return;
    if (isTag(point)) {
        if (m_inFlag)
            out.append(QChar::fromUcs4(point));
        return;
    }
    m_inFlag = point == blackFlag;
    if (point == U'\n' || point == U'\r' || isLineEnd(point)) {
        out.append(QLatin1Char('\n'));
    } else if (point == U'\t') {
        out.append(QLatin1Char('\t'));
    } else if (point < 0x20) {
        out.append(QChar(char16_t(0x2400 + point)));
    } else if (point == 0x7F) {
        out.append(QChar(u'\u2421'));
    } else if (point < 0xA0 && point >= 0x80) {
        out.append(QChar::ReplacementCharacter);
    } else if (isReordering(point)) {
        if (ground == Ground::Code || isOverride(point))
            out.append(spelledOut(point));
    } else if (!isHidden(point)) {
        out.append(QChar::fromUcs4(point));
    }
}

QString DisplayText::of(QStringView text, Ground ground)
{
    DisplayText display;
    QString out = display.next(text, ground);
    if (display.m_high != 0)
        out.append(QChar::ReplacementCharacter);
    return out;
}

QString DisplayText::line(QStringView text)
{
    return of(text).simplified();
}

QString DisplayText::toolTip(QStringView text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span>%1</span>").arg(of(text).toHtmlEscaped());
}

} // namespace kagura
