// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keysource.h"
#include "core/settings/memorysecretstore.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using Origin = KeyReply::Origin;
using Outcome = SecretReply::Outcome;

class TestKeySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theOrderIsEnvironmentDescriptorKeychainSession();
    void anEmptyVariableIsNone();
    void aSecretOfOursIsNoProvidersKey();
    void aDescriptorKeyWithoutANameFitsAll();
    void whatKeepsTheKeychainFromAnswering_data();
    void whatKeepsTheKeychainFromAnswering();
    void theSessionHelpsWhereTheKeychainCannot();
    void waitingIsPassedOn();
    void cancelEndsItOnce();
    void neverFinishesAtOnce();
};

namespace {

using namespace Qt::StringLiterals;

//! A keychain that answers when the test says so.
class FakeKeychain final : public SecretStore
{
    Q_OBJECT

public:
    std::unique_ptr<SecretReply> read(const QString &) override
    {
        auto reply = std::make_unique<SecretReply>();
        ++m_readCount;
        m_last = reply.get();
        return reply;
    }
    std::unique_ptr<SecretReply> write(const QString &, const Secret &) override
    {
        return std::make_unique<SecretReply>();
    }
    std::unique_ptr<SecretReply> remove(const QString &) override
    {
        return std::make_unique<SecretReply>();
    }
    QStringList names() const override { return m_names; }

    QStringList m_names;
    SecretReply *m_last = nullptr;
    int m_readCount = 0;
};

constexpr const char *Variable = "KAGURA_TEST_KEY_SOURCE";

} // namespace

void TestKeySource::cleanup()
{
    qunsetenv(Variable);
}

void TestKeySource::theOrderIsEnvironmentDescriptorKeychainSession()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    const auto written = session.write(u"openai"_s, Secret("from session"));
    source.setDescriptorKey(u"openai"_s, Secret("from descriptor"));
    qputenv(Variable, " from environment \n");

    const auto first = source.find(u"openai"_s, QString::fromLatin1(Variable));
    QTRY_VERIFY(first->isFinished());
    QCOMPARE(first->origin(), Origin::Environment);
    QCOMPARE(first->secret().reveal(), QByteArray("from environment"));

    qunsetenv(Variable);
    const auto second = source.find(u"openai"_s, QString::fromLatin1(Variable));
    QTRY_VERIFY(second->isFinished());
    QCOMPARE(second->origin(), Origin::Descriptor);
    QCOMPARE(second->secret().reveal(), QByteArray("from descriptor"));
    QCOMPARE(keychain.m_readCount, 0);

    KeySource plain(keychain, session);
    const auto third = plain.find(u"openai"_s, {});
    keychain.m_last->succeed(Secret("from keychain"));
    QCOMPARE(third->origin(), Origin::Keychain);
    QCOMPARE(third->secret().reveal(), QByteArray("from keychain"));

    const auto fourth = plain.find(u"openai"_s, {});
    keychain.m_last->fail(Outcome::Missing, u"none"_s);
    QCOMPARE(fourth->origin(), Origin::Session);
    QCOMPARE(fourth->secret().reveal(), QByteArray("from session"));
    QVERIFY(!fourth->failure());
}

void TestKeySource::aSecretOfOursIsNoProvidersKey()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    source.setDescriptorKey({}, Secret("for whoever asks"));
    const auto none = source.findOwn(u"ours"_s, QString::fromLatin1(Variable));
    QTRY_VERIFY(none->isFinished());
    QCOMPARE(none->origin(), Origin::None);
    QVERIFY(!none->failure());
    QCOMPARE(keychain.m_readCount,
             0); // nothing was ever stored there: nobody is asked to unlock it

    const auto written = session.write(u"ours"_s, Secret("from session"));
    const auto ofSession = source.findOwn(u"ours"_s, {});
    QTRY_VERIFY(ofSession->isFinished());
    QCOMPARE(ofSession->secret().reveal(), QByteArray("from session"));

    keychain.m_names = QStringList{u"ours"_s};
    const auto stored = source.findOwn(u"ours"_s, {});
    keychain.m_last->succeed(Secret("from keychain"));
    QCOMPARE(stored->origin(), Origin::Keychain);

    qputenv(Variable, "from environment");
    const auto first = source.findOwn(u"ours"_s, QString::fromLatin1(Variable));
    QTRY_VERIFY(first->isFinished());
    QCOMPARE(first->secret().reveal(), QByteArray("from environment"));
}

