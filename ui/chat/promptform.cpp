// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/promptform.h"

#include "core/chat/prompttemplate.h"
#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kagura {

PromptForm::PromptForm(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("promptForm"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("promptFormTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_insert = new QPushButton(tr("Insert"), this);
    m_insert->setObjectName(QStringLiteral("insertPrompt"));
    m_insert->setAccessibleName(tr("Insert the prompt"));
    setButtonRole(m_insert, ButtonRole::Primary);
    m_form = new QFormLayout;
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_insert);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(m_form);
    column->addLayout(row);
    connect(m_insert, &QPushButton::clicked, this, &PromptForm::finish);
    hide();
}

void PromptForm::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_title->setFont(style.titleFont);
    inkLabel(m_title, style.text);
    layout()->setContentsMargins(style.pad, style.gap, style.pad, style.gap);
    layout()->setSpacing(style.gap);
    m_form->setSpacing(style.gap);
    m_insert->setFixedHeight(style.button);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, style.ground);
    setPalette(palette);
}

void PromptForm::ask(const Prompt &prompt)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    m_prompt = prompt;
    const QString name = DisplayText::line(prompt.name);
    m_title->setText(name);
    setAccessibleName(tr("Fill in the prompt %1").arg(name));
    const PromptTemplate places(prompt.text); // which keeps their names while the loop goes
    for (const QString &variable : places.variables())
        addField(variable);
    QWidget *before = m_fields.value(0);
    for (QLineEdit *field : std::as_const(m_fields)) {
        if (field != before)
            setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_insert);
    show();
    raise();
    m_fields.first()->setFocus(Qt::PopupFocusReason);
    m_fields.first()->selectAll();
}

void PromptForm::addField(const QString &name)
{
    auto *field = new QLineEdit(m_last.value(name), this);
    field->setObjectName(QStringLiteral("promptField%1").arg(m_fields.size()));
    field->setAccessibleName(name);
    field->setFixedHeight(m_style.button);
    field->installEventFilter(this);
    auto *label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(m_style.labelFont);
    label->setBuddy(field);
    inkLabel(label, m_style.text2);
    m_form->addRow(label, field);
    m_fields.append(field);
}

bool PromptForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (event->type() == QEvent::ShortcutOverride) {
        event->setAccepted(key == Qt::Key_Escape); // else it would stop the answer
        return key == Qt::Key_Escape;
    }
    const qsizetype row = m_fields.indexOf(static_cast<QLineEdit *>(watched));
    if (row < 0 || (key != Qt::Key_Return && key != Qt::Key_Enter))
        return QFrame::eventFilter(watched, event);
    if (row + 1 < m_fields.size())
        m_fields.at(row + 1)->setFocus(Qt::TabFocusReason);
    else
        finish();
    return true;
}

void PromptForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    hide();
    Q_EMIT givenUp();
}

void PromptForm::finish()
{
    const QStringList variables = PromptTemplate(m_prompt.text).variables();
    QHash<QString, QString> values;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        values.insert(variables.at(i), m_fields.at(i)->text());
        m_last.insert(variables.at(i), m_fields.at(i)->text());
    }
    hide();
    Q_EMIT filled(PromptTemplate(m_prompt.text).filled(values));
}

} // namespace kagura
