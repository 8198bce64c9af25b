// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailbox.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <thread>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workRunsInTheThreadOfTheObjectAndLater()
    {
        QObject object;
        Mailbox mailbox(&object, Mailbox::Use::Often);
        QList<QThread *> threads;
        mailbox.post([&] { threads.append(QThread::currentThread()); });
        std::thread other([&] { mailbox.post([&] { threads.append(QThread::currentThread()); }); });
        other.join();
        QVERIFY(threads.isEmpty());
        QTRY_COMPARE(threads, (QList<QThread *>(2, thread())));
    }

    void onceMeansOnce()
    {
        QObject object;
        Mailbox mailbox(&object, Mailbox::Use::Once);
        int calls = 0;
        mailbox.post([&] { ++calls; });
        mailbox.post([&] { ++calls; });
        QTRY_COMPARE(calls, 1);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
        QTRY_VERIFY(object.children().isEmpty());
    }

    void aDeadObjectIsNotCalled()
    {
        auto object = std::make_unique<QObject>();
        Mailbox mailbox(object.get(), Mailbox::Use::Often);
        bool isCalled = false;
        mailbox.post([&] { isCalled = true; });
        object.reset();
        mailbox.post([&] { isCalled = true; });
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

    void whatWasPostedIsDoneAlsoAfterTheMailbox()
    {
        QObject object;
        bool isCalled = false;
        {
            Mailbox mailbox(&object, Mailbox::Use::Often);
            mailbox.post([&] { isCalled = true; });
        }
        QTRY_VERIFY(isCalled);
        QTRY_VERIFY(object.children().isEmpty());
    }

    void anUnusedMailboxLeavesNothingBehind()
    {
        QObject object;
        std::thread([mailbox = std::make_shared<Mailbox>(&object, Mailbox::Use::Once)] {}).join();
        QTRY_VERIFY(object.children().isEmpty());
    }

    void workMayEndTheObject()
    {
        auto object = std::make_unique<QObject>();
        Mailbox mailbox(object.get(), Mailbox::Use::Once);
        mailbox.post([&] { object.reset(); });
        QTRY_VERIFY(!object);
    }

    void objectsMayDieWhileOthersPost()
    {
        for (int i = 0; i < 200; ++i) {
            auto object = std::make_unique<QObject>();
            const auto mailbox = std::make_shared<Mailbox>(object.get(), Mailbox::Use::Often);
            int calls = 0;
            std::thread other([&] {
                for (int j = 0; j < 50; ++j)
                    mailbox->post([&] { ++calls; });
            });
            QCoreApplication::processEvents();
            object.reset();
            other.join();
            QCoreApplication::processEvents();
        }
    }
};

} // namespace

KAGURA_TEST(TestMailbox)

#include "tst_mailbox.moc"
