// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/chatboxreader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr auto SessionPrefix = "session:"_L1;
constexpr int ForkDepth = 100;

//! The pictures of a backup in an archive, by the keys that messages have for them.
class Resources
{
public:
    Resources(const ForeignFile &file, SkipTally &tally)
        : m_file(file)
        , m_tally(tally)
    {
        const Result<QByteArray> text = file.entry(Manifest);
        if (!text)
            return;
        const Result<Json> manifest = parseJson(*text);
        if (!manifest)
            return;
        const Json &list = jsonMember(*manifest, "resources");
        if (!list.is_array())
            return;
        for (const Json &resource : list) {
            const Json &keys = jsonMember(resource, "originalStorageKeys");
            if (!keys.is_array())
                continue;
            for (const Json &key : keys)
                m_paths.insert(toQString(key), jsonString(resource, "path"));
        }
    }

    static constexpr QLatin1StringView Manifest{"manifest.json"};

    void take(const std::optional<ImagePart> &image, QList<ImagePart> &images)
    {
        if (image && image->data.size() <= m_file.limits().imageBytes
            && m_bytes + image->data.size() <= m_file.limits().imagesBytes) {
            m_bytes += image->data.size();
            images.append(*image);
        } else {
            m_tally.add(u"pictures that are not in the file or cannot be shown"_s);
        }
    }

    [[nodiscard]] std::optional<ImagePart> find(const QString &key) const
    {
        const auto path = m_paths.constFind(key);
        if (path == m_paths.cend())
            return std::nullopt;
        const Result<QByteArray> bytes = m_file.entry(*path);
        return bytes ? foreignImage(*bytes) : std::nullopt;
    }

private:
    const ForeignFile &m_file;
    SkipTally &m_tally;
    QHash<QString, QString> m_paths;
    qint64 m_bytes = 0;
};

//! What all sessions of a file are read with.
struct Source
{
    const ForeignFile &file;
    SkipTally &tally;
    Resources resources;
};

void readParts(const Json &parts, Source &source, QList<ImagePart> &images, StoredMessage &message)
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
            source.resources.take(source.resources.find(jsonString(part, "storageKey")), images);
        } else {
            source.tally.add(u"notes of the program"_s);
        }
    }
    message.text = paragraphs(texts);
    message.reasoning = paragraphs(thoughts);
}

