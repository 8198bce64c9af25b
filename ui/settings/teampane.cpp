// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/teampane.h"

#include "ui/settings/panelayout.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// What is in a field of secrets, which is empty afterwards.
Secret taken(QLineEdit *field)
{
    QByteArray text = field->text().trimmed().toUtf8();
    field->clear();
    const Secret secret = text.isEmpty() ? Secret() : Secret(text);
    wipe(text);
    return secret;
}

} // namespace

TeamPane::TeamPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"teamPane"_s);
    m_server = makeText(u"teamServer"_s, u"redis://cache.example:6379"_s);
    m_name = makeText(u"teamName"_s, u"team"_s);
    m_password = makeSecret(u"teamPassword"_s, tr("Only where the server asks for one"));
    m_state = new Notice(this);
    m_state->setObjectName(u"teamState"_s);
    PaneLayout pane(this, tr("Shared cache"));
    pane.addRow(tr("Server"), m_server,
                tr("A Redis or Valkey server that the machines of your team reach. While this is "
                   "empty, answers stay on this computer."));
    pane.addRow(tr("Team"), m_name,
                tr("Several teams may use one server; none sees the answers of another."));
    pane.addRow(tr("Key"), makeKeyRow(),
                tr("Answers are encrypted here, so that the server cannot read them. The machines "
                   "of a team use one key, which rests in the keychain."));
    pane.addRow(tr("Password"), m_password, tr("Of the server. It rests in the keychain."));
    pane.addRow(tr("State"), m_state);
    pane.end();
    connect(m_server, &QLineEdit::editingFinished, this, [this] {
        if (m_server->text().trimmed() != m_entry.server)
            Q_EMIT serverChosen(m_server->text().trimmed());
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text().trimmed() != m_entry.team)
            Q_EMIT nameChosen(m_name->text().trimmed());
    });
    connect(m_key, &QLineEdit::returnPressed, this, [this] {
        if (const Secret key = taken(m_key); !key.isEmpty())
            Q_EMIT keyGiven(key);
    });
    connect(m_password, &QLineEdit::returnPressed, this, [this] {
        if (const Secret password = taken(m_password); !password.isEmpty())
            Q_EMIT passwordGiven(password);
    });
    connect(m_newKey, &QPushButton::clicked, this, &TeamPane::newKeyRequested);
    connect(m_state, &Notice::stepRequested, this, &TeamPane::testRequested);
}

QLineEdit *TeamPane::makeText(const QString &objectName, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setPlaceholderText(placeholder);
    return field;
}

QLineEdit *TeamPane::makeSecret(const QString &objectName, const QString &placeholder)
{
    QLineEdit *field = makeText(objectName, placeholder);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QWidget *TeamPane::makeKeyRow()
{
    auto *part = new QWidget(this);
    part->setObjectName(u"teamKeyRow"_s);
    part->setAccessibleName(tr("Key of the team"));
    m_keyWords = new Label(
        {TypeSize::Body, ColorToken::Text, QFont::Normal, LabelLook::Fit::Elided}, {}, part);
    m_keyWords->setObjectName(u"teamKeyWords"_s);
    m_key = makeSecret(u"teamKey"_s, tr("Paste the team's key, then press Enter"));
    m_key->setAccessibleName(tr("Key of the team"));
    m_newKey = new Button(ButtonRole::Secondary, tr("New key"), part);
    m_newKey->setObjectName(u"teamNewKey"_s);
    m_newKey->setAccessibleName(tr("Make a new key for the team"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(m_newKey);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_keyWords);
    column->addLayout(row);
    return part;
}

void TeamPane::setTheme(const Theme &theme)
{
    PaneLayout::setTheme(this, theme);
    m_state->setTheme(theme);
    for (QWidget *part : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_state)})
        part->setMinimumWidth(theme.px(Measure::Column) * 3 / 4);
    m_keyWords->parentWidget()->layout()->setSpacing(theme.px(Space::Small));
}

void TeamPane::showEntry(const TeamEntry &entry)
{
    m_entry = entry;
    for (const auto &[field, text] :
         {std::pair(m_server, entry.server), std::pair(m_name, entry.team)}) {
        if (!field->hasFocus())
            field->setText(text);
    }
    m_keyWords->setText(entry.keyWords);
    m_state->setText(entry.state);
}

} // namespace kagura
