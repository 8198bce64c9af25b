// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runhistorydelegate.h"

#include "ui/runs/runhistorymodel.h"
#include "ui/runs/runwords.h"

#include <QPainter>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal RowHeight = 56;
constexpr qreal HeadingHeight = 34;
constexpr qreal ChipHeight = 18;
constexpr qreal MeterWidth = 52;
constexpr qreal MeterHeight = 4;
constexpr qreal CountWidth = 52;

void paintMeter(QPainter &painter, const QRectF &place, const ShownRun &run, const Theme &theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorToken::Border));
    painter.drawRoundedRect(place, 2, 2);
    qreal left = place.left();
    const auto part = [&](int count, ColorToken token) {
        const qreal width = run.total > 0 ? place.width() * count / run.total : 0;
        painter.fillRect(QRectF(left, place.top(), width, place.height()), theme.color(token));
        left += width;
    };
    part(std::max(0, run.done - run.cached - run.failed), ColorToken::Ok);
    part(run.cached, ColorToken::Cached);
    part(run.failed, ColorToken::Fail);
}

} // namespace

RunHistoryDelegate::RunHistoryDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize RunHistoryDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const bool isHeading = index.data(RunHistoryModel::IsHeadingRole).toBool();
    return {option.rect.width(), m_theme.px(isHeading ? HeadingHeight : RowHeight)};
}

void RunHistoryDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    const int pad = m_theme.px(Space::Large);
    const QRect words = row.adjusted(pad, 0, -m_theme.px(14.0), 0);
    if (index.data(RunHistoryModel::IsHeadingRole).toBool()) {
        painter->setFont(m_theme.font(TypeSize::Tiny, QFont::DemiBold));
        painter->setPen(m_theme.color(ColorToken::Text3));
        painter->drawText(words.adjusted(0, 0, 0, -m_theme.px(Space::Tight)),
                          Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                          index.data().toString());
        painter->restore();
        return;
    }
    const auto run = index.data(RunHistoryModel::RunRole).value<ShownRun>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(row, m_theme.color(ColorToken::Selected));
        painter->fillRect(
            QRect(row.left(), row.top(), m_theme.px(Measure::FocusRing), row.height()),
            m_theme.color(ColorToken::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, m_theme.color(ColorToken::Hover));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.color(ColorToken::Accent), 1));
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect upper(words.left(), row.top() + m_theme.px(Space::Small), words.width(),
                      m_theme.px(20.0));
    const QFont small = m_theme.font(TypeSize::Tiny);
    const QString cost = runCostText(run.costMicroUsd);
    painter->setFont(small);
    painter->setPen(m_theme.color(ColorToken::Text3));
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, cost);
    const QFont title = m_theme.font(TypeSize::Body, QFont::Medium);
    const int room =
        upper.width() - QFontMetrics(small).horizontalAdvance(cost) - m_theme.px(Space::Small);
    painter->setFont(title);
    painter->setPen(m_theme.color(ColorToken::Text));
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(title).elidedText(run.title, Qt::ElideRight, room));

    const int chipHeight = m_theme.px(ChipHeight);
    const int top = upper.bottom() + m_theme.px(3.0);
    const QString state = run.words.isEmpty() ? runMarkWords(run.mark) : run.words;
    const int glyph = m_theme.px(Space::Medium);
    const int inner = m_theme.px(5.0);
    const int counts = m_theme.px(CountWidth);
    const int meter = m_theme.px(MeterWidth);
    const int most = words.width() - counts - meter - 2 * m_theme.px(Space::Small);
    const int wanted = QFontMetrics(small).horizontalAdvance(state) + glyph + 3 * inner + 2;
    const QRect chip(words.left(), top, std::min(wanted, most), chipHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(isSelected && runMarkInk(run.mark) == ColorToken::Accent
                                        ? ColorToken::Surface
                                        : runMarkGround(run.mark)));
    painter->drawRoundedRect(chip, chipHeight / 2.0, chipHeight / 2.0);
    paintRunGlyph(
        *painter,
        QRectF(chip.left() + inner, chip.top() + (chipHeight - glyph) / 2.0, glyph, glyph),
        run.mark, m_theme);
    painter->setFont(small);
    painter->setPen(m_theme.color(runMarkInk(run.mark)));
    const QRect label = chip.adjusted(glyph + 2 * inner - 1, 0, -inner, 0);
    painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(state, Qt::ElideRight, label.width()));
    painter->setPen(m_theme.color(ColorToken::Text3));
    painter->drawText(QRect(words.right() - counts, top, counts, chipHeight),
                      Qt::AlignRight | Qt::AlignVCenter,
                      u"%1/%2"_s.arg(QString::number(run.done), QString::number(run.total)));
    paintMeter(*painter,
               QRectF(words.right() - counts - m_theme.px(Space::Tight) - meter,
                      top + (chipHeight - m_theme.px(MeterHeight)) / 2.0, meter,
                      m_theme.px(MeterHeight)),
               run, m_theme);
    painter->restore();
}

} // namespace kagura
