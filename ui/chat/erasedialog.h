// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QDialog>

namespace kagura {

//! Asks before a conversation is erased for good, and says where from. Accepted only by its button.
//!
//! Thread: the GUI thread. Lifetime: deletes itself when closed. Errors: none.
class EraseDialog final : public QDialog
{
    Q_OBJECT

public:
    EraseDialog(const QString &title, const ChatStyle &style, QWidget *parent);
};

} // namespace kagura
