// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/floatingcard.h"

#include <QTimer>

#include <functional>

namespace kagura {

class Button;
class Label;

//! One short message that floats above the page for a while, with at most one thing to do about it.
//! It stays while the pointer or the focus is on it. Foreign text in it is plain text.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class ToastBar final : public FloatingCard
{
    Q_OBJECT

public:
    explicit ToastBar(QWidget *parent);

    void setTheme(const Theme &theme) override;
    void show(const QString &text,
              const QString &label = {},
              const std::function<void()> &action = {});

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void sizeChanged();

private:
    void leave();

    Label *m_text = nullptr;
    Button *m_button = nullptr;
    QTimer m_life;
    std::function<void()> m_action;
};

} // namespace kagura
