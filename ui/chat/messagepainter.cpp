// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/messagepainter.h"

#include "ui/chat/blockpainter.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/format.h"

#include <QPainter>
#include <QPainterPath>

namespace kagura {

namespace {

// The two arrows have names for a screen reader only.
QString wordsOf(const TranscriptAction &action)
{
    switch (action.kind) {
    case TranscriptAction::Kind::PreviousVersion:
        return QStringLiteral("\u2039");
    case TranscriptAction::Kind::NextVersion:
        return QStringLiteral("\u203A");
    default:
        return action.label;
    }
}

} // namespace

MessagePainter::MessagePainter(QPainter &painter, const ChatStyle &style)
    : m_painter(painter)
    , m_style(style)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void MessagePainter::paint(const MessageLayout &layout,
                           QPoint origin,
                           const QRect &clip,
                           const Selection &selection,
                           std::chrono::milliseconds elapsed)
{
    paintGround(layout, origin);
    layout.attachments().paint(m_painter, m_style, layout.attachmentsAt() + origin,
                               layout.facts().attachments);
    paintReasoningLine(layout, origin);
    paintText(layout, origin, clip, selection);
    layout.tools().paint(m_painter, m_style, layout.toolsAt() + origin, clip);
    if (!m_reading.isNull())
        m_painter.fillRect(QRect(m_reading.left() - m_style.gap - m_style.focusWidth,
                                 m_reading.top(), m_style.focusWidth, m_reading.height())
                               .translated(origin),
                           m_style.accent);
    if (!layout.caret().isNull()) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.accent);
        m_painter.drawRoundedRect(layout.caret().translated(origin), 1, 1);
    }
    paintCard(layout, origin, clip);
    paintFooter(layout, origin, elapsed);
    paintActions(layout, origin);
}

void MessagePainter::paintCardFrame(const QRect &rect, const QColor &ground, const QColor &line)
{
    m_painter.setPen(line);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                              m_style.cardRadius);
}

void MessagePainter::paintGround(const MessageLayout &layout, QPoint origin)
{
    if (layout.bubble().isNull())
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.bubble);
    m_painter.drawRoundedRect(layout.bubble().translated(origin), m_style.cardRadius,
                              m_style.cardRadius);
}

void MessagePainter::paintText(const MessageLayout &layout,
                               QPoint origin,
                               const QRect &clip,
                               const Selection &selection)
{
    BlockPainter blocks(m_painter, m_style, origin, clip);
    blocks.paintGrounds(layout.items());
    for (const MessageLayout::Item &item : layout.items()) {
        if (item.text.isNull() || !item.frame.translated(origin).intersects(clip))
            continue;
        paintBlock(blocks, item, selection);
        if (item.section == TextPlace::Section::Reasoning) {
            const QRect text = item.frame.translated(origin);
            m_painter.fillRect(QRect(origin.x() + m_style.icon / 2, text.top(), 2,
                                     text.height() + (item.block.isCut ? 0 : m_style.paragraphGap)),
                               m_style.border);
        }
    }
}

void MessagePainter::paintBlock(BlockPainter &blocks,
                                const MessageLayout::Item &item,
                                const Selection &selection) const
{
    QList<TextLeaf::Range> finds;
    TextLeaf::Range current;
    for (const TranscriptFinder::Hit &hit : m_hits) {
        if (hit.block != item.index || item.section != TextPlace::Section::Text)
            continue;
        finds.append({hit.offset, hit.offset + hit.length});
        if (hit == m_currentHit)
            current = finds.last();
    }
    blocks.paintItem(item, selectedIn(item, selection), finds, current);
}

TextLeaf::Range MessagePainter::selectedIn(const MessageLayout::Item &item,
                                           const Selection &selection)
{
    const qsizetype length = item.block.text.size();
    const TextPlace start{selection.row, item.section, item.index, 0};
    const TextPlace end{selection.row, item.section, item.index, length};
    if (end < selection.from || start > selection.to)
        return {};
    return {start < selection.from ? selection.from.offset : 0,
            end > selection.to ? selection.to.offset : length};
}

void MessagePainter::paintReasoningLine(const MessageLayout &layout, QPoint origin)
{
    const QRect line = layout.reasoningLine().translated(origin);
    if (layout.reasoningLine().isNull())
        return;
    QPen pen(m_style.text2, 1.5);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    const QPointF middle(line.left() + m_style.icon / 2.0, line.center().y() + 0.5);
    const qreal arm = m_style.icon / 4.0;
    QPainterPath chevron;
    if (layout.isReasoningOpen()) {
        chevron.moveTo(middle + QPointF(-arm, -arm / 2));
        chevron.lineTo(middle + QPointF(0, arm / 2));
        chevron.lineTo(middle + QPointF(arm, -arm / 2));
    } else {
        chevron.moveTo(middle + QPointF(-arm / 2, -arm));
        chevron.lineTo(middle + QPointF(arm / 2, 0));
        chevron.lineTo(middle + QPointF(-arm / 2, arm));
    }
    m_painter.drawPath(chevron);
}

