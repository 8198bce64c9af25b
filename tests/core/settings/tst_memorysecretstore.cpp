// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/memorysecretstore.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestMemorySecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItIsForThisSessionOnly();
    void keepsReplacesAndRemoves();
    void aMissingKeyIsMissing();
    void repliesDoNotFinishAtOnce();
};

void TestMemorySecretStore::saysThatItIsForThisSessionOnly()
{
    const MemorySecretStore store;
    QCOMPARE(store.state(), SecretStore::State::SessionOnly);
    QVERIFY(store.stateReason().contains(QStringLiteral("memory")));
}

void TestMemorySecretStore::keepsReplacesAndRemoves()
{
    MemorySecretStore store;
    QSignalSpy names(&store, &SecretStore::namesChanged);
    const auto first = store.write(QStringLiteral("openai"), Secret("one"));
    const auto second = store.write(QStringLiteral("openai"), Secret("two"));
    QCOMPARE(names.count(), 1);
    QCOMPARE(store.names(), QStringList{QStringLiteral("openai")});
    const auto read = store.read(QStringLiteral("openai"));
    QTRY_VERIFY(first->isFinished() && second->isFinished() && read->isFinished());
    QCOMPARE(read->outcome(), SecretReply::Outcome::Done);
    QCOMPARE(read->secret().reveal(), QByteArray("two"));
    const auto removed = store.remove(QStringLiteral("openai"));
    QTRY_VERIFY(removed->isFinished());
    QCOMPARE(removed->outcome(), SecretReply::Outcome::Done);
    QVERIFY(store.names().isEmpty());
    QCOMPARE(names.count(), 2);
}

void TestMemorySecretStore::aMissingKeyIsMissing()
{
    MemorySecretStore store;
    const auto read = store.read(QStringLiteral("openai"));
    QTRY_VERIFY(read->isFinished());
    QCOMPARE(read->outcome(), SecretReply::Outcome::Missing);
    QCOMPARE(read->failure()->kind, Error::Kind::Auth);
}

void TestMemorySecretStore::repliesDoNotFinishAtOnce()
{
    MemorySecretStore store;
    QVERIFY(!store.write(QStringLiteral("a"), Secret("b"))->isFinished());
    QVERIFY(!store.read(QStringLiteral("a"))->isFinished());
}

KAGURA_TEST(TestMemorySecretStore)
#include "tst_memorysecretstore.moc"
