// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/openwebuireader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/treebuilder.h"

#include <QRegularExpression>
#include <QSet>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString unescaped(QString text)
{
    return text.replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, "\""_L1)
        .replace("&#x27;"_L1, "'"_L1)
        .replace("&#39;"_L1, "'"_L1)
        .replace("&amp;"_L1, "&"_L1);
}

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression form(u"\\b%1=\"([^\"]*)\""_s.arg(QRegularExpression::escape(name)));
    return unescaped(form.match(tag).captured(1));
}

QString quoted(const QString &body)
{
    static const QRegularExpression mark(u"^> ?"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression summary(u"<summary>[^<]*</summary>"_s);
    QString text = body;
    return unescaped(text.remove(summary).trimmed()).remove(mark);
}

// Thoughts and tools stand in the text, in elements of their own.
void readText(const QString &content, StoredMessage &message)
{
    static const QRegularExpression details(u"<details type=\"([a-z_]+)\"([^>]*)>(.*?)</details>"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    QStringList texts;
    QStringList thoughts;
    qsizetype from = 0;
    QRegularExpressionMatchIterator found = details.globalMatch(content);
    while (found.hasNext()) {
        const QRegularExpressionMatch one = found.next();
        const QString before = content.sliced(from, one.capturedStart() - from).trimmed();
        texts.append(before);
        from = one.capturedEnd();
        const QString type = one.captured(1);
        const QString tag = one.captured(2);
        if (type == "reasoning"_L1) {
            thoughts.append(quoted(one.captured(3)));
            bool isNumber = false;
            const int seconds = attribute(tag, u"duration"_s).toInt(&isNumber);
            if (isNumber && seconds >= 0)
                message.reasoningTime = std::chrono::seconds(seconds);
        } else if (type == "tool_calls"_L1) {
            const QString name = attribute(tag, u"name"_s);
            texts.append(toolNote(u"Call of "_s + name, attribute(tag, u"arguments"_s), u"json"_s));
            texts.append(toolNote(u"Result of "_s + name, attribute(tag, u"result"_s), {}));
        } else {
            texts.append(quoted(one.captured(3)));
        }
    }
    texts.append(from == 0 ? content : content.sliced(from).trimmed());
    message.text = paragraphs(texts);
    message.reasoning = paragraphs(thoughts);
}

void readFiles(const Json &raw,
               const ImportLimits &limits,
               SkipTally &tally,
               StoredMessage &message)
{
    const Json &files = jsonMember(raw, "files");
    QList<ImagePart> images;
    if (files.is_array()) {
        for (const Json &file : files) {
            const auto image = foreignDataUrl(jsonString(file, "url"));
            if (image && image->data.size() <= limits.imageBytes)
                images.append(*image);
            else if (jsonString(file, "type") == "image"_L1)
                tally.add(u"pictures that are not in the file or cannot be shown"_s);
            else
                tally.add(u"attached files that are not in the file"_s);
        }
    }
    message.parts = partsOf(images, message.text);
}

std::optional<qint64> firstCount(const Json &usage, const char *one, const char *other)
{
    const std::optional<qint64> count = jsonInteger(usage, one);
    return count ? count : jsonInteger(usage, other);
}

void readAnswer(const Json &raw, StoredMessage &message)
{
    message.model = {u"open-webui"_s, jsonString(raw, "model")};
    const Json &direct = jsonMember(raw, "usage");
    const Json &usage = direct.is_object() ? direct : jsonMember(raw, "info");
    message.usage.inputTokens = firstCount(usage, "prompt_tokens", "input_tokens");
    message.usage.outputTokens = firstCount(usage, "completion_tokens", "output_tokens");
    const Json &error = jsonMember(raw, "error");
    const Json &done = jsonMember(raw, "done");
    if (error.is_object() || error.is_string()) {
        message.state = StoredMessage::State::Failed;
        message.failure =
            Error{Error::Kind::Server, jsonString(error, "content", toQString(error))};
    } else if (done.is_boolean() && !done.get<bool>()) {
        message.state = StoredMessage::State::Interrupted;
    }
}

ForeignMessage readMessage(const Json &raw, const ImportLimits &limits, SkipTally &tally)
{
    ForeignMessage read;
    read.id = jsonString(raw, "id");
    read.parent = jsonString(raw, "parentId");
    const QString role = jsonString(raw, "role");
    StoredMessage &message = read.message;
    message.role = roleFromName(role).value_or(Role::Assistant);
    if (message.role == Role::Tool)
        message.role = Role::Assistant;
    message.created = foreignSeconds(jsonMember(raw, "timestamp"));
    readText(jsonString(raw, "content"), message);
    readFiles(raw, limits, tally, message);
    if (message.role == Role::Assistant)
        readAnswer(raw, message);
    return read;
}

// In the order of their branches, which the ids do not tell.
void addHistory(const Json &messages,
                const ImportLimits &limits,
                SkipTally &tally,
                TreeBuilder &builder)
{
    QStringList open;
    QSet<QString> seen;
    const auto visitAll = [&] {
        while (!open.isEmpty()) {
            const QString id = open.takeLast();
            if (seen.contains(id))
                continue;
            seen.insert(id);
            const Json &raw = *messages.find(id.toStdString());
            ForeignMessage message = readMessage(raw, limits, tally);
            message.id = id;
            builder.add(message);
            const Json &children = jsonMember(raw, "childrenIds");
            if (!children.is_array())
                continue;
            for (auto child = children.crbegin(); child != children.crend(); ++child) {
                if (messages.contains(toQString(*child).toStdString()))
                    open.append(toQString(*child));
            }
        }
    };
    for (const bool rootsOnly : {true, false}) {
        for (const auto &[id, raw] : messages.items()) {
            if (rootsOnly && !jsonString(raw, "parentId").isEmpty())
                continue;
            open.append(QString::fromStdString(id));
            visitAll();
        }
    }
}

Result<QString> addMessages(const Json &chat,
                            const ImportLimits &limits,
                            SkipTally &tally,
                            TreeBuilder &builder)
{
    const Json &history = jsonMember(chat, "history");
    const Json &tree = jsonMember(history, "messages");
    if (tree.is_object()) {
        addHistory(tree, limits, tally, builder);
        return jsonString(history, "currentId");
    }
    const Json &list = jsonMember(chat, "messages");
    if (!list.is_array())
        return Error{Error::Kind::Protocol, u"it has neither a history nor messages"_s};
    QString before;
    int number = 0;
    for (const Json &raw : list) {
        ForeignMessage message = readMessage(raw, limits, tally);
        if (message.id.isEmpty())
            message.id = u"#%1"_s.arg(number);
        message.parent = before;
        before = message.id;
        builder.add(message);
        ++number;
    }
    return before;
}

} // namespace

QString OpenWebUiReader::title() const
{
    return u"Open WebUI"_s;
}

bool OpenWebUiReader::recognises(const ForeignFile &, const QStringList &keys) const
{
    return keys.contains(u"chat"_s)
        || (keys.contains(u"history"_s) && keys.contains(u"messages"_s));
}

Result<QList<ConversationTree>> OpenWebUiReader::read(const ForeignFile &file,
                                                      SkipTally &tally) const
{
    QList<ConversationTree> trees;
    const auto readOne = [&](const Json &entry) -> Result<void> {
        const Json &inner = jsonMember(entry, "chat");
        const Json &chat = inner.is_object() ? inner : entry;
        TreeBuilder builder(u"open-webui"_s, file.limits(), tally);
        const Result<QString> current = addMessages(chat, file.limits(), tally, builder);
        if (!current)
            return current.error();
        Conversation head;
        head.title = jsonString(entry, "title", jsonString(chat, "title"));
        head.created = foreignSeconds(jsonMember(entry, "created_at"));
        if (!head.created.isValid())
            head.created = foreignMilliseconds(jsonMember(chat, "timestamp"));
        head.updated = foreignSeconds(jsonMember(entry, "updated_at"));
        const Json &pinned = jsonMember(entry, "pinned");
        head.isPinned = pinned.is_boolean() && pinned.get<bool>();
        head.instructions.system =
            jsonString(chat, "system", jsonString(jsonMember(chat, "params"), "system"));
        const QString id = jsonString(entry, "id", jsonString(chat, "id"));
        const Result<ConversationTree> tree =
            builder.build(id.isEmpty() ? contentId(entry) : id, head, *current);
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
