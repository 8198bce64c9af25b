// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/exchange/foreignfixtures.h"

#include "core/chat/conversationtable.h"
#include "core/exchange/jsonwriter.h"

#include <QFile>
#include <QHash>
#include <QUrl>
#include <QVariant>

#include <zip.h>

namespace kagura::test {

using namespace Qt::StringLiterals;

QByteArray tinyPng()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                  "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}

QByteArray zipOf(const QList<NamedFile> &entries)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const NamedFile &entry : entries) {
        zip_source_t *source = zip_source_buffer(archive, entry.bytes.constData(),
                                                 static_cast<zip_uint64_t>(entry.bytes.size()), 0);
        const zip_int64_t place =
            zip_file_add(archive, entry.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        // The same archive on every day.
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(place), 1'700'000'000, 0);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
    zip_source_read(target, bytes.data(), stat.size);
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

namespace {

QByteArray vectorFile(const QString &name)
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR) + u"/tests/vectors/imports/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray chatGptJson()
{
    return vectorFile(u"chatgpt.json"_s);
}

QByteArray chatGptArchive()
{
    return zipOf({{u"chat.html"_s, "<html>not read</html>"},
                  {u"conversations.json"_s, chatGptJson()},
                  {u"file-Cat01-cat.png"_s, tinyPng()},
                  {u"user.json"_s, "{}"}});
}

QByteArray claudeJson()
{
    return vectorFile(u"claude.json"_s);
}

QByteArray openWebUiJson()
{
    return vectorFile(u"open-webui.json"_s);
}

QByteArray chatboxJson()
{
    return vectorFile(u"chatbox.json"_s);
}

QByteArray chatboxArchive()
{
    const Json sessions = parseJson(chatboxJson()).value();
    const QByteArray manifest = R"({"format":"chatbox-backup","formatVersion":1,
"application":{"name":"Chatbox"},"resources":[{"id":"resource-000001","kind":"image",
"path":"sessions/s-1/resources/resource-000001.png","originalStorageKeys":["k"]}]})";
    return zipOf({{u"sessions/s-1/session.json"_s, dumpJson(jsonMember(sessions, "session:s-1"))},
                  {u"sessions/s-1/resources/resource-000001.png"_s, tinyPng()},
                  {u"manifest.json"_s, manifest}});
}

QByteArray cherryJson()
{
    return vectorFile(u"cherry-studio.json"_s);
}

QByteArray cherryArchive()
{
    return zipOf({{u"data.json"_s, cherryJson()}, {u"Data/Files/f-9.png"_s, tinyPng()}});
}

namespace {

void putSources(QDataStream &out, int version)
{
    if (version >= 8) {
        out << qint64(1);
        for (int i = 0; i < 7; ++i)
            out << u"source"_s;
        out << int(1) << int(2) << int(3);
    } else if (version >= 3) {
        out << u"1. In a file"_s << QStringList{u"context"_s};
    }
}

void putItem(QDataStream &out, int version, const QString &name, const QString &value)
{
    if (version < 12)
        out << int(0);
    out << name << value;
    if (version < 10)
        out << QString();
    out << QString() << false << false << false << true;
    const bool isAnswer = name == "Response: "_L1;
    if (version >= 11 && isAnswer)
        out << false;
    putSources(out, version);
    if (version >= 10) {
        out << qint64(isAnswer ? 0 : 1);
        if (!isAnswer)
            out << QUrl(u"file:///home/x/notes.txt"_s) << QByteArray("milk");
    }
    if (version < 12)
        return;
    out << qint64(isAnswer ? 3 : 0);
    if (!isAnswer)
        return;
    out << u"Think: "_s << u"Easy."_s << int(1200) << qint64(0);
    out << u"ToolCall: "_s << u"1+1"_s << u"javascript_interpret"_s << qint64(1) << u"code"_s
        << qint32(0) << QVariant(u"1+1"_s) << u"2"_s << qint32(0) << QString() << qint64(0);
    out << u"Text: "_s << value << qint64(0);
}

} // namespace

QByteArray gpt4AllChat(int version)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << quint32(0xF5D553CC) << qint32(version);
    out.setVersion(QDataStream::Qt_6_2);
    out << qint64(1720000000) << u"g-1"_s << u"Sums"_s << u"Me"_s << u"orca.gguf"_s;
    if (version >= 3)
        out << QStringList{u"My documents"_s};
    if (version < 11) {
        if (version >= 6)
            out << true;
        if (version >= 2)
            out << int(1) << int(0);
        out << QString() << QString() << quint32(7);
        out << quint32(5); // past tokens, or what stood before them
        if (version < 4)
            out << quint32(5);
        if (version >= 7)
            out << quint32(2048);
        if (version < 9)
            out << quint64(1) << quint32(0);
        out << quint64(2) << int(1) << int(2) << QByteArray("state");
    }
    out << int(2);
    putItem(out, version, u"Prompt: "_s, u"1+1?"_s);
    putItem(out, version, u"Response: "_s, u"Two."_s);
    return bytes;
}

