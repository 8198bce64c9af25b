// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/providerdelegate.h"

#include "ui/settings/providerlistmodel.h"
#include "ui/settings/rowfocus.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal RowHeight = 60;
constexpr qreal LetterBox = 28;

ColorToken tokenOf(ProviderEntry::State state)
{
    switch (state) {
    case ProviderEntry::State::Works:
        return ColorToken::Ok;
    case ProviderEntry::State::Failed:
        return ColorToken::Fail;
    case ProviderEntry::State::NoKey:
    case ProviderEntry::State::Untried:
        break;
    }
    return ColorToken::Off;
}

} // namespace

ProviderDelegate::ProviderDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize ProviderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.px(RowHeight)};
}

void ProviderDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(row, m_theme.color(ColorToken::Selected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, m_theme.color(ColorToken::Hover));
    if (isSelected)
        painter->fillRect(
            QRect(row.left(), row.top(), m_theme.px(Measure::FocusRing), row.height()),
            m_theme.color(ColorToken::Accent));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), m_theme.px(Measure::Hairline)),
                      m_theme.color(ColorToken::Border));

    const int pad = m_theme.px(Space::Large);
    const int side = m_theme.px(LetterBox);
    const QString title = index.data().toString();
    const QRectF box(row.left() + pad + 0.5, row.center().y() - side / 2 + 0.5, side - 1, side - 1);
    painter->setPen(m_theme.color(ColorToken::Border));
    painter->setBrush(m_theme.color(ColorToken::Surface));
    painter->drawRoundedRect(box, m_theme.px(Measure::ControlRadius),
                             m_theme.px(Measure::ControlRadius));
    painter->setFont(m_theme.font(TypeSize::Small, QFont::DemiBold));
    painter->setPen(m_theme.color(ColorToken::Text2));
    painter->drawText(box, Qt::AlignCenter, title.left(1).toUpper());

    const auto state = ProviderEntry::State(index.data(ProviderListModel::StateRole).toInt());
    const qreal dot = m_theme.px(Measure::Dot);
    const QRectF mark(row.right() - pad - dot, row.center().y() - dot / 2, dot, dot);
    painter->setPen(QPen(m_theme.color(tokenOf(state)), m_theme.px(Measure::Hairline)));
    const bool isFilled =
        state == ProviderEntry::State::Works || state == ProviderEntry::State::Failed;
    painter->setBrush(isFilled ? QBrush(m_theme.color(tokenOf(state))) : QBrush(Qt::NoBrush));
    painter->drawEllipse(mark);

    const int left = int(box.right()) + m_theme.px(Space::Medium);
    const int width = int(mark.left()) - m_theme.px(Space::Small) - left;
    const auto write = [&](const QFont &font, ColorToken ink, int top, const QString &words) {
        painter->setFont(font);
        painter->setPen(m_theme.color(ink));
        const QFontMetrics metrics(font);
        painter->drawText(QRect(left, top, width, metrics.height()),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(words, Qt::ElideRight, width));
    };
    const QFont titleFont = m_theme.font(TypeSize::Body, QFont::Medium);
    const QFont stateFont = m_theme.font(TypeSize::Small);
    const int gap = m_theme.px(Space::Tight) / 2;
    const int height = QFontMetrics(titleFont).height() + gap + QFontMetrics(stateFont).height();
    const int top = row.center().y() - height / 2;
    write(titleFont, ColorToken::Text, top, title);
    write(stateFont, state == ProviderEntry::State::Failed ? ColorToken::Fail : ColorToken::Text2,
          top + QFontMetrics(titleFont).height() + gap,
          index.data(ProviderListModel::StateWordsRole).toString());
    paintRowFocus(*painter, option, m_theme);
    painter->restore();
}

} // namespace kagura
