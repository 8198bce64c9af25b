// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/failuretext.h"

#include <QSet>
#include <QTest>

using namespace kagura;

class TestFailureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasWordsOfItsOwnAndAStep();
    void reasonIsSafeAndShort();
    void saysHowLongToWait();
};

void TestFailureText::everyKindHasWordsOfItsOwnAndAStep()
{
    QSet<QString> titles;
    for (int kind = int(Error::Kind::Cancelled); kind <= int(Error::Kind::Internal); ++kind) {
        const FailureText text = FailureText::of({Error::Kind(kind), {}});
        QVERIFY2(!text.title.isEmpty(), qPrintable(QString::number(kind)));
        titles.insert(text.title);
        const bool isFailure = kind != int(Error::Kind::Cancelled);
        QCOMPARE(text.step != NextStep::None, isFailure);
        QCOMPARE(!text.stepLabel.isEmpty(), isFailure);
    }
    QCOMPARE(titles.size(), int(Error::Kind::Internal) + 1);
}

void TestFailureText::reasonIsSafeAndShort()
{
    const FailureText text = FailureText::of(
        {Error::Kind::Server, QStringLiteral("a\n\u001B[31m") + QString(5000, u'x')});
    QVERIFY(text.reason.startsWith(QStringLiteral("A \u241B[31m")));
    QVERIFY(text.reason.size() < 500);
}

void TestFailureText::saysHowLongToWait()
{
    const FailureText text =
        FailureText::of({Error::Kind::RateLimited, {}, 429, std::chrono::milliseconds(20'000)});
    QVERIFY(text.title.contains(QStringLiteral("20 s")));
}

KAGURA_TEST(TestFailureText)
#include "tst_failuretext.moc"
