// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/blocksource.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/transcriptmessage.h"

#include <QList>

namespace kagura::test {

//! A conversation of so many messages, questions and answers in turn, of varied lengths; the same each time.
[[nodiscard]] QList<TranscriptMessage> sampleConversation(int count);

[[nodiscard]] TranscriptMessage question(const QString &id, const QString &text);
[[nodiscard]] TranscriptMessage answer(const QString &id, const QString &text);
//! Sent, and nothing has come back.
[[nodiscard]] TranscriptMessage waitingAnswer(const QString &id);

//! Looks for tests that do not ask about looks.
[[nodiscard]] ChatStyle sampleStyle();

//! As the chat page reads them.
[[nodiscard]] std::unique_ptr<BlockSource> newSource(TranscriptMessage::Author author);

} // namespace kagura::test
