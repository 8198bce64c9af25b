// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/signins.h"
#include "core/net/qttransport.h"
#include "core/settings/secretstore.h"
#include "tests/core/auth/authorizationserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QMap>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Outcome = SecretReply::Outcome;

namespace {

//! A keychain in memory that can be locked.
class FakeKeychain final : public SecretStore
{
    Q_OBJECT

public:
    std::unique_ptr<SecretReply> read(const QString &name) override
    {
        ++m_readCount;
        return later([this, name](SecretReply *reply) {
            if (m_secrets.contains(name))
                reply->succeed(m_secrets.value(name));
            else
                reply->fail(Outcome::Missing, u"none"_s);
        });
    }
    std::unique_ptr<SecretReply> write(const QString &name, const Secret &secret) override
    {
        return later([this, name, secret](SecretReply *reply) {
            m_secrets.insert(name, secret);
            reply->succeed();
        });
    }
    std::unique_ptr<SecretReply> remove(const QString &name) override
    {
        return later([this, name](SecretReply *reply) {
            m_secrets.remove(name);
            reply->succeed();
        });
    }
    QStringList names() const override { return m_secrets.keys(); }

    bool m_isLocked = false;
    int m_readCount = 0;
    QMap<QString, Secret> m_secrets;

private:
    std::unique_ptr<SecretReply> later(const std::function<void(SecretReply *)> &work)
    {
        auto reply = std::make_unique<SecretReply>();
        QMetaObject::invokeMethod(
            reply.get(),
            [this, work, raw = reply.get()] {
                if (m_isLocked)
                    raw->fail(Outcome::Locked, u"the keyring is locked"_s);
                else
                    work(raw);
            },
            Qt::QueuedConnection);
        return reply;
    }
};

const QString Gemini = u"gemini"_s;

} // namespace

//! A program with its keychain; a second one on the same keychain is another process.
class Program
{
public:
    explicit Program(FakeKeychain &keychain)
        : signIns(transport, clock, keychain)
    {}

    //! Whether it worked.
    bool signIn(AuthorizationServer &server)
    {
        const auto reply = signIns.signIn(Gemini, server.client(), std::chrono::minutes(5));
        std::unique_ptr<Browser> browser;
        QObject::connect(
            reply.get(), &SignInReply::browserWanted, reply.get(),
            [&](const QUrl &url) { browser = std::make_unique<Browser>(server.agree(url)); });
        return QTest::qWaitFor([&] { return reply->isFinished(); }) && !reply->failure();
    }

    //! The token, or the kind of the failure.
    QByteArray token()
    {
        const auto reply = signIns.token(Gemini);
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
            return "never";
        return reply->failure() ? errorKindName(reply->failure()->kind).toLatin1()
                                : reply->token().reveal();
    }

    QtTransport transport;
    FakeClock clock;
    SignIns signIns;
};

class TestSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInIsKeptInTheKeychainAlone()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(!program.signIns.isSignedIn(Gemini));
        QVERIFY(program.signIn(server));
        QVERIFY(program.signIns.isKept(Gemini));
        QCOMPARE(keychain.names(), QStringList{u"gemini/sign-in"_s});
        QCOMPARE(SignIns::providerOf(u"gemini/sign-in"_s), Gemini);
        QCOMPARE(SignIns::providerOf(Gemini), QString());
        QCOMPARE(program.token(), QByteArray("access-1"));

        Program next(keychain);
        QVERIFY(next.signIns.isSignedIn(Gemini));
        QCOMPARE(next.token(), QByteArray("access-1"));
        QCOMPARE(server.tokenRequests(), 1);
    }

    void aTokenIsRenewedAheadOfItsEnd()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        program.clock.advance(std::chrono::seconds(3500));
        QCOMPARE(program.token(), QByteArray("access-1"));
        program.clock.advance(std::chrono::seconds(60));
        QCOMPARE(program.token(), QByteArray("access-2"));
        QCOMPARE(server.lastForm().queryItemValue(u"refresh_token"_s), u"refresh-1"_s);
        QCOMPARE(program.token(), QByteArray("access-2"));
    }

    void aHundredWhoAskCauseOneRenewal()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        program.clock.advance(std::chrono::hours(2));
        std::vector<std::unique_ptr<TokenReply>> replies;
        for (int i = 0; i < 100; ++i)
            replies.push_back(program.signIns.token(Gemini));
        replies.at(7)->cancel();
        replies.at(8).reset();
        QTRY_VERIFY(replies.back()->isFinished());
        for (const auto &reply : replies) {
            if (reply && reply != replies.at(7)) {
                QVERIFY(reply->isFinished());
                QCOMPARE(reply->token().reveal(), QByteArray("access-2"));
            }
        }
        QCOMPARE(server.tokenRequests(), 2);
    }

    void theAccountStaysTheSameWhileTokensCome()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        const auto first = program.signIns.token(Gemini);
        QTRY_VERIFY(first->isFinished());
        program.clock.advance(std::chrono::hours(2));
        const auto second = program.signIns.token(Gemini);
        QTRY_VERIFY(second->isFinished());
        QVERIFY(!(first->token() == second->token()));
        QVERIFY(!first->account().isEmpty());
        QVERIFY(first->account() == second->account());
    }

    void aClockThatJumpsRenewsAndNeverHangs_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("a day back") << qint64(-86400);
        QTest::newRow("ten years on") << qint64(10) * 365 * 86400;
    }
    void aClockThatJumpsRenewsAndNeverHangs()
    {
        QFETCH(const qint64, seconds);
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        program.clock.setWall(program.clock.wall().addSecs(seconds));
        QCOMPARE(program.token(), QByteArray("access-2"));
        QCOMPARE(program.token(), QByteArray("access-2"));
    }

    void aClockSetBackALittleDoesNotMakeATokenYounger()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        const QDateTime noon = program.clock.wall();
        program.clock.advance(std::chrono::seconds(3599));
        program.clock.setWall(noon.addSecs(600));
        QCOMPARE(program.token(), QByteArray("access-2"));
    }

    void aRefusedRefreshTokenAsksForAnotherSignIn()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        server.forgetTokens();
        program.clock.advance(std::chrono::hours(2));
        const auto reply = program.signIns.token(Gemini);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->failure()->kind, Error::Kind::Auth);
        QVERIFY(reply->failure()->isFinal);
        QVERIFY(reply->failure()->message.contains(u"sign in again"_s));
        QVERIFY(program.signIn(server));
        QCOMPARE(program.token(), QByteArray("access-2"));
    }

    void aRefreshTokenThatAnotherProcessReplacedIsReadAgain()
    {
        AuthorizationServer server;
        server.setRotating(true);
        FakeKeychain keychain;
        Program one(keychain);
        Program other(keychain);
        QVERIFY(one.signIn(server));
        QCOMPARE(other.token(), QByteArray("access-1"));
        one.clock.advance(std::chrono::hours(2));
        other.clock.setWall(one.clock.wall());
        QCOMPARE(one.token(), QByteArray("access-2"));
        QCOMPARE(other.token(), QByteArray("access-2")); // found, not asked for
        QCOMPARE(server.tokenRequests(), 3); // the one refused attempt of the other
    }

    void withoutANetworkALivingTokenIsStillUsed()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        program.clock.setWall(program.clock.wall().addSecs(3570));
        server.failNext(Script().reset());
        QCOMPARE(program.token(), QByteArray("access-1"));
        program.clock.setWall(program.clock.wall().addSecs(60));
        server.failNext(Script().reset());
        QCOMPARE(program.token(), QByteArray("network"));
        QCOMPARE(program.token(), QByteArray("access-2"));
    }

    void aLockedKeychainIsSaidAndTheSessionGoesOn()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        keychain.m_isLocked = true;
        Program program(keychain);
        const auto reply = program.signIns.signIn(Gemini, server.client(), std::chrono::minutes(5));
        std::unique_ptr<Browser> browser;
        connect(reply.get(), &SignInReply::browserWanted, this,
                [&](const QUrl &url) { browser = std::make_unique<Browser>(server.agree(url)); });
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!reply->failure());
        QVERIFY(!reply->isKept());
        QCOMPARE(reply->keychainFailure()->kind, Error::Kind::Storage);
        QCOMPARE(program.token(), QByteArray("access-1"));
        QVERIFY(!program.signIns.isKept(Gemini));
    }

    void aKeychainThatIsLockedLaterIsSaid()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program first(keychain);
        QVERIFY(first.signIn(server));
        keychain.m_isLocked = true;
        Program next(keychain);
        QCOMPARE(next.token(), QByteArray("storage"));
        const auto signOut = next.signIns.signOut(Gemini);
        QTRY_VERIFY(signOut->isFinished());
        QCOMPARE(signOut->failure()->kind, Error::Kind::Storage);
        keychain.m_isLocked = false;
        QCOMPARE(next.token(), QByteArray("access-1"));
    }

    void signOutRevokesAndRemoves_data()
    {
        QTest::addColumn<bool>("isFresh");
        QTest::newRow("of this session") << true;
        QTest::newRow("of an earlier one") << false;
    }
    void signOutRevokesAndRemoves()
    {
        QFETCH(const bool, isFresh);
        AuthorizationServer server;
        FakeKeychain keychain;
        Program first(keychain);
        Program second(keychain);
        QVERIFY(first.signIn(server));
        Program &program = isFresh ? first : second;
        const auto reply = program.signIns.signOut(Gemini);
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!reply->failure());
        QVERIFY(reply->isRevoked());
        QCOMPARE(server.revocations(), 1);
        QCOMPARE(server.lastForm().queryItemValue(u"token"_s), u"refresh-1"_s);
        QVERIFY(keychain.names().isEmpty());
        QVERIFY(!program.signIns.isSignedIn(Gemini));
    }

    void signOutRemovesAlsoWhereTheServerCannotBeTold()
    {
        AuthorizationServer server;
        server.failRevocations(Script().reset());
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        const auto reply = program.signIns.signOut(Gemini);
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!reply->failure());
        QVERIFY(!reply->isRevoked());
        QCOMPARE(reply->revocationFailure()->kind, Error::Kind::Network);
        QVERIFY(keychain.names().isEmpty());
    }

    void whoWaitsForATokenDuringASignOutIsTold()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QVERIFY(program.signIn(server));
        program.clock.advance(std::chrono::hours(2));
        server.failNext(Script().hold());
        const auto token = program.signIns.token(Gemini);
        QTRY_COMPARE(server.tokenRequests(), 2);
        const auto signOut = program.signIns.signOut(Gemini);
        QTRY_VERIFY(signOut->isFinished());
        QVERIFY(token->isFinished());
        QVERIFY(token->failure());
        QVERIFY(keychain.names().isEmpty()); // no renewal brings it back
    }

    void everySecretIsMadeKnown()
    {
        AuthorizationServer server;
        FakeKeychain keychain;
        Program program(keychain);
        QList<QByteArray> known;
        connect(&program.signIns, &SignIns::tokenFound, this,
                [&known](const Secret &secret) { known.append(secret.reveal()); });
        QVERIFY(program.signIn(server));
        QCOMPARE(known, (QList<QByteArray>{"access-1", "refresh-1", "canary-client-secret"}));
    }
};

KAGURA_TEST(TestSignIns)
#include "tst_signins.moc"
