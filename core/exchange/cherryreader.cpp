// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/cherryreader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error broken(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

bool isTrue(const Json &object, const char *key)
{
    const Json &member = jsonMember(object, key);
    return member.is_boolean() && member.get<bool>();
}

//! What the assistants say of their topics: names, times, and the system text.
struct TopicHead
{
    QString title = {};
    QString system = {};
    QDateTime created = {};
    QDateTime updated = {};
    bool isPinned = false;
};

// JSON in a text in JSON in a text: that is how the program's store is kept.
QHash<QString, TopicHead> readHeads(const JsonSlice &localStorage)
{
    QHash<QString, TopicHead> heads;
    const Result<Json> storage = parseSlice(localStorage);
    if (!storage)
        return heads;
    const Result<Json> state = parseJson(jsonString(*storage, "persist:cherry-studio").toUtf8());
    if (!state)
        return heads;
    const Result<Json> inner = parseJson(jsonString(*state, "assistants").toUtf8());
    if (!inner)
        return heads;
    const Json &assistants = jsonMember(*inner, "assistants");
    if (!assistants.is_array())
        return heads;
    for (const Json &assistant : assistants) {
        const Json &topics = jsonMember(assistant, "topics");
        if (!topics.is_array())
            continue;
        for (const Json &topic : topics) {
            TopicHead head;
            head.title = jsonString(topic, "name");
            head.system = jsonString(topic, "prompt", jsonString(assistant, "prompt"));
            head.created = foreignIsoTime(jsonMember(topic, "createdAt"));
            head.updated = foreignIsoTime(jsonMember(topic, "updatedAt"));
            head.isPinned = isTrue(topic, "pinned");
            heads.insert(jsonString(topic, "id"), head);
        }
    }
    return heads;
}

//! Reads the messages of topics; blocks stay unparsed until a message asks for them.
class Topics
{
public:
    Topics(const ForeignFile &file, SkipTally &tally)
        : m_file(file)
        , m_tally(tally)
    {}

    [[nodiscard]] Result<void> readBlocks(const JsonSlice &table)
    {
        if (table.text.isEmpty())
            return {};
        const Result<QList<JsonSlice>> blocks = sliceJson(table.text, table.offset);
        if (!blocks)
            return blocks.error();
        for (const JsonSlice &slice : *blocks) {
            const Result<Json> block = parseSlice(slice);
            if (!block)
                return block.error();
            m_blocks.insert(jsonString(*block, "id"), slice);
        }
        return {};
    }

    [[nodiscard]] Result<ConversationTree> read(const Json &topic, const TopicHead &about)
    {
        const Json &messages = jsonMember(topic, "messages");
        TreeBuilder builder(u"cherry-studio"_s, m_file.limits(), m_tally);
        QSet<QString> ids;
        QString end;
        QString question; // of the group of answers before
        bool isChosen = false; // one of them is the one that goes on
        if (messages.is_array()) {
            for (const Json &raw : messages) {
                Result<ForeignMessage> message = readMessage(raw);
                if (!message)
                    return message.error();
                ForeignMessage &read = message.value();
                const QString asked = jsonString(raw, "askId");
                const bool isAnswer = read.message.role == Role::Assistant && ids.contains(asked);
                read.parent = isAnswer ? asked : end;
                if (!isAnswer || asked != question)
                    isChosen = false;
                question = isAnswer ? asked : QString();
                ids.insert(read.id);
                builder.add(read);
                if (isTrue(raw, "foldSelected") || isTrue(raw, "useful")) {
                    end = read.id;
                    isChosen = true;
                } else if (!isChosen) {
                    end = read.id;
                }
            }
        }
        Conversation head;
        head.title = about.title;
        head.instructions.system = about.system;
        head.created = about.created;
        head.updated = about.updated;
        head.isPinned = about.isPinned;
        const QString id = jsonString(topic, "id");
        return builder.build(id.isEmpty() ? contentId(topic) : id, head, end);
    }

private:
    [[nodiscard]] Result<ForeignMessage> readMessage(const Json &raw)
    {
        ForeignMessage read;
        read.id = jsonString(raw, "id", contentId(raw));
        if (jsonString(raw, "type") == "clear"_L1) {
            read.isLink = true; // where the context was cleared
            return read;
        }
        StoredMessage &message = read.message;
        message.role = roleFromName(jsonString(raw, "role")).value_or(Role::Assistant);
        if (message.role == Role::Tool)
            message.role = Role::Assistant;
        message.created = foreignIsoTime(jsonMember(raw, "createdAt"));
        if (message.role == Role::Assistant)
            readAnswer(raw, message);
        m_texts.clear();
        m_thoughts.clear();
        m_images.clear();
        const Json &blocks = jsonMember(raw, "blocks");
        if (blocks.is_array()) {
            for (const Json &id : blocks) {
                const auto slice = m_blocks.constFind(toQString(id));
                if (slice == m_blocks.cend()) {
                    m_tally.add(u"parts of messages that are not in the file"_s);
                    continue;
                }
                const Result<Json> block = parseSlice(*slice);
                if (!block)
                    return block.error();
                readBlock(*block, message);
            }
        }
        message.text = paragraphs(m_texts);
        if (message.text.isEmpty())
            message.text = jsonString(raw, "content"); // of old versions
        message.reasoning = paragraphs(m_thoughts);
        if (message.reasoning.isEmpty())
            message.reasoning = jsonString(raw, "reasoning_content");
        message.parts = partsOf(m_images, message.text);
        return read;
    }

