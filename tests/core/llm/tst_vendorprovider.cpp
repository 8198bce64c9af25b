// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/vendorprovider.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakedialect.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

ProviderConfig config()
{
    ProviderConfig config;
    config.name = QStringLiteral("acme");
    config.baseUrl = QUrl(QStringLiteral("https://api.acme.example/v1/"));
    config.keyVariable = QStringLiteral("ACME_API_KEY");
    return config;
}

Secret testKey()
{
    return Secret("key-1234");
}

class TestVendorProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverythingInOrderAndNothingBeforeSendReturned();
    void putsKeyDeadlinesAndProfileOnTheRequest();
    void waitsLongerForTheFirstByteOfThisMachine();
    void withoutANeededKeyNothingLeaves();
    void withoutAKeyThatIsNotNeededNoCredentialLeaves();
    void whatTheDialectCannotSayNeverLeaves();
    void theHookRunsOnceAndItsErrorKeepsTheCallHere();
    void keepsThePartialTextOfATruncatedAnswer();
    void ignoresWhatTheConnectionDoesAfterTheEndMark();
    void announcesNothingOfARefusalButItsError();
    void carriesTheRateLimitOfAnyHead();
    void identityTellsAccountsHostsAndSamplesApart();
    void identityOfTheGuideIgnoresItsPort();
    void theScopeRevealsNothingOfTheKey();
    void anAccessTokenGoesAsABearerAndItsAccountStaysTheSame();

private:
    [[nodiscard]] VendorProvider provider(const ProviderConfig &config)
    {
        return VendorProvider(config, m_dialect, *m_transport, testKey);
    }

    FakeDialect m_dialect;
    std::unique_ptr<FakeTransport> m_transport;

private Q_SLOTS:
    void init() { m_transport = std::make_unique<FakeTransport>(); }
};

void TestVendorProvider::tellsEverythingInOrderAndNothingBeforeSendReturned()
{
    VendorProvider vendor = provider(config());
    const std::unique_ptr<ChatReply> reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    FakeTransport::Exchange &server = m_transport->last();
    server.head(200);
    server.write("t Hello\nt world\n");
    server.write("u 2\nf\n");
    QVERIFY(log.lines().isEmpty());
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live acme/m"), QStringLiteral("text Hello"),
                          QStringLiteral("text world"), QStringLiteral("usage 2"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(reply->answer().text, QStringLiteral("Helloworld"));
    QVERIFY(reply->firstContentAfter());
    QVERIFY(reply->totalTime());
}

void TestVendorProvider::anAccessTokenGoesAsABearerAndItsAccountStaysTheSame()
{
    AccountKey key(Secret("token-1"));
    key.isAccessToken = true;
    key.account = Secret("account");
    ProviderConfig gemini = config();
    gemini.dialect = DialectId::Gemini;
    const VendorProvider::ScopeFunction scope = [](const Secret &secret) {
        return accountScope(secret, Secret("salt"));
    };
    VendorProvider vendor(
        gemini, dialectFor(DialectId::Gemini), *m_transport, [&key] { return key; }, scope);
    const QString before = vendor.identify(question(QStringLiteral("hi")), {}).value().scope;
    key.secret = Secret("token-2");
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().credentials,
             QList<CredentialHeader>({{"Authorization", "Bearer ", Secret("token-2")}}));
    QCOMPARE(vendor.identify(question(QStringLiteral("hi")), {}).value().scope, before);
}

void TestVendorProvider::putsKeyDeadlinesAndProfileOnTheRequest()
{
    ProviderConfig own = config();
    own.network.proxy = NetworkProfile::Proxy::None;
    own.deadlines.idle = std::chrono::seconds(7);
    VendorProvider vendor = provider(own);
    const auto first = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().network, own.network);
    QCOMPARE(m_transport->last().request().deadlines, own.deadlines);
    QCOMPARE(m_transport->last().request().credentials,
             QList<CredentialHeader>({{"Authorization", "Bearer ", testKey()}}));
    CallOptions options;
    options.deadlines = Deadlines{};
    options.deadlines->total = std::chrono::seconds(3);
    const auto second = vendor.send(question(QStringLiteral("hi")), options);
    QCOMPARE(m_transport->last().request().deadlines, *options.deadlines);
}

void TestVendorProvider::waitsLongerForTheFirstByteOfThisMachine()
{
    ProviderConfig local = config();
    local.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:11434"));
    VendorProvider vendor = provider(local);
    const auto patient = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().deadlines.firstByte, std::chrono::seconds(300));

    local.deadlines.firstByte = std::chrono::seconds(5);
    VendorProvider strict = provider(local);
    const auto impatient = strict.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().deadlines.firstByte, std::chrono::seconds(5));
}

void TestVendorProvider::withoutANeededKeyNothingLeaves()
{
    VendorProvider vendor(config(), m_dialect, *m_transport);
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed auth")}));
    QVERIFY(reply->failure()->message.contains(QStringLiteral("ACME_API_KEY")));
    QVERIFY(reply->failure()->message.contains(QStringLiteral("kagura-cli keys set acme")));
    QCOMPARE(m_transport->count(), 0U);
}

void TestVendorProvider::withoutAKeyThatIsNotNeededNoCredentialLeaves()
{
    ProviderConfig open = config();
    open.needsKey = false;
    VendorProvider vendor(open, m_dialect, *m_transport);
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->count(), 1U);
    QVERIFY(m_transport->last().request().credentials.isEmpty());
}

