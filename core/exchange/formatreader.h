// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/conversationtree.h"
#include "core/exchange/foreignfile.h"
#include "core/exchange/skiptally.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace kagura {

//! Reads the conversations of one kind of file.
//!
//! Thread: any. Lifetime: none. Errors: read(): Protocol with the place in the file; what is strange but
//! does no harm is left out and counted in the tally.
class FormatReader
{
public:
    FormatReader() = default;
    virtual ~FormatReader();
    Q_DISABLE_COPY_MOVE(FormatReader)

    [[nodiscard]] virtual QString title() const = 0; //!< "ChatGPT"

    //! keys: conversationKeys() of the file.
    [[nodiscard]] virtual bool recognises(const ForeignFile &file,
                                          const QStringList &keys) const = 0;
    [[nodiscard]] virtual Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                               SkipTally &tally) const = 0;
};

//! What a file had in it.
struct ForeignConversations
{
    QString format; //!< title of the reader
    QList<ConversationTree> trees = {};
    SkipTally skipped = {};
};

//! Every format that can be read; the order is that in which they are asked.
[[nodiscard]] std::vector<std::unique_ptr<FormatReader>> formatReaders();

//! Finds the reader of a file and reads it. Errors: Protocol, also for a file that none recognises.
[[nodiscard]] Result<ForeignConversations> readForeign(const ForeignFile &file);

} // namespace kagura
