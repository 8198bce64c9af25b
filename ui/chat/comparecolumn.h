// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/modellistmodel.h"
#include "ui/chat/transcriptmodel.h"

#include <QWidget>

#include <array>
#include <chrono>

class QLabel;
class QPushButton;

namespace kagura {

class Clock;
class FrameClock;
class TranscriptView;

//! The answer of one model beside those of others: who answers and how it stands, the answer, and three
//! figures below. Its button stops it while it arrives, and takes it into the conversation afterwards.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the clocks outlive it. Errors: none.
class CompareColumn final : public QWidget
{
    Q_OBJECT

public:
    CompareColumn(const ModelChoice &choice,
                  FrameClock &frames,
                  const Clock &clock,
                  QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    [[nodiscard]] const ModelChoice &choice() const { return m_choice; }
    [[nodiscard]] TranscriptModel &model() { return m_model; }
    [[nodiscard]] TranscriptView &transcript() const { return *m_view; }
    [[nodiscard]] QPushButton &button() const { return *m_button; }
    [[nodiscard]] QString answer() const; //!< its id; empty before there is one
    [[nodiscard]] bool isLive() const { return m_model.liveRow() >= 0; }

    //! Shows it from now on: another answer, or what became of this one.
    void setAnswer(const TranscriptMessage &answer);
    //! The figures of an answer that arrives.
    void tick();

Q_SIGNALS:
    void stopRequested(const QString &answer);
    void promoteRequested(const QString &answer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Figure
    {
        QLabel *value = nullptr;
        QLabel *name = nullptr;
    };

    void build();
    void refresh();
    void press();

    const Clock &m_clock;
    ModelChoice m_choice;
    ChatStyle m_style;
    TranscriptModel m_model;
    TranscriptView *m_view = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_provider = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_button = nullptr;
    QWidget *m_head = nullptr;
    QWidget *m_foot = nullptr;
    std::array<Figure, 3> m_figures;
};

} // namespace kagura