    void readAnswer(const Json &raw, StoredMessage &message) const
    {
        const Json &model = jsonMember(raw, "model");
        message.model = {jsonString(model, "provider", u"cherry-studio"_s),
                         jsonString(model, "id", jsonString(raw, "modelId"))};
        const Json &usage = jsonMember(raw, "usage");
        message.usage.inputTokens = jsonInteger(usage, "prompt_tokens");
        message.usage.outputTokens = jsonInteger(usage, "completion_tokens");
        const Json &metrics = jsonMember(raw, "metrics");
        if (const auto time = jsonInteger(metrics, "time_first_token_millsec"); time && *time > 0)
            message.firstContentAfter = std::chrono::milliseconds(*time);
        if (const auto time = jsonInteger(metrics, "time_completion_millsec"); time && *time > 0)
            message.totalTime = std::chrono::milliseconds(*time);
        const QString status = jsonString(raw, "status");
        if (status == "paused"_L1)
            message.state = StoredMessage::State::Cancelled;
        else if (status == "error"_L1)
            message.state = StoredMessage::State::Failed;
        else if (!status.isEmpty() && status != "success"_L1)
            message.state = StoredMessage::State::Interrupted;
        if (message.state == StoredMessage::State::Failed)
            message.failure = Error{Error::Kind::Server, u"the answer failed"_s};
    }

    void readBlock(const Json &block, StoredMessage &message)
    {
        const QString type = jsonString(block, "type");
        const QString content = jsonString(block, "content");
        if (type == "main_text"_L1) {
            m_texts.append(content);
        } else if (type == "thinking"_L1) {
            m_thoughts.append(content);
            if (const auto time = jsonInteger(block, "thinking_millsec"); time && *time > 0)
                message.reasoningTime = std::chrono::milliseconds(*time);
        } else if (type == "code"_L1) {
            m_texts.append(fenced(content, jsonString(block, "language")));
        } else if (type == "tool"_L1) {
            readTool(block);
        } else if (type == "image"_L1) {
            readImage(block);
        } else if (type == "error"_L1) {
            const QString why = jsonString(jsonMember(block, "error"), "message");
            message.state = StoredMessage::State::Failed;
            message.failure = Error{Error::Kind::Server, why};
        } else if (type == "file"_L1) {
            m_tally.add(u"attached files that are not in the file"_s);
        } else if (type == "compact"_L1) {
            m_texts.append(content);
        } else if (type != "unknown"_L1) {
            m_tally.add(u"parts of messages of the kind %1"_s.arg(type.left(40)));
        }
    }

