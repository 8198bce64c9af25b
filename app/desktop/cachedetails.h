// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/anatomytable.h"
#include "core/cache/browsertable.h"
#include "ui/cache/entrydetail.h"
#include "ui/chat/transcriptmessage.h"

#include <QDateTime>

#include <optional>

namespace kagura {

//! \name What is stored, made ready to be shown: not for the GUI thread, as it reads whole requests
//! @{
[[nodiscard]] EntryDetail entryDetail(const BrowserTable::Whole &whole,
                                      const std::optional<StoredAnatomy> &anatomy);
//! nearestRequest: of the nearest entry; empty: there is none.
[[nodiscard]] MissDetail missDetail(const CacheExplanation &explanation,
                                    const QByteArray &request,
                                    const QByteArray &nearestRequest);
[[nodiscard]] EntryPair entryPair(const BrowserTable::Whole &left,
                                  const BrowserTable::Whole &right);
//! @}

//! The entry as every list shows it: what models and people wrote in one line that is what it looks like.
[[nodiscard]] CacheEntry shownEntry(CacheEntry entry);

//! The messages of an entry as the transcript shows them. The answer is the last, under the id AnswerId.
[[nodiscard]] QList<TranscriptMessage> entryMessages(const EntryDetail &detail,
                                                     const QDateTime &now);
inline const QString AnswerId = QStringLiteral("answer");

} // namespace kagura
