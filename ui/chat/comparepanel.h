// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/modellistmodel.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace kagura {

class Clock;
class CompareColumn;
class FrameClock;

//! One question and the answers of several models side by side, in the place of the conversation: who is
//! asked is a row of chips below, which can be removed and added to while nothing arrives.
//!
//! Alt and a figure lead to the column of that number. Where there is not room for all, it scrolls
//! sideways.
//!
//! Thread: the GUI thread. Lifetime: its parent's; models and clocks outlive it. Errors: none.
class ComparePanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostModels = 8;

    ComparePanel(ModelListModel &choices,
                 FrameClock &frames,
                 const Clock &clock,
                 QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    //! By Tab its parts come behind that widget.
    void setTabsAfter(QWidget *widget);

    //! Who is asked next.
    void setModels(const QList<ModelChoice> &models);
    [[nodiscard]] const QList<ModelChoice> &models() const { return m_models; }

    //! A question goes out: a column for each model, empty ones.
    void begin(const QString &question);
    [[nodiscard]] const QList<CompareColumn *> &columns() const { return m_columns; }
    [[nodiscard]] CompareColumn *columnOf(const QString &answer) const; //!< null: there is none
    void reset(); //!< no question any more
    //! Answers are awaited or arriving.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void stopRequested(const QString &answer);
    void promoteRequested(const QString &answer);
    void inspectRequested(const QString &answer);
    void leaveRequested();
    void modelsChanged();
    void copied();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refreshChips();
    void orderTabs();
    void addModel();
    void dressColumn(CompareColumn *column);
    [[nodiscard]] QPushButton *addChip(const ModelChoice &choice);

    ModelListModel &m_choices;
    FrameClock &m_frames;
    const Clock &m_clock;
    ChatStyle m_style;
    QList<ModelChoice> m_models;
    QList<CompareColumn *> m_columns;
    QWidget *m_before = nullptr; // by Tab
    QLabel *m_question = nullptr;
    QLabel *m_hint = nullptr;
    QScrollArea *m_scroll = nullptr;
    QHBoxLayout *m_row = nullptr;
    QWidget *m_bar = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QLabel *m_to = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_leave = nullptr;
    QList<QPushButton *> m_chipButtons;
    QTimer m_figures;
    bool m_isBusy = false;
};

} // namespace kagura
