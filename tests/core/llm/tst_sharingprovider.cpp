// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/sharingprovider.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

class TestSharingProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void identicalCallsShareOneStream();
    void whoComesLateGetsEverythingSoFarAsOneBatch();
    void whoJoinsAndWhatComesMeanwhileStayInOrder();
    void differentSamplesModelsAndTextsAreNotShared();
    void aRestartVoidsWhatWasRemembered();
    void whoLeavesDoesNotDisturbTheOthers();
    void theOldestTakesOverTheCostOfWhoLeft();
    void theStreamEndsWithItsLastCallerAndNotBefore();
    void afterTheEndANewCallStartsANewStream();
    void aFailureGoesToAll();
    void whatCannotBeIdentifiedIsRefused();
    void theHookRunsForWhoStartsOnlyAndItsErrorStartsNothing();
    void callersMayLeaveWhileTheyAreTold();

private:
    [[nodiscard]] std::unique_ptr<ChatReply> send(const CallOptions &options = {})
    {
        return m_sharing->send(question(QStringLiteral("hi")), options);
    }
    // Lets replies that were just made hear what there is.
    static void settle() { QCoreApplication::processEvents(); }

    std::unique_ptr<FakeProvider> m_inner;
    std::unique_ptr<SharingProvider> m_sharing;
};

void TestSharingProvider::init()
{
    m_inner = std::make_unique<FakeProvider>();
    m_sharing = std::make_unique<SharingProvider>(*m_inner);
}

void TestSharingProvider::identicalCallsShareOneStream()
{
    const auto first = send();
    const auto second = send();
    const EventLog firstLog(*first);
    const EventLog secondLog(*second);
    QCOMPARE(m_inner->asked().size(), 1U);
    settle();
    Usage usage;
    usage.outputTokens = 7;
    m_inner->reply(0)->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    m_inner->reply(0)->sayText(QStringLiteral("a"));
    m_inner->reply(0)->say({UsageReported{usage}});
    m_inner->reply(0)->succeed();
    const QStringList rest = {QStringLiteral("text a"), QStringLiteral("usage 7"),
                              QStringLiteral("finish stop"), QStringLiteral("finished")};
    QCOMPARE(firstLog.lines(), QStringList({QStringLiteral("started live p/m")}) + rest);
    QCOMPARE(secondLog.lines(), QStringList({QStringLiteral("started joined p/m")}) + rest);
    QCOMPARE(second->answer(), first->answer());
}

