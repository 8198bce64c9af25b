// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/pasteoffer.h"

#include "ui/theme/buttonrole.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace kagura {

PasteOffer::PasteOffer(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pasteOffer"));
    setAccessibleName(tr("Long paste"));
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("pasteOfferWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_accept = new QPushButton(tr("Attach as text file"), this);
    m_accept->setObjectName(QStringLiteral("attachPaste"));
    m_accept->setAccessibleName(tr("Attach the pasted text as a text file"));
    m_decline = new QPushButton(tr("Keep as text"), this);
    m_decline->setObjectName(QStringLiteral("keepPaste"));
    m_decline->setAccessibleName(tr("Keep the pasted text in the message"));
    setButtonRole(m_accept, ButtonRole::Link);
    setButtonRole(m_decline, ButtonRole::Quiet);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_words);
    row->addStretch();
    row->addWidget(m_accept);
    row->addWidget(m_decline);
    connect(m_accept, &QPushButton::clicked, this, &PasteOffer::accepted);
    connect(m_decline, &QPushButton::clicked, this, &PasteOffer::declined);
    setVisible(false);
}

void PasteOffer::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_words->setFont(style.smallFont);
    inkLabel(m_words, style.text2);
    layout()->setContentsMargins(style.cardPad, style.gap / 4, style.gap / 4, style.gap / 4);
    layout()->setSpacing(style.gap / 2);
    update();
}

void PasteOffer::offer(qsizetype lines)
{
    m_words->setText(lines > 1 ? tr("%1 lines were pasted").arg(QLocale().toString(lines))
                               : tr("A long text was pasted"));
    setVisible(true);
}

void PasteOffer::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.sunken);
    painter.drawRoundedRect(rect(), m_style.controlRadius, m_style.controlRadius);
}

} // namespace kagura
