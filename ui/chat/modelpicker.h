// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/modellistmodel.h"

#include <QPushButton>

class QFrame;
class QLineEdit;
class QListView;

namespace kagura {

//! The button in the head that names the model, and the list that opens below it: type to filter, Enter
//! takes, Escape closes; the last entry leads to connecting another model.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the model outlives it. Errors: none.
class ModelPicker final : public QPushButton
{
    Q_OBJECT

public:
    explicit ModelPicker(ModelListModel &model, QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    void setCurrent(const ModelChoice &choice);
    [[nodiscard]] const ModelChoice &current() const { return m_current; }

    void openList();
    [[nodiscard]] QFrame &popup() const { return *m_popup; }

Q_SIGNALS:
    //! The list is about to be looked at; what it offers may be brought up to date.
    void opened();
    void chosen(const kagura::ModelChoice &choice);
    void connectRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QModelIndex &index);
    void step(int by);
    void fitList();
    void markCurrent();

    ModelListModel &m_model;
    ChatStyle m_style;
    ModelChoice m_current;
    QFrame *m_popup = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace kagura
