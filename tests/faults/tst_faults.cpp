// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every fault of the table in every dialect that it makes sense in, as a stream and in one piece, through
// the whole street of a call and the real transport.

#include "core/cache/cachingprovider.h"
#include "core/cache/responsecache.h"
#include "core/llm/accountgate.h"
#include "core/llm/embeddingreply.h"
#include "core/llm/limitingprovider.h"
#include "core/llm/modellistreply.h"
#include "core/llm/retryingprovider.h"
#include "core/llm/sharingprovider.h"
#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"
#include "tests/faults/fault.h"
#include "tests/support/freeport.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsidentity.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int Attempts = 2;
#ifdef __SANITIZE_ADDRESS__
constexpr auto Slack = 6s;
#else
constexpr auto Slack = 2s; // beyond the deadlines, which may not be needed
#endif

//! The key, or the query of a URL.
bool givesAway(const Error &error)
{
    static const QRegularExpression query(u"\\w+://[^\\s;]*\\?\\w|[?&]key="_s);
    return error.message.contains(u"canary"_s) || error.message.contains(query)
        || error.message.contains(QString::fromLatin1(faultKey().toBase64()).left(20));
}

ProviderConfig configFor(const Fault &fault,
                         const QUrl &base,
                         DialectId dialect,
                         const QString &folder)
{
    ProviderConfig config;
    config.name = u"faulty"_s;
    config.dialect = dialect;
    config.baseUrl = base;
    config.baseUrl.setPath(u'/' + folder);
    config.deadlines = fault.deadlines;
    return config;
}

//! One call: a provider with its street, its reply, and what that said.
class Attempted : public QObject
{
    Q_OBJECT

public:
    Attempted(Transport &transport, Clock &clock, const ProviderConfig &config)
        : m_gate(config.limits, clock)
        , m_vendor(config, dialectFor(config.dialect), transport, [] { return Secret(faultKey()); })
        , m_limiting(m_vendor, m_gate)
        , m_retrying(m_limiting, clock)
        , m_sharing(m_retrying)
        , m_cache(clock, nullptr, ResponseCache::Options())
        , m_caching(m_sharing, m_cache, clock, CachingProvider::Hooks())
    {}

    void send(bool isStream)
    {
        ChatRequest request;
        request.model = u"m"_s;
        request.stream = isStream;
        request.messages = {Message::fromText(Role::User, u"hi"_s)};
        CallOptions options;
        options.retry.maxAttempts = Attempts;
        options.retry.base = 1ms;
        m_clock.start();
        m_reply = m_caching.send(request, options);
        connect(m_reply.get(), &ChatReply::eventsAdded, this, [this](const auto &events) {
            for (const ChatEvent &event : events) {
                m_retries += std::holds_alternative<RetryScheduled>(event) ? 1 : 0;
                m_finishes += std::holds_alternative<Finish>(event) ? 1 : 0;
            }
            m_lateEvents += m_ends > 0 ? 1 : 0;
        });
        connect(m_reply.get(), &Handle::finished, this, [this] {
            ++m_ends;
            m_took = std::chrono::milliseconds(m_clock.elapsed());
        });
    }

    [[nodiscard]] bool isOver() const { return m_ends > 0; }
    [[nodiscard]] bool hasCached() const
    {
        return m_cache.counts().stored > 0 || m_cache.memoryEntries() > 0;
    }
    [[nodiscard]] int attempts() const { return m_retries + 1; }

    //! Empty: everything is as the table has it.
    [[nodiscard]] QString complaint(const Fault &fault, bool isStream, int requests) const
    {
        if (m_ends != 1 || m_lateEvents > 0)
            return u"%1 ends, %2 events behind one"_s.arg(m_ends).arg(m_lateEvents);
        if (!m_reply->failure() || m_finishes > 0 || m_reply->answer().finish)
            return u"passed as complete: %1"_s.arg(m_reply->answer().text);
        if (hasCached())
            return u"is in the cache: "_s + m_reply->answer().text;
        const Error &error = *m_reply->failure();
        const QString said = errorKindName(error.kind) + u": "_s + error.message;
        if (!fault.kinds.contains(error.kind))
            return u"another kind: "_s + said;
        if (error.message.isEmpty() || !error.message.contains(fault.says))
            return u"does not say what it should: "_s + said;
        if (givesAway(error))
            return u"gives away a key or a query: "_s + said;
        const QString text = m_reply->answer().text;
        if (isStream && fault.showsText && !text.startsWith(AnswerWire::begunText()))
            return u"lost the text that had arrived, kept: "_s + text;
        const bool isTriedAgain =
            text.isEmpty() && !fault.isFinal && RetryPolicy().kinds.contains(error.kind);
        if (attempts() != (isTriedAgain ? Attempts : 1))
            return u"%1 attempts after "_s.arg(attempts()) + said;
        // Fewer: an attempt found its connection closed by the call before, and sent nothing; where all
        // did, nobody can have answered.
        const int fewest = error.kind == Error::Kind::Network ? 0 : fault.requests;
        if (fault.requests >= 0 && (requests > attempts() * fault.requests || requests < fewest))
            return u"%1 requests in %2 attempts after %3"_s.arg(requests).arg(attempts()).arg(said);
        if (m_took > attempts() * fault.limit() + Slack)
            return u"took %1 ms"_s.arg(m_took.count());
        return {};
    }

