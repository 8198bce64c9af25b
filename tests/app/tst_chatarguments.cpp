// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/chatarguments.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

Result<ChatArguments> read(const QStringList &arguments)
{
    QCommandLineParser parser;
    ChatArguments::declare(parser);
    if (!parser.parse(QStringList{u"chat"_s} + arguments))
        return Error{Error::Kind::BadRequest, parser.errorText()};
    return ChatArguments::read(parser);
}

} // namespace

class TestChatArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOption()
    {
        const Result<ChatArguments> chat = read({u"-m"_s,
                                                 u"p/org/model"_s,
                                                 u"--provider"_s,
                                                 u"p=ollama,http://localhost:1"_s,
                                                 u"--fallback"_s,
                                                 u"q/m"_s,
                                                 u"--system"_s,
                                                 u"Be brief."_s,
                                                 u"--temperature"_s,
                                                 u"0.5"_s,
                                                 u"--max-tokens"_s,
                                                 u"9"_s,
                                                 u"--param"_s,
                                                 u"seed=7"_s,
                                                 u"--attempts"_s,
                                                 u"2"_s,
                                                 u"--no-stream"_s,
                                                 u"--refresh"_s,
                                                 u"--json"_s,
                                                 u"--attach"_s,
                                                 u"a.png"_s,
                                                 u"hello there"_s});
        QVERIFY2(chat, qPrintable(chat ? QString() : chat.error().message));
        QCOMPARE(chat->model, (std::optional(ModelRef{u"p"_s, u"org/model"_s})));
        QCOMPARE(chat->fallbacks, (QList<ModelRef>{{u"q"_s, u"m"_s}}));
        QCOMPARE(chat->request.system, u"Be brief."_s);
        QCOMPARE(chat->request.temperature, std::optional(0.5));
        QCOMPARE(chat->request.maxTokens, std::optional<qint64>(9));
        QCOMPARE(chat->request.extra, Json({{"seed", 7}}));
        QCOMPARE(chat->request.stream, false);
        QCOMPARE(chat->maxAttempts, 2);
        QCOMPARE(chat->cacheMode, CacheMode::Refresh);
        QCOMPARE(chat->attachments, QStringList{u"a.png"_s});
        QCOMPARE(chat->prompt, u"hello there"_s);
        QVERIFY(chat->json && !chat->save);
    }

    void continuingAConversationSavesToIt()
    {
        const Result<ChatArguments> chat = read({u"--continue"_s, u"12"_s, u"and then?"_s});
        QVERIFY(chat && chat->save);
        QCOMPARE(chat->conversation, u"12"_s);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no prompt") << QStringList{};
        QTest::newRow("two prompts") << QStringList{u"hello"_s, u"there"_s};
        QTest::newRow("an empty prompt") << QStringList{QString()};
        QTest::newRow("a model without provider") << QStringList{u"-m"_s, u"gpt"_s, u"hi"_s};
        QTest::newRow("a provider without model")
            << QStringList{u"--provider"_s, u"p=ollama,http://localhost:1"_s, u"hi"_s};
        QTest::newRow("a wild temperature") << QStringList{u"--temperature"_s, u"3"_s, u"hi"_s};
        QTest::newRow("temperature that is no number")
            << QStringList{u"--temperature"_s, u"nan"_s, u"hi"_s};
        QTest::newRow("top p above one") << QStringList{u"--top-p"_s, u"1.5"_s, u"hi"_s};
        QTest::newRow("a seed in words") << QStringList{u"--seed"_s, u"corn"_s, u"hi"_s};
        QTest::newRow("an effort nobody knows")
            << QStringList{u"--reasoning"_s, u"heroic"_s, u"hi"_s};
        QTest::newRow("no tokens") << QStringList{u"--max-tokens"_s, u"0"_s, u"hi"_s};
        QTest::newRow("a parameter that is no JSON")
            << QStringList{u"--param"_s, u"seed=oops"_s, u"hi"_s};
        QTest::newRow("two cache modes") << QStringList{u"--no-cache"_s, u"--refresh"_s, u"hi"_s};
        QTest::newRow("no attempts") << QStringList{u"--attempts"_s, u"0"_s, u"hi"_s};
        QTest::newRow("an unknown option") << QStringList{u"--frobnicate"_s, u"hi"_s};
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(const QStringList, arguments);
        const Result<ChatArguments> chat = read(arguments);
        QVERIFY(!chat);
        QVERIFY(!chat.error().message.isEmpty());
    }
};

KAGURA_TEST(TestChatArguments)
#include "tst_chatarguments.moc"
