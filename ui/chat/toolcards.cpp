// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/toolcards.h"

#include "ui/chat/displaytext.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace kagura {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ToolCards)
};

QString stateWords(ShownToolCall::State state)
{
    switch (state) {
    case ShownToolCall::State::Done:
        return Words::tr("done");
    case ShownToolCall::State::Failed:
        return Words::tr("failed");
    case ShownToolCall::State::Asked:
        break;
    }
    return Words::tr("no result");
}

QColor stateInk(ShownToolCall::State state, const ChatStyle &style)
{
    return state == ShownToolCall::State::Failed ? style.fail : style.text3;
}

} // namespace

QString copyText(const ShownToolCall &call)
{
    return call.result.isEmpty() ? call.arguments
                                 : call.arguments + QStringLiteral("\n\n") + call.result;
}

void ToolCards::take(const QList<ShownToolCall> &calls, const QSet<int> &open)
{
    m_cards.resize(std::size_t(calls.size()));
    for (int i = 0; i < int(calls.size()); ++i) {
        Card &card = m_cards.at(std::size_t(i));
        card.isOpen = open.contains(i);
        if (card.call == calls.at(i))
            continue;
        card.call = calls.at(i);
        card.arguments.setText(DisplayText::of(card.call.arguments, DisplayText::Ground::Code));
        card.result.setText(DisplayText::of(card.call.result, DisplayText::Ground::Code));
    }
}

int ToolCards::flow(const ChatStyle &style, int width)
{
    int y = 0;
    int shaped = 0;
    const QString copy = Words::tr("Copy");
    const QSize copySize(QFontMetrics(style.smallFont).horizontalAdvance(copy), style.codeBar);
    for (Card &card : m_cards) {
        if (y > 0)
            y += style.gap;
        const int top = y;
        card.head = {0, y, width, style.codeBar};
        card.copy = {};
        y += style.codeBar;
        if (card.isOpen) {
            card.copy = QRect(QPoint(width - style.codePadX - copySize.width(), top), copySize);
            card.head.setRight(card.copy.left() - style.gap);
            const TextLeaf::Shape shape = style.codeShape(width - 2 * style.codePadX);
            const auto place = [&](TextLeaf &leaf, QPoint &at) {
                if (leaf.text().isEmpty())
                    return;
                y += style.codePadY;
                at = {style.codePadX, y};
                shaped += leaf.layOut(shape);
                y += int(std::ceil(leaf.height()));
            };
            place(card.arguments, card.argumentsAt);
            place(card.result, card.resultAt);
            y += style.codePadY;
        }
        card.frame = {0, top, width, y - top};
    }
    m_height = y;
    return shaped;
}

QRect ToolCards::head(int card) const
{
    return m_cards.at(std::size_t(card)).head;
}

QRect ToolCards::copyRect(int card) const
{
    return m_cards.at(std::size_t(card)).copy;
}

bool ToolCards::isOpen(int card) const
{
    return m_cards.at(std::size_t(card)).isOpen;
}

QString ToolCards::label(int card) const
{
    const ShownToolCall &call = m_cards.at(std::size_t(card)).call;
    return (isOpen(card) ? Words::tr("Close tool call %1, %2") : Words::tr("Open tool call %1, %2"))
        .arg(DisplayText::line(call.name), stateWords(call.state));
}

void ToolCards::paint(QPainter &painter,
                      const ChatStyle &style,
                      QPoint origin,
                      const QRect &clip) const
{
    for (const Card &card : m_cards) {
        const QRect frame = card.frame.translated(origin);
        if (!frame.intersects(clip))
            continue;
        painter.setPen(style.border);
        painter.setBrush(style.codeGround);
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), style.controlRadius,
                                style.controlRadius);
        paintHead(painter, style, origin, card);
        if (!card.isOpen)
            continue;
        const int line = card.head.bottom() + origin.y();
        painter.fillRect(QRect(frame.left() + 1, line, frame.width() - 2, style.hairline),
                         style.border);
        card.arguments.draw(painter, card.argumentsAt + origin, clip,
                            {style.text, style.accentSoft, {}});
        if (card.result.text().isEmpty())
            continue;
        const int middle = card.resultAt.y() + origin.y() - style.codePadY / 2;
        painter.fillRect(QRect(frame.left() + 1, middle, frame.width() - 2, style.hairline),
                         style.border);
        card.result.draw(
            painter, card.resultAt + origin, clip,
            {card.call.state == ShownToolCall::State::Failed ? style.fail : style.text2,
             style.accentSoft,
             {}});
    }
}

void ToolCards::paintHead(QPainter &painter,
                          const ChatStyle &style,
                          QPoint origin,
                          const Card &card) const
{
    const QRect head = card.head.translated(origin);
    QRect icon(head.left() + style.codePadX, 0, style.icon, style.icon);
    icon.moveTop(head.center().y() - style.icon / 2);
    style.icons.value(QStringLiteral("terminal")).paint(&painter, icon);
    int x = icon.right() + 1 + style.gap;
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink) {
        const QFontMetrics metrics(font);
        const int room = head.right() - style.codePadX - x;
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRect(x, head.top(), std::max(0, room), head.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, std::max(0, room)));
        x += metrics.horizontalAdvance(text) + style.gap;
    };
    write(DisplayText::line(card.call.name), style.labelStrongFont, style.text);
    write(stateWords(card.call.state), style.smallFont, stateInk(card.call.state, style));
    if (!card.isOpen)
        write(DisplayText::line(card.call.arguments).simplified(), style.codeFont, style.text3);
}

} // namespace kagura
