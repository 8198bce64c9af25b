// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/figurecard.h"

#include "ui/cache/statisticscard.h"
#include "ui/plots/sparkline.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

FigureCard::FigureCard(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_titleText(title)
{
    setObjectName(u"figure."_s + title);
    m_card = new StatisticsCard(title, this);
    m_value = new Label({TypeSize::Heading, ColorToken::Text, QFont::DemiBold}, {}, m_card);
    m_value->setObjectName(u"figureValue"_s);
    m_trend = new Sparkline(m_card);
    m_trend->setObjectName(u"figureTrend"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_value);
    row->addStretch(1);
    row->addWidget(m_trend);
    m_card->body()->addLayout(row);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_card);
}

void FigureCard::setTheme(const Theme &theme)
{
    m_card->setTheme(theme);
    m_value->setTheme(theme);
    m_trend->setTheme(theme);
}

void FigureCard::setFigure(const StatisticsView::Figure &figure)
{
    m_value->setText(figure.value);
    m_value->setAccessibleName(u"%1: %2"_s.arg(m_titleText, figure.value));
    m_card->setNote(figure.change);
    m_trend->setValues(figure.trend);
}

} // namespace kagura
