// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/conversationtree.h"
#include "core/exchange/importlimits.h"
#include "core/exchange/skiptally.h"

#include <QHash>
#include <QList>
#include <QString>

namespace kagura {

//! A message as a foreign file has it.
struct ForeignMessage
{
    QString id = {}; //!< the file's own; empty: its place is its name
    QString parent = {}; //!< id of the one before it; empty: the first
    bool isLink = false; //!< only holds the tree together: left out, what follows it moves up
    StoredMessage message = {}; //!< without ids
};

//! Makes a tree of ours out of the messages of a foreign conversation, whatever order, gaps and circles
//! they have.
//!
//! Messages without anything in them are links, too. Versions keep the order in which they were added.
//! Every id is computed from the format and the foreign ids, so that the same file gives the same
//! tree again.
//!
//! Thread: a value. Lifetime: the tally outlives it. Errors: build(): Protocol for too many messages.
class TreeBuilder final
{
public:
    TreeBuilder(const QString &format, const ImportLimits &limits, SkipTally &tally);

    void add(const ForeignMessage &message);

    //! Answers that follow each other without a branch become one: for programs that keep each step of
    //! an answer as a message.
    void setMergesAnswers(bool merges) { m_merges = merges; }

    //! conversationId: the file's own; head: title, times and what else is known; current: id of the
    //! message at which the shown branch ends, may be unknown. The tree is empty where no message is
    //! left, and that is counted.
    [[nodiscard]] Result<ConversationTree> build(const QString &conversationId,
                                                 const Conversation &head,
                                                 const QString &current);

    //! A UUID that is always the same for the same words.
    [[nodiscard]] static QString stableId(const QString &format,
                                          const QString &conversation,
                                          const QString &message = {});

private:
    void link();
    void leaveOut();
    void order();
    void merge();
    [[nodiscard]] qsizetype leafFor(const QString &current) const;
    void place(ConversationTree &tree, const QString &conversationId, qsizetype leaf) const;
    void describe(Conversation &conversation, const QList<StoredMessage> &messages) const;

    QString m_format;
    ImportLimits m_limits;
    SkipTally &m_tally;
    bool m_merges = false;
    QList<ForeignMessage> m_messages;
    QHash<QString, qsizetype> m_places;
    QList<qsizetype> m_parents; // -1: none
    QList<qsizetype> m_order; // what is kept, parents first
};

} // namespace kagura
