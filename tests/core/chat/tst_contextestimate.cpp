// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/contextestimate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

BranchMessage question(const QString &text)
{
    StoredMessage message;
    message.text = text;
    return {message};
}

BranchMessage answer(const QString &text, const Usage &usage)
{
    StoredMessage message;
    message.role = Role::Assistant;
    message.text = text;
    message.usage = usage;
    return {message};
}

class TestContextEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProvidersOwnCountGoesBeforeAnyEstimate()
    {
        Branch branch;
        branch.messages = {question(u"x"_s.repeated(4000)), answer(u"y"_s, {100, 50, 30, 5, 20}),
                           question(u"z"_s.repeated(40))};
        const ContextEstimate estimate = estimateContext(branch, false);
        QCOMPARE(estimate.tokens, 100 + 30 + 5 + (50 - 20) + 10);
        QVERIFY(!estimate.isAtLeast);
    }

    void withoutACountEverythingIsEstimated()
    {
        Branch branch;
        branch.conversation.instructions.system = u"1234"_s;
        branch.messages = {question(u"12345"_s), answer(u"1234"_s, {100, {}, {}, {}, {}})};
        QCOMPARE(estimateContext(branch, true).tokens, 2 + 1 + 1);
        QVERIFY(!estimateContext(branch, true).isAtLeast);
        QVERIFY(estimateContext(branch, false).isAtLeast);
    }

    void filesCountAsWell()
    {
        BranchMessage message = question(u"What is it?"_s);
        message.message.parts = {ImagePart{"a cat", u"image/png"_s}, TextPart{u"1234"_s}};
        Branch branch;
        branch.messages = {message};
        QCOMPARE(estimateContext(branch, true).tokens, 1001);
    }

    void aScriptOfThreeBytesTakesMoreThanLetters()
    {
        QCOMPARE(estimatedTokens(u"abcdefgh"_s), 2);
        QCOMPARE(estimatedTokens(u"神楽神楽神楽神楽"_s), 6);
        QCOMPARE(estimatedTokens({}), 0);
    }
};

} // namespace

KAGURA_TEST(TestContextEstimate)

#include "tst_contextestimate.moc"
