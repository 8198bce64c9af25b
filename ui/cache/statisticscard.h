// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace kagura {

class Label;

//! A card of the statistics: a title, words at its right, and what was put into body() below.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StatisticsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsCard(const QString &title, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setNote(const QString &note);
    //! Shown in place of the note while it is not empty.
    void setReadout(const QString &readout);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showNote();

    Theme m_theme;
    Label *m_title = nullptr;
    Label *m_note = nullptr;
    QVBoxLayout *m_body = nullptr;
    QString m_noteText;
    QString m_readout;
};

} // namespace kagura
