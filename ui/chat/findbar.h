// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kagura {

class TranscriptFinder;

//! The bar above a conversation in which one looks for words: field, "3 of 17", back and forth, close.
//! Enter goes on, Shift+Enter back, Escape closes.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the finder outlives it. Errors: none.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(TranscriptFinder &finder, QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Shows it, with the field ready; words that are selected in the conversation are looked for.
    void open(const QString &selected);
    void close();

    [[nodiscard]] QLineEdit &field() const { return *m_field; }

Q_SIGNALS:
    void wanted(const QString &words);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QToolButton *addButton(const QString &name, const QString &words);
    void showCount();

    TranscriptFinder &m_finder;
    ChatStyle m_style;
    QLineEdit *m_field = nullptr;
    QAction *m_icon = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace kagura
