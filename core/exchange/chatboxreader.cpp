// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/chatboxreader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

#include <QSet>

#include <optional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr auto SessionPrefix = "session:"_L1;
constexpr int ForkDepth = 100;

const char *const LostPictures = "pictures that are not in the file or cannot be shown";

void readParts(const Json &parts, SkipTally &tally, StoredMessage &message)
{
    QStringList texts;
    QStringList thoughts;
    for (const Json &part : parts) {
        const QString type = jsonString(part, "type");
        if (type == "text"_L1) {
            texts.append(jsonString(part, "text"));
        } else if (type == "reasoning"_L1) {
            thoughts.append(jsonString(part, "text"));
            if (const auto duration = jsonInteger(part, "duration"); duration && *duration >= 0)
                message.reasoningTime = std::chrono::milliseconds(*duration);
        } else if (type == "tool-call"_L1) {
            const QString name = jsonString(part, "toolName");
            texts.append(
                toolNote(u"Call of "_s + name, readable(jsonMember(part, "args")), u"json"_s));
            texts.append(
                toolNote(u"Result of "_s + name, readable(jsonMember(part, "result")), {}));
        } else if (type == "image"_L1) {
            tally.add(QString::fromLatin1(LostPictures));
        } else {
            tally.add(u"notes of the program"_s);
        }
    }
    message.text = paragraphs(texts);
    message.reasoning = paragraphs(thoughts);
}

void readFiles(const Json &raw,
               const ImportLimits &limits,
               SkipTally &tally,
               StoredMessage &message)
{
    QList<ImagePart> images;
    const Json &pictures = jsonMember(raw, "pictures"); // of old versions
    if (pictures.is_array()) {
        for (const Json &picture : pictures) {
            const auto image = foreignDataUrl(jsonString(picture, "url"));
            if (image && image->data.size() <= limits.imageBytes)
                images.append(*image);
            else
                tally.add(QString::fromLatin1(LostPictures));
        }
    }
    for (const char *const kind : {"files", "links"}) {
        const Json &list = jsonMember(raw, kind);
        if (list.is_array() && !list.empty())
            tally.add(u"attached files that are not in the file"_s, static_cast<int>(list.size()));
    }
    message.parts = partsOf(images, message.text);
}

void readAnswer(const Json &raw, StoredMessage &message)
{
    message.model = {jsonString(raw, "aiProvider", u"chatbox"_s), jsonString(raw, "model")};
    const Json &usage = jsonMember(raw, "usage");
    message.usage.inputTokens = jsonInteger(usage, "inputTokens");
    message.usage.outputTokens = jsonInteger(usage, "outputTokens");
    message.usage.reasoningTokens = jsonInteger(usage, "reasoningTokens");
    message.usage.cacheReadTokens = jsonInteger(usage, "cachedInputTokens");
    // Chatbox counts what was read from the cache as input as well; ours are apart.
    if (message.usage.inputTokens && message.usage.cacheReadTokens)
        message.usage.inputTokens =
            std::max<qint64>(0, *message.usage.inputTokens - *message.usage.cacheReadTokens);
    if (const auto latency = jsonInteger(raw, "firstTokenLatency"); latency && *latency >= 0)
        message.firstContentAfter = std::chrono::milliseconds(*latency);
    const QString error = jsonString(raw, "error");
    const Json &generating = jsonMember(raw, "generating");
    if (!error.isEmpty()) {
        message.state = StoredMessage::State::Failed;
        message.failure = Error{Error::Kind::Server, error};
    } else if (generating.is_boolean() && generating.get<bool>()) {
        message.state = StoredMessage::State::Interrupted;
    }
}

ForeignMessage readMessage(const Json &raw, const ImportLimits &limits, SkipTally &tally)
{
    ForeignMessage read;
    read.id = jsonString(raw, "id");
    StoredMessage &message = read.message;
    message.role = roleFromName(jsonString(raw, "role")).value_or(Role::Assistant);
    if (message.role == Role::Tool)
        message.role = Role::Assistant;
    message.created = foreignMilliseconds(jsonMember(raw, "timestamp"));
    const Json &parts = jsonMember(raw, "contentParts");
    if (parts.is_array())
        readParts(parts, tally, message);
    if (message.text.isEmpty())
        message.text = jsonString(raw, "content"); // of old versions
    if (message.reasoning.isEmpty())
        message.reasoning = jsonString(raw, "reasoningContent");
    readFiles(raw, limits, tally, message);
    if (message.role == Role::Assistant)
        readAnswer(raw, message);
    const Json &isSummary = jsonMember(raw, "isSummary");
    if (isSummary.is_boolean() && isSummary.get<bool>()) {
        tally.add(u"summaries of earlier messages"_s);
        read.isLink = true;
    }
    return read;
}

//! One list of messages and the forks that hang on them.
class Thread
{
public:
    Thread(const Json &session, const ImportLimits &limits, SkipTally &tally)
        : m_forks(jsonMember(session, "messageForksHash"))
        , m_limits(limits)
        , m_tally(tally)
        , m_builder(u"chatbox"_s, limits, tally)
    {}

