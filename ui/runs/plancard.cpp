// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/plancard.h"

#include "ui/runs/runwords.h"
#include "ui/widgets/label.h"
#include "ui/widgets/valuetext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal MeterHeight = 6;

} // namespace

PlanCard::PlanCard(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"planCard"_s);
    setAccessibleName(tr("Dry run"));
    const auto label = [this](const LabelLook &look, const QString &name,
                              const QString &text = {}) {
        auto *made = new Label(look, text, this);
        made->setObjectName(name);
        return made;
    };
    m_title =
        label({TypeSize::Body, ColorToken::Text, QFont::DemiBold}, u"planTitle"_s, tr("Dry run"));
    m_network =
        label({TypeSize::Small, ColorToken::Text3}, u"planNetwork"_s, tr("no network used"));
    m_cost = label({TypeSize::Heading, ColorToken::Text, QFont::DemiBold}, u"planCost"_s);
    m_meter = new QWidget(this);
    m_meter->setObjectName(u"planMeter"_s);
    m_budgetWords = label({TypeSize::Small, ColorToken::Text3}, u"planBudget"_s);
    m_fault = label({TypeSize::Small, ColorToken::Fail, QFont::Normal, LabelLook::Fit::Wrapped},
                    u"planFault"_s);
    m_table = new QWidget(this);
    m_table->setObjectName(u"planTable"_s);
    m_rows = new QGridLayout(m_table);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setColumnStretch(0, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_network);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(head);
    rows->addWidget(m_cost);
    rows->addWidget(m_meter);
    rows->addWidget(m_budgetWords, 0, Qt::AlignRight);
    rows->addWidget(m_fault);
    rows->addWidget(m_table);
}

void PlanCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int pad = theme.px(Space::Large);
    layout()->setContentsMargins(pad, pad, pad, pad);
    layout()->setSpacing(theme.px(Space::Small));
    m_rows->setVerticalSpacing(theme.px(Space::Small));
    m_meter->setFixedHeight(theme.px(MeterHeight));
    for (Label *label : findChildren<Label *>())
        label->setTheme(theme);
    update();
}

QString PlanCard::costWords(const ShownPlan &plan)
{
    const QString least = runCostText(plan.costLeastMicroUsd);
    const QString most = runCostText(plan.costMostMicroUsd);
    if (!plan.costLeastMicroUsd || !plan.costMostMicroUsd || least == most)
        return most;
    return u"%1–%2"_s.arg(least, most.mid(1));
}

QString PlanCard::rangeWords(qint64 least, qint64 most)
{
    return least == most ? shortCountText(most)
                         : shortCountText(least) + u'–' + shortCountText(most);
}

void PlanCard::addRow(const QString &name, const QString &value, ColorToken ink)
{
    const int row = m_rows->rowCount();
    auto *label =
        new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped},
                  name, m_table);
    label->setObjectName(u"planName.%1"_s.arg(row));
    auto *words = new Label({TypeSize::Small, ink, QFont::Medium}, value, m_table);
    words->setObjectName(u"planValue.%1"_s.arg(row));
    label->setTheme(m_theme);
    words->setTheme(m_theme);
    m_rows->addWidget(label, row, 0);
    m_rows->addWidget(words, row, 1, Qt::AlignRight | Qt::AlignTop);
}

void PlanCard::setPlan(const ShownPlan &plan, std::optional<qint64> budgetMicroUsd)
{
    if (plan == m_plan && budgetMicroUsd == m_budget)
        return;
    m_plan = plan;
    m_budget = budgetMicroUsd;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isSound = plan.fault.isEmpty();
    m_fault->setText(plan.fault);
    m_fault->setVisible(!isSound);
    m_cost->setVisible(isSound);
    m_meter->setVisible(isSound);
    m_budgetWords->setVisible(isSound);
    m_table->setVisible(isSound);
    QStringList words = {plan.fault};
    if (isSound) {
        m_cost->setText(costWords(plan));
        m_budgetWords->setText(budgetMicroUsd ? tr("budget %1").arg(runCostText(budgetMicroUsd))
                                              : tr("no budget"));
        addRow(tr("Calls"), rangeWords(plan.callsLeast, plan.callsMost), ColorToken::Text);
        if (plan.cacheHits)
            addRow(tr("Predicted cache hits"), shortCountText(*plan.cacheHits), ColorToken::Cached);
        addRow(tr("Tokens in"), rangeWords(plan.inputTokensLeast, plan.inputTokensMost),
               ColorToken::Text);
        addRow(tr("Tokens out"), rangeWords(plan.outputTokensLeast, plan.outputTokensMost),
               ColorToken::Text);
        addRow(tr("Approvals that will ask"), QString::number(plan.approvals.size()),
               plan.approvals.isEmpty() ? ColorToken::Text : ColorToken::Wait);
        for (const auto &[name, why] : plan.approvals)
            addRow(name, why, ColorToken::Text2);
        for (const QString &note : plan.notes)
            addRow(note, {}, ColorToken::Text2);
        words = {m_cost->text(), tr("%1 calls").arg(rangeWords(plan.callsLeast, plan.callsMost))};
    }
    setAccessibleDescription(words.join(u", "_s));
    update();
}

void PlanCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.px(Measure::CardRadius);
    painter.setPen(m_theme.color(ColorToken::Border));
    painter.setBrush(m_theme.color(ColorToken::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!m_meter->isVisible())
        return;
    // The interval on the way to the budget, or to what it costs at most.
    const QRectF meter = m_meter->geometry();
    const qint64 most = m_plan.costMostMicroUsd.value_or(0);
    const double whole = double(std::max<qint64>({1, m_budget.value_or(0), most}));
    const double from = double(m_plan.costLeastMicroUsd.value_or(0)) / whole;
    const double to = double(most) / whole;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorToken::Border));
    painter.drawRoundedRect(meter, 3, 3);
    painter.setBrush(
        m_theme.color(m_budget && most > *m_budget ? ColorToken::Wait : ColorToken::Accent));
    if (most > 0)
        painter.drawRoundedRect(QRectF(meter.left() + from * meter.width(), meter.top(),
                                       std::max(4.0, (to - from) * meter.width()), meter.height()),
                                3, 3);
}

} // namespace kagura
