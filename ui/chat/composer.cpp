// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/composer.h"

#include "ui/chat/composeredit.h"
#include "ui/theme/buttonrole.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kagura {
namespace {

constexpr int mostLines = 10;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("composer"));
    setAccessibleName(tr("Message"));
    m_edit = new ComposerEdit(this);
    m_edit->setObjectName(QStringLiteral("composerText"));
    m_edit->setAccessibleName(tr("Your message"));
    m_edit->installEventFilter(this);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    m_hint->setAccessibleName(tr("Hint"));
    m_send = new QPushButton(tr("Send"), this);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAccessibleName(tr("Send the message"));
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setAccessibleName(tr("Stop the answer"));
    setButtonRole(m_send, ButtonRole::Primary);
    setButtonRole(m_stop, ButtonRole::Danger);

    auto *row = new QHBoxLayout;
    row->setObjectName(QStringLiteral("composerRow"));
    row->addStretch();
    row->addWidget(m_hint);
    row->addWidget(m_send);
    row->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_edit);
    column->addLayout(row);

    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::textChanged, this, &Composer::refresh);
    connect(m_edit, &ComposerEdit::textChanged, this, &Composer::textChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);
    refresh();
}

void Composer::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_edit->setFont(style.textFont);
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Base, style.ground);
    palette.setColor(QPalette::Text, style.text);
    palette.setColor(QPalette::PlaceholderText, style.text3);
    palette.setColor(QPalette::Highlight, style.accentSoft);
    palette.setColor(QPalette::HighlightedText, style.text);
    m_edit->setPalette(palette);
    m_edit->setLines(style.textLine, m_leastLines, mostLines);
    m_hint->setFont(style.smallFont);
    inkLabel(m_hint, style.text3);
    const int around = style.shadow;
    layout()->setContentsMargins(around + style.cardPad + 2, around + style.cardPad,
                                 around + style.cardPad, around + style.gap);
    layout()->setSpacing(style.gap + 2);
    layout()->itemAt(1)->layout()->setSpacing(style.gap);
    update();
}

void Composer::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int around = m_style.shadow;
    const QRectF card = QRectF(rect()).adjusted(around, around, -around, -around);
    painter.setPen(Qt::NoPen);
    QColor shade = m_style.shade;
    for (int ring = around; ring > 0; ring -= 2) {
        const qreal depth = 1.0 - qreal(ring) / around;
        shade.setAlphaF(float(m_style.shade.alphaF() * depth * depth / 3));
        painter.setBrush(shade);
        const qreal grown = ring * 0.8;
        painter.drawRoundedRect(card.adjusted(-grown, -grown + 3, grown, grown).translated(0, 1),
                                m_style.cardRadius + grown, m_style.cardRadius + grown);
    }
    const bool isFocused = m_edit->hasFocus();
    if (isFocused) {
        painter.setBrush(m_style.accentSoft);
        const int ring = m_style.focusWidth;
        painter.drawRoundedRect(card.adjusted(-ring, -ring, ring, ring), m_style.cardRadius + ring,
                                m_style.cardRadius + ring);
    }
    painter.setPen(isFocused ? m_style.accent : m_style.strongBorder);
    painter.setBrush(m_style.ground);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                            m_style.cardRadius);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::clear()
{
    m_edit->clear();
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->viewport()->update(); // Qt 6.4 only repaints where the caret blinks
}

void Composer::setCanSend(bool canSend)
{
    m_canSend = canSend;
    refresh();
}

void Composer::setLeastLines(int lines)
{
    m_leastLines = lines;
    m_edit->setLines(m_style.textLine, m_leastLines, mostLines);
}

void Composer::setInFlight(bool isInFlight)
{
    if (m_isInFlight == isInFlight)
        return;
    // Whoever has the focus on one of the two buttons keeps it on the other.
    const bool hadFocus = m_send->hasFocus() || m_stop->hasFocus();
    m_isInFlight = isInFlight;
    refresh();
    if (hadFocus)
        (isInFlight ? m_stop : m_send)->setFocus();
}

void Composer::send()
{
    const QString text = m_edit->toPlainText();
    if (m_isInFlight || !m_canSend || text.trimmed().isEmpty())
        return;
    Q_EMIT sendRequested(text);
}

void Composer::refresh()
{
    const bool hasText = !m_edit->document()->isEmpty();
    m_send->setVisible(!m_isInFlight);
    m_stop->setVisible(m_isInFlight);
    m_send->setEnabled(hasText && m_canSend);
    m_hint->setText(m_isInFlight ? tr("Esc stops") : tr("Enter sends"));
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void Composer::mousePressEvent(QMouseEvent *event)
{
    focusText();
    event->accept();
}

} // namespace kagura
