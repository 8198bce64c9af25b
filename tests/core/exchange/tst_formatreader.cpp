// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/formatreader.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;

namespace {

QString lost()
{
    return u"pictures that are not in the file or cannot be shown"_s;
}

QString files()
{
    return u"attached files that are not in the file"_s;
}

QDateTime at(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

int imageCount(const StoredMessage &message)
{
    int count = 0;
    for (const MessagePart &part : message.parts)
        count += std::holds_alternative<ImagePart>(part) ? 1 : 0;
    return count;
}

} // namespace

class TestFormatReader : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static ForeignConversations read(const QByteArray &bytes)
    {
        const Result<ForeignConversations> found = readBytes(u"file"_s, bytes);
        if (!found)
            qWarning() << found.error().message;
        return found ? *found : ForeignConversations();
    }

private Q_SLOTS:
    void everyFormatIsKnownByItsContents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("ChatGPT") << chatGptJson() << u"ChatGPT"_s;
        QTest::newRow("ChatGPT, archive") << chatGptArchive() << u"ChatGPT"_s;
        QTest::newRow("ChatGPT, archive in a folder")
            << zipOf({{u"export/conversations-000.json"_s, chatGptJson()}}) << u"ChatGPT"_s;
        QTest::newRow("Claude") << claudeJson() << u"Claude"_s;
        QTest::newRow("Claude, archive")
            << zipOf({{u"conversations.json"_s, claudeJson()}}) << u"Claude"_s;
        QTest::newRow("Open WebUI") << openWebUiJson() << u"Open WebUI"_s;
        QTest::newRow("Chatbox") << chatboxJson() << u"Chatbox"_s;
        QTest::newRow("Chatbox, archive") << chatboxArchive() << u"Chatbox"_s;
        QTest::newRow("Cherry Studio") << cherryJson() << u"Cherry Studio"_s;
        QTest::newRow("Cherry Studio, archive") << cherryArchive() << u"Cherry Studio"_s;
        for (const int version : {1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12})
            QTest::addRow("GPT4All %d", version) << gpt4AllChat(version) << u"GPT4All"_s;
        QTest::newRow("Kagura") << kaguraJson() << u"Kagura"_s;
    }
    void everyFormatIsKnownByItsContents()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, format);
        const ForeignConversations found = read(bytes);
        QCOMPARE(found.format, format);
        QVERIFY(!found.trees.isEmpty());
        for (const ConversationTree &tree : found.trees) {
            QVERIFY(!tree.messages.isEmpty());
            QVERIFY(!tree.shown().isEmpty());
            QCOMPARE(tree.shown().constLast().id, tree.conversation.activeLeaf);
        }
    }

    void whatNobodyKnowsIsRefusedWithWordsThatHelp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a text") << QByteArray("Dear diary");
        QTest::newRow("JSON of something else") << QByteArray("[{\"a\":1}]");
        QTest::newRow("an empty list") << QByteArray("[]");
        QTest::newRow("a list of numbers") << QByteArray("[1]");
        QTest::newRow("an archive of something else") << zipOf({{u"a.txt"_s, "alpha"}});
        QTest::newRow("a picture") << tinyPng();
    }
    void whatNobodyKnowsIsRefusedWithWordsThatHelp()
    {
        QFETCH(const QByteArray, bytes);
        const Result<ForeignConversations> found = readBytes(u"diary.txt"_s, bytes);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Protocol);
        QVERIFY(found.error().message.contains(u"diary.txt"_s));
        QVERIFY(found.error().message.contains(u"Open WebUI"_s));
    }

    void chatGptKeepsVersionsThoughtsAndPictures()
    {
        const ForeignConversations found = read(chatGptArchive());
        QCOMPARE(found.trees.size(), 2);
        const ConversationTree &tree = found.trees.constFirst();
        QCOMPARE(tree.conversation.title, u"Cats & names"_s);
        QCOMPARE(tree.conversation.created, at(1'700'000'000'250));
        QCOMPARE(tree.conversation.updated, at(1'700'000'100'500));
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: A name for this cat?"_s, u"1 assistant: Minka"_s,
                              u"1 assistant: *Call of python* ```python print('cats') ``` "
                              "*Output of python* ``` cats ``` Tom. Or \U0001f63a."_s,
                              u"2 user: A half pair \ufffd here"_s, u"3 assistant: It was <-"_s}));
        QCOMPARE(imageCount(tree.messages.at(0)), 1);
        QCOMPARE(tree.messages.at(1).model, (ModelRef{u"chatgpt"_s, u"gpt-4"_s}));
        QCOMPARE(tree.messages.at(2).reasoning, u"**Cats**\n\nShort is good."_s);
        QCOMPARE(tree.messages.at(2).model.model, u"o3"_s);
        QCOMPARE(tree.messages.at(4).state, State::Cancelled);
        QCOMPARE(tree.messages.at(4).created, at(1'700'000'008'000));
        QCOMPARE(found.trees.at(1).conversation.title, u"Only a question"_s);
        QCOMPARE(found.skipped.counts(), (QMap<QString, int>{{lost(), 1}}));
        QCOMPARE(read(chatGptJson()).skipped.counts(), (QMap<QString, int>{{lost(), 2}}));
    }

    void claudeKeepsVersionsToolsAndAttachedText()
    {
        const ForeignConversations found = read(claudeJson());
        QCOMPARE(found.trees.size(), 1);
        const ConversationTree &tree = found.trees.constFirst();
        QCOMPARE(tree.conversation.title, u"Bread"_s);
        QCOMPARE(tree.conversation.created, at(1'740'823'200'123));
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: *dough.txt* ``` flour, water ``` How long?"_s,
                              u"1 assistant: *Call of web_search* ```json { \"query\": \"bread\" } "
                              "``` *Result of web_search* ``` 40 minutes ``` Forty minutes."_s,
                              u"1 assistant: An hour. <-"_s}));
        QCOMPARE(tree.messages.at(1).reasoning, u"Depends."_s);
        QCOMPARE(found.skipped.counts(),
                 (QMap<QString, int>{{files(), 1},
                                     {u"conversations without messages"_s, 1},
                                     {u"parts of messages of an unknown kind"_s, 1}}));
    }

    void openWebUiKeepsItsTreeAndTheThoughtsInTheText()
    {
        const ForeignConversations found = read(openWebUiJson());
        QCOMPARE(found.trees.size(), 2);
        const ConversationTree &tree = found.trees.constFirst();
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: How many stars?"_s, u"1 assistant: A lot. <-"_s,
                              u"1 assistant: Many"_s}));
        QCOMPARE(tree.conversation.isPinned, true);
        QCOMPARE(tree.conversation.instructions.system, u"Be brief."_s);
        QCOMPARE(tree.conversation.updated, at(1'710'000'500'000));
        QCOMPARE(imageCount(tree.messages.at(0)), 1);
        const StoredMessage &answer = tree.messages.at(1);
        QCOMPARE(answer.reasoning, u"Count them."_s);
        QCOMPARE(answer.reasoningTime, std::optional(std::chrono::milliseconds(7000)));
        QCOMPARE(answer.usage.inputTokens, std::optional<qint64>(11));
        QCOMPARE(answer.model.model, u"qwen3:4b"_s);
        QCOMPARE(tree.messages.at(2).state, State::Interrupted);
        const StoredMessage &failed = found.trees.at(1).messages.constLast();
        QCOMPARE(failed.state, State::Failed);
        QCOMPARE(failed.failure->message, u"no such model"_s);
        QCOMPARE(found.skipped.counts(), (QMap<QString, int>{{files(), 1}}));
    }

    void chatboxKeepsForksThreadsAndTheSystemText()
    {
        const ForeignConversations found = read(chatboxJson());
        QCOMPARE(found.trees.size(), 2);
        const ConversationTree &before = found.trees.constFirst();
        QCOMPARE(before.conversation.title, u"Ships: Before"_s);
        QCOMPARE(before.messages.constLast().failure->message, u"429"_s);
        const ConversationTree &tree = found.trees.at(1);
        QCOMPARE(tree.conversation.title, u"Ships"_s);
        QCOMPARE(tree.conversation.instructions.system, u"You know ships."_s);
        QCOMPARE(tree.conversation.isPinned, true);
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: Fastest?"_s, u"1 assistant: A yacht."_s,
                              u"1 assistant: A clipper. *Call of look* ```json { \"q\": 1 } ``` "
                              "*Result of look* ``` { \"a\": 2 } ``` <-"_s}));
        const StoredMessage &answer = tree.messages.at(2);
        QCOMPARE(answer.model, (ModelRef{u"openai"_s, u"gpt-4o"_s}));
        QCOMPARE(answer.usage, (Usage{20, 5, 10, std::nullopt, std::nullopt}));
        QCOMPARE(answer.firstContentAfter, std::optional(std::chrono::milliseconds(250)));
        QCOMPARE(answer.reasoning, u"Sails."_s);
        QCOMPARE(found.skipped.counts(), (QMap<QString, int>{{lost(), 1}}));
        const ForeignConversations archive = read(chatboxArchive());
        QCOMPARE(archive.trees.at(1), tree);
        QCOMPARE(imageCount(archive.trees.at(0).messages.at(0)), 1);
        QCOMPARE(archive.skipped.total(), 0);
    }

    void cherryStudioKeepsTheAnswersOfSeveralModels()
    {
        const ForeignConversations found = read(cherryArchive());
        QCOMPARE(found.trees.size(), 1);
        const ConversationTree &tree = found.trees.constFirst();
        QCOMPARE(tree.conversation.title, u"Poems"_s);
        QCOMPARE(tree.conversation.instructions.system, u"Rhyme."_s);
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: A poem?"_s, u"1 assistant: Moon in June."_s,
                              u"2 user: Another <-"_s, u"1 assistant: "_s}));
        QCOMPARE(imageCount(tree.messages.at(0)), 1);
        const StoredMessage &answer = tree.messages.at(1);
        QCOMPARE(answer.model, (ModelRef{u"openai"_s, u"m-a"_s}));
        QCOMPARE(answer.reasoningTime, std::optional(std::chrono::milliseconds(800)));
        QCOMPARE(answer.totalTime, std::optional(std::chrono::milliseconds(900)));
        QCOMPARE(tree.messages.at(3).failure->message, u"overloaded"_s);
        QCOMPARE(found.skipped.counts(),
                 (QMap<QString, int>{{u"parts of messages that are not in the file"_s, 1}}));
        QCOMPARE(read(cherryJson()).skipped.counts().value(lost()), 1);
    }

    void gpt4AllKeepsWhatItsVersionsHave()
    {
        const ConversationTree old = read(gpt4AllChat(5)).trees.constFirst();
        QCOMPARE(old.conversation.title, u"Sums"_s);
        QCOMPARE(old.conversation.created, at(1'720'000'000'000));
        QCOMPARE(outline(old), (QStringList{u"0 user: 1+1?"_s, u"1 assistant: Two. <-"_s}));
        QCOMPARE(old.messages.at(1).model, (ModelRef{u"gpt4all"_s, u"orca.gguf"_s}));
        const ForeignConversations found = read(gpt4AllChat(12));
        const ConversationTree tree = found.trees.constFirst();
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: *notes.txt* ``` milk ``` 1+1?"_s,
                              u"1 assistant: *Call of javascript_interpret* ``` 1+1 ``` "
                              "*Result of javascript_interpret* ``` 2 ``` Two. <-"_s}));
        QCOMPARE(tree.messages.at(1).reasoning, u"Easy."_s);
        QCOMPARE(tree.messages.at(1).reasoningTime, std::optional(std::chrono::milliseconds(1200)));
        QCOMPARE(found.skipped.counts(),
                 (QMap<QString, int>{{u"passages of local documents"_s, 2}}));
        const Result<ForeignConversations> later = readBytes(u"x.chat"_s, gpt4AllChat(13));
        QVERIFY(!later);
        QVERIFY(later.error().message.contains(u"version 13"_s));
    }

    void aBrokenConversationIsNamedByItsPlace()
    {
        QByteArray text = claudeJson();
        text.replace("\"chat_messages\":[]", "\"chat_messages\":7");
        const Result<ForeignConversations> found = readBytes(u"my.json"_s, text);
        QVERIFY(!found);
        QVERIFY2(found.error().message.startsWith(
                     u"my.json, read as Claude: my.json, conversation 2: "_s),
                 qPrintable(found.error().message));
    }

    void picturesThatAreTooLargeAreLeftOut()
    {
        ImportLimits limits;
        limits.imageBytes = tinyPng().size() - 1;
        for (const QByteArray &bytes : {chatGptArchive(), openWebUiJson(), cherryArchive()}) {
            const Result<ForeignConversations> found = readBytes(u"x"_s, bytes, limits);
            QVERIFY(found);
            QCOMPARE(imageCount(found->trees.constFirst().messages.constFirst()), 0);
            QVERIFY(found->skipped.counts().value(lost()) > 0);
        }
    }
};

KAGURA_TEST(TestFormatReader)
#include "tst_formatreader.moc"