    // The shown list of a fork is the one that goes on in the list that is read; its own place is empty.
    QString add(const Json &messages, const QString &after, int depth)
    {
        QString before = after;
        if (!messages.is_array())
            return before;
        for (const Json &raw : messages) {
            ForeignMessage message = readMessage(raw, m_limits, m_tally);
            if (message.message.role == Role::System && before.isEmpty()) {
                m_system = paragraphs({m_system, message.message.text});
                continue;
            }
            if (message.id.isEmpty())
                message.id = u"#%1"_s.arg(m_unnamed++);
            message.parent = before;
            m_builder.add(message);
            before = message.id;
            addForks(before, depth);
        }
        return before;
    }

    [[nodiscard]] Result<ConversationTree> build(const QString &id,
                                                 Conversation head,
                                                 const QString &end)
    {
        head.system = m_system;
        return m_builder.build(id, head, end);
    }

private:
    void addForks(const QString &pivot, int depth)
    {
        if (!m_forks.is_object() || m_used.contains(pivot))
            return;
        const Json &lists = jsonMember(jsonMember(m_forks, pivot.toUtf8().constData()), "lists");
        if (!lists.is_array())
            return;
        m_used.insert(pivot);
        if (depth >= ForkDepth) {
            m_tally.add(u"forks inside of too many forks"_s);
            return;
        }
        for (const Json &list : lists)
            add(jsonMember(list, "messages"), pivot, depth + 1);
    }

    const Json &m_forks;
    const ImportLimits &m_limits;
    SkipTally &m_tally;
    TreeBuilder m_builder;
    QSet<QString> m_used;
    QString m_system;
    int m_unnamed = 0;
};

Result<void> readSession(const Json &session,
                         const ForeignFile &file,
                         SkipTally &tally,
                         QList<ConversationTree> &trees)
{
    const QString given = jsonString(session, "id");
    const QString id = given.isEmpty() ? contentId(session) : given;
    const QString name = jsonString(session, "name");
    const Json &starred = jsonMember(session, "starred");
    const auto addThread = [&](const Json &messages, const QString &own,
                               const Conversation &head) -> Result<void> {
        Thread thread(session, file.limits(), tally);
        const QString end = thread.add(messages, {}, 0);
        const Result<ConversationTree> tree = thread.build(own, head, end);
        if (!tree)
            return tree.error();
        if (!tree->messages.isEmpty())
            trees.append(*tree);
        return {};
    };
    const Json &threads = jsonMember(session, "threads");
    if (threads.is_array()) {
        for (const Json &thread : threads) {
            Conversation head;
            const QString own = jsonString(thread, "name");
            head.title = own.isEmpty() || own == name ? name : u"%1: %2"_s.arg(name, own);
            head.created = foreignMilliseconds(jsonMember(thread, "createdAt"));
            const QString threadId =
                u"%1/%2"_s.arg(id, jsonString(thread, "id", contentId(thread)));
            if (const Result<void> done = addThread(jsonMember(thread, "messages"), threadId, head);
                !done)
                return done;
        }
    }
    Conversation head;
    head.title = name;
    head.isPinned = starred.is_boolean() && starred.get<bool>();
    return addThread(jsonMember(session, "messages"), id, head);
}

} // namespace

QString ChatboxReader::title() const
{
    return u"Chatbox"_s;
}

bool ChatboxReader::recognises(const ForeignFile &file, const QStringList &keys) const
{
    if (file.isArchive())
        return false;
    return keys.contains(u"__exported_items"_s) || keys.contains(u"chat-sessions"_s)
        || std::any_of(keys.cbegin(), keys.cend(),
                       [](const QString &key) { return key.startsWith(SessionPrefix); });
}

Result<QList<ConversationTree>> ChatboxReader::read(const ForeignFile &file, SkipTally &tally) const
{
    const Result<QList<JsonSlice>> members = sliceJson(file.bytes());
    if (!members)
        return members.error();
    QList<JsonSlice> sessions;
    for (const JsonSlice &member : *members) {
        if (member.key.startsWith(SessionPrefix)) {
            sessions.append(member);
        } else if (member.key == "chat-sessions"_L1 && member.text.startsWith('[')) {
            // Of old versions, and sometimes left behind beside the new ones.
            const Result<QList<JsonSlice>> old = sliceJson(member.text, member.offset);
            if (!old)
                return old.error();
            sessions.append(*old);
        }
    }
    QList<ConversationTree> trees;
    QSet<QString> seen;
    int number = 0;
    for (const JsonSlice &slice : std::as_const(sessions)) {
        const QString place = u"session %1"_s.arg(++number);
        const Result<Json> session = parseSlice(slice);
        if (!session)
            return Error{session.error().kind, u"%1: %2"_s.arg(place, session.error().message)};
        const QString id = jsonString(*session, "id");
        if (!id.isEmpty() && seen.contains(id))
            continue;
        seen.insert(id);
        if (const Result<void> done = readSession(*session, file, tally, trees); !done)
            return Error{done.error().kind, u"%1: %2"_s.arg(place, done.error().message)};
    }
    return trees;
}

} // namespace kagura
