// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace kagura {

//! The field of a message: grows with its text up to a limit, sends on Enter.
//!
//! While an input method is composing, Enter belongs to it and never sends. Pasted text is plain.
//!
//! Thread: the GUI thread. Lifetime: with the composer. Errors: none.
class ComposerEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    //! The height of a line of text, and how many are shown at least and at most.
    void setLines(qreal lineHeight, int least, int most);

    [[nodiscard]] bool isComposing() const { return m_isComposing; }

Q_SIGNALS:
    void sendPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void grow();
    [[nodiscard]] int linesShown() const;

    qreal m_lineHeight = 0;
    int m_least = 1;
    int m_most = 10;
    bool m_isComposing = false;
};

} // namespace kagura
