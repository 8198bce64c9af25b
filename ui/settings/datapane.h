// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

namespace kagura {

class Label;

//! Where a person's data is, and the ways to it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class DataPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DataPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    //! Whole paths; empty where there is none.
    void showFolders(const QString &conversations, const QString &settings, const QString &backups);

Q_SIGNALS:
    void openRequested(const QString &folder);
    void backUpRequested();
    void reportRequested();

private:
    [[nodiscard]] QWidget *makeFolder(Label *&path, const QString &objectName, const QString &name);

    Label *m_data = nullptr;
    Label *m_settings = nullptr;
    Label *m_backups = nullptr;
};

} // namespace kagura
