// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(kagura::RunWords)
};

constexpr qreal Grid = 14; // that the shapes are drawn on

QPainterPath line(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF *point = points.begin() + 1; point != points.end(); ++point)
        path.lineTo(*point);
    return path;
}

QPainterPath hourglass()
{
    QPainterPath path = line({{4, 2}, {10, 2}});
    path.addPath(line({{4, 12}, {10, 12}}));
    path.moveTo(4.5, 2);
    path.cubicTo(4.5, 5, 9.5, 9, 9.5, 12);
    path.moveTo(9.5, 2);
    path.cubicTo(9.5, 5, 4.5, 9, 4.5, 12);
    return path;
}

QPainterPath person()
{
    QPainterPath path;
    path.addEllipse(QPointF(7, 4.5), 2.3, 2.3);
    path.moveTo(2.8, 12);
    path.cubicTo(3.2, 8, 10.8, 8, 11.2, 12);
    return path;
}

QPainterPath shapeOf(RunMark mark)
{
    QPainterPath path;
    switch (mark) {
    case RunMark::Pending:
        path.addEllipse(QPointF(7, 7), 3.5, 3.5);
        return path;
    case RunMark::Queued:
        for (const qreal y : {4.0, 7.0, 10.0})
            path.addPath(line({{3, y}, {11, y}}));
        return path;
    case RunMark::Running:
        path.arcMoveTo(2, 2, 10, 10, 90);
        path.arcTo(2, 2, 10, 10, 90, -90);
        return path;
    case RunMark::Waiting:
        return hourglass();
    case RunMark::AsksYou:
        return person();
    case RunMark::Done:
        return line({{2.5, 7.5}, {5.5, 10.5}, {11.5, 3.5}});
    case RunMark::Cached:
        return line({{4.8, 7.2}, {6.4, 8.8}, {9.2, 5.4}});
    case RunMark::Failed:
        path = line({{3.5, 3.5}, {10.5, 10.5}});
        path.addPath(line({{10.5, 3.5}, {3.5, 10.5}}));
        return path;
    case RunMark::Cancelled:
        path.addRoundedRect(3, 3, 8, 8, 1.5, 1.5);
        return path;
    case RunMark::Skipped:
        path = line({{3, 3.5}, {7, 7}, {3, 10.5}});
        path.addPath(line({{10.5, 3.5}, {10.5, 10.5}}));
        return path;
    case RunMark::InDoubt:
        path.moveTo(4.5, 5);
        path.cubicTo(4.5, 1.5, 9.5, 1.5, 9.5, 5);
        path.cubicTo(9.5, 7, 7, 6.5, 7, 9);
        path.addPath(line({{7, 11.6}, {7, 11.7}}));
        return path;
    }
    return path;
}

} // namespace

QString runMarkWords(RunMark mark)
{
    switch (mark) {
    case RunMark::Pending:
        return RunWords::tr("pending");
    case RunMark::Queued:
        return RunWords::tr("queued");
    case RunMark::Running:
        return RunWords::tr("running");
    case RunMark::Waiting:
        return RunWords::tr("waiting");
    case RunMark::AsksYou:
        return RunWords::tr("asks you");
    case RunMark::Done:
        return RunWords::tr("done");
    case RunMark::Cached:
        return RunWords::tr("cached");
    case RunMark::Failed:
        return RunWords::tr("failed");
    case RunMark::Cancelled:
        return RunWords::tr("cancelled");
    case RunMark::Skipped:
        return RunWords::tr("skipped");
    case RunMark::InDoubt:
        return RunWords::tr("in doubt");
    }
    return {};
}

ColorToken runMarkInk(RunMark mark)
{
    switch (mark) {
    case RunMark::Running:
        return ColorToken::Accent;
    case RunMark::Waiting:
    case RunMark::AsksYou:
        return ColorToken::Wait;
    case RunMark::Done:
        return ColorToken::Ok;
    case RunMark::Cached:
        return ColorToken::Cached;
    case RunMark::Failed:
        return ColorToken::Fail;
    case RunMark::InDoubt:
        return ColorToken::Doubt;
    case RunMark::Pending:
    case RunMark::Queued:
    case RunMark::Cancelled:
    case RunMark::Skipped:
        break;
    }
    return ColorToken::Off;
}

ColorToken runMarkGround(RunMark mark)
{
    switch (runMarkInk(mark)) {
    case ColorToken::Accent:
        return ColorToken::AccentSoft;
    case ColorToken::Wait:
        return ColorToken::WaitSoft;
    case ColorToken::Ok:
        return ColorToken::OkSoft;
    case ColorToken::Cached:
        return ColorToken::CachedSoft;
    case ColorToken::Fail:
        return ColorToken::FailSoft;
    case ColorToken::Doubt:
        return ColorToken::DoubtSoft;
    default:
        return ColorToken::Sunken;
    }
}

void paintRunGlyph(QPainter &painter, const QRectF &place, RunMark mark, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.topLeft());
    painter.scale(place.width() / Grid, place.height() / Grid);
    painter.setBrush(Qt::NoBrush);
    const QColor ink = theme.color(runMarkInk(mark));
    QPen pen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (mark == RunMark::Running || mark == RunMark::Cached) {
        QPen ring = pen;
        QColor faint = ink;
        if (mark == RunMark::Running)
            faint.setAlphaF(0.3F);
        else
            ring.setDashPattern({0.8, 1.8});
        ring.setColor(faint);
        painter.setPen(ring);
        painter.drawEllipse(QPointF(7, 7), 5, 5);
    }
    painter.setPen(pen);
    painter.drawPath(shapeOf(mark));
    painter.restore();
}

QString clockText(std::chrono::milliseconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count()) / 1000;
    const auto two = [](qint64 part) { return u"%1"_s.arg(part, 2, 10, QChar(u'0')); };
    if (seconds < 3600)
        return u"%1:%2"_s.arg(QString::number(seconds / 60), two(seconds % 60));
    return u"%1:%2:%3"_s.arg(QString::number(seconds / 3600), two(seconds % 3600 / 60),
                             two(seconds % 60));
}

QString runCostText(std::optional<qint64> microUsd)
{
    if (!microUsd)
        return u"\u2014"_s;
    const double dollars = double(*microUsd) / 1e6;
    // Less than half a cent is not nothing.
    const int digits = *microUsd != 0 && dollars < 0.005 ? 4 : 2;
    return u"$"_s + QLocale().toString(dollars, 'f', digits);
}

} // namespace kagura
