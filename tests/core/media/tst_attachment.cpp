// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachment.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestAttachment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsShownByItsNameWithoutItsFolder()
    {
        const AttachmentSource source =
            AttachmentSource::fromFile(u"/home/me/letters/to you.txt"_s);
        QCOMPARE(source.name, u"to you.txt"_s);
        QCOMPARE(source.path, u"/home/me/letters/to you.txt"_s);
    }
};

KAGURA_TEST(TestAttachment)
#include "tst_attachment.moc"
