// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/prompt.h"
#include "ui/chat/chatstyle.h"

#include <QDialog>
#include <QList>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace kagura {

//! The library of prompts: names on the left, the chosen one on the right. What is written is kept when
//! the field is left, another prompt is chosen, or the dialog closes; a prompt without a name or a text
//! is not kept. What was deleted last can be brought back.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class PromptLibrary final : public QDialog
{
    Q_OBJECT

public:
    explicit PromptLibrary(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setPrompts(const QList<Prompt> &prompts);

Q_SIGNALS:
    void saveRequested(const kagura::Prompt &prompt); //!< an empty id: a new one
    void deleteRequested(const kagura::Prompt &prompt);
    void restoreRequested(const kagura::Prompt &prompt);
    void importRequested(const QString &path);
    void exportRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void done(int result) override;

private:
    void build();
    QPushButton *addButton(const QString &name, const QString &words);
    void showPrompt(int row);
    void keep();
    void begin();
    void remove();
    void refresh();
    void chooseImport();
    void chooseExport();

    QList<Prompt> m_prompts;
    Prompt m_shown; // as it is kept; an empty id: a new one
    std::optional<Prompt> m_removed;
    QString m_wanted; // the name of a new prompt that is to be chosen when it is listed
    QListWidget *m_list = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_textLabel = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kagura
