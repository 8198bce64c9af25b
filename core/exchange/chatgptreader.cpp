// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/chatgptreader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

//! The pictures of the archive, found by the beginning of their names.
class Pictures
{
public:
    Pictures(const ForeignFile &file, SkipTally &tally)
        : m_file(file)
        , m_tally(tally)
    {
        for (const QString &entry : file.entries())
            m_entries.insert(entry.section(u'/', -1), entry);
    }

    [[nodiscard]] std::optional<ImagePart> find(const QString &pointer)
    {
        // "file-service://file-abc", "sediment://file_abc"; the entry is called file-abc-name.png.
        const QString id = pointer.section(u"://"_s, -1).section(u'#', 0, 0);
        std::optional<ImagePart> image;
        auto entry = id.size() < 5 ? m_entries.constEnd() : m_entries.lowerBound(id);
        for (; !image && entry != m_entries.constEnd() && entry.key().startsWith(id); ++entry) {
            const Result<QByteArray> bytes = m_file.entry(*entry);
            if (bytes && bytes->size() <= m_file.limits().imageBytes
                && m_bytes + bytes->size() <= m_file.limits().imagesBytes)
                image = foreignImage(*bytes);
        }
        if (image)
            m_bytes += image->data.size();
        else
            m_tally.add(u"pictures that are not in the file or cannot be shown"_s);
        return image;
    }

private:
    const ForeignFile &m_file;
    SkipTally &m_tally;
    QMap<QString, QString> m_entries; // by name without folders
    qint64 m_bytes = 0;
};

// Citations stand between private characters: U+E200 kind U+E202 fields U+E201.
QString withoutCitations(const QString &text)
{
    static const QRegularExpression mark(
        u"\\x{e200}([^\\x{e201}\\x{e202}]*)(?:\\x{e202}([^\\x{e201}\\x{e202}]*))?[^\\x{e201}]*\\x{e201}"_s);
    if (!text.contains(QChar(0xe200)))
        return text;
    QString clean;
    qsizetype from = 0;
    QRegularExpressionMatchIterator found = mark.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch one = found.next();
        clean += QStringView(text).sliced(from, one.capturedStart() - from);
        if (one.captured(1) == "url"_L1)
            clean += one.captured(2);
        from = one.capturedEnd();
    }
    return clean + text.sliced(from);
}

QString thoughtsOf(const Json &content)
{
    QStringList thoughts;
    const Json &list = jsonMember(content, "thoughts");
    if (list.is_array()) {
        for (const Json &thought : list) {
            const QString summary = jsonString(thought, "summary");
            thoughts.append(paragraphs({summary.isEmpty() ? QString() : u"**%1**"_s.arg(summary),
                                        jsonString(thought, "content")}));
        }
    }
    return paragraphs(thoughts);
}

void readParts(const Json &content, Pictures &pictures, SkipTally &tally, StoredMessage &message)
{
    QStringList texts;
    QList<ImagePart> images;
    const Json &parts = jsonMember(content, "parts");
    if (parts.is_array()) {
        for (const Json &part : parts) {
            const QString type = jsonString(part, "content_type");
            if (part.is_string()) {
                texts.append(withoutCitations(toQString(part)));
            } else if (type == "image_asset_pointer"_L1) {
                if (const auto image = pictures.find(jsonString(part, "asset_pointer")))
                    images.append(*image);
            } else if (const QString text = jsonString(part, "text"); !text.isEmpty()) {
                texts.append(text);
            } else if (type.contains("audio"_L1)) {
                tally.add(u"pieces of audio or video"_s);
            } else if (!part.is_null()) {
                tally.add(u"parts of messages of an unknown kind"_s);
            }
        }
    }
    message.text = paragraphs(texts);
    message.parts = partsOf(images, message.text);
}

// What stands in the message, by the kind of its content.
void readContent(const Json &raw, Pictures &pictures, SkipTally &tally, StoredMessage &message)
{
    const Json &content = jsonMember(raw, "content");
    const QString type = jsonString(content, "content_type");
    const QString author = jsonString(jsonMember(raw, "author"), "name");
    const QString recipient = jsonString(raw, "recipient", u"all"_s);
    const QString text = jsonString(content, "text");
    if (type == "code"_L1) {
        const QString language = jsonString(content, "language");
        message.text = toolNote(recipient == "all"_L1 ? u"Code"_s : u"Call of "_s + recipient, text,
                                language == "unknown"_L1 ? QString() : language);
    } else if (type == "thoughts"_L1) {
        message.reasoning = thoughtsOf(content);
    } else if (type == "reasoning_recap"_L1) {
        return; // "Thought for 5 seconds": the time is in its metadata
    } else if (type == "execution_output"_L1) {
        message.text = toolNote(u"Output of "_s + author, text, {});
    } else if (type == "tether_quote"_L1) {
        message.text = toolNote(u"From "_s + jsonString(content, "url"), text, {});
    } else if (type == "tether_browsing_display"_L1) {
        message.text = toolNote(u"Result of "_s + author, jsonString(content, "result"), {});
    } else if (type == "system_error"_L1) {
        message.text = toolNote(u"Error of "_s + jsonString(content, "name"), text, {});
    } else {
        readParts(content, pictures, tally, message);
        if (message.text.isEmpty() && message.parts.isEmpty() && !text.isEmpty())
            message.text = text;
        const QString role = jsonString(jsonMember(raw, "author"), "role");
        if (role == "tool"_L1 && !message.text.isEmpty())
            message.text = toolNote(u"Result of "_s + author, message.text, {});
        else if (role == "assistant"_L1 && recipient != "all"_L1)
            message.text = toolNote(u"Call of "_s + recipient, message.text, {});
        else if (message.text.isEmpty() && message.parts.isEmpty() && !type.isEmpty()
                 && type != "text"_L1 && type != "multimodal_text"_L1)
            tally.add(u"messages of the unknown kind %1"_s.arg(type.left(40)));
    }
}

