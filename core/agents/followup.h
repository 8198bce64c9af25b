// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace kagura {

//! What was said before in a conversation, the oldest first.
struct RoutingTurn
{
    bool isUser = true;
    QString text;

    bool operator==(const RoutingTurn &) const = default;
};

//! Whether a question cannot be understood without what was said before: "Translate it to Spanish",
//! "What about Spanish?". A question that brings what it points to does not lean on anything: "Translate
//! this sentence: …". Knows English and German.
[[nodiscard]] bool leansOnContext(const QString &question);

//! The question with the last turns before it, for one who was not there. Long turns are shortened.
[[nodiscard]] QString withContext(const QString &question, const QList<RoutingTurn> &history);

} // namespace kagura
