// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/instructions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

ChatParameters everything()
{
    ChatParameters all;
    all.temperature = 0.7;
    all.topP = 0.9;
    all.maxTokens = 800;
    all.seed = -3;
    all.stop = {u"END"_s, u"\n\n"_s};
    all.reasoning = ReasoningEffort::Low;
    all.cache = CacheMode::Refresh;
    return all;
}

class TestInstructions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        QCOMPARE(parametersFromJson(parametersToJson(everything())), everything());
    }

    void whatIsEmptyIsNotWritten()
    {
        QCOMPARE(dumpJson(parametersToJson({})), QByteArray("{}"));
        ChatParameters one;
        one.temperature = 0.0;
        QCOMPARE(dumpJson(parametersToJson(one)), QByteArray("{\"temperature\":0.0}"));
    }

    void whatCannotBeIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("a negative temperature") << QByteArray(R"({"temperature":-0.1})");
        QTest::newRow("a temperature above two") << QByteArray(R"({"temperature":2.1})");
        QTest::newRow("a temperature in words") << QByteArray(R"({"temperature":"hot"})");
        QTest::newRow("top_p above one") << QByteArray(R"({"top_p":1.5})");
        QTest::newRow("no tokens at all") << QByteArray(R"({"max_tokens":0})");
        QTest::newRow("more tokens than can be") << QByteArray(R"({"max_tokens":1e300})");
        QTest::newRow("an effort nobody knows") << QByteArray(R"({"reasoning":"heroic"})");
        QTest::newRow("a cache mode that is no choice") << QByteArray(R"({"cache":"offline"})");
        QTest::newRow("stops that are no texts") << QByteArray(R"({"stop":[1,"",null]})");
    }
    void whatCannotBeIsLeftOut()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(parametersFromJson(parseJson(json).value()).isEmpty());
    }

    void aRequestKeepsWhatItHas()
    {
        ChatRequest request;
        request.temperature = 0.1;
        request.stop = {u"own"_s};
        everything().fill(request);
        QCOMPARE(request.temperature, 0.1);
        QCOMPARE(request.stop, QStringList{u"own"_s});
        QCOMPARE(request.topP, 0.9);
        QCOMPARE(request.maxTokens, 800);
        QCOMPARE(request.seed, -3);
        QCOMPARE(request.reasoning, ReasoningEffort::Low);
    }

    void aRequestGivesBackWhatFilledIt()
    {
        ChatRequest request;
        everything().fill(request);
        ChatParameters expected = everything();
        expected.cache.reset();
        QCOMPARE(ChatParameters::of(request), expected);
    }
};

} // namespace

KAGURA_TEST(TestInstructions)

#include "tst_instructions.moc"