void TestSharingProvider::whoComesLateGetsEverythingSoFarAsOneBatch()
{
    const auto first = send();
    settle();
    FakeReply *upstream = m_inner->reply(0);
    upstream->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    for (const QString &word : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        upstream->sayText(word);
    const auto late = send();
    const EventLog log(*late);
    QVERIFY(log.lines().isEmpty());
    settle();
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started joined p/m"), QStringLiteral("text abc")}));
    upstream->sayText(QStringLiteral("d"));
    upstream->succeed();
    QCOMPARE(late->answer(), first->answer());
    QCOMPARE(late->answer().text, QStringLiteral("abcd"));
}

void TestSharingProvider::whoJoinsAndWhatComesMeanwhileStayInOrder()
{
    const auto first = send();
    settle();
    FakeReply *upstream = m_inner->reply(0);
    upstream->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    upstream->sayText(QStringLiteral("a"));
    const auto late = send();
    const EventLog log(*late);
    upstream->say({ReasoningDelta{QStringLiteral("b")}});
    upstream->sayText(QStringLiteral("c"));
    upstream->succeed();
    QVERIFY(first->isFinished());
    QVERIFY(log.lines().isEmpty());
    settle();
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started joined p/m"), QStringLiteral("text a"),
                          QStringLiteral("reasoning b"), QStringLiteral("text c"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
}

void TestSharingProvider::differentSamplesModelsAndTextsAreNotShared()
{
    CallOptions secondSample;
    secondSample.sampleIndex = 1;
    const auto first = send();
    const auto second = send(secondSample);
    const auto third = m_sharing->send(question(QStringLiteral("hi"), QStringLiteral("other")), {});
    const auto fourth = m_sharing->send(question(QStringLiteral("ho")), {});
    QCOMPARE(m_inner->asked().size(), 4U);
    QCOMPARE(m_sharing->streamCount(), 4);
}

void TestSharingProvider::aRestartVoidsWhatWasRemembered()
{
    const auto first = send();
    settle();
    FakeReply *upstream = m_inner->reply(0);
    upstream->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    upstream->sayText(QStringLiteral("wrong"));
    upstream->say({Restarted{}, TextDelta{QStringLiteral("right")}});
    const auto late = send();
    const EventLog log(*late);
    settle();
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started joined p/m"), QStringLiteral("text right")}));
    upstream->succeed();
    QCOMPARE(first->answer().text, QStringLiteral("right"));
    QCOMPARE(late->answer(), first->answer());
}

void TestSharingProvider::whoLeavesDoesNotDisturbTheOthers()
{
    auto first = send();
    auto second = send();
    auto third = send();
    settle();
    m_inner->reply(0)->sayText(QStringLiteral("a"));
    first->cancel();
    second.reset();
    QCOMPARE(first->failure()->kind, Error::Kind::Cancelled);
    QVERIFY(m_inner->alive() == 1U);
    m_inner->reply(0)->sayText(QStringLiteral("b"));
    m_inner->reply(0)->succeed();
    QVERIFY(!third->failure());
    QCOMPARE(third->answer().text, QStringLiteral("ab"));
    QCOMPARE(first->answer().text, QStringLiteral("a"));
}

void TestSharingProvider::theOldestTakesOverTheCostOfWhoLeft()
{
    const auto first = send();
    const auto second = send();
    const auto third = send();
    settle();
    m_inner->reply(0)->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    QCOMPARE(second->origin(), ChatReply::Origin::Joined);
    first->cancel();
    QCOMPARE(second->origin(), ChatReply::Origin::Live);
    QCOMPARE(third->origin(), ChatReply::Origin::Joined);
    third->cancel();
    QCOMPARE(second->origin(), ChatReply::Origin::Live);
    m_inner->reply(0)->succeed();
    QVERIFY(!second->failure());
}

void TestSharingProvider::theStreamEndsWithItsLastCallerAndNotBefore()
{
    auto first = send();
    auto second = send();
    settle();
    first->cancel();
    QCOMPARE(m_inner->alive(), 1U);
    QCOMPARE(m_sharing->streamCount(), 1);
    second.reset();
    QCOMPARE(m_inner->alive(), 0U);
    QCOMPARE(m_sharing->streamCount(), 0);
}

void TestSharingProvider::afterTheEndANewCallStartsANewStream()
{
    const auto first = send();
    settle();
    m_inner->reply(0)->succeed();
    QCOMPARE(m_sharing->streamCount(), 0);
    const auto second = send();
    QCOMPARE(m_inner->asked().size(), 2U);
    settle();
    m_inner->reply(1)->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    QCOMPARE(second->origin(), ChatReply::Origin::Live);
}

void TestSharingProvider::aFailureGoesToAll()
{
    const auto first = send();
    const auto second = send();
    const EventLog firstLog(*first);
    const EventLog secondLog(*second);
    settle();
    m_inner->reply(0)->fail(Error{Error::Kind::Quota, QStringLiteral("played")});
    QCOMPARE(firstLog.lines(), QStringList({QStringLiteral("failed quota")}));
    QCOMPARE(secondLog.lines(), QStringList({QStringLiteral("failed quota")}));
}

void TestSharingProvider::whatCannotBeIdentifiedIsRefused()
{
    const auto reply = m_sharing->send(question(QStringLiteral("hi"), QString()), {});
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->failure()->kind, Error::Kind::BadRequest);
    QVERIFY(m_inner->asked().empty());
}

void TestSharingProvider::theHookRunsForWhoStartsOnlyAndItsErrorStartsNothing()
{
    int runs = 0;
    CallOptions options;
    options.beforeDispatch = [&runs]() -> std::optional<Error> {
        ++runs;
        return std::nullopt;
    };
    const auto first = send(options);
    QCOMPARE(runs, 1);
    const auto second = send(options);
    QCOMPARE(runs, 1);
    QVERIFY(!m_inner->asked().at(0).options.beforeDispatch);

    options.sampleIndex = 1;
    options.beforeDispatch = []() -> std::optional<Error> {
        return Error{Error::Kind::Quota, QStringLiteral("the budget is spent")};
    };
    const auto refused = send(options);
    QVERIFY(!refused->isFinished());
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->kind, Error::Kind::Quota);
    QCOMPARE(m_inner->asked().size(), 1U);
    QCOMPARE(m_sharing->streamCount(), 1);
}

void TestSharingProvider::callersMayLeaveWhileTheyAreTold()
{
    auto first = send();
    auto second = send();
    auto third = send();
    settle();
    connect(first.get(), &ChatReply::eventsAdded, this, [&] {
        second.reset();
        third->cancel();
        first.reset();
    });
    m_inner->reply(0)->sayText(QStringLiteral("a"));
    QVERIFY(!first);
    QCOMPARE(third->failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(m_sharing->streamCount(), 0);
    QCOMPARE(m_inner->alive(), 0U);
}

} // namespace

KAGURA_TEST(TestSharingProvider)
#include "tst_sharingprovider.moc"
