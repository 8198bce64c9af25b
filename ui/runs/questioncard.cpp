// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/questioncard.h"

#include "ui/runs/fieldform.h"
#include "ui/runs/runwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal FactWidth = 76;

//! "approve" reads "Approve", "send_back" "Send back".
QString actionLabel(const QString &action)
{
    if (action == "approve"_L1)
        return QuestionCard::tr("Approve");
    if (action == "reject"_L1)
        return QuestionCard::tr("Reject");
    if (action == "happened"_L1)
        return QuestionCard::tr("It happened");
    if (action == "again"_L1)
        return QuestionCard::tr("Run it again");
    if (action == "fail"_L1)
        return QuestionCard::tr("Let it fail");
    QString label = action;
    label.replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label.at(0).toUpper();
    return label;
}

} // namespace

QuestionCard::QuestionCard(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"questionCard"_s);
    m_name = new Label({TypeSize::Body, ColorToken::Wait, QFont::DemiBold}, {}, this);
    m_name->setObjectName(u"questionName"_s);
    m_age = new Label({TypeSize::Tiny, ColorToken::Text3}, {}, this);
    m_age->setObjectName(u"questionAge"_s);
    m_title = new Label({TypeSize::Body, ColorToken::Text, QFont::Medium, LabelLook::Fit::Wrapped},
                        {}, this);
    m_title->setObjectName(u"questionTitle"_s);
    m_facts = new QWidget(this);
    m_facts->setObjectName(u"questionFacts"_s);
    m_factRows = new QGridLayout(m_facts);
    m_factRows->setContentsMargins(0, 0, 0, 0);
    m_factRows->setColumnStretch(1, 1);
    m_form = new FieldForm(this);
    m_fault = new Label({TypeSize::Small, ColorToken::Fail, QFont::Normal, LabelLook::Fit::Wrapped},
                        {}, this);
    m_fault->setObjectName(u"questionFault"_s);
    m_buttons = new QHBoxLayout;
    auto *head = new QHBoxLayout;
    head->addWidget(m_name);
    head->addStretch(1);
    head->addWidget(m_age);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(head);
    rows->addWidget(m_title);
    rows->addWidget(m_facts);
    rows->addWidget(m_form);
    rows->addWidget(m_fault);
    rows->addLayout(m_buttons);
    m_minute.setInterval(std::chrono::seconds(10));
    connect(&m_minute, &QTimer::timeout, this, &QuestionCard::showAge);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void QuestionCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (Label *label : findChildren<Label *>())
        label->setTheme(theme);
    m_form->setTheme(theme);
    const int pad = theme.px(Space::Medium);
    layout()->setContentsMargins(2 * pad, 2 * pad, 2 * pad, pad);
    layout()->setSpacing(theme.px(Space::Small));
    m_factRows->setVerticalSpacing(theme.px(2.0));
    m_factRows->setColumnMinimumWidth(0, theme.px(FactWidth));
    m_buttons->setSpacing(theme.px(Space::Small));
    for (Button *button : findChildren<Button *>())
        button->setTheme(theme);
    update();
}

void QuestionCard::setQuestion(const ShownQuestion &question)
{
    if (question == m_question)
        return; // what is half filled in stays
    m_question = question;
    m_name->setText(question.name);
    m_title->setText(question.title);
    m_fault->hide();
    while (QLayoutItem *item = m_factRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto &[name, value] : question.facts) {
        auto *label = new Label({TypeSize::Small, ColorToken::Text3}, name, m_facts);
        label->setObjectName(u"fact."_s + name);
        auto *words =
            new Label({TypeSize::Small, ColorToken::Text, QFont::Normal, LabelLook::Fit::Wrapped},
                      value, m_facts);
        words->setObjectName(u"factValue."_s + name);
        m_factRows->addWidget(label, row, 0, Qt::AlignTop);
        m_factRows->addWidget(words, row++, 1);
    }
    m_facts->setVisible(row > 0);
    m_form->setFields(question.fields);
    m_form->setVisible(!question.fields.isEmpty());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &action : question.actions) {
        const bool isDanger = action == "reject"_L1 || action == "fail"_L1;
        auto *button = new Button(action == question.actions.constFirst() ? ButtonRole::Primary
                                      : isDanger                          ? ButtonRole::Danger
                                                                          : ButtonRole::Secondary,
                                  actionLabel(action), this);
        button->setObjectName(u"answer."_s + action);
        connect(button, &QPushButton::clicked, this, [this, action] { answer(action); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
    setAccessibleName(tr("A question of the run: %1").arg(question.title));
    const bool isAsked = !question.actions.isEmpty();
    if (isAsked)
        m_minute.start();
    else
        m_minute.stop();
    showAge();
    setTheme(m_theme);
    setVisible(isAsked);
}

void QuestionCard::showAge()
{
    const qint64 age = m_question.asked.msecsTo(QDateTime::currentDateTimeUtc());
    m_age->setText(m_question.asked.isValid()
                       ? tr("asked %1 ago").arg(clockText(std::chrono::milliseconds(age)))
                       : QString());
}

void QuestionCard::answer(const QString &action)
{
    const Result<Json> fields = m_form->values();
    m_fault->setVisible(!fields);
    if (!fields) {
        m_fault->setText(fields.error().message);
        return;
    }
    Q_EMIT answered(m_question, action, *fields);
}

void QuestionCard::focusFirst()
{
    if (m_question.fields.isEmpty()) {
        if (auto *button = findChild<Button *>())
            button->setFocus();
    } else {
        m_form->focusFirst();
    }
}

void QuestionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pad = m_theme.px(Space::Medium);
    const QRectF card = QRectF(rect()).adjusted(pad + 0.5, pad + 0.5, -pad - 0.5, -0.5);
    painter.setPen(m_theme.color(ColorToken::Wait));
    painter.setBrush(m_theme.color(ColorToken::Surface));
    const qreal radius = m_theme.px(Measure::CardRadius);
    painter.drawRoundedRect(card, radius, radius);
}

} // namespace kagura