void readFiles(const Json &raw, Source &source, QList<ImagePart> &images)
{
    const Json &pictures = jsonMember(raw, "pictures"); // of old versions
    if (pictures.is_array()) {
        for (const Json &picture : pictures) {
            const auto image = foreignDataUrl(jsonString(picture, "url"));
            source.resources.take(
                image ? image : source.resources.find(jsonString(picture, "storageKey")), images);
        }
    }
    for (const char *const kind : {"files", "links"}) {
        const Json &list = jsonMember(raw, kind);
        if (list.is_array() && !list.empty())
            source.tally.add(u"attached files that are not in the file"_s,
                             static_cast<int>(list.size()));
    }
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

ForeignMessage readMessage(const Json &raw, Source &source)
{
    ForeignMessage read;
    read.id = jsonString(raw, "id");
    StoredMessage &message = read.message;
    message.role = roleFromName(jsonString(raw, "role")).value_or(Role::Assistant);
    if (message.role == Role::Tool)
        message.role = Role::Assistant;
    message.created = foreignMilliseconds(jsonMember(raw, "timestamp"));
    QList<ImagePart> images;
    const Json &parts = jsonMember(raw, "contentParts");
    if (parts.is_array())
        readParts(parts, source, images, message);
    if (message.text.isEmpty())
        message.text = jsonString(raw, "content"); // of old versions
    if (message.reasoning.isEmpty())
        message.reasoning = jsonString(raw, "reasoningContent");
    readFiles(raw, source, images);
    message.parts = partsOf(images, message.text);
    if (message.role == Role::Assistant)
        readAnswer(raw, message);
    const Json &isSummary = jsonMember(raw, "isSummary");
    if (isSummary.is_boolean() && isSummary.get<bool>()) {
        source.tally.add(u"summaries of earlier messages"_s);
        read.isLink = true;
    }
    return read;
}

//! One list of messages and the forks that hang on them.
class Thread
{
public:
    Thread(const Json &session, Source &source)
        : m_forks(jsonMember(session, "messageForksHash"))
        , m_source(source)
        , m_builder(u"chatbox"_s, source.file.limits(), source.tally)
    {}

    // The shown list of a fork is the one that goes on in the list that is read; its own place is empty.
    QString add(const Json &messages, const QString &after, int depth)
    {
        QString before = after;
        QList<std::pair<QString, const Json *>> later;
        if (!messages.is_array())
            return before;
        for (const Json &raw : messages) {
            ForeignMessage message = readMessage(raw, m_source);
            if (message.message.role == Role::System && before.isEmpty()) {
                m_system = paragraphs({m_system, message.message.text});
                continue;
            }
            if (message.id.isEmpty())
                message.id = u"#%1"_s.arg(m_unnamed++);
            message.parent = before;
            m_builder.add(message);
            before = message.id;
            addForks(before, depth, later);
        }
        for (const auto &[pivot, list] : later)
            add(*list, pivot, depth + 1);
        return before;
    }

    [[nodiscard]] Result<ConversationTree> build(const QString &id,
                                                 Conversation head,
                                                 const QString &end)
    {
        head.instructions.system = m_system;
        return m_builder.build(id, head, end);
    }

private:
    void addForks(const QString &pivot, int depth, QList<std::pair<QString, const Json *>> &later)
    {
        if (!m_forks.is_object() || m_used.contains(pivot))
            return;
        const Json &fork = jsonMember(m_forks, pivot.toUtf8().constData());
        const Json &lists = jsonMember(fork, "lists");
        if (!lists.is_array())
            return;
        m_used.insert(pivot);
        if (depth >= ForkDepth) {
            m_source.tally.add(u"forks inside of too many forks"_s);
            return;
        }
        // Those that were written before the shown one come before it, the others behind.
        const qint64 position = jsonInteger(fork, "position").value_or(0);
        qint64 number = 0;
        for (const Json &list : lists) {
            if (number++ < position)
                add(jsonMember(list, "messages"), pivot, depth + 1);
            else
                later.append({pivot, &jsonMember(list, "messages")});
        }
    }

    const Json &m_forks;
    Source &m_source;
    TreeBuilder m_builder;
    QSet<QString> m_used;
    QString m_system;
    int m_unnamed = 0;
};

Result<void> readSession(const Json &session, Source &source, QList<ConversationTree> &trees)
{
    const QString given = jsonString(session, "id");
    const QString id = given.isEmpty() ? contentId(session) : given;
    const QString name = jsonString(session, "name");
    const Json &starred = jsonMember(session, "starred");
    const auto addThread = [&](const Json &messages, const QString &own,
                               const Conversation &head) -> Result<void> {
        Thread thread(session, source);
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

// Of a backup in an archive: sessions/<id>/session.json.
QStringList sessionEntries(const ForeignFile &file)
{
    QStringList entries =
        file.entriesLike([](const QString &name) { return name == "session.json"_L1; });
    entries.removeIf([](const QString &entry) { return !entry.startsWith("sessions/"_L1); });
    return entries;
}

// Of an export in one piece of JSON.
Result<QList<JsonSlice>> sessionSlices(const ForeignFile &file)
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
    return sessions;
}

} // namespace

QString ChatboxReader::title() const
{
    return u"Chatbox"_s;
}

bool ChatboxReader::recognises(const ForeignFile &file, const QStringList &keys) const
{
    if (file.isArchive())
        return file.entries().contains(Resources::Manifest) && !sessionEntries(file).isEmpty();
    return keys.contains(u"__exported_items"_s) || keys.contains(u"chat-sessions"_s)
        || std::any_of(keys.cbegin(), keys.cend(),
                       [](const QString &key) { return key.startsWith(SessionPrefix); });
}

Result<QList<ConversationTree>> ChatboxReader::read(const ForeignFile &file, SkipTally &tally) const
{
    Source source{file, tally, Resources(file, tally)};
    QList<ConversationTree> trees;
    QSet<QString> seen;
    const auto readOne = [&](const Result<Json> &session, const QString &place) -> Result<void> {
        if (!session)
            return Error{session.error().kind, u"%1: %2"_s.arg(place, session.error().message)};
        const QString id = jsonString(*session, "id");
        if (!id.isEmpty() && seen.contains(id))
            return {};
        seen.insert(id);
        const Result<void> done = readSession(*session, source, trees);
        if (!done)
            return Error{done.error().kind, u"%1: %2"_s.arg(place, done.error().message)};
        return {};
    };
    for (const QString &entry : sessionEntries(file)) {
        const Result<QByteArray> text = file.entry(entry);
        if (!text)
            return text.error();
        const Result<void> done = readOne(parseSlice({{}, *text, 0}), entry);
        if (!done)
            return done.error();
    }
    if (file.isArchive())
        return trees;
    const Result<QList<JsonSlice>> sessions = sessionSlices(file);
    if (!sessions)
        return sessions.error();
    int number = 0;
    for (const JsonSlice &slice : *sessions) {
        const Result<void> done = readOne(parseSlice(slice), u"session %1"_s.arg(++number));
        if (!done)
            return done.error();
    }
    return trees;
}

} // namespace kagura
