// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secret.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void debugOutputShowsABox()
    {
        QString shown;
        QDebug(&shown) << Secret("sk-canary-1234567890") << Secret();
        QVERIFY(!shown.contains(QStringLiteral("canary")));
        QVERIFY(shown.contains(QStringLiteral("redacted")));
    }

    void revealIsADeepCopy()
    {
        const Secret secret("sk-canary-1234567890");
        QByteArray copy = secret.reveal();
        wipe(copy);
        QVERIFY(copy.isEmpty());
        QCOMPARE(secret.reveal(), QByteArray("sk-canary-1234567890"));
    }

    void bytesAreOverwrittenWhenTheLastCopyGoes()
    {
        // The array that was handed in is the caller's own; the Secret keeps none of its buffer.
        QByteArray given("sk-canary-1234567890");
        auto secret = std::make_unique<Secret>(given);
        wipe(given);
        const Secret copy = *secret;
        secret.reset();
        QCOMPARE(copy.reveal(), QByteArray("sk-canary-1234567890"));
    }

    void showsLastFourOnlyOfLongSecrets()
    {
        QCOMPARE(Secret("sk-canary-1234567890").lastFour(), QStringLiteral("7890"));
        QCOMPARE(Secret("short").lastFour(), QString());
        QCOMPARE(Secret().lastFour(), QString());
    }

    void comparesByContent()
    {
        QVERIFY(Secret("a") == Secret("a"));
        QVERIFY(!(Secret("a") == Secret("b")));
        QVERIFY(!(Secret("a") == Secret("aa")));
        QVERIFY(Secret() == Secret(QByteArray()));
        QVERIFY(!(Secret() == Secret("a")));
    }
};

KAGURA_TEST(TestSecret)
#include "tst_secret.moc"