ForeignMessage readMessage(const Json &node, Pictures &pictures, SkipTally &tally)
{
    ForeignMessage read;
    read.parent = jsonString(node, "parent");
    const Json &raw = jsonMember(node, "message");
    const Json &metadata = jsonMember(raw, "metadata");
    const Json &hidden = jsonMember(metadata, "is_visually_hidden_from_conversation");
    const QString role = jsonString(jsonMember(raw, "author"), "role");
    read.isLink = true;
    if (!raw.is_object() || (hidden.is_boolean() && hidden.get<bool>()) || role == "system"_L1)
        return read;
    if (jsonString(jsonMember(raw, "content"), "content_type") == "user_editable_context"_L1) {
        tally.add(u"notes on the account's custom instructions"_s);
        return read;
    }
    read.isLink = false;
    StoredMessage &message = read.message;
    message.role = role == "user"_L1 ? Role::User : Role::Assistant;
    message.created = foreignSeconds(jsonMember(raw, "create_time"));
    readContent(raw, pictures, tally, message);
    if (message.role != Role::Assistant)
        return read;
    const QString model = jsonString(metadata, "model_slug");
    if (!model.isEmpty())
        message.model = {u"chatgpt"_s, model};
    if (const auto seconds = jsonInteger(metadata, "finished_duration_sec"))
        message.reasoningTime = std::chrono::seconds(*seconds);
    const QString end = jsonString(jsonMember(metadata, "finish_details"), "type");
    if (end == "interrupted"_L1)
        message.state = StoredMessage::State::Cancelled;
    else if (end == "max_tokens"_L1)
        message.finishReason = FinishReason::Length;
    else if (jsonString(raw, "status") == "in_progress"_L1)
        message.state = StoredMessage::State::Interrupted;
    return read;
}

// The nodes in the order of the branches: that of the file is the order of their random ids.
QStringList walk(const Json &mapping)
{
    QStringList order;
    QStringList open;
    QSet<QString> seen;
    const auto visitAll = [&] {
        while (!open.isEmpty()) {
            const QString id = open.takeLast();
            if (seen.contains(id))
                continue;
            seen.insert(id);
            order.append(id);
            const auto node = mapping.find(id.toStdString());
            const Json &children = jsonMember(*node, "children");
            if (!children.is_array())
                continue;
            for (auto child = children.crbegin(); child != children.crend(); ++child) {
                const QString name = toQString(*child);
                if (mapping.contains(name.toStdString()))
                    open.append(name);
            }
        }
    };
    for (const bool rootsOnly : {true, false}) {
        for (const auto &[id, node] : mapping.items()) {
            if (rootsOnly && !jsonString(node, "parent").isEmpty())
                continue;
            open.append(QString::fromStdString(id));
            visitAll();
        }
    }
    return order;
}

} // namespace

QString ChatGptReader::title() const
{
    return u"ChatGPT"_s;
}

bool ChatGptReader::recognises(const ForeignFile &, const QStringList &keys) const
{
    return keys.contains(u"mapping"_s);
}

Result<QList<ConversationTree>> ChatGptReader::read(const ForeignFile &file, SkipTally &tally) const
{
    QList<ConversationTree> trees;
    Pictures pictures(file, tally);
    const auto readOne = [&](const Json &conversation) -> Result<void> {
        const Json &mapping = jsonMember(conversation, "mapping");
        if (!mapping.is_object())
            return Error{Error::Kind::Protocol, u"it has no \"mapping\" of messages"_s};
        TreeBuilder builder(u"chatgpt"_s, file.limits(), tally);
        builder.setMergesAnswers(true);
        for (const QString &id : walk(mapping)) {
            ForeignMessage message = readMessage(*mapping.find(id.toStdString()), pictures, tally);
            message.id = id;
            builder.add(message);
        }
        Conversation head;
        head.title = jsonString(conversation, "title");
        head.created = foreignSeconds(jsonMember(conversation, "create_time"));
        head.updated = foreignSeconds(jsonMember(conversation, "update_time"));
        QString id = jsonString(conversation, "conversation_id", jsonString(conversation, "id"));
        if (id.isEmpty())
            id = contentId(conversation);
        const Result<ConversationTree> tree =
            builder.build(id, head, jsonString(conversation, "current_node"));
        if (!tree)
            return tree.error();
        if (!tree->messages.isEmpty())
            trees.append(*tree);
        return {};
    };
    if (const Result<void> done = eachConversation(file, readOne); !done)
        return done.error();
    return trees;
}

} // namespace kagura
