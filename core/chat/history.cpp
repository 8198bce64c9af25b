// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/history.h"

#include <algorithm>

namespace kagura {

bool isSaid(const StoredMessage &message)
{
    return message.role != Role::Assistant || !message.text.isEmpty() || !message.parts.isEmpty();
}

QList<Message> historyOf(const QList<BranchMessage> &branch, qsizetype count)
{
    QList<Message> history;
    for (qsizetype i = 0; i < std::min(count, branch.size()); ++i) {
        if (isSaid(branch.at(i).message))
            history.append(branch.at(i).message.toMessage());
    }
    return history;
}

StoredMessage questionOf(const QString &text, const QList<MessagePart> &files)
{
    StoredMessage question;
    question.role = Role::User;
    question.text = text;
    question.parts = files;
    if (!question.parts.isEmpty() && !text.isEmpty())
        question.parts.append(TextPart{text});
    return question;
}

} // namespace kagura
