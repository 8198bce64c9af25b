// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentloader.h"
#include "tests/core/media/mediasamples.h"
#include "tests/support/testmain.h"

#include <QImageReader>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAttachmentLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsLimitsHoldForEachFile()
    {
        MediaLimits limits;
        limits.imagePixels = 100;
        AttachmentSource source;
        source.image = twoHalves({50, 50});
        const std::unique_ptr<AttachmentReply> reply = AttachmentLoader(limits).load({source});
        QSignalSpy finished(reply.get(), &Handle::finished);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!*reply->result(0));
    }

    // Qt refuses pictures above 128 MiB of pixels on its own, which a panorama of a telephone has.
    void qtLetsPicturesOfTheLimitThrough()
    {
        const AttachmentLoader loader;
        QVERIFY(QImageReader::allocationLimit() > loader.limits().imagePixels * 4 / (1024 * 1024));
    }
};

KAGURA_TEST(TestAttachmentLoader)
#include "tst_attachmentloader.moc"
