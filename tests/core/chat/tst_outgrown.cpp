// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/outgrown.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

//! Turns of 100 tokens a message, and a last question.
ChatRequest requestOf(int turns)
{
    ChatRequest request;
    for (int i = 0; i < turns; ++i) {
        request.messages.append(
            Message::fromText(Role::User, u"question %1"_s.arg(i).leftJustified(400)));
        request.messages.append(Message::fromText(Role::Assistant, QString(400, u'a')));
    }
    request.messages.append(Message::fromText(Role::User, QString(400, u'l')));
    return request;
}

} // namespace

class TestOutgrown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsNotAskedAbout()
    {
        QVERIFY(!outgrown(requestOf(4), 2000));
        QVERIFY(!outgrown(requestOf(0), 2000));
    }

    void roomIsKeptForTheAnswer()
    {
        ChatRequest request = requestOf(4); // 900 tokens
        QVERIFY(outgrown(request, 1000)); // an eighth of the window is the answer's
        request.maxTokens = 50;
        QVERIFY(!outgrown(request, 1000));
        request.maxTokens = 100'000; // a limit larger than the window takes no more than half of it
        QVERIFY(!outgrown(request, 1900));
    }

    void wholeTurnsAreDroppedUntilItFits()
    {
        const std::optional<Outgrown> result = outgrown(requestOf(4), 800); // room for 700
        QVERIFY(result);
        QCOMPARE(result->tokens, 900);
        QCOMPARE(result->dropped.size(), 2);
        QCOMPARE(result->dropped.first().head, u"question 0"_s);
        QCOMPARE(result->dropped.last().role, Role::Assistant);
        QCOMPARE(result->tokensWithout, 700);
    }

    void theLastQuestionIsNeverDropped()
    {
        const std::optional<Outgrown> result = outgrown(requestOf(4), 80);
        QVERIFY(result);
        QVERIFY(result->dropped.isEmpty());
        QCOMPARE(result->tokensWithout, result->tokens);
    }

    void theSystemPromptCountsAndStays()
    {
        ChatRequest request = requestOf(1); // 300 tokens
        request.system = QString(2000, u's'); // 500
        const std::optional<Outgrown> result = outgrown(request, 800);
        QVERIFY(result);
        QCOMPARE(result->dropped.size(), 2);
        QCOMPARE(result->tokensWithout, 600);
    }

    void filesCount()
    {
        ChatRequest request = requestOf(1);
        request.messages.first().parts.prepend(ImagePart{QByteArray(10, 'x'), u"image/png"_s});
        QVERIFY(outgrown(request, 1000));
    }
};

KAGURA_TEST(TestOutgrown)
#include "tst_outgrown.moc"
