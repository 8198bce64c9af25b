// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace kagura {

class FieldForm;
class Label;

//! What a run wants a person to decide, as a card with its facts, its fields and a button an action.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: a field with something wrong in it is named on
//! the card, and nothing is answered.
class QuestionCard final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setQuestion(const ShownQuestion &question); //!< without actions: hidden
    [[nodiscard]] const ShownQuestion &question() const { return m_question; }
    void focusFirst();

Q_SIGNALS:
    void answered(const kagura::ShownQuestion &question,
                  const QString &action,
                  const kagura::Json &fields);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAge();
    void answer(const QString &action);

    Theme m_theme;
    ShownQuestion m_question;
    Label *m_name = nullptr;
    Label *m_age = nullptr;
    Label *m_title = nullptr;
    Label *m_fault = nullptr;
    QWidget *m_facts = nullptr;
    QGridLayout *m_factRows = nullptr;
    FieldForm *m_form = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QTimer m_minute;
};

} // namespace kagura