    [[nodiscard]] const ChatReply &reply() const { return *m_reply; }

private:
    AccountGate m_gate;
    VendorProvider m_vendor;
    LimitingProvider m_limiting;
    RetryingProvider m_retrying;
    SharingProvider m_sharing;
    ResponseCache m_cache;
    CachingProvider m_caching;
    std::unique_ptr<ChatReply> m_reply;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_took{0};
    int m_retries = 0;
    int m_finishes = 0;
    int m_ends = 0;
    int m_lateEvents = 0;
};

//! Calls of one row, all at once: the name of a case is its dialect and mode, and the path of its URL.
struct Case
{
    QByteArray name;
    DialectId dialect = DialectId::OpenAiChat;
    bool isStream = true;
    std::unique_ptr<Attempted> call;
};

std::vector<Case> casesOf(const Fault &fault)
{
    std::vector<Case> cases;
    for (const DialectId dialect : fault.dialects) {
        const QByteArray name = dialectName(dialect).toLatin1();
        if (fault.canStream())
            cases.push_back({name + "-stream", dialect, true, nullptr});
        if (fault.canBeWhole())
            cases.push_back({name + "-whole", dialect, false, nullptr});
    }
    return cases;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_transport = std::make_unique<QtTransport>(); }
    void cleanupTestCase() { m_transport.reset(); }

    void theTableHasManyFaultsOfDifferentNames();
    void withoutAFaultEveryDialectCompletes();
    void aFaultEndsOnceInTimeAndNeverAsComplete_data();
    void aFaultEndsOnceInTimeAndNeverAsComplete();
    void aFaultFailsListsAndVectorsToo_data();
    void aFaultFailsListsAndVectorsToo();
    void afterAllFaultsEveryDialectCompletes() { withoutAFaultEveryDialectCompletes(); }

private:
    void addRows(bool (Fault::*isWanted)() const = nullptr);
    [[nodiscard]] static QUrl baseOf(const Fault &fault, const ScriptedServer &server);
    [[nodiscard]] std::unique_ptr<ScriptedServer> serverFor(const Fault &fault) const;
    void sendAll(const Fault &fault, const QUrl &base, std::vector<Case> &cases);

    SystemClock m_clock;
    std::unique_ptr<QtTransport> m_transport;
};

std::unique_ptr<ScriptedServer> TestFaults::serverFor(const Fault &fault) const
{
    const bool isTls =
        fault.place == Fault::Place::HttpToHttps || fault.place == Fault::Place::SelfSigned;
    auto server = isTls
        ? std::make_unique<ScriptedServer>(TlsIdentity::make().serverConfiguration())
        : std::make_unique<ScriptedServer>();
    server->answerWith([play = fault.play](const ServedRequest &request) {
        const QByteArray name = request.path.split('/').value(1);
        for (const DialectId dialect : allDialects()) {
            if (name.startsWith(dialectName(dialect).toLatin1() + '-'))
                return play(AnswerWire::of(dialect), name.endsWith("-stream"));
        }
        return play(AnswerWire::of(DialectId::OpenAiChat), true); // where a redirect led
    });
    return server;
}

void TestFaults::sendAll(const Fault &fault, const QUrl &base, std::vector<Case> &cases)
{
    for (Case &one : cases) {
        one.call = std::make_unique<Attempted>(
            *m_transport, m_clock,
            configFor(fault, base, one.dialect, QString::fromLatin1(one.name)));
    }
    for (Case &one : cases)
        one.call->send(one.isStream);
}

void TestFaults::theTableHasManyFaultsOfDifferentNames()
{
    const QList<Fault> faults = allFaults();
    QSet<QByteArray> names;
    for (const Fault &fault : faults)
        names.insert(fault.name);
    QCOMPARE(names.size(), faults.size());
    QVERIFY(faults.size() >= 35);
}

