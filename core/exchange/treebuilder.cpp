// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/treebuilder.h"

#include "core/chat/conversationtitle.h"

#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype TitleLength = 300;

bool isEmpty(const StoredMessage &message)
{
    return message.text.trimmed().isEmpty() && message.reasoning.trimmed().isEmpty()
        && message.parts.isEmpty() && !message.failure;
}

QString joined(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty())
        return before + after;
    return before + u"\n\n"_s + after;
}

QList<MessagePart> withoutText(const QList<MessagePart> &parts)
{
    QList<MessagePart> kept;
    for (const MessagePart &part : parts) {
        if (!std::holds_alternative<TextPart>(part))
            kept.append(part);
    }
    return kept;
}

// The later message goes on where the earlier one ended.
void append(StoredMessage &answer, const StoredMessage &next)
{
    answer.text = joined(answer.text, next.text);
    answer.reasoning = joined(answer.reasoning, next.reasoning);
    const QList<MessagePart> pictures = withoutText(answer.parts) + withoutText(next.parts);
    answer.parts = pictures;
    if (!pictures.isEmpty() && !answer.text.isEmpty())
        answer.parts.append(TextPart{answer.text});
    if (answer.model.model.isEmpty())
        answer.model = next.model;
    answer.state = next.state;
    answer.failure = next.failure;
    answer.finishReason = next.finishReason;
    if (!answer.reasoningTime)
        answer.reasoningTime = next.reasoningTime;
    answer.usage.update(next.usage);
}

} // namespace

TreeBuilder::TreeBuilder(const QString &format, const ImportLimits &limits, SkipTally &tally)
    : m_format(format)
    , m_limits(limits)
    , m_tally(tally)
{}

QString TreeBuilder::stableId(const QString &format,
                              const QString &conversation,
                              const QString &message)
{
    static const QUuid names(u"7d0e6f4b-0f0c-5d1e-9f5a-3a1f0c9b62d4"_s);
    // Lengths in front, so that no two different triples read the same.
    const QString name = u"%1:%2:%3:%4:%5:%6"_s.arg(format.size())
                             .arg(conversation.size())
                             .arg(message.size())
                             .arg(format, conversation, message);
    return QUuid::createUuidV5(names, name).toString(QUuid::WithoutBraces);
}

void TreeBuilder::add(const ForeignMessage &message)
{
    ForeignMessage placed = message;
    if (placed.id.isEmpty())
        placed.id = u"#%1"_s.arg(m_messages.size());
    if (m_places.contains(placed.id)) {
        m_tally.add(u"messages with an id that was there before"_s);
        return;
    }
    m_places.insert(placed.id, m_messages.size());
    m_messages.append(placed);
}

Result<ConversationTree> TreeBuilder::build(const QString &conversationId,
                                            const Conversation &head,
                                            const QString &current)
{
    if (m_messages.size() > m_limits.messages)
        return Error{Error::Kind::Protocol,
                     u"it has %1 messages; at most %2 are read"_s.arg(m_messages.size())
                         .arg(m_limits.messages)};
    link();
    leaveOut();
    order();
    const qsizetype leaf = leafFor(current);
    if (m_merges)
        merge();

    ConversationTree tree;
    if (m_order.isEmpty()) {
        m_tally.add(u"conversations without messages"_s);
        return tree;
    }
    tree.conversation = head;
    tree.conversation.id = stableId(m_format, conversationId);
    place(tree, conversationId, leaf);
    describe(tree.conversation, tree.messages);
    return tree;
}

// Finds every parent, and cuts the circles that a broken file can have.
void TreeBuilder::link()
{
    m_parents.fill(-1, m_messages.size());
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        const ForeignMessage &message = m_messages.at(i);
        const auto parent = m_places.constFind(message.parent);
        if (!message.parent.isEmpty() && parent != m_places.cend())
            m_parents[i] = *parent;
    }
    enum class Mark : std::uint8_t { New, OnPath, Done };
    QList<Mark> marks(m_messages.size(), Mark::New);
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        QList<qsizetype> path;
        qsizetype at = i;
        while (at >= 0 && marks.at(at) == Mark::New) {
            marks[at] = Mark::OnPath;
            path.append(at);
            at = m_parents.at(at);
        }
        if (at >= 0 && marks.at(at) == Mark::OnPath) {
            m_tally.add(u"links between messages that ran in a circle"_s);
            m_parents[at] = -1;
        }
        for (const qsizetype one : std::as_const(path))
            marks[one] = Mark::Done;
    }
}

