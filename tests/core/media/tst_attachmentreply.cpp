// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentreply.h"
#include "tests/core/media/mediasamples.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAttachmentReply : public QObject
{
    Q_OBJECT

private:
    static AttachmentSource text(const QByteArray &data)
    {
        AttachmentSource source;
        source.name = QString::fromUtf8(data);
        source.data = data;
        return source;
    }
    static AttachmentSource picture(int edge)
    {
        AttachmentSource source;
        source.image = twoHalves({edge, edge});
        return source;
    }

private Q_SLOTS:
    void everyFileHasItsOwnOutcome()
    {
        AttachmentReply reply(
            {text("one"), AttachmentSource::fromFile(u"/none/there"_s), picture(300), text("four")},
            {});
        QSignalSpy items(&reply, &AttachmentReply::itemFinished);
        QSignalSpy finished(&reply, &Handle::finished);
        QCOMPARE(reply.total(), 4);
        QVERIFY(!reply.result(0));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!reply.failure());
        QCOMPARE(items.size(), 4);
        QCOMPARE(reply.done(), 4);
        QCOMPARE((*reply.result(0))->text, u"one"_s);
        QVERIFY(!*reply.result(1));
        QCOMPARE(reply.source(1).name, u"there"_s);
        QCOMPARE((*reply.result(2))->kind, Attachment::Kind::Image);
        QCOMPARE((*reply.result(3))->text, u"four"_s);
        QCOMPARE(reply.permille(3), 1000);
    }

    void nothingIsToldBeforeTheCallerHasIt()
    {
        AttachmentReply reply({}, {});
        QSignalSpy finished(&reply, &Handle::finished);
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
    }

    void cancelFinishesOnceWithCancelled()
    {
        QList<AttachmentSource> sources;
        for (int i = 0; i < 12; ++i)
            sources.append(picture(1500));
        AttachmentReply reply(sources, {});
        QSignalSpy items(&reply, &AttachmentReply::itemFinished);
        QSignalSpy finished(&reply, &Handle::finished);
        QVERIFY(items.wait(20'000));
        reply.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply.failure()->kind, Error::Kind::Cancelled);
        reply.cancel();
        const qsizetype told = items.size();
        QVERIFY(told < 12);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(items.size(), told);
    }

    void oneFileIsGivenUpAndTheOthersStay()
    {
        AttachmentReply reply({picture(800), text("kept"), text("given up")}, {});
        QSignalSpy items(&reply, &AttachmentReply::itemFinished);
        QSignalSpy finished(&reply, &Handle::finished);
        reply.cancelOne(2);
        QCOMPARE(items.size(), 1);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!reply.failure());
        QCOMPARE((*reply.result(2)).error().kind, Error::Kind::Cancelled);
        QCOMPARE((*reply.result(1))->text, u"kept"_s);
        QCOMPARE(items.size(), 3);
        reply.cancelOne(0); // too late, and no harm
        QVERIFY(*reply.result(0));
    }

    void itCanDieAtAnyMoment()
    {
        for (int i = 0; i < 20; ++i) {
            AttachmentReply reply({picture(400), text("a"), picture(400)}, {});
            if (i % 2 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
    }
};

KAGURA_TEST(TestAttachmentReply)
#include "tst_attachmentreply.moc"
