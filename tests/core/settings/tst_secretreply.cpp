// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretreply.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using Outcome = SecretReply::Outcome;

class TestSecretReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesOnceWhateverComes();
    void cancelEndsItWithCancelled();
    void waitingIsSaidOnceAndNotAfterTheEnd();
    void missingIsAnAuthErrorAndTheRestStorage();
};

void TestSecretReply::finishesOnceWhateverComes()
{
    SecretReply reply;
    QSignalSpy finished(&reply, &Handle::finished);
    reply.succeed(Secret("one"));
    reply.succeed(Secret("two"));
    reply.fail(Outcome::Failed, QStringLiteral("no"));
    reply.cancel();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(reply.outcome(), Outcome::Done);
    QCOMPARE(reply.secret().reveal(), QByteArray("one"));
    QVERIFY(!reply.failure());
}

void TestSecretReply::cancelEndsItWithCancelled()
{
    SecretReply reply;
    reply.cancel();
    reply.succeed(Secret("late"));
    QCOMPARE(reply.outcome(), Outcome::Cancelled);
    QCOMPARE(reply.failure()->kind, Error::Kind::Cancelled);
    QVERIFY(reply.secret().isEmpty());
}

void TestSecretReply::waitingIsSaidOnceAndNotAfterTheEnd()
{
    SecretReply reply;
    QSignalSpy waiting(&reply, &SecretReply::waiting);
    reply.setWaiting();
    reply.setWaiting();
    QCOMPARE(waiting.count(), 1);
    SecretReply ended;
    QSignalSpy late(&ended, &SecretReply::waiting);
    ended.succeed();
    ended.setWaiting();
    QCOMPARE(late.count(), 0);
    QVERIFY(!ended.isWaiting());
}

void TestSecretReply::missingIsAnAuthErrorAndTheRestStorage()
{
    SecretReply missing;
    missing.fail(Outcome::Missing, QStringLiteral("no key"));
    QCOMPARE(missing.failure()->kind, Error::Kind::Auth);
    SecretReply locked;
    locked.fail(Outcome::Locked, QStringLiteral("locked"));
    QCOMPARE(locked.failure()->kind, Error::Kind::Storage);
    QCOMPARE(locked.failure()->message, QStringLiteral("locked"));
}

KAGURA_TEST(TestSecretReply)
#include "tst_secretreply.moc"