    void readTool(const Json &block)
    {
        const Json &response = jsonMember(jsonMember(block, "metadata"), "rawMcpToolResponse");
        QString name = jsonString(block, "toolName");
        if (name.isEmpty())
            name = jsonString(jsonMember(response, "tool"), "name", jsonString(block, "toolId"));
        const Json &given = jsonMember(block, "arguments");
        m_texts.append(toolNote(
            u"Call of "_s + name,
            readable(given.is_null() ? jsonMember(response, "arguments") : given), u"json"_s));
        m_texts.append(
            toolNote(u"Result of "_s + name, readable(jsonMember(block, "content")), {}));
    }

    void readImage(const Json &block)
    {
        std::optional<ImagePart> image = foreignDataUrl(jsonString(block, "url"));
        const Json &stored = jsonMember(block, "file");
        if (!image && stored.is_object() && m_file.isArchive()) {
            const QString name = jsonString(stored, "id") + jsonString(stored, "ext");
            const QStringList entries =
                m_file.entriesLike([&name](const QString &entry) { return entry == name; });
            const Result<QByteArray> bytes = entries.isEmpty()
                ? Result<QByteArray>(broken(u"it is not there"_s))
                : m_file.entry(entries.constFirst());
            if (bytes)
                image = foreignImage(*bytes);
        }
        if (image && image->data.size() <= m_file.limits().imageBytes)
            m_images.append(*image);
        else
            m_tally.add(u"pictures that are not in the file or cannot be shown"_s);
    }

    const ForeignFile &m_file;
    SkipTally &m_tally;
    QHash<QString, JsonSlice> m_blocks;
    QStringList m_texts; // of the message that is read
    QStringList m_thoughts;
    QList<ImagePart> m_images;
};

Result<QByteArray> dataOf(const ForeignFile &file)
{
    if (!file.isArchive())
        return file.bytes();
    const QStringList entries =
        file.entriesLike([](const QString &name) { return name == "data.json"_L1; });
    if (entries.isEmpty())
        return broken(u"the archive has no data.json"_s);
    return file.entry(entries.constFirst());
}

} // namespace

QString CherryReader::title() const
{
    return u"Cherry Studio"_s;
}

bool CherryReader::recognises(const ForeignFile &file, const QStringList &keys) const
{
    if (!file.isArchive())
        return keys.contains(u"indexedDB"_s);
    return !file.entriesLike([](const QString &name) { return name == "data.json"_L1; }).isEmpty();
}

Result<QList<ConversationTree>> CherryReader::read(const ForeignFile &file, SkipTally &tally) const
{
    const Result<QByteArray> data = dataOf(file);
    if (!data)
        return data.error();
    const Result<QList<JsonSlice>> top = sliceJson(*data);
    if (!top)
        return top.error();
    const JsonSlice database = sliceNamed(*top, u"indexedDB"_s);
    const Result<QList<JsonSlice>> tables = sliceJson(database.text, database.offset);
    if (!tables)
        return tables.error();
    const JsonSlice topicTable = sliceNamed(*tables, u"topics"_s);
    if (topicTable.text.isEmpty())
        return broken(u"it has no topics; backups of the first version are not read"_s);
    const Result<QList<JsonSlice>> slices = sliceJson(topicTable.text, topicTable.offset);
    if (!slices)
        return slices.error();

    Topics topics(file, tally);
    if (const Result<void> done = topics.readBlocks(sliceNamed(*tables, u"message_blocks"_s));
        !done)
        return done.error();
    const QHash<QString, TopicHead> heads = readHeads(sliceNamed(*top, u"localStorage"_s));
    QList<ConversationTree> trees;
    int number = 0;
    for (const JsonSlice &slice : *slices) {
        const QString place = u"topic %1"_s.arg(++number);
        const Result<Json> topic = parseSlice(slice);
        if (!topic)
            return broken(u"%1: %2"_s.arg(place, topic.error().message));
        const Result<ConversationTree> tree =
            topics.read(*topic, heads.value(jsonString(*topic, "id")));
        if (!tree)
            return broken(u"%1: %2"_s.arg(place, tree.error().message));
        if (!tree->messages.isEmpty())
            trees.append(*tree);
    }
    return trees;
}

} // namespace kagura
