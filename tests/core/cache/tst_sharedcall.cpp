// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a CachingProvider has to do with the shared tier, on the machines of a team.

#include "core/cache/cachingprovider.h"
#include "core/cache/sharedcall.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/fakesharedtier.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = CacheNote::Outcome;

namespace {

//! The account of one installation: its scope is nobody else's.
class ScopedProvider final : public Provider
{
public:
    ScopedProvider(Provider &inner, QString scope)
        : m_inner(inner)
        , m_scope(std::move(scope))
    {}

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override
    {
        Result<CallIdentity> identity = m_inner.identify(request, options);
        if (identity)
            identity.value().scope = m_scope;
        return identity;
    }
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override
    {
        return m_inner.send(request, options);
    }

private:
    Provider &m_inner;
    QString m_scope;
};

//! One computer of the team.
struct Machine
{
    Machine(const std::shared_ptr<FakeTeam> &team, const QString &scope)
        : tier(team)
        , scoped(inner, scope)
    {
        CachingProvider::Hooks hooks;
        hooks.policy = [this](const ChatRequest &, const CallOptions &) { return policy; };
        hooks.noted = [this](const CacheNote &note) { notes.append(note); };
        hooks.shared = [this]() -> SharedTier * { return isSharing ? &tier : nullptr; };
        hooks.account = u"fake"_s;
        caching = std::make_unique<CachingProvider>(scoped, *fixture.cache, fixture.clock, hooks);
    }

    //! Sends, and waits for the end; the first line says where it came from.
    QStringList ask(const CallOptions &options = {})
    {
        const auto reply = caching->send(question(u"hi"_s), options);
        const EventLog log(*reply);
        [&] { QTRY_VERIFY(log.isOver()); }();
        fixture.settle();
        return log.lines();
    }
    [[nodiscard]] QString origin(const CallOptions &options = {})
    {
        return ask(options).value(0).section(u' ', 1, 1);
    }
    [[nodiscard]] CacheReason missReason() const
    {
        const auto miss = std::find_if(notes.crbegin(), notes.crend(), [](const CacheNote &note) {
            return note.outcome == Outcome::Miss;
        });
        return miss == notes.crend() ? CacheReason::None : miss->reason;
    }

    bool isSharing = true;
    CachePolicy policy;
    QList<CacheNote> notes;
    FakeSharedTier tier;
    CacheFixture fixture;
    FakeProvider inner;
    ScopedProvider scoped;
    std::unique_ptr<CachingProvider> caching;
};

CallOptions withMode(CacheMode mode)
{
    CallOptions options;
    options.cacheMode = mode;
    return options;
}

} // namespace

class TestSharedCall : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<FakeTeam> m_team;
    std::unique_ptr<Machine> m_here;
    std::unique_ptr<Machine> m_there;

