// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/teamkey.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

QByteArray text(const TeamKey &key)
{
    return key.toText().reveal();
}

} // namespace

class TestTeamKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNewOneIsAnother()
    {
        QVERIFY(!TeamKey::create().isEmpty());
        QVERIFY(TeamKey::create() != TeamKey::create());
        QVERIFY(TeamKey().isEmpty());
        QVERIFY(TeamKey().toText().isEmpty());
    }

    void itsTextGivesItBack()
    {
        const TeamKey key = TeamKey::create();
        const auto same = TeamKey::fromText(key.toText());
        QVERIFY(same);
        QCOMPARE(*same, key);
        QCOMPARE(same->fingerprint(), key.fingerprint());
        QCOMPARE(same->nameOf("x"), key.nameOf("x"));
        const auto pasted = TeamKey::fromText(Secret(" " + text(key).insert(30, "\n  ") + " \r\n"));
        QVERIFY(pasted);
        QCOMPARE(*pasted, key);
    }

    void anyOneWrongLetterIsNoticed()
    {
        const QByteArray right = text(TeamKey::create());
        for (qsizetype i = 0; i < right.size(); ++i) {
            QByteArray wrong = right;
            wrong[i] = wrong.at(i) == '0' ? '1' : '0';
            const auto key = TeamKey::fromText(Secret(wrong));
            QVERIFY2(!key, qPrintable(QString::number(i)));
            QVERIFY(!key.error().message.contains(QString::fromLatin1(wrong.right(20))));
        }
        QVERIFY(!TeamKey::fromText(Secret(right.chopped(2))));
        QVERIFY(!TeamKey::fromText(Secret(right + "00")));
        QVERIFY(!TeamKey::fromText({}));
    }

    void whatIsSealedOpensAtItsPlaceWithItsKeyAndUnchanged()
    {
        const TeamKey key = TeamKey::create();
        const QByteArray sealed = key.seal("the answer", "here");
        QVERIFY(!sealed.contains("answer"));
        QCOMPARE(key.open(sealed, "here").value(), QByteArray("the answer"));
        QVERIFY(key.seal("the answer", "here") != sealed);
        QVERIFY(!key.open(sealed, "there"));
        QVERIFY(!TeamKey::create().open(sealed, "here"));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray damaged = sealed;
            damaged[i] = static_cast<char>(damaged.at(i) ^ 1);
            QVERIFY(!key.open(damaged, "here"));
            QVERIFY(!key.open(sealed.first(i), "here"));
        }
        QCOMPARE(key.open(key.seal({}, {}), {}).value(), QByteArray());
    }

    void withoutAKeyNothingIsSealedOrOpened()
    {
        const QByteArray sealed = TeamKey::create().seal("x", "p");
        QVERIFY(TeamKey().seal("x", "p").isEmpty());
        QVERIFY(!TeamKey().open(sealed, "p"));
    }

    void namesAndScopesAreTheTeamsAlone()
    {
        const TeamKey key = TeamKey::create();
        const TeamKey other = TeamKey::create();
        QCOMPARE(key.nameOf("x").size(), 64);
        QVERIFY(key.nameOf("x") != other.nameOf("x"));
        QVERIFY(key.nameOf("x") != key.nameOf("y"));
        QVERIFY(key.scopeOf(QStringLiteral("x")).toLatin1() != key.nameOf("x"));
        QVERIFY(key.scopeOf(QStringLiteral("x")) != other.scopeOf(QStringLiteral("x")));
        QVERIFY(key.fingerprint() != other.fingerprint());
        QVERIFY(!text(key).contains(key.fingerprint().toLatin1()));
    }

    // What machines of a team agree on must not change between versions.
    void derivedNamesStayWhatTheyAre()
    {
        const auto key = TeamKey::fromText(Secret("kagura-team-1-000102030405060708090a0b0c0d0e0f"
                                                  "101112131415161718191a1b1c1d1e1f47e3a3c2"));
        QVERIFY(key);
        QCOMPARE(key->nameOf("name"),
                 QByteArray("ad0a242a359eea49883dae2668b84c6a14c4d8f74bb34751ec09a4ab38190ea7"));
        QCOMPARE(
            key->scopeOf(QStringLiteral("openai")),
            QStringLiteral("ab361b26da2f53414df2503899c2e0e6df1acff094f6febd6da43d14bad80f31"));
    }
};

KAGURA_TEST(TestTeamKey)
#include "tst_teamkey.moc"