void TestVendorProvider::whatTheDialectCannotSayNeverLeaves()
{
    VendorProvider vendor = provider(config());
    const ChatRequest nameless = question(QStringLiteral("hi"), QString());
    QCOMPARE(vendor.identify(nameless, {}).error().kind, Error::Kind::BadRequest);
    const auto reply = vendor.send(nameless, {});
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed bad_request")}));
    QCOMPARE(m_transport->count(), 0U);
}

void TestVendorProvider::theHookRunsOnceAndItsErrorKeepsTheCallHere()
{
    VendorProvider vendor = provider(config());
    CallOptions options;
    int runs = 0;
    options.beforeDispatch = [&]() -> std::optional<Error> {
        ++runs;
        if (runs == 1)
            return std::nullopt;
        return Error{Error::Kind::Quota, QStringLiteral("the budget is spent")};
    };
    const auto paid = vendor.send(question(QStringLiteral("hi")), options);
    QCOMPARE(m_transport->count(), 1U);
    const auto refused = vendor.send(question(QStringLiteral("hi")), options);
    const EventLog log(*refused);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed quota")}));
    QCOMPARE(runs, 2);
    QCOMPARE(m_transport->count(), 1U);
}

void TestVendorProvider::keepsThePartialTextOfATruncatedAnswer()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().answer(200, "t half\nt of a wo");
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live acme/m"), QStringLiteral("text half"),
                          QStringLiteral("failed truncated")}));
    QCOMPARE(reply->answer().text, QStringLiteral("half"));
    QVERIFY(!reply->answer().finish);
}

void TestVendorProvider::ignoresWhatTheConnectionDoesAfterTheEndMark()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().head(200);
    m_transport->last().write("t a\nf\nt b\n");
    m_transport->last().end(Error{Error::Kind::Network, QStringLiteral("reset")});
    QTRY_VERIFY(log.isOver());
    QVERIFY(!reply->failure());
    QCOMPARE(reply->answer().text, QStringLiteral("a"));
}

void TestVendorProvider::announcesNothingOfARefusalButItsError()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().answer(429, "rate_limited", {{"Retry-After", "7"}});
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed rate_limited")}));
    QCOMPARE(reply->failure()->httpStatus, 429);
    QCOMPARE(reply->failure()->retryAfter, std::chrono::seconds(7));
}

void TestVendorProvider::carriesTheRateLimitOfAnyHead()
{
    VendorProvider vendor = provider(config());
    for (const int status : {200, 429}) {
        const auto reply = vendor.send(question(QStringLiteral("hi")), {});
        m_transport->last().answer(status, "f\n", {{"X-Remaining", "3"}});
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->rateLimit().requestsRemaining, 3);
    }
}

void TestVendorProvider::identityTellsAccountsHostsAndSamplesApart()
{
    const ChatRequest request = question(QStringLiteral("hi"));
    const VendorProvider vendor = provider(config());
    const CallIdentity one = vendor.identify(request, {}).value();
    QCOMPARE(one.origin, QStringLiteral("https://api.acme.example:443/v1"));
    QCOMPARE(one.headers, QList<HttpHeader>({{"x-version", "1"}}));
    QCOMPARE(one, vendor.identify(request, {}).value());

    CallOptions second;
    second.sampleIndex = 1;
    QVERIFY(vendor.identify(request, second).value().digest() != one.digest());

    Secret key = testKey();
    const auto scope = [](const Secret &secret) { return accountScope(secret, Secret("salt")); };
    const VendorProvider keyed(
        config(), m_dialect, *m_transport, [&key] { return key; }, scope);
    const QByteArray before = keyed.identify(request, {}).value().digest();
    key = Secret("key-5678");
    QVERIFY(keyed.identify(request, {}).value().digest() != before);

    ProviderConfig other = config();
    other.baseUrl.setPath(QStringLiteral("/v2"));
    const VendorProvider neighbour(
        other, m_dialect, *m_transport, [] { return testKey(); }, scope);
    QVERIFY(neighbour.identify(request, {}).value().digest() != before);
}

void TestVendorProvider::identityOfTheGuideIgnoresItsPort()
{
    ProviderConfig guide = config();
    guide.identityOrigin = QStringLiteral("guide");
    guide.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:40001/v1"));
    const CallIdentity yesterday =
        VendorProvider(guide, m_dialect, *m_transport).identify(question({}), {}).value();
    guide.baseUrl.setPort(40002);
    const CallIdentity today =
        VendorProvider(guide, m_dialect, *m_transport).identify(question({}), {}).value();
    QCOMPARE(today.origin, QStringLiteral("guide"));
    QCOMPARE(today, yesterday);
}

void TestVendorProvider::theScopeRevealsNothingOfTheKey()
{
    // RFC 4231, test case 2.
    QCOMPARE(accountScope(Secret("what do ya want for nothing?"), Secret("Jefe")),
             QStringLiteral("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    QVERIFY(accountScope(Secret(), Secret("Jefe")).isEmpty());
    const VendorProvider vendor = provider(config());
    const QString scope = vendor.identify(question({}), {}).value().scope;
    QCOMPARE(scope.size(), 64);
    QVERIFY(scope != accountScope(testKey(), Secret()));
}

} // namespace

KAGURA_TEST(TestVendorProvider)
#include "tst_vendorprovider.moc"
