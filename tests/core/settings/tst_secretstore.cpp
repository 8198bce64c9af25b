// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretstore.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace kagura;

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasANameOfItsOwn();
};

void TestSecretStore::everyStateHasANameOfItsOwn()
{
    using State = SecretStore::State;
    QSet<QString> names;
    for (const State state :
         {State::Unknown, State::Available, State::Locked, State::Unavailable, State::SessionOnly})
        names.insert(secretStateName(state));
    QCOMPARE(names.size(), 5);
    QCOMPARE(secretStateName(State::SessionOnly), QStringLiteral("session_only"));
}

KAGURA_TEST(TestSecretStore)
#include "tst_secretstore.moc"
