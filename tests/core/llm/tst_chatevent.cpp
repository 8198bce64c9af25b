// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatevent.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

class TestChatEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasonsAndNamesAreOneToOne();
    void onlyWhatIsSeenOrPaidForIsContent();
    void usageTakesEveryCountThatIsThere();
};

void TestChatEvent::reasonsAndNamesAreOneToOne()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(FinishReason::Other); ++i) {
        const auto reason = static_cast<FinishReason>(i);
        QCOMPARE(finishReasonFromName(finishReasonName(reason)), reason);
        names.append(finishReasonName(reason));
    }
    QCOMPARE(names,
             QStringList({QStringLiteral("stop"), QStringLiteral("length"),
                          QStringLiteral("tool_calls"), QStringLiteral("content_filter"),
                          QStringLiteral("refusal"), QStringLiteral("other")}));
    QVERIFY(!finishReasonFromName(QStringLiteral("Stop")));
}

void TestChatEvent::onlyWhatIsSeenOrPaidForIsContent()
{
    QVERIFY(isContent(TextDelta{}));
    QVERIFY(isContent(ReasoningDelta{}));
    QVERIFY(isContent(ToolCallDelta{}));
    QVERIFY(isContent(ToolCall{}));
    const QList<ChatEvent> others = {
        ReasoningSignature{}, UsageReported{}, ServedModel{}, Restarted{},
        RetryScheduled{},     FellBack{},      Finish{}};
    for (const ChatEvent &other : others)
        QVERIFY(!isContent(other));
}

void TestChatEvent::usageTakesEveryCountThatIsThere()
{
    Usage known;
    known.inputTokens = 1;
    known.cacheReadTokens = 2;
    Usage newer;
    newer.inputTokens = 5;
    newer.outputTokens = 0;
    newer.cacheWriteTokens = 6;
    newer.reasoningTokens = 7;
    known.update(newer);
    newer.cacheReadTokens = 2;
    QCOMPARE(known, newer);
}

} // namespace

KAGURA_TEST(TestChatEvent)
#include "tst_chatevent.moc"