// Links go; what follows them follows what they followed.
void TreeBuilder::leaveOut()
{
    for (ForeignMessage &message : m_messages)
        message.isLink = message.isLink || isEmpty(message.message);
    QList<bool> isSettled(m_messages.size(), false);
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        QList<qsizetype> path;
        qsizetype at = i;
        while (at >= 0 && !isSettled.at(at)) {
            path.append(at);
            at = m_parents.at(at);
        }
        // From the top down, so that every step is one look at a parent that is settled.
        for (auto one = path.crbegin(); one != path.crend(); ++one) {
            const qsizetype parent = m_parents.at(*one);
            if (parent >= 0 && m_messages.at(parent).isLink)
                m_parents[*one] = m_parents.at(parent);
            isSettled[*one] = true;
        }
    }
}

void TreeBuilder::order()
{
    QList<QList<qsizetype>> children(m_messages.size());
    QList<qsizetype> open;
    for (qsizetype i = m_messages.size() - 1; i >= 0; --i) {
        if (m_messages.at(i).isLink)
            continue;
        if (m_parents.at(i) < 0)
            open.append(i);
        else
            children[m_parents.at(i)].append(i);
    }
    m_order.clear();
    while (!open.isEmpty()) {
        const qsizetype at = open.takeLast();
        m_order.append(at);
        open.append(children.at(at));
    }
}

qsizetype TreeBuilder::leafFor(const QString &current) const
{
    if (m_order.isEmpty())
        return -1;
    const auto found = m_places.constFind(current);
    qsizetype at = found == m_places.cend() ? m_order.constLast() : *found;
    if (m_messages.at(at).isLink)
        at = m_parents.at(at);
    return at < 0 ? m_order.constLast() : at;
}

void TreeBuilder::merge()
{
    QList<int> childCounts(m_messages.size(), 0);
    for (const qsizetype at : std::as_const(m_order)) {
        if (m_parents.at(at) >= 0)
            ++childCounts[m_parents.at(at)];
    }
    QList<qsizetype> into(m_messages.size(), -1); // what a message has become part of
    QList<qsizetype> kept;
    const auto isAnswer = [this](qsizetype at) {
        return m_messages.at(at).message.role == Role::Assistant;
    };
    for (const qsizetype at : std::as_const(m_order)) {
        const qsizetype before = m_parents.at(at);
        qsizetype target = before;
        if (before >= 0 && into.at(before) >= 0)
            target = into.at(before);
        if (before >= 0 && isAnswer(at) && isAnswer(before) && childCounts.at(before) == 1) {
            append(m_messages[target].message, m_messages.at(at).message);
            into[at] = target;
            m_places[m_messages.at(at).id] = target;
        } else {
            m_parents[at] = target;
            kept.append(at);
        }
    }
    m_order = kept;
}

void TreeBuilder::place(ConversationTree &tree, const QString &conversationId, qsizetype leaf) const
{
    const auto idOf = [&](qsizetype at) {
        return stableId(m_format, conversationId, m_messages.at(at).id);
    };
    QHash<qsizetype, QDateTime> times;
    for (const qsizetype at : m_order) {
        const qsizetype parent = m_parents.at(at);
        StoredMessage message = m_messages.at(at).message;
        message.id = idOf(at);
        message.conversation = tree.conversation.id;
        message.parent = parent < 0 ? QString() : idOf(parent);
        if (!message.created.isValid())
            message.created = parent < 0 ? tree.conversation.created : times.value(parent);
        if (!message.created.isValid())
            message.created = QDateTime::fromMSecsSinceEpoch(0, QTimeZone::utc());
        times.insert(at, message.created);
        tree.messages.append(message);
    }
    // merge() moves the name of a message to the one that it has become part of.
    const qsizetype shown = m_places.value(m_messages.at(leaf).id, leaf);
    tree.conversation.activeLeaf = idOf(shown);
}

void TreeBuilder::describe(Conversation &conversation, const QList<StoredMessage> &messages) const
{
    const auto isEarlier = [](const StoredMessage &one, const StoredMessage &other) {
        return one.created < other.created;
    };
    if (!conversation.created.isValid())
        conversation.created =
            std::min_element(messages.cbegin(), messages.cend(), isEarlier)->created;
    if (!conversation.updated.isValid())
        conversation.updated =
            std::max_element(messages.cbegin(), messages.cend(), isEarlier)->created;
    conversation.title = conversation.title.simplified().left(TitleLength);
    conversation.isTitled = !conversation.title.isEmpty();
    for (const StoredMessage &message : messages) {
        if (!conversation.title.isEmpty())
            break;
        if (message.role == Role::User)
            conversation.title = conversationTitle(message.text);
    }
}

} // namespace kagura
