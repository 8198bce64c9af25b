// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/contextestimate.h"
#include "ui/chat/chatstyle.h"

#include <QLabel>

#include <optional>

namespace kagura {

//! What the next message takes of the model's window, and what sending it costs: one quiet line, that
//! says so in words when the window is nearly or more than full.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class ContextMeter final : public QLabel
{
    Q_OBJECT

public:
    explicit ContextMeter(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setEstimate(const std::optional<ContextEstimate> &estimate); //!< empty hides it

private:
    void refresh();

    ChatStyle m_style;
    std::optional<ContextEstimate> m_estimate;
};

} // namespace kagura
