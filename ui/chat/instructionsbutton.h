// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/instructionspanel.h"

#include <QPushButton>

namespace kagura {

//! The quiet word in the head that says how the model is asked: the preset's name, or what is set; it
//! opens the panel in which all of it is edited.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class InstructionsButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit InstructionsButton(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Of the conversation that is shown. While the panel is open it keeps what is being typed.
    void setInstructions(const QString &conversation, const Instructions &instructions);
    void setPresets(const QList<Preset> &presets);

    void openPanel();
    [[nodiscard]] InstructionsPanel &panel() const { return *m_panel; }

Q_SIGNALS:
    void changed(const QString &conversation, const kagura::Instructions &instructions);

private:
    void refresh();

    InstructionsPanel *m_panel = nullptr;
    QString m_conversation;
};

} // namespace kagura
