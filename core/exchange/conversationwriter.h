// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/conversationtree.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace kagura {

enum class ExportFormat : std::uint8_t { Markdown, Html, LosslessJson };

[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(const QString &name); //!< "markdown"
[[nodiscard]] QString exportFormatSuffix(ExportFormat format); //!< "md"

//! Writes conversations into one text of UTF-8: begin(), each conversation, end(), put one behind the
//! other.
//!
//! Thread: any, one at a time. Lifetime: none. Errors: none.
class ConversationWriter
{
public:
    ConversationWriter() = default;
    virtual ~ConversationWriter();
    Q_DISABLE_COPY_MOVE(ConversationWriter)

    //! when: of the export.
    [[nodiscard]] static std::unique_ptr<ConversationWriter> make(ExportFormat format,
                                                                  const QDateTime &when);

    [[nodiscard]] virtual QByteArray begin() = 0;
    [[nodiscard]] virtual QByteArray conversation(const ConversationTree &tree) = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

//! \name Words that the formats for people share
//! @{
[[nodiscard]] QString writtenTitle(const Conversation &conversation);
[[nodiscard]] QString writtenTime(const QDateTime &time); //!< "2026-11-23 18:20 UTC"
//! Who says it, and when: "You, 2026-…", "openai/gpt-4o, 2026-…".
[[nodiscard]] QString writtenHead(const StoredMessage &message);
//! What became of it where it is not complete; else empty.
[[nodiscard]] QString writtenEnd(const StoredMessage &message);
//! Pieces of a message beside text and pictures, as Markdown.
[[nodiscard]] QString writtenTools(const StoredMessage &message);
//! @}

} // namespace kagura
