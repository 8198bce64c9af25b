// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QString>
#include <QWidget>

class QLineEdit;

namespace kagura {

class Button;
class Label;

//! What the pane of the shared cache shows.
struct TeamEntry
{
    QString server; //!< empty: nothing is shared
    QString team;
    QString keyWords; //!< which key there is, and where it rests
    NoticeText state; //!< how it is, and what is next

    bool operator==(const TeamEntry &) const = default;
};

//! Where a team shares the answers of its models: server, name, and the key that only the team has.
//!
//! A key or password that was typed leaves its field when it is given away. What is being typed is not
//! overwritten by showEntry().
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown as the entry's state.
class TeamPane final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showEntry(const TeamEntry &entry);

Q_SIGNALS:
    void serverChosen(const QString &address);
    void nameChosen(const QString &name);
    void keyGiven(const kagura::Secret &key);
    void newKeyRequested();
    void passwordGiven(const kagura::Secret &password);
    void testRequested();

private:
    [[nodiscard]] QLineEdit *makeText(const QString &objectName, const QString &placeholder);
    [[nodiscard]] QLineEdit *makeSecret(const QString &objectName, const QString &placeholder);
    [[nodiscard]] QWidget *makeKeyRow();

    QLineEdit *m_server = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_password = nullptr;
    Button *m_newKey = nullptr;
    Label *m_keyWords = nullptr;
    Notice *m_state = nullptr;
    TeamEntry m_entry;
};

} // namespace kagura