QByteArray kaguraJson()
{
    ConversationTree tree;
    tree.conversation.id = u"11111111-2222-3333-4444-555555555555"_s;
    tree.conversation.title = u"Everything"_s;
    tree.conversation.isTitled = true;
    tree.conversation.isPinned = true;
    tree.conversation.instructions.system = u"Be kind."_s;
    tree.conversation.instructions.parameters.temperature = 0.5;
    tree.conversation.model = {u"openai"_s, u"gpt-4o"_s};
    tree.conversation.created = fromStoredTime(1'700'000'000'123);
    tree.conversation.updated = fromStoredTime(1'700'000'100'456);
    StoredMessage question;
    question.id = u"q"_s;
    question.conversation = tree.conversation.id;
    question.text = u"Look \U0001f63a"_s;
    question.parts = {ImagePart{tinyPng(), u"image/png"_s, u"dot.png"_s},
                      TextPart{u"a,b\n"_s, u"table.csv"_s}, TextPart{question.text}};
    question.created = fromStoredTime(1'700'000'000'200);
    StoredMessage first = question;
    first.id = u"a"_s;
    first.parent = question.id;
    first.role = Role::Assistant;
    first.state = StoredMessage::State::Failed;
    first.text = u"Some"_s;
    first.reasoning = u"Hm"_s;
    first.model = {u"anthropic"_s, u"claude"_s};
    first.servedModel = u"claude-2026"_s;
    first.origin = u"live"_s;
    first.usage = {1, 2, 3, 4, 5};
    first.costMicroUsd = 77;
    first.firstContentAfter = std::chrono::milliseconds(5);
    first.reasoningTime = std::chrono::milliseconds(6);
    first.totalTime = std::chrono::milliseconds(7);
    first.finishReason = FinishReason::Length;
    first.rawFinishReason = u"max_tokens"_s;
    first.failure = Error{Error::Kind::Truncated, u"cut"_s, 200};
    first.parts = {ReasoningPart{u"Hm"_s, "sig\xff", u"anthropic"_s},
                   ToolCall{u"1"_s, u"look"_s, "{\"a\":\"\xc3\xa9\"}", "s"},
                   ToolResultPart{u"1"_s, u"look"_s, u"seen"_s, true}, TextPart{u"Some"_s}};
    StoredMessage second = question;
    second.id = u"b"_s;
    second.parent = question.id;
    second.role = Role::Assistant;
    second.parts.clear();
    second.text = u"A cat."_s;
    tree.messages = {question, first, second};
    tree.conversation.activeLeaf = second.id;
    JsonWriter writer(fromStoredTime(1'700'000'200'000));
    return writer.begin() + writer.conversation(tree) + writer.end();
}

QList<NamedFile> foreignFiles()
{
    return {{u"conversations.json"_s, chatGptJson()},
            {u"chatgpt.zip"_s, chatGptArchive()},
            {u"claude.json"_s, claudeJson()},
            {u"claude.zip"_s, zipOf({{u"conversations.json"_s, claudeJson()}})},
            {u"open-webui.json"_s, openWebUiJson()},
            {u"chatbox.json"_s, chatboxJson()},
            {u"chatbox.zip"_s, chatboxArchive()},
            {u"cherry.json"_s, cherryJson()},
            {u"cherry.zip"_s, cherryArchive()},
            {u"gpt4all-5.chat"_s, gpt4AllChat(5)},
            {u"gpt4all-12.chat"_s, gpt4AllChat(12)},
            {u"kagura.json"_s, kaguraJson()}};
}

Result<ForeignConversations> readBytes(const QString &name,
                                       const QByteArray &bytes,
                                       const ImportLimits &limits)
{
    const Result<ForeignFile> file = ForeignFile::fromBytes(name, bytes, limits);
    if (!file)
        return file.error();
    return readForeign(*file);
}

QStringList outline(const ConversationTree &tree)
{
    QHash<QString, int> depths;
    QStringList lines;
    for (const StoredMessage &message : tree.messages) {
        const int depth = message.parent.isEmpty() ? 0 : depths.value(message.parent, -9) + 1;
        depths.insert(message.id, depth);
        const QString mark = message.id == tree.conversation.activeLeaf ? u" <-"_s : QString();
        lines.append(u"%1 %2: %3%4"_s.arg(depth).arg(roleName(message.role),
                                                     message.text.simplified(), mark));
    }
    return lines;
}

} // namespace kagura::test
