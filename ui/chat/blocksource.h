// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/messageblock.h"
#include "ui/chat/transcriptmessage.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace kagura {

//! Port: cuts the text of one message into blocks while it arrives. Whoever knows a markup implements
//! it; the transcript lays out what it gives.
//!
//! All blocks but the last few are closed: append() never changes a block before firstOpen(), so that
//! their layouts stay. The work of append() must not depend on the length of what came before.
//!
//! Thread: the GUI thread. Lifetime: with its message's layout. Errors: none; any text has blocks.
class BlockSource
{
public:
    BlockSource() = default;
    virtual ~BlockSource();
    Q_DISABLE_COPY_MOVE(BlockSource)

    virtual void append(QStringView text) = 0;
    //! The text is complete; what was held back is given now.
    virtual void finish() = 0;

    [[nodiscard]] virtual const QList<MessageBlock> &blocks() const = 0;
    //! The first block that may still change or go; blocks().size() once finished.
    [[nodiscard]] virtual qsizetype firstOpen() const = 0;
};

//! Who wrote it decides what is read as markup.
using BlockSourceFactory =
    std::function<std::unique_ptr<BlockSource>(TranscriptMessage::Author author)>;

} // namespace kagura
