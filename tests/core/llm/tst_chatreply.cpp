// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatreply.h"
#include "tests/support/eventlog.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using kagura::test::EventLog;

namespace {

//! Opens what an implementation may do.
class Reply final : public ChatReply
{
public:
    using ChatReply::add;
    using ChatReply::end;
    using ChatReply::setQueued;
    using ChatReply::start;

    int aborts = 0;

protected:
    void abortWork() override { ++aborts; }
};

const QString P = QStringLiteral("p");
const QString M = QStringLiteral("m");

class TestChatReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreFoldedBeforeTheyAreAnnounced();
    void successNeedsTheEndMark();
    void startIsAnnouncedOnceAndReplacedSilently();
    void cancelFinishesOnceWithCancelledAndAbortsOnce();
    void nothingIsHeardAfterTheEnd();
    void theFirstContentIsTimed();
    void waitingIsSaidWhenItChanges();
    void originsAreSpelledAsOnTheCommandLine();
};

void TestChatReply::eventsAreFoldedBeforeTheyAreAnnounced()
{
    Reply reply;
    QString seen;
    connect(&reply, &ChatReply::eventsAdded, this, [&] { seen = reply.answer().text; });
    reply.add({TextDelta{QStringLiteral("a")}, TextDelta{QStringLiteral("b")}});
    QCOMPARE(seen, QStringLiteral("ab"));
    int batches = 0;
    connect(&reply, &ChatReply::eventsAdded, this, [&batches] { ++batches; });
    reply.add({});
    QCOMPARE(batches, 0);
}

void TestChatReply::successNeedsTheEndMark()
{
    Reply whole;
    whole.add({Finish{}});
    whole.end();
    QVERIFY(!whole.failure());
    Reply cut;
    cut.add({TextDelta{QStringLiteral("a")}});
    cut.end();
    QCOMPARE(cut.failure()->kind, Error::Kind::Truncated);
    QCOMPARE(cut.answer().text, QStringLiteral("a"));
}

void TestChatReply::startIsAnnouncedOnceAndReplacedSilently()
{
    Reply reply;
    const EventLog log(reply);
    reply.start(ChatReply::Origin::Live, P, M);
    reply.start(ChatReply::Origin::Disk, P, QStringLiteral("n"));
    QCOMPARE(log.lines(), QStringList({QStringLiteral("started live p/m")}));
    QCOMPARE(reply.origin(), ChatReply::Origin::Disk);
    QCOMPARE(reply.model(), QStringLiteral("n"));
}

void TestChatReply::cancelFinishesOnceWithCancelledAndAbortsOnce()
{
    Reply reply;
    const EventLog log(reply);
    reply.cancel();
    reply.cancel();
    reply.end();
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed cancelled")}));
    QCOMPARE(reply.aborts, 1);
    Reply over;
    over.add({Finish{}});
    over.end();
    over.cancel();
    QCOMPARE(over.aborts, 0);
    QVERIFY(!over.failure());
}

void TestChatReply::nothingIsHeardAfterTheEnd()
{
    Reply reply;
    const EventLog log(reply);
    reply.end(Error{Error::Kind::Server, {}});
    reply.start(ChatReply::Origin::Live, P, M);
    reply.add({TextDelta{QStringLiteral("late")}});
    reply.setQueued(true);
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed server")}));
    QVERIFY(reply.answer().text.isEmpty());
    QVERIFY(!reply.isQueued());
}

void TestChatReply::theFirstContentIsTimed()
{
    Reply reply;
    reply.add({UsageReported{}});
    QVERIFY(!reply.firstContentAfter());
    reply.add({TextDelta{QStringLiteral("a")}});
    const auto first = reply.firstContentAfter();
    QVERIFY(first && !reply.totalTime());
    reply.add({TextDelta{QStringLiteral("b")}, Finish{}});
    reply.end();
    QCOMPARE(reply.firstContentAfter(), first);
    QVERIFY(*reply.totalTime() >= *first);
}

void TestChatReply::waitingIsSaidWhenItChanges()
{
    Reply reply;
    int changes = 0;
    connect(&reply, &ChatReply::queuedChanged, this, [&changes] { ++changes; });
    reply.setQueued(false);
    reply.setQueued(true);
    reply.setQueued(true);
    QCOMPARE(changes, 1);
    reply.setQueued(false);
    QCOMPARE(changes, 2);
}

void TestChatReply::originsAreSpelledAsOnTheCommandLine()
{
    QCOMPARE(originName(ChatReply::Origin::Live), QStringLiteral("live"));
    QCOMPARE(originName(ChatReply::Origin::Joined), QStringLiteral("joined"));
    QCOMPARE(originName(ChatReply::Origin::Memory), QStringLiteral("memory"));
    QCOMPARE(originName(ChatReply::Origin::Disk), QStringLiteral("disk"));
    QCOMPARE(originName(ChatReply::Origin::Shared), QStringLiteral("shared"));
}

} // namespace

KAGURA_TEST(TestChatReply)
#include "tst_chatreply.moc"
