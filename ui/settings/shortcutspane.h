// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/shortcutmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QTableView;

namespace kagura {

class Button;
class KeyCapture;
class Label;
class Notice;

//! Every command with its keys; new ones are pressed, and who has them already is named first.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: said below the table.
class ShortcutsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutsPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setEntries(const QList<ShortcutEntry> &entries, const QList<ShortcutEntry> &reserved);

Q_SIGNALS:
    //! Whoever else has these keys loses them. Empty: none.
    void assignRequested(const QString &id, const QKeySequence &keys);
    void resetAllRequested();

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildEditor();
    void buildTable();
    void propose(const QKeySequence &keys);
    void refuse(const QKeySequence &keys);
    void showCurrent();
    [[nodiscard]] std::optional<ShortcutEntry> current() const;

    ShortcutModel m_model;
    QKeySequence m_wished; //!< what the notice asks about
    QTableView *m_table = nullptr;
    Label *m_name = nullptr;
    KeyCapture *m_capture = nullptr;
    Button *m_remove = nullptr;
    Button *m_reset = nullptr;
    Button *m_resetAll = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace kagura
