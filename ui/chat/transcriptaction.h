// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/failuretext.h"

#include <QList>
#include <QRect>
#include <QString>

#include <cstdint>

namespace kagura {

//! Something in a message that can be pressed.
struct TranscriptAction
{
    enum class Kind : std::uint8_t {
        ToggleReasoning,
        CopyMessage,
        Regenerate,
        CopyCode,
        SaveCode,
        OpenLink,
        TakeStep,
        PreviousVersion,
        NextVersion,
        Edit,
        Continue,
        Inspect,
        ToggleTool,
        CopyTool,
        OpenEntry //!< of the cache, which the answer came from
    };

    Kind kind = Kind::CopyMessage;
    QString label = {}; //!< also its accessible name
    QRect rect = {}; //!< in the message
    int block =
        -1; //!< of ToggleTool and CopyTool: the card; of CopyCode and SaveCode: the code's first block; of OpenLink: where it stands
    NextStep step = NextStep::None;
    qsizetype offset = 0; //!< of OpenLink: in the block's text
    QString target = {}; //!< of OpenLink
    QList<QRect> more = {}; //!< of OpenLink: its other lines

    bool operator==(const TranscriptAction &) const = default;
};

} // namespace kagura
