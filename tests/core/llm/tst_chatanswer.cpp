// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatanswer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

ChatAnswer fold(const QList<ChatEvent> &events)
{
    ChatAnswer answer;
    for (const ChatEvent &event : events)
        answer.apply(event);
    return answer;
}

class TestChatAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndReasoningAddUp();
    void reasoningIsSignedPieceByPiece();
    void callsCountOnceTheyAreWhole();
    void theLastUsageHoldsCountByCount();
    void aRestartVoidsEverything();
    void noticesChangeNothing();
    void theNextRequestGetsReasoningThenTextThenCalls();
};

void TestChatAnswer::textAndReasoningAddUp()
{
    const ChatAnswer answer =
        fold({ReasoningDelta{QStringLiteral("h")}, TextDelta{QStringLiteral("a")},
              TextDelta{QStringLiteral("b")}, ServedModel{QStringLiteral("m-1")},
              Finish{FinishReason::Length, QStringLiteral("max")}});
    QCOMPARE(answer.text, QStringLiteral("ab"));
    QCOMPARE(answer.reasoning, QStringLiteral("h"));
    QCOMPARE(answer.servedModel, QStringLiteral("m-1"));
    QCOMPARE(answer.finish, (Finish{FinishReason::Length, QStringLiteral("max")}));
}

void TestChatAnswer::reasoningIsSignedPieceByPiece()
{
    const ChatAnswer answer = fold(
        {ReasoningDelta{QStringLiteral("one")}, ReasoningSignature{"s1", QStringLiteral("d")},
         ReasoningDelta{QStringLiteral("two")}, ReasoningSignature{"s2", QStringLiteral("d")}});
    QCOMPARE(answer.reasoningParts,
             QList<ReasoningPart>({{QStringLiteral("one"), "s1", QStringLiteral("d")},
                                   {QStringLiteral("two"), "s2", QStringLiteral("d")}}));
}

void TestChatAnswer::callsCountOnceTheyAreWhole()
{
    const ToolCall call{QStringLiteral("id"), QStringLiteral("name"), "{}", {}};
    QVERIFY(fold({ToolCallDelta{0, QStringLiteral("name"), "{"}}).toolCalls.isEmpty());
    QCOMPARE(fold({ToolCallDelta{0, QStringLiteral("name"), "{}"}, call}).toolCalls,
             QList<ToolCall>({call}));
}

void TestChatAnswer::theLastUsageHoldsCountByCount()
{
    Usage first;
    first.inputTokens = 10;
    first.outputTokens = 1;
    Usage second;
    second.outputTokens = 7;
    const ChatAnswer answer = fold({UsageReported{first}, UsageReported{second}});
    QCOMPARE(answer.usage.inputTokens, 10);
    QCOMPARE(answer.usage.outputTokens, 7);
    QVERIFY(!answer.usage.cacheReadTokens);
}

void TestChatAnswer::aRestartVoidsEverything()
{
    const ChatAnswer answer = fold(
        {TextDelta{QStringLiteral("wrong")}, ReasoningDelta{QStringLiteral("half")}, Restarted{},
         ReasoningSignature{"s", QStringLiteral("d")}, TextDelta{QStringLiteral("right")}});
    QCOMPARE(answer.text, QStringLiteral("right"));
    QCOMPARE(answer.reasoningParts.first().text, QString());
}

void TestChatAnswer::noticesChangeNothing()
{
    QCOMPARE(fold({RetryScheduled{2, std::chrono::milliseconds(1), Error::Kind::Server},
                   FellBack{QStringLiteral("p"), QStringLiteral("m")}}),
             ChatAnswer());
}

void TestChatAnswer::theNextRequestGetsReasoningThenTextThenCalls()
{
    const ToolCall call{QStringLiteral("id"), QStringLiteral("name"), "{}", {}};
    const Message message =
        fold({TextDelta{QStringLiteral("t")}, call, ReasoningDelta{QStringLiteral("r")},
              ReasoningSignature{"s", QStringLiteral("d")}})
            .toMessage();
    QCOMPARE(message.role, Role::Assistant);
    QCOMPARE(message.parts,
             QList<MessagePart>({ReasoningPart{QStringLiteral("r"), "s", QStringLiteral("d")},
                                 TextPart{QStringLiteral("t")}, call}));
    QVERIFY(ChatAnswer().toMessage().parts.isEmpty());
}

} // namespace

KAGURA_TEST(TestChatAnswer)
#include "tst_chatanswer.moc"
