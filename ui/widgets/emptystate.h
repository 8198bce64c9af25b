// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

class Button;
class Label;

//! What stands where nothing is yet: one sentence that teaches, and one thing to do.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &sentence, const QString &action, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

Q_SIGNALS:
    void actionRequested();

private:
    Label *m_sentence = nullptr;
    Button *m_action = nullptr;
};

} // namespace kagura
