// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/statisticscard.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

StatisticsCard::StatisticsCard(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"card."_s + title);
    m_title = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold}, title, this);
    m_title->setObjectName(u"cardTitle"_s);
    m_note = new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
                       {}, this);
    m_note->setObjectName(u"cardNote"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_note);
    m_body = new QVBoxLayout(this);
    m_body->addLayout(head);
}

void StatisticsCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_title->setTheme(theme);
    m_note->setTheme(theme);
    const int pad = theme.px(Space::Large);
    m_body->setContentsMargins(pad, theme.px(Space::Medium), pad, pad);
    m_body->setSpacing(theme.px(Space::Small));
    update();
}

void StatisticsCard::setNote(const QString &note)
{
    m_noteText = note;
    showNote();
}

void StatisticsCard::setReadout(const QString &readout)
{
    m_readout = readout;
    showNote();
}

void StatisticsCard::showNote()
{
    m_note->setText(m_readout.isEmpty() ? m_noteText : m_readout);
}

void StatisticsCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorToken::Border), m_theme.px(Measure::Hairline)));
    painter.setBrush(m_theme.color(ColorToken::Surface));
    const qreal radius = m_theme.px(Measure::CardRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace kagura
