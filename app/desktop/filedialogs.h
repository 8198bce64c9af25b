// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

class QFileDialog;
class QWidget;

namespace kagura {

//! The dialogs in which a person chooses the files that conversations come from and go to.
//!
//! Thread: the GUI thread. Lifetime: the window outlives it. Errors: none.
class FileDialogs final : public QObject
{
    Q_OBJECT

public:
    explicit FileDialogs(QWidget &window, QObject *parent = nullptr);

    void chooseImport();
    //! conversations: their ids; empty: all.
    void chooseExport(const QStringList &conversations);
    void chooseReport();

Q_SIGNALS:
    void importChosen(const QStringList &paths);
    void exportChosen(const QStringList &conversations, const QString &path);
    void reportChosen(const QString &path);

private:
    [[nodiscard]] QFileDialog *openSaving(const QString &name, const QString &title);

    QWidget &m_window;
};

} // namespace kagura
