// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keysource.h"
#include "core/settings/memorysecretstore.h"
#include "core/settings/tokensource.h"
#include "tests/support/testmain.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class FakeTokens final : public TokenSource
{
public:
    bool isSignedIn(const QString &provider) const override { return provider == m_provider; }
    std::unique_ptr<TokenReply> token(const QString &) override
    {
        auto reply = std::make_unique<TokenReply>();
        m_last = reply.get();
        return reply;
    }

    QString m_provider = u"gemini"_s;
    QPointer<TokenReply> m_last;
};

} // namespace

class TestTokenSource : public QObject
{
    Q_OBJECT

private:
    MemorySecretStore m_keychain;
    MemorySecretStore m_session;
    FakeTokens m_tokens;
    KeySource m_keys{m_keychain, m_session};

private Q_SLOTS:
    void initTestCase()
    {
        m_keys.setTokens(m_tokens);
        const auto written = m_keychain.write(u"gemini"_s, Secret("an old key"));
        QTRY_VERIFY(written->isFinished());
    }

    void aSignInComesBeforeAKeyInTheKeychain()
    {
        const auto reply = m_keys.find(u"gemini"_s, {});
        QSignalSpy waiting(reply.get(), &KeyReply::waiting);
        Q_EMIT m_tokens.m_last->waiting();
        QCOMPARE(waiting.count(), 1);
        m_tokens.m_last->succeed(Secret("token"), Secret("account"));
        QCOMPARE(reply->origin(), KeyReply::Origin::SignIn);
        QCOMPARE(keyOriginName(reply->origin()), u"sign-in"_s);
        QVERIFY(reply->secret() == Secret("token"));
        QVERIFY(reply->account() == Secret("account"));
    }

    void aSignInThatFailsIsNotReplacedByAnOldKey()
    {
        const auto reply = m_keys.find(u"gemini"_s, {});
        m_tokens.m_last->fail({Error::Kind::Auth, u"sign in again"_s});
        QCOMPARE(reply->failure()->message, u"sign in again"_s);
        QVERIFY(reply->secret().isEmpty());
    }

    void whoIsNotSignedInUsesTheKey()
    {
        m_tokens.m_provider = u"another"_s;
        const auto reply = m_keys.find(u"gemini"_s, {});
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->origin(), KeyReply::Origin::Keychain);
        m_tokens.m_provider = u"gemini"_s;
    }

    void aReplyEndsOnce()
    {
        TokenReply reply;
        QSignalSpy finished(&reply, &Handle::finished);
        reply.cancel();
        reply.succeed(Secret("late"), {});
        QCOMPARE(finished.count(), 1);
        QCOMPARE(reply.failure()->kind, Error::Kind::Cancelled);
        QVERIFY(reply.token().isEmpty());
    }
};

KAGURA_TEST(TestTokenSource)
#include "tst_tokensource.moc"
