// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPlainTextEdit;

namespace kagura {

class Button;
class Label;
class Panel;
class QuestionCard;
class RunTabs;

//! What is known of the node that is chosen: what it says now, what it was given, what it gave, and how;
//! and above it, whatever is chosen, what the run wants to know of a person.
//!
//! The text that arrives is followed until the person scrolls up, and again from the end on.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunInspector final : public QWidget
{
    Q_OBJECT

public:
    enum class Tab : std::uint8_t { Output, Input, Attempts, Tools, Usage, Cache, Raw };

    explicit RunInspector(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void clear();
    void showNode(const ShownNode &node); //!< its head; the detail follows
    void showDetail(const ShownNodeDetail &detail);
    //! What was said so far in the call that is under way, and what came to it.
    void setLiveText(const QString &path, const QString &text);
    void addLiveText(const QString &path, const QString &text);
    void setQuestion(const ShownQuestion &question, int more); //!< and so many after it
    void focusQuestion();
    void showTab(Tab tab);

    [[nodiscard]] QString path() const { return m_node.path; }
    [[nodiscard]] QString shownText() const;

Q_SIGNALS:
    void answered(const kagura::ShownQuestion &question,
                  const QString &action,
                  const kagura::Json &fields);
    void cancelRequested(const QString &path);
    void retryRequested(const QString &path);
    void skipRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showText();
    [[nodiscard]] QString textOf(Tab tab) const;
    [[nodiscard]] bool isLive() const;

    Theme m_theme;
    ShownNode m_node;
    ShownNodeDetail m_detail;
    QString m_live;
    QuestionCard *m_question = nullptr;
    Label *m_more = nullptr;
    Label *m_name = nullptr;
    Label *m_path = nullptr;
    Label *m_summary = nullptr;
    Label *m_following = nullptr;
    RunTabs *m_tabs = nullptr;
    QPlainTextEdit *m_text = nullptr;
    Panel *m_actions = nullptr;
    Button *m_cancel = nullptr;
    Button *m_retry = nullptr;
    Button *m_skip = nullptr;
};

} // namespace kagura