void TestFaults::withoutAFaultEveryDialectCompletes()
{
    Fault none;
    none.play = [](const AnswerWire &wire, bool isStream) {
        return isStream ? Script::stream({wire.begin, wire.end}) : Script::whole(200, wire.whole);
    };
    const std::unique_ptr<ScriptedServer> server = serverFor(none);
    std::vector<Case> cases = casesOf(none);
    sendAll(none, server->url(), cases);
    for (const Case &one : cases) {
        QTRY_VERIFY2_WITH_TIMEOUT(one.call->isOver(), one.name.constData(), 20'000);
        QVERIFY2(!one.call->reply().failure(), one.name.constData());
        QVERIFY2(one.call->reply().answer().text.startsWith(AnswerWire::begunText()),
                 one.name.constData());
        QTRY_VERIFY2(one.call->hasCached(), one.name.constData());
    }
    QCOMPARE(cases.size(), 10U);
}

void TestFaults::aFaultEndsOnceInTimeAndNeverAsComplete_data()
{
    addRows();
}

void TestFaults::addRows(bool (Fault::*isWanted)() const)
{
    QTest::addColumn<int>("index");
    const QList<Fault> faults = allFaults();
    for (int i = 0; i < faults.size(); ++i) {
        if (isWanted == nullptr || (faults.at(i).*isWanted)())
            QTest::newRow(faults.at(i).name.constData()) << i;
    }
}

QUrl TestFaults::baseOf(const Fault &fault, const ScriptedServer &server)
{
    QUrl base = server.url();
    if (fault.place == Fault::Place::HttpsToHttp)
        base.setScheme(u"https"_s);
    else if (fault.place == Fault::Place::HttpToHttps)
        base.setScheme(u"http"_s);
    if (fault.place == Fault::Place::Nobody)
        base.setPort(freePort());
    return base;
}

void TestFaults::aFaultEndsOnceInTimeAndNeverAsComplete()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    const std::unique_ptr<ScriptedServer> server = serverFor(fault);
    std::vector<Case> cases = casesOf(fault);
    sendAll(fault, baseOf(fault, *server), cases);
    const auto areOver = [&cases] {
        return std::all_of(cases.cbegin(), cases.cend(),
                           [](const Case &one) { return one.call->isOver(); });
    };
    const QDeadlineTimer until(Attempts * fault.limit() + 2 * Slack);
    while (!areOver() && !until.hasExpired())
        QTest::qWait(5);
    // Whatever comes behind the end is a fault, too.
    QTest::qWait(20);

    const QList<ServedRequest> served = server->requests();
    QStringList complaints;
    for (const Case &one : cases) {
        const auto isOurs = [&one](const ServedRequest &request) {
            return request.path.startsWith('/' + one.name + '/');
        };
        // A redirect leads out of the path of its case; then all cases are counted together.
        const int requests = fault.requests > 1
            ? static_cast<int>(served.size() / static_cast<qsizetype>(cases.size()))
            : static_cast<int>(std::count_if(served.cbegin(), served.cend(), isOurs));
        const QString complaint = one.call->complaint(fault, one.isStream, requests);
        if (!complaint.isEmpty())
            complaints.append(QString::fromLatin1(one.name) + u": "_s + complaint);
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(u"\n  "_s + complaints.join(u"\n  "_s)));
}

void TestFaults::aFaultFailsListsAndVectorsToo_data()
{
    addRows(&Fault::canStrikeLists);
}

void TestFaults::aFaultFailsListsAndVectorsToo()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    const std::unique_ptr<ScriptedServer> server = serverFor(fault);
    const QUrl base = baseOf(fault, *server);
    std::vector<std::unique_ptr<VendorProvider>> vendors;
    std::vector<std::pair<QString, std::unique_ptr<Handle>>> asked;
    std::map<const Handle *, int> ends;
    for (const DialectId dialect : fault.dialects) {
        const ProviderConfig config =
            configFor(fault, base, dialect, dialectName(dialect) + u"-whole"_s);
        vendors.push_back(std::make_unique<VendorProvider>(
            config, dialectFor(dialect), *m_transport, [] { return Secret(faultKey()); }));
        asked.emplace_back(u"models of "_s + dialectName(dialect), vendors.back()->listModels());
        asked.emplace_back(u"vectors of "_s + dialectName(dialect),
                           vendors.back()->embed({u"m"_s, {u"text"_s}, std::nullopt}));
    }
    for (const auto &[name, handle] : asked)
        connect(handle.get(), &Handle::finished, this,
                [&ends, one = handle.get()] { ++ends[one]; });
    const QDeadlineTimer until(fault.limit() + 2 * Slack);
    while (ends.size() < asked.size() && !until.hasExpired())
        QTest::qWait(5);
    QTest::qWait(10);

    QStringList complaints;
    for (const auto &[name, handle] : asked) {
        const std::optional<Error> &failure = handle->failure();
        if (ends[handle.get()] != 1 || !failure)
            complaints.append(
                u"%1: %2 ends, passed as complete"_s.arg(name).arg(ends[handle.get()]));
        else if (givesAway(*failure))
            complaints.append(name + u": gives away "_s + failure->message);
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(u"\n  "_s + complaints.join(u"\n  "_s)));
}

KAGURA_TEST(TestFaults)
#include "tst_faults.moc"
