// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/attachmentstrip.h"

#include "ui/chat/displaytext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kagura {
namespace {

constexpr int widestChipShare = 2; // of the column, unless it has to say why it failed
constexpr qreal tileRatio = 4.0 / 3;

//! The middle of a picture, scaled so that it fills the place.
void paintCover(QPainter &painter, const QRect &place, const QImage &image, qreal radius)
{
    QPainterPath shape;
    shape.addRoundedRect(QRectF(place), radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipPath(shape, Qt::IntersectClip);
    const QSizeF part = QSizeF(place.size()).scaled(image.size(), Qt::KeepAspectRatio);
    const QRectF source(
        QPointF((image.width() - part.width()) / 2, (image.height() - part.height()) / 2), part);
    painter.drawImage(QRectF(place), image, source);
    painter.restore();
}

QString secondLine(const ShownAttachment &attachment)
{
    return attachment.state == ShownAttachment::State::Failed ? attachment.failure
                                                              : attachment.detail;
}

} // namespace

bool AttachmentStrip::isTile(const ShownAttachment &attachment) const
{
    return m_place == Place::Message && attachment.pixels.isValid();
}

QSize AttachmentStrip::sizeOf(const ChatStyle &style,
                              const ShownAttachment &attachment,
                              int width) const
{
    const int chip = style.button + style.gap;
    if (isTile(attachment)) {
        const int high = chip * 3;
        const qreal ratio =
            std::clamp(attachment.pixels.width() / qreal(std::max(1, attachment.pixels.height())),
                       1 / tileRatio, 2 * tileRatio);
        return {std::min(width, int(high * ratio)), high};
    }
    const QFontMetrics name(style.smallMediumFont);
    const QFontMetrics small(style.smallFont);
    const int words = std::max(name.horizontalAdvance(DisplayText::line(attachment.name)),
                               small.horizontalAdvance(secondLine(attachment)));
    const int beside = chip + style.cardPad
        + (m_place == Place::Composer ? removeRect(style, {0, 0, chip, chip}).width() : 0);
    const bool isFailed = attachment.state == ShownAttachment::State::Failed;
    const int widest = isFailed ? width : std::max(chip * 5, width / widestChipShare - style.gap);
    return {std::min({words + beside + 2, widest, width}), chip};
}

void AttachmentStrip::flow(const ChatStyle &style,
                           const QList<ShownAttachment> &attachments,
                           int width)
{
    m_rects.clear();
    m_height = 0;
    QPoint at;
    for (const ShownAttachment &attachment : attachments) {
        const QSize size = sizeOf(style, attachment, width);
        // Tiles and chips do not share a row: their edges would not meet.
        const bool isOther = !m_rects.isEmpty() && m_rects.last().height() != size.height();
        if (at.x() > 0 && (isOther || at.x() + size.width() > width))
            at = {0, m_height + style.gap};
        m_rects.append({at, size});
        at.rx() += size.width() + style.gap;
        m_height = std::max(m_height, m_rects.last().bottom() + 1);
    }
}

QRect AttachmentStrip::removeRect(const ChatStyle &style, const QRect &chip)
{
    const int edge = style.icon + style.gap;
    return {chip.right() - edge - style.gap / 2 + 1, chip.center().y() - edge / 2 + 1, edge, edge};
}

void AttachmentStrip::paint(QPainter &painter,
                            const ChatStyle &style,
                            QPoint origin,
                            const QList<ShownAttachment> &attachments) const
{
    for (qsizetype i = 0; i < std::min(attachments.size(), m_rects.size()); ++i)
        paintOne(painter, style, m_rects.at(i).translated(origin), attachments.at(i));
}

void AttachmentStrip::paintOne(QPainter &painter,
                               const ChatStyle &style,
                               const QRect &rect,
                               const ShownAttachment &attachment) const
{
    if (isTile(attachment))
        paintTile(painter, style, rect, attachment);
    else
        paintChip(painter, style, rect, attachment);
}

void AttachmentStrip::paintTile(QPainter &painter,
                                const ChatStyle &style,
                                const QRect &rect,
                                const ShownAttachment &attachment)
{
    if (!attachment.preview.isNull())
        paintCover(painter, rect, attachment.preview, style.controlRadius);
    painter.setPen(style.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), style.controlRadius,
                            style.controlRadius);
}

void AttachmentStrip::paintChip(QPainter &painter,
                                const ChatStyle &style,
                                const QRect &rect,
                                const ShownAttachment &attachment) const
{
    const bool isFailed = attachment.state == ShownAttachment::State::Failed;
    const bool isReading = attachment.state == ShownAttachment::State::Reading;
    painter.setPen(isFailed ? style.fail : style.border);
    painter.setBrush(isFailed                        ? style.failSoft
                         : m_place == Place::Message ? style.ground
                                                     : style.sunken);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), style.controlRadius,
                            style.controlRadius);
    const int inset = style.gap / 2;
    const QRect square(rect.left() + inset, rect.top() + inset, rect.height() - 2 * inset,
                       rect.height() - 2 * inset);
    if (!attachment.preview.isNull() && !isFailed) {
        paintCover(painter, square, attachment.preview, style.controlRadius - 1.0);
    } else {
        const QIcon icon = isFailed ? style.failIcon : style.icons.value(QStringLiteral("file"));
        QRect place(0, 0, style.icon, style.icon);
        place.moveCenter(square.center());
        icon.paint(&painter, place);
    }
    QRect words(square.right() + 1 + style.gap, rect.top(), 0, rect.height());
    words.setRight(m_place == Place::Composer ? removeRect(style, rect).left() - 1
                                              : rect.right() - style.gap);
    const QFontMetrics name(style.smallMediumFont);
    const QFontMetrics small(style.smallFont);
    const QString second = secondLine(attachment);
    const bool hasSecond = !second.isEmpty() || isReading;
    const int lines = name.height() + (hasSecond ? small.height() : 0);
    int y = rect.top() + (rect.height() - lines) / 2;
    painter.setFont(style.smallMediumFont);
    painter.setPen(style.text);
    painter.drawText(
        QRect(words.left(), y, words.width(), name.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        name.elidedText(DisplayText::line(attachment.name), Qt::ElideMiddle, words.width()));
    y += name.height();
    if (isReading) {
        const int bar = std::max(3, style.gap / 3);
        const QRectF track(words.left(), y + (small.height() - bar) / 2.0, words.width(), bar);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.border);
        painter.drawRoundedRect(track, bar / 2.0, bar / 2.0);
        QRectF done = track;
        done.setWidth(std::max<qreal>(bar, track.width() * attachment.permille / 1000));
        painter.setBrush(style.accent);
        painter.drawRoundedRect(done, bar / 2.0, bar / 2.0);
    } else if (hasSecond) {
        painter.setFont(style.smallFont);
        painter.setPen(isFailed ? style.fail : style.text3);
        painter.drawText(QRect(words.left(), y, words.width(), small.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         small.elidedText(second, Qt::ElideRight, words.width()));
    }
}

} // namespace kagura
