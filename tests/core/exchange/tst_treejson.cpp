// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/kagurareader.h"
#include "core/exchange/treejson.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Json oneTree()
{
    const Result<Json> file = parseJson(kaguraJson());
    return (*file)["conversations"][0];
}

} // namespace

class TestTreeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        const Result<ConversationTree> tree = treeFromJson(oneTree());
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message));
        QCOMPARE(tree->messages.size(), 3);
        QCOMPARE(treeToJson(*tree), oneTree());
        const Result<ConversationTree> again = treeFromJson(treeToJson(*tree));
        QVERIFY(again);
        QCOMPARE(*again, *tree);
        // Bytes that are no UTF-8, and a failure, on the way.
        const StoredMessage &answer = again->messages.at(1);
        QCOMPARE(std::get<ToolCall>(answer.parts.at(1)).arguments,
                 QByteArray("{\"a\":\"\xc3\xa9\"}"));
        QCOMPARE(std::get<ReasoningPart>(answer.parts.at(0)).signature, QByteArray("sig\xff"));
        QCOMPARE(answer.failure->kind, Error::Kind::Truncated);
        QCOMPARE(answer.usage.reasoningTokens, std::optional<qint64>(5));
    }

    void anAnswerThatStreamsIsAnInterruptedOne()
    {
        Result<ConversationTree> tree = treeFromJson(oneTree());
        tree.value().messages[2].state = StoredMessage::State::Streaming;
        tree.value().messages[2].owner = u"a process"_s;
        const Result<ConversationTree> read = treeFromJson(treeToJson(*tree));
        QCOMPARE(read->messages.at(2).state, StoredMessage::State::Interrupted);
        QCOMPARE(read->messages.at(2).owner, QString());
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no id") << u"/id"_s << u"\"\""_s << u"no \"id\""_s;
        QTest::newRow("messages that are none") << u"/messages"_s << u"7"_s << u"messages"_s;
        QTest::newRow("a message without an id")
            << u"/messages/1/id"_s << u"null"_s << u"no \"id\""_s;
        QTest::newRow("an unknown role") << u"/messages/1/role"_s << u"\"cat\""_s << u"\"role\""_s;
        QTest::newRow("no time") << u"/messages/1/created_ms"_s << u"\"x\""_s << u"created_ms"_s;
        QTest::newRow("a parent that comes later")
            << u"/messages/0/parent"_s << u"\"b\""_s << u"does not stand before it"_s;
        QTest::newRow("an id that was there") << u"/messages/2/id"_s << u"\"a\""_s << u"twice"_s;
        QTest::newRow("a part of an unknown type")
            << u"/messages/1/parts/0/type"_s << u"\"smell\""_s << u"unknown type"_s;
        QTest::newRow("a shown message that is not there")
            << u"/active_leaf"_s << u"\"nobody\""_s << u"not in it"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QString, value);
        QFETCH(const QString, expected);
        Json object = oneTree();
        object[Json::json_pointer(pointer.toStdString())] = *parseJson(value.toUtf8());
        const Result<ConversationTree> tree = treeFromJson(object);
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, Error::Kind::Protocol);
        QVERIFY2(tree.error().message.contains(expected), qPrintable(tree.error().message));
    }

    void aLaterFormatIsRefusedWithAdvice()
    {
        QByteArray file = kaguraJson();
        file.replace("\"version\":1", "\"version\":2");
        const Result<ForeignConversations> read = readBytes(u"k.json"_s, file);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"update Kagura"_s),
                 qPrintable(read.error().message));
    }
};

KAGURA_TEST(TestTreeJson)
#include "tst_treejson.moc"