void TestKeySource::anEmptyVariableIsNone()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    qputenv(Variable, " ");
    const auto reply = source.find(u"openai"_s, QString::fromLatin1(Variable));
    QCOMPARE(keychain.m_readCount, 1);
    keychain.m_last->fail(Outcome::Missing, u"none"_s);
    QCOMPARE(reply->origin(), Origin::None);
    QVERIFY(reply->isFinished() && !reply->failure());
}

void TestKeySource::aDescriptorKeyWithoutANameFitsAll()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    source.setDescriptorKey({}, Secret("any"));
    source.setDescriptorKey(u"mistral"_s, Secret("own"));
    const auto any = source.find(u"openai"_s, {});
    const auto own = source.find(u"mistral"_s, {});
    QTRY_VERIFY(any->isFinished() && own->isFinished());
    QCOMPARE(any->secret().reveal(), QByteArray("any"));
    QCOMPARE(own->secret().reveal(), QByteArray("own"));
}

void TestKeySource::whatKeepsTheKeychainFromAnswering_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("isNoted");
    QTest::addColumn<bool>("fails");
    const auto row = [](const char *name, Outcome outcome, bool isNoted, bool fails) {
        QTest::newRow(name) << static_cast<int>(outcome) << isNoted << fails;
    };
    row("missing, never stored", Outcome::Missing, false, false);
    row("missing, once stored", Outcome::Missing, true, false);
    row("no keychain, never stored", Outcome::Unavailable, false, false);
    row("no keychain, once stored", Outcome::Unavailable, true, true);
    row("locked", Outcome::Locked, false, true);
    row("locked, once stored", Outcome::Locked, true, true);
    row("locked or missing", Outcome::LockedOrMissing, true, true);
    row("failed", Outcome::Failed, false, true);
}

void TestKeySource::whatKeepsTheKeychainFromAnswering()
{
    QFETCH(const int, outcome);
    QFETCH(const bool, isNoted);
    QFETCH(const bool, fails);
    FakeKeychain keychain;
    if (isNoted)
        keychain.m_names = {u"openai"_s};
    MemorySecretStore session;
    KeySource source(keychain, session);
    const auto reply = source.find(u"openai"_s, {});
    keychain.m_last->fail(static_cast<Outcome>(outcome), u"because"_s);
    QVERIFY(reply->isFinished());
    QCOMPARE(reply->origin(), Origin::None);
    QCOMPARE(reply->failure().has_value(), fails);
    if (fails)
        QCOMPARE(reply->failure()->message, u"because"_s);
}

void TestKeySource::theSessionHelpsWhereTheKeychainCannot()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    const auto written = session.write(u"openai"_s, Secret("mine"));
    const auto reply = source.find(u"openai"_s, {});
    keychain.m_last->fail(Outcome::Locked, u"locked"_s);
    QVERIFY(!reply->failure());
    QCOMPARE(reply->origin(), Origin::Session);
}

void TestKeySource::waitingIsPassedOn()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    const auto reply = source.find(u"openai"_s, {});
    QSignalSpy waiting(reply.get(), &KeyReply::waiting);
    keychain.m_last->setWaiting();
    QCOMPARE(waiting.count(), 1);
    QVERIFY(reply->isWaiting());
}

void TestKeySource::cancelEndsItOnce()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    const auto reply = source.find(u"openai"_s, {});
    QSignalSpy finished(reply.get(), &Handle::finished);
    reply->cancel();
    keychain.m_last->succeed(Secret("late"));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(reply->failure()->kind, Error::Kind::Cancelled);
    QVERIFY(reply->secret().isEmpty());
}

void TestKeySource::neverFinishesAtOnce()
{
    FakeKeychain keychain;
    MemorySecretStore session;
    KeySource source(keychain, session);
    qputenv(Variable, "x");
    const auto reply = source.find(u"openai"_s, QString::fromLatin1(Variable));
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(reply->isFinished());
}

KAGURA_TEST(TestKeySource)
#include "tst_keysource.moc"
