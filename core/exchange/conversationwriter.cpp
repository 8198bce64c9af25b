// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationwriter.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/htmlwriter.h"
#include "core/exchange/jsonwriter.h"
#include "core/exchange/markdownwriter.h"

#include <QStringList>

namespace kagura {

using namespace Qt::StringLiterals;

ConversationWriter::~ConversationWriter() = default;

std::optional<ExportFormat> exportFormatFromName(const QString &name)
{
    if (name == "markdown"_L1 || name == "md"_L1)
        return ExportFormat::Markdown;
    if (name == "html"_L1)
        return ExportFormat::Html;
    if (name == "json"_L1)
        return ExportFormat::LosslessJson;
    return std::nullopt;
}

QString exportFormatSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Html:
        return u"html"_s;
    case ExportFormat::LosslessJson:
        return u"json"_s;
    case ExportFormat::Markdown:
        break;
    }
    return u"md"_s;
}

std::unique_ptr<ConversationWriter> ConversationWriter::make(ExportFormat format,
                                                             const QDateTime &when)
{
    switch (format) {
    case ExportFormat::Html:
        return std::make_unique<HtmlWriter>();
    case ExportFormat::LosslessJson:
        return std::make_unique<JsonWriter>(when);
    case ExportFormat::Markdown:
        break;
    }
    return std::make_unique<MarkdownWriter>();
}

QString writtenTitle(const Conversation &conversation)
{
    const QString title = conversation.title.simplified();
    return title.isEmpty() ? u"Conversation"_s : title;
}

QString writtenTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s;
}

QString writtenHead(const StoredMessage &message)
{
    QString who;
    switch (message.role) {
    case Role::User:
        who = u"You"_s;
        break;
    case Role::System:
        who = u"System"_s;
        break;
    case Role::Tool:
        who = u"Tool"_s;
        break;
    case Role::Assistant:
        who = message.model.model.isEmpty() ? u"Assistant"_s : message.model.toString();
        break;
    }
    return u"%1, %2"_s.arg(who.simplified(), writtenTime(message.created));
}

QString writtenEnd(const StoredMessage &message)
{
    switch (message.state) {
    case StoredMessage::State::Failed:
        return message.failure && !message.failure->message.isEmpty()
            ? u"It failed: %1"_s.arg(message.failure->message.simplified())
            : u"It failed."_s;
    case StoredMessage::State::Cancelled:
        return u"It was stopped here."_s;
    case StoredMessage::State::Interrupted:
    case StoredMessage::State::Streaming:
        return u"It was interrupted here."_s;
    case StoredMessage::State::Complete:
        break;
    }
    return {};
}

QString writtenTools(const StoredMessage &message)
{
    QStringList notes;
    for (const MessagePart &part : message.parts) {
        if (const auto *call = std::get_if<ToolCall>(&part))
            notes.append(toolNote(u"Call of "_s + call->name, QString::fromUtf8(call->arguments),
                                  u"json"_s));
        else if (const auto *result = std::get_if<ToolResultPart>(&part))
            notes.append(toolNote(u"Result of "_s + result->name, result->text, {}));
    }
    return paragraphs(notes);
}

} // namespace kagura
