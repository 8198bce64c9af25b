// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/claudereader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString textOfResult(const Json &content, SkipTally &tally)
{
    if (content.is_string())
        return toQString(content);
    QStringList texts;
    if (content.is_array()) {
        for (const Json &block : content) {
            const QString text = jsonString(block, "text");
            if (text.isEmpty() && jsonString(block, "type") == "image"_L1)
                tally.add(u"pictures that are not in the file or cannot be shown"_s);
            texts.append(text);
        }
    }
    return paragraphs(texts);
}

// An artifact is a document that the model wrote: its text, and not the JSON around it.
QString toolUse(const Json &block)
{
    const Json &input = jsonMember(block, "input");
    const QString name = jsonString(block, "name");
    const QString document = jsonString(input, "content");
    if (name == "artifacts"_L1 && !document.isEmpty()) {
        const QString title = jsonString(input, "title", jsonString(input, "id"));
        return toolNote(title.isEmpty() ? u"Artifact"_s : title, document,
                        jsonString(input, "language"));
    }
    return toolNote(u"Call of "_s + name, readable(input), u"json"_s);
}

void readContent(const Json &raw, SkipTally &tally, StoredMessage &message)
{
    QStringList texts;
    QStringList thoughts;
    const Json &content = jsonMember(raw, "content");
    if (content.is_array()) {
        for (const Json &block : content) {
            const QString type = jsonString(block, "type");
            if (type == "text"_L1 || type == "voice_note"_L1)
                texts.append(jsonString(block, "text"));
            else if (type == "thinking"_L1)
                thoughts.append(jsonString(block, "thinking"));
            else if (type == "tool_use"_L1)
                texts.append(toolUse(block));
            else if (type == "tool_result"_L1)
                texts.append(toolNote(u"Result of "_s + jsonString(block, "name"),
                                      textOfResult(jsonMember(block, "content"), tally), {}));
            else if (type != "token_budget"_L1)
                tally.add(u"parts of messages of an unknown kind"_s);
        }
    }
    message.text = paragraphs(texts);
    if (message.text.isEmpty())
        message.text = jsonString(raw, "text");
    message.reasoning = paragraphs(thoughts);
}

// The text of attached documents is in the export, the files themselves are not.
void readAttachments(const Json &raw, SkipTally &tally, StoredMessage &message)
{
    const Json &attachments = jsonMember(raw, "attachments");
    QStringList texts;
    if (attachments.is_array()) {
        for (const Json &attachment : attachments) {
            const QString text = jsonString(attachment, "extracted_content");
            if (text.isEmpty())
                tally.add(u"attached files that are not in the file"_s);
            texts.append(toolNote(jsonString(attachment, "file_name", u"Pasted text"_s), text, {}));
        }
    }
    const Json &files = jsonMember(raw, "files");
    if (files.is_array() && !files.empty())
        tally.add(u"attached files that are not in the file"_s, static_cast<int>(files.size()));
    message.text = paragraphs(texts + QStringList{message.text});
}

Result<ForeignMessage> readMessage(const Json &raw, SkipTally &tally)
{
    const QString sender = jsonString(raw, "sender");
    ForeignMessage read;
    read.id = jsonString(raw, "uuid");
    read.message.role = sender == "human"_L1 ? Role::User : Role::Assistant;
    if (sender != "human"_L1 && sender != "assistant"_L1) {
        tally.add(u"messages of an unknown sender"_s);
        read.isLink = true;
    }
    read.message.created = foreignIsoTime(jsonMember(raw, "created_at"));
    readContent(raw, tally, read.message);
    readAttachments(raw, tally, read.message);
    if (jsonString(raw, "stop_reason") == "user_canceled"_L1)
        read.message.state = StoredMessage::State::Cancelled;
    return read;
}

} // namespace

QString ClaudeReader::title() const
{
    return u"Claude"_s;
}

bool ClaudeReader::recognises(const ForeignFile &, const QStringList &keys) const
{
    return keys.contains(u"chat_messages"_s);
}

Result<QList<ConversationTree>> ClaudeReader::read(const ForeignFile &file, SkipTally &tally) const
{
    QList<ConversationTree> trees;
    const auto readOne = [&](const Json &conversation) -> Result<void> {
        const Json &messages = jsonMember(conversation, "chat_messages");
        if (!messages.is_array())
            return Error{Error::Kind::Protocol, u"\"chat_messages\" is no list"_s};
        TreeBuilder builder(u"claude"_s, file.limits(), tally);
        const QString model = jsonString(conversation, "model");
        QString before;
        for (const Json &raw : messages) {
            Result<ForeignMessage> message = readMessage(raw, tally);
            if (!message)
                return message.error();
            ForeignMessage &read = message.value();
            // Older exports have no parents: there the messages follow each other.
            read.parent = jsonString(raw, "parent_message_uuid", before);
            if (read.message.role == Role::Assistant && !model.isEmpty())
                read.message.model = {u"claude"_s, model};
            builder.add(read);
            before = read.id;
        }
        Conversation head;
        head.title = jsonString(conversation, "name");
        head.created = foreignIsoTime(jsonMember(conversation, "created_at"));
        head.updated = foreignIsoTime(jsonMember(conversation, "updated_at"));
        const QString id = jsonString(conversation, "uuid");
        const Result<ConversationTree> tree =
            builder.build(id.isEmpty() ? contentId(conversation) : id, head,
                          jsonString(conversation, "current_leaf_message_uuid", before));
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