private Q_SLOTS:
    void init()
    {
        m_team = std::make_shared<FakeTeam>();
        m_here = std::make_unique<Machine>(m_team, u"scope of this installation"_s);
        m_there = std::make_unique<Machine>(m_team, u"scope of another one"_s);
    }
    void cleanup()
    {
        m_here.reset();
        m_there.reset();
    }

    void whatOneMachineAskedTheOthersKnow()
    {
        m_here->inner.addText(u"Minka"_s);
        const QStringList live = m_here->ask();
        QCOMPARE(live.value(0).section(u' ', 1, 1), u"live"_s);
        const QStringList told = m_there->ask();
        QCOMPARE(told.value(0), u"started shared fake/m"_s);
        QCOMPARE(told.sliced(1), live.sliced(1));
        QVERIFY(m_there->inner.asked().empty());
        QCOMPARE(m_there->notes.constLast().outcome, Outcome::Hit);
        QCOMPARE(m_there->notes.constLast().tier, ChatReply::Origin::Shared);
    }

    void aSharedHitIsKeptBelow()
    {
        m_here->inner.addText(u"Minka"_s);
        m_here->ask();
        QCOMPARE(m_there->origin(), u"shared"_s);
        QCOMPARE(m_there->origin(), u"memory"_s);
        m_there->fixture.cache->reload();
        QCOMPARE(m_there->origin(), u"disk"_s);
        QCOMPARE(m_there->tier.finds, 1);
        const CacheEntry entry = m_there->fixture.entry(m_there->notes.constLast().key);
        QCOMPARE(entry.scope, u"scope of another one"_s);
        QCOMPARE(entry.requestHead, u"hi"_s);
        QCOMPARE(entry.answerHead, u"Minka"_s);
        QCOMPARE(entry.created, m_here->fixture.clock.wall());
    }

    void anAccountOfAnotherNameIsAnother()
    {
        CallIdentity identity;
        identity.body = "{}";
        SharedCall ours(&m_here->tier, u"fake"_s, identity, {});
        SharedCall work(&m_here->tier, u"work"_s, identity, {});
        QVERIFY(ours.isOpen() && work.isOpen());
        const auto learn = [this](SharedCall &call) {
            bool isDone = false;
            call.find(this, [&](const auto &) { isDone = true; });
            [&] { QTRY_VERIFY(isDone); }();
        };
        learn(ours);
        learn(work);
        const CachedAnswer answer = newEntry(u"x"_s, m_here->fixture.clock.wall()).answer;
        ours.giving(answer)();
        work.giving(answer)();
        QCOMPARE(m_team->answers.size(), 2U);
    }

    void withoutATierNothingIsDifferent()
    {
        m_here->isSharing = false;
        m_here->inner.addText(u"Minka"_s);
        QCOMPARE(m_here->origin(), u"live"_s);
        QCOMPARE(m_here->tier.finds, 0);
        QVERIFY(m_team->answers.empty());
        QVERIFY(!SharedCall().isOpen());
        QVERIFY(!SharedCall().giving({}));
    }

    void aBrokenTierIsAMissAndNothingIsGiven()
    {
        m_here->tier.isBroken = true;
        m_here->inner.addText(u"Minka"_s);
        QCOMPARE(m_here->origin(), u"live"_s);
        QCOMPARE(m_here->missReason(), CacheReason::NeverSeen);
        QCOMPARE(m_here->origin(), u"memory"_s);
        QVERIFY(m_team->answers.empty());
    }

    void modesHoldForItToo_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("finds");
        QTest::addColumn<bool>("isGiven");
        const auto row = [](const char *name, CacheMode mode, int finds, bool isGiven) {
            QTest::newRow(name) << static_cast<int>(mode) << finds << isGiven;
        };
        row("read and write", CacheMode::ReadWrite, 1, true);
        row("read only gives nothing", CacheMode::ReadOnly, 1, false);
        row("write only gives without asking", CacheMode::WriteOnly, 0, true);
        row("refresh replaces without asking", CacheMode::Refresh, 0, true);
        row("incognito has nothing to do with it", CacheMode::Off, 0, false);
        row("offline asks nobody", CacheMode::OfflineOnly, 0, false);
    }
    void modesHoldForItToo()
    {
        QFETCH(const int, mode);
        QFETCH(const int, finds);
        QFETCH(const bool, isGiven);
        m_here->inner.addText(u"Minka"_s);
        m_here->ask(withMode(static_cast<CacheMode>(mode)));
        QCOMPARE(m_here->tier.finds, finds);
        QCOMPARE(!m_team->answers.empty(), isGiven);
    }

    void aReadOnlyHitIsKeptNowhere()
    {
        m_here->inner.addText(u"Minka"_s);
        m_here->ask();
        QCOMPARE(m_there->origin(withMode(CacheMode::ReadOnly)), u"shared"_s);
        QCOMPARE(m_there->fixture.integer(u"SELECT count(*) FROM entry"_s), 0);
    }

    void whatIsNotAdmittedIsNotGiven()
    {
        m_here->inner.addScript(
            {{TextDelta{u"Min"_s}}, Error{Error::Kind::Truncated, u"cut"_s}, {}});
        m_here->ask();
        m_here->inner.addText(u" "_s);
        m_here->ask();
        QVERIFY(m_team->answers.empty());
    }

    // Another machine may keep answers that ended at max_tokens, or have a longer lifetime.
    void ourOwnRulesHoldForWhatOthersKept()
    {
        m_here->policy.keepsLength = true;
        m_here->inner.addScript(
            {{TextDelta{u"Min"_s}, Finish{FinishReason::Length, u"length"_s}}, {}, {}});
        const auto reply = m_here->caching->send(question(u"hi"_s), {});
        QTRY_VERIFY(reply->isFinished());
        m_here->fixture.settle();
        QCOMPARE(m_team->answers.size(), 1U);
        m_there->inner.addText(u"Minka"_s);
        QCOMPARE(m_there->origin(), u"live"_s);

        m_team->clear();
        m_here->policy = CachePolicy();
        m_here->inner.addText(u"Minka"_s);
        m_here->ask(withMode(CacheMode::Refresh));
        Machine strict(m_team, u"third"_s);
        strict.policy.lifetime = 1h;
        strict.fixture.clock.advance(2h);
        strict.fixture.clock.setWall(strict.fixture.clock.wall().addSecs(7200));
        strict.inner.addText(u"newer"_s);
        QCOMPARE(strict.origin(), u"live"_s);
    }

    void whatWasInvalidatedHereIsAskedAnewAndReplacedThere()
    {
        m_here->inner.addText(u"old"_s);
        m_here->ask();
        m_here->fixture.cache->invalidate(
            [](Connection &connection) -> Result<int> {
                const Result<void> done = connection.execute(u"UPDATE entry SET state = 1"_s);
                return done ? Result<int>(0) : Result<int>(done.error());
            },
            this, [](const Result<int> &) {});
        m_here->fixture.settle();
        m_here->inner.addText(u"new"_s);
        QCOMPARE(m_here->origin(), u"live"_s);
        QCOMPARE(m_here->missReason(), CacheReason::SoftlyInvalidated);
        QVERIFY(m_there->ask().contains(u"text new"_s));
    }

    void aClearHereOrThereBeatsTheCallInFlight()
    {
        const auto reply = m_here->caching->send(question(u"hi"_s), {});
        QTRY_COMPARE(m_here->inner.asked().size(), 1U);
        m_team->clear();
        m_here->inner.reply(0)->sayHead(u"fake"_s, u"m"_s);
        m_here->inner.reply(0)->sayText(u"Minka"_s);
        m_here->inner.reply(0)->succeed();
        QTRY_VERIFY(reply->isFinished());
        m_here->fixture.settle();
        m_there->inner.addText(u"after"_s);
        QCOMPARE(m_there->origin(), u"live"_s); // what came is of another generation

        m_team->clear();
        Machine third(m_team, u"third"_s);
        const auto late = third.caching->send(question(u"hi"_s), {});
        QTRY_COMPARE(third.inner.asked().size(), 1U);
        third.fixture.cache->forget();
        third.inner.reply(0)->sayText(u"Minka"_s);
        third.inner.reply(0)->succeed();
        QTRY_VERIFY(late->isFinished());
        third.fixture.settle();
        QVERIFY(m_team->answers.empty()); // invalidated here, so not given to others either
    }

    void theTierMayGoInTheMiddle()
    {
        auto tier = std::make_unique<FakeSharedTier>(m_team);
        CallIdentity identity;
        identity.body = "{}";
        SharedCall call(tier.get(), u"fake"_s, identity, {});
        bool isDone = false;
        call.find(this, [&](const auto &) { isDone = true; });
        QTRY_VERIFY(isDone);
        const auto give = call.giving(newEntry(u"x"_s, m_here->fixture.clock.wall()).answer);
        tier.reset();
        QVERIFY(!call.isOpen());
        give();
        QVERIFY(m_team->answers.empty());
    }
};

KAGURA_TEST(TestSharedCall)
#include "tst_sharedcall.moc"
