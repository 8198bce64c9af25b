// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/inspectedcall.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace kagura {

class CodeHighlighter;
class FactTable;
class StreamPicture;

//! The call behind one answer, in a column beside the conversation: request, stream, usage, cost and cache,
//! one below the other; the tabs are anchors. Escape closes it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class InspectorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Shows another call, or news of the one that is shown; where one reads stays in view.
    void setCall(const InspectedCall &call);
    [[nodiscard]] const InspectedCall &call() const { return m_call; }
    void focusFirst();
    void copyCurl();

Q_SIGNALS:
    void closeRequested();
    void copied();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Section
    {
        QWidget *head = nullptr;
        QLabel *title = nullptr;
        QLabel *note = nullptr; //!< beside the title
        QPushButton *tab = nullptr;
    };

    void build();
    [[nodiscard]] Section addSection(QVBoxLayout &column, const QString &title);
    [[nodiscard]] QLabel *addWords(QVBoxLayout &column, const QString &name);
    [[nodiscard]] QPlainTextEdit *addText(QVBoxLayout &column, const QString &name);
    void showRequest();
    void showStream();
    void showCache();
    void markTab();
    void fit(QPlainTextEdit *text, int mostLines) const;

    ChatStyle m_style;
    InspectedCall m_call;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_which = nullptr;
    QToolButton *m_close = nullptr;
    QWidget *m_tabs = nullptr;
    QScrollArea *m_scroll = nullptr;
    QList<Section> m_sections;
    QLabel *m_failure = nullptr;
    QPushButton *m_curl = nullptr;
    QLabel *m_requestNote = nullptr;
    QPlainTextEdit *m_request = nullptr;
    CodeHighlighter *m_highlighter = nullptr;
    StreamPicture *m_picture = nullptr;
    FactTable *m_times = nullptr;
    FactTable *m_attempts = nullptr;
    QPlainTextEdit *m_events = nullptr;
    FactTable *m_usage = nullptr;
    FactTable *m_cost = nullptr;
    QLabel *m_cacheWords = nullptr;
};

} // namespace kagura