void MessagePainter::paintCard(const MessageLayout &layout, QPoint origin, const QRect &clip)
{
    if (layout.card().isNull())
        return;
    const QRect card = layout.card().translated(origin);
    paintCardFrame(card, m_style.ground, m_style.strongBorder);
    const QPoint text = layout.cardText() + origin;
    const int line = int(m_style.labelLine);
    // A ring with a stroke: the shape says "failed" where the colour cannot be seen.
    const QRectF sign(card.left() + m_style.cardPad, text.y() + (line - m_style.icon) / 2.0,
                      m_style.icon, m_style.icon);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_style.fail, 1.5, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawEllipse(sign.adjusted(1, 1, -1, -1));
    const QPointF middle = sign.center();
    m_painter.drawLine(middle - QPointF(0, sign.height() / 5),
                       middle + QPointF(0, sign.height() / 16));
    m_painter.drawPoint(middle + QPointF(0, sign.height() / 4.5));
    m_painter.setFont(m_style.labelStrongFont);
    m_painter.setPen(m_style.fail);
    m_painter.drawText(QRect(text.x(), text.y(), card.right() - text.x() - m_style.cardPad, line),
                       Qt::AlignVCenter | Qt::TextSingleLine, layout.failure().title);
    if (!layout.failure().reason.isEmpty())
        layout.failureReason().draw(m_painter, text + QPoint(0, line), clip,
                                    {m_style.text2, m_style.accentSoft, {}});
}

void MessagePainter::paintFooter(const MessageLayout &layout,
                                 QPoint origin,
                                 std::chrono::milliseconds elapsed)
{
    if (layout.facts().author == TranscriptMessage::Author::User)
        return;
    m_painter.setFont(m_style.smallFont);
    for (const auto &[part, where] : layout.footerParts(m_style, elapsed)) {
        const bool isBadge = part.kind == FooterPart::Kind::Badge;
        const QRect place = where.translated(origin);
        if (isBadge)
            paintChip(QRect(place.left(), place.center().y() - m_style.chip / 2, place.width(),
                            m_style.chip));
        m_painter.setPen(footerInk(part.kind));
        m_painter.drawText(place,
                           Qt::TextSingleLine | Qt::AlignVCenter
                               | (isBadge ? Qt::AlignHCenter : Qt::AlignLeft),
                           part.text);
    }
}

QColor MessagePainter::footerInk(FooterPart::Kind kind) const
{
    switch (kind) {
    case FooterPart::Kind::State:
        return m_style.wait;
    case FooterPart::Kind::Saved:
    case FooterPart::Kind::Badge:
        return m_style.cached;
    case FooterPart::Kind::Fact:
        break;
    }
    return m_style.text3;
}

void MessagePainter::paintChip(const QRect &rect)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.cachedSoft);
    m_painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void MessagePainter::paintVersions(const MessageLayout &layout, QPoint origin)
{
    if (layout.versions().isNull())
        return;
    m_painter.setFont(m_style.smallFont);
    m_painter.setPen(m_style.text3);
    m_painter.drawText(
        layout.versions().translated(origin), Qt::AlignCenter | Qt::TextSingleLine,
        QStringLiteral("%1 / %2").arg(layout.facts().version + 1).arg(layout.facts().versionCount));
}

void MessagePainter::paintActions(const MessageLayout &layout, QPoint origin)
{
    paintVersions(layout, origin);
    for (const TranscriptAction &action : layout.actions()) {
        if (action.kind == TranscriptAction::Kind::Edit && !m_isPointedAt && m_focused != action)
            continue;
        const QRect rect = action.rect.translated(origin);
        const bool isHovered = m_hovered == action;
        const bool isStep = action.kind == TranscriptAction::Kind::TakeStep;
        const bool isToggle = action.kind == TranscriptAction::Kind::ToggleReasoning;
        if (m_focused == action) {
            const int grow = isStep ? m_style.focusWidth : m_style.focusWidth * 2;
            const QRectF ring = QRectF(rect).adjusted(-grow, 0, grow, 0);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(m_style.accentSoft, m_style.focusWidth * 2));
            m_painter.drawRoundedRect(ring, m_style.controlRadius, m_style.controlRadius);
            m_painter.setPen(QPen(m_style.accent, 1));
            m_painter.drawRoundedRect(ring, m_style.controlRadius, m_style.controlRadius);
        }
        if (action.kind == TranscriptAction::Kind::OpenLink
            || action.kind == TranscriptAction::Kind::ToggleTool
            || action.kind == TranscriptAction::Kind::OpenEntry)
            continue; // its words are part of the text, of the card or of the footer
        if (isStep) {
            m_painter.setPen(m_style.strongBorder);
            m_painter.setBrush(isHovered ? m_style.hover : m_style.ground);
            m_painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5),
                                      m_style.controlRadius, m_style.controlRadius);
        }
        m_painter.setFont(isStep         ? m_style.labelStrongFont
                              : isToggle ? m_style.labelFont
                                         : m_style.smallFont);
        m_painter.setPen(isStep          ? m_style.text
                             : isHovered ? m_style.accent
                             : isToggle  ? m_style.text2
                                         : m_style.text3);
        const QRect words = isToggle ? rect.adjusted(m_style.icon + m_style.gap, 0, 1, 0)
                                     : rect.adjusted(0, 0, 1, 0);
        m_painter.drawText(words,
                           int(isToggle ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter
                               | Qt::TextSingleLine,
                           wordsOf(action));
    }
}

} // namespace kagura
