// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/refusedreply.h"
#include "tests/support/eventlog.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace kagura;
using kagura::test::EventLog;

namespace {

class TestRefusedReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtTheNextTurnAndNotBefore();
    void cancelComesFirst();
};

void TestRefusedReply::endsAtTheNextTurnAndNotBefore()
{
    const Error error{Error::Kind::Auth, QStringLiteral("no key")};
    RefusedReply reply(error);
    const EventLog log(reply);
    QVERIFY(!reply.isFinished());
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed auth")}));
    QCOMPARE(reply.failure(), error);
}

void TestRefusedReply::cancelComesFirst()
{
    RefusedReply reply(Error{Error::Kind::Auth, {}});
    const EventLog log(reply);
    reply.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed cancelled")}));
}

} // namespace

KAGURA_TEST(TestRefusedReply)
#include "tst_refusedreply.moc"
