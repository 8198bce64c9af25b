// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runlook.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kagura {

namespace {

constexpr qreal Radius = 2.5;
constexpr qreal HatchGap = 5;
constexpr qreal SoftShare = 0.55; // of the state's colour in a bar that is done

} // namespace

RunLook::RunLook(const Theme &from)
    : theme(from)
    , nameFont(from.font(TypeSize::Body))
    , strongFont(from.font(TypeSize::Body, QFont::DemiBold))
    , smallFont(from.font(TypeSize::Small))
    , tinyFont(from.font(TypeSize::Tiny))
    , tinyStrongFont(from.font(TypeSize::Tiny, QFont::DemiBold))
    , rowHeight(from.px(26.0))
    , stripHeight(from.px(38.0))
    , headHeight(from.px(28.0))
    , indent(from.px(Space::Large))
    , pad(from.px(Space::Medium))
    , chevron(from.px(Space::Large))
    , glyph(from.px(14.0))
    , nameWidth(from.px(206.0))
    , stateWidth(from.px(114.0))
    , modelWidth(from.px(66.0))
    , tokensWidth(from.px(50.0))
    , costWidth(from.px(56.0))
    , barHeight(from.px(10.0))
{}

QColor RunLook::mixed(ColorToken token) const
{
    const QColor ink = theme.color(token);
    const QColor ground = theme.color(ColorToken::Surface);
    const auto part = [](int a, int b) { return int(SoftShare * a + (1 - SoftShare) * b); };
    return QColor(part(ink.red(), ground.red()), part(ink.green(), ground.green()),
                  part(ink.blue(), ground.blue()));
}

void RunLook::hatch(QPainter &painter, ColorToken token, const QRectF &place) const
{
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(place, Radius, Radius);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(theme.color(token), 1.3));
    const qreal gap = theme.px(HatchGap);
    for (qreal x = place.left() - place.height(); x < place.right(); x += gap)
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()));
    painter.restore();
    painter.setPen(QPen(theme.color(token), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place, Radius, Radius);
}

void RunLook::paintBar(QPainter &painter, RunBar::Kind kind, const QRectF &place) const
{
    const QRectF bar = QRectF(place.left() + 0.5, place.center().y() - barHeight / 2.0 + 0.5,
                              std::max(place.width() - 1, 2.0), barHeight - 1);
    const auto draw = [&](const QColor &fill, const QPen &pen) {
        painter.setBrush(fill);
        painter.setPen(pen);
        painter.drawRoundedRect(bar, Radius, Radius);
    };
    QPen dashes(theme.color(ColorToken::StrongBorder), 1);
    switch (kind) {
    case RunBar::Kind::Queued:
        hatch(painter, ColorToken::StrongBorder, bar.adjusted(0, 1, 0, -1));
        return;
    case RunBar::Kind::Waiting:
        hatch(painter, ColorToken::Wait, bar);
        return;
    case RunBar::Kind::Running:
        draw(theme.color(ColorToken::Accent), theme.color(ColorToken::Accent));
        return;
    case RunBar::Kind::Done:
        draw(mixed(ColorToken::Ok), theme.color(ColorToken::Ok));
        return;
    case RunBar::Kind::Cached:
        dashes.setColor(theme.color(ColorToken::Cached));
        dashes.setDashPattern({1.5, 1.5});
        draw(theme.color(ColorToken::CachedSoft), dashes);
        return;
    case RunBar::Kind::Failed:
        draw(theme.color(ColorToken::Fail), theme.color(ColorToken::Fail));
        return;
    case RunBar::Kind::FailedAttempt:
        draw(theme.color(ColorToken::FailSoft), theme.color(ColorToken::Fail));
        painter.fillRect(
            QRectF(place.right() - 0.5, place.center().y() - theme.px(9.0), 2, theme.px(18.0)),
            theme.color(ColorToken::Fail));
        return;
    case RunBar::Kind::Expected:
        dashes.setDashPattern({3, 2});
        draw(Qt::transparent, dashes);
        return;
    case RunBar::Kind::Bracket:
        painter.fillRect(QRectF(place.left(), place.center().y() - 2, place.width(), 3),
                         theme.color(ColorToken::Accent));
        painter.fillRect(QRectF(place.left(), place.center().y() - 2, 1.5, 6),
                         theme.color(ColorToken::Accent));
        return;
    }
}

void RunLook::paintCell(QPainter &painter, RunMark mark, const QRectF &place) const
{
    const auto draw = [&](const QColor &fill, const QPen &pen) {
        painter.setBrush(fill);
        painter.setPen(pen);
        painter.drawRoundedRect(place, 1.5, 1.5);
    };
    QPen dashes(theme.color(ColorToken::Cached), 1);
    dashes.setDashPattern({1.5, 1.5});
    switch (mark) {
    case RunMark::Done:
        draw(mixed(ColorToken::Ok), Qt::NoPen);
        return;
    case RunMark::Cached:
        draw(theme.color(ColorToken::CachedSoft), dashes);
        return;
    case RunMark::Running:
        draw(theme.color(ColorToken::Accent), Qt::NoPen);
        return;
    case RunMark::Failed:
        draw(theme.color(ColorToken::Fail), Qt::NoPen);
        return;
    case RunMark::InDoubt:
        draw(theme.color(ColorToken::Doubt), Qt::NoPen);
        return;
    case RunMark::Waiting:
    case RunMark::AsksYou:
        hatch(painter, ColorToken::Wait, place);
        return;
    case RunMark::Queued:
        hatch(painter, ColorToken::StrongBorder, place);
        return;
    case RunMark::Pending:
    case RunMark::Cancelled:
    case RunMark::Skipped:
        draw(theme.color(ColorToken::Sunken), theme.color(ColorToken::StrongBorder));
        return;
    }
}

} // namespace kagura
