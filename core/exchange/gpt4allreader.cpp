// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/gpt4allreader.h"

#include "core/exchange/foreigntext.h"
#include "core/exchange/streamreader.h"
#include "core/exchange/treebuilder.h"

#include <QTimeZone>
#include <QUrl>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint32 NewestVersion = 12;
constexpr int SubItemDepth = 32;
const QByteArray Magic("\xF5\xD5\x53\xCC", 4);

Error broken(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

//! One item of the chat; the later versions keep what an answer consists of below it.
struct Item
{
    QString name = {};
    QStringList texts = {};
    QStringList thoughts = {};
    std::chrono::milliseconds thinking{0};
    bool isStopped = false;
    bool isError = false;
};

class ChatFile
{
public:
    ChatFile(const ForeignFile &file, SkipTally &tally)
        : m_file(file)
        , m_stream(file.bytes())
        , m_tally(tally)
    {}

    [[nodiscard]] Result<ConversationTree> read()
    {
        m_stream.skip(Magic.size());
        m_version = m_stream.int32();
        if (m_version < 1 || m_version > NewestVersion)
            return broken(
                u"version %1 of the format is not known; 1 to %2 are"_s.arg(m_version).arg(
                    NewestVersion));
        Conversation head;
        const qint64 created = m_stream.int64();
        const QString id = m_stream.text();
        head.title = m_stream.text();
        static_cast<void>(m_stream.text()); // the name of the person
        m_model = m_stream.text();
        if (m_version >= 3)
            skipTexts(); // collections of documents
        passEngineState();
        if (!m_stream.isGood())
            return damaged();
        head.created = foreignSeconds(Json(created));
        TreeBuilder builder(u"gpt4all"_s, m_file.limits(), m_tally);
        QString before;
        const qint64 count = m_stream.count(4);
        for (qint64 i = 0; i < count; ++i) {
            Item item;
            if (!readItem(item))
                return damaged();
            ForeignMessage message = toMessage(item);
            message.id = u"#%1"_s.arg(i);
            message.parent = before;
            if (message.message.role == Role::System)
                head.instructions.system =
                    paragraphs({head.instructions.system, message.message.text});
            else
                builder.add(message);
            if (message.message.role != Role::System)
                before = message.id;
        }
        if (!m_stream.isGood())
            return damaged();
        if (!m_stream.atEnd())
            return broken(
                u"there is something behind its end, at byte %1"_s.arg(m_stream.position()));
        return builder.build(id.isEmpty() ? m_file.name() : id, head, before);
    }

private:
    [[nodiscard]] Error damaged() const
    {
        return broken(u"it is damaged or cut off, at byte %1"_s.arg(m_stream.position()));
    }

    void skipTexts()
    {
        for (qint64 left = m_stream.count(4); m_stream.isGood() && left > 0; --left)
            static_cast<void>(m_stream.text());
    }

    // What the model's own memory was; of no use to anyone else.
    void passEngineState()
    {
        if (m_version >= 11)
            return;
        const bool hasState = m_version >= 6 ? m_stream.flag() : true;
        if (m_version >= 2)
            m_stream.skip(8); // kind of model, version of the state
        static_cast<void>(m_stream.text());
        static_cast<void>(m_stream.text());
        m_stream.skip(4); // tokens
        if (!hasState)
            return;
        m_stream.skip(m_version < 4 ? 8 : 4);
        if (m_version >= 7)
            m_stream.skip(4);
        if (m_version < 9)
            skipNumbers();
        skipNumbers();
        static_cast<void>(m_stream.bytes());
    }

    void skipNumbers()
    {
        const qint64 count = m_stream.count(8);
        m_stream.skip(count * 4);
    }

    [[nodiscard]] bool readItem(Item &item)
    {
        if (m_version < 12)
            m_stream.skip(4);
        item.name = m_stream.text();
        const QString value = m_stream.text();
        if (m_version < 10)
            static_cast<void>(m_stream.text());
        static_cast<void>(m_stream.text()); // what the person would have liked to read
        static_cast<void>(m_stream.flag());
        item.isStopped = m_stream.flag();
        m_stream.skip(2); // thumbs
        if (m_version >= 11 && item.name == "Response: "_L1)
            item.isError = m_stream.flag();
        passSources();
        if (m_version >= 10)
            readAttachments(item);
        if (m_version >= 12)
            readSubItems(item, 0);
        // An answer in pieces may say its text once more as a whole.
        if (!paragraphs(item.texts).contains(value.trimmed()))
            item.texts.append(value);
        return m_stream.isGood();
    }

    // Passages of documents that were put before the question.
    void passSources()
    {
        if (m_version >= 8) {
            for (qint64 left = m_stream.count(8); m_stream.isGood() && left > 0; --left) {
                for (int i = 0; i < 7; ++i)
                    static_cast<void>(m_stream.text());
                m_stream.skip(12);
                m_tally.add(u"passages of local documents"_s);
            }
        } else if (m_version >= 3) {
            static_cast<void>(m_stream.text());
            skipTexts();
        }
    }

    void readAttachments(Item &item)
    {
        QStringList texts;
        for (qint64 left = m_stream.count(8); m_stream.isGood() && left > 0; --left) {
            const QUrl url = QUrl::fromEncoded(m_stream.bytes());
            const QByteArray content = m_stream.bytes();
            const QString name = url.fileName();
            // A spreadsheet is the only one that is no text.
            if (content.contains('\0') || name.endsWith(".xlsx"_L1, Qt::CaseInsensitive))
                m_tally.add(u"attached files that are no text"_s);
            else
                texts.append(toolNote(name, QString::fromUtf8(content), {}));
        }
        item.texts.append(texts);
    }

    void readSubItems(Item &item, int depth)
    {
        if (depth > SubItemDepth)
            m_stream.fail(); // nested as no program does
        for (qint64 left = m_stream.count(8); m_stream.isGood() && left > 0; --left) {
            const QString name = m_stream.text();
            const QString value = m_stream.text();
            if (name == "Think: "_L1) {
                item.thinking += std::chrono::milliseconds(m_stream.int32());
                item.thoughts.append(value);
            } else if (name == "ToolCall: "_L1) {
                readToolCall(item, value);
            } else if (name == "ToolResponse: "_L1) {
                item.texts.append(toolNote(u"Result"_s, value, {}));
            } else if (name == "Text: "_L1 || name == "Response: "_L1) {
                item.texts.append(value);
            } else {
                m_stream.fail();
            }
            readSubItems(item, depth + 1);
        }
    }

    void readToolCall(Item &item, const QString &code)
    {
        const QString name = m_stream.text();
        for (qint64 left = m_stream.count(8); m_stream.isGood() && left > 0; --left) {
            static_cast<void>(m_stream.text());
            m_stream.skip(4);
            static_cast<void>(m_stream.value());
        }
        const QString result = m_stream.text();
        m_stream.skip(4);
        const QString error = m_stream.text();
        item.texts.append(toolNote(u"Call of "_s + name, code, {}));
        item.texts.append(toolNote(u"Result of "_s + name, paragraphs({result, error}), {}));
    }

    [[nodiscard]] ForeignMessage toMessage(const Item &item)
    {
        ForeignMessage read;
        StoredMessage &message = read.message;
        message.text = paragraphs(item.texts);
        message.reasoning = paragraphs(item.thoughts);
        if (item.name == "Prompt: "_L1) {
            message.role = Role::User;
        } else if (item.name == "System: "_L1) {
            message.role = Role::System;
        } else if (item.name == "Response: "_L1) {
            message.role = Role::Assistant;
            message.model = {u"gpt4all"_s, m_model};
            if (item.thinking.count() > 0)
                message.reasoningTime = item.thinking;
            if (item.isStopped)
                message.state = StoredMessage::State::Cancelled;
            if (item.isError) {
                message.state = StoredMessage::State::Failed;
                message.failure = Error{Error::Kind::Server, message.text};
            }
        } else {
            m_tally.add(u"messages of an unknown kind"_s);
            read.isLink = true;
        }
        return read;
    }

    const ForeignFile &m_file;
    StreamReader m_stream;
    SkipTally &m_tally;
    qint32 m_version = 0;
    QString m_model;
};

} // namespace

QString Gpt4AllReader::title() const
{
    return u"GPT4All"_s;
}

bool Gpt4AllReader::recognises(const ForeignFile &file, const QStringList &) const
{
    return file.bytes().startsWith(Magic);
}

Result<QList<ConversationTree>> Gpt4AllReader::read(const ForeignFile &file, SkipTally &tally) const
{
    const Result<ConversationTree> tree = ChatFile(file, tally).read();
    if (!tree)
        return tree.error();
    return tree->messages.isEmpty() ? QList<ConversationTree>() : QList<ConversationTree>{*tree};
}

} // namespace kagura
