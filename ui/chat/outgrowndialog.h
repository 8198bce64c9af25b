// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/outgrown.h"
#include "ui/chat/chatstyle.h"

#include <QDialog>

namespace kagura {

//! Asks what to do with a conversation that is more than its model can read: nothing is left out unless
//! a person says so, and they see what it would be. Escape sends nothing.
//!
//! Thread: the GUI thread. Lifetime: deletes itself when closed. Errors: none.
class OutgrownDialog final : public QDialog
{
    Q_OBJECT

public:
    OutgrownDialog(const Outgrown &outgrown,
                   const QString &model,
                   const ChatStyle &style,
                   QWidget *parent);

Q_SIGNALS:
    void chosen(kagura::OutgrownChoice choice); //!< exactly once

private:
    void choose(OutgrownChoice choice);

    OutgrownChoice m_choice = OutgrownChoice::Cancel;
};

} // namespace kagura
