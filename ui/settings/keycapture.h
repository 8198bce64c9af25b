// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace kagura {

//! A field that takes the keys that are pressed in it, whatever they do elsewhere. Tab leaves it, so
//! that nobody is caught in it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: refused().
class KeyCapture final : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyCapture(QWidget *parent = nullptr);

    void setKeys(const QKeySequence &keys);

    //! Whether typing stays typing with them: one of Ctrl, Alt and Meta among them, or a function key.
    [[nodiscard]] static bool areUsable(const QKeySequence &keys);

Q_SIGNALS:
    void captured(const QKeySequence &keys); //!< usable ones
    void refused(const QKeySequence &keys);
    void cleared(); //!< Backspace or Delete
    void left(); //!< Esc

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QKeySequence m_keys;
};

} // namespace kagura
