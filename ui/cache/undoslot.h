// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/invalidationtable.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

namespace kagura {

class Button;
class Label;

//! What was just invalidated, and how long it can still be taken back.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class UndoSlot final : public QWidget
{
    Q_OBJECT

public:
    explicit UndoSlot(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void offer(const InvalidationTable::Operation &operation);
    void dismiss();

    //! "9:41"; empty when the time is over.
    [[nodiscard]] static QString remainingText(const QDateTime &until, const QDateTime &now);

Q_SIGNALS:
    void undoRequested(qint64 operation);

private:
    void tick();

    InvalidationTable::Operation m_operation;
    Label *m_words = nullptr;
    Button *m_undo = nullptr;
    Button *m_close = nullptr;
    QTimer m_timer;
};

} // namespace kagura
