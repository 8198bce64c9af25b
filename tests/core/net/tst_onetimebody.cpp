// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/onetimebody.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace {

using namespace kagura;

class TestOneTimeBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsReadOnceAndInPieces();
    void itCannotBeRewound();
};

void TestOneTimeBody::itIsReadOnceAndInPieces()
{
    const QByteArray bytes = QByteArray(40'000, 'a') + QByteArray(40'000, 'b');
    OneTimeBody body(bytes);
    QCOMPARE(body.bytesAvailable(), bytes.size());
    QByteArray read;
    while (!body.atEnd())
        read += body.read(16'384);
    QCOMPARE(read, bytes);
    QCOMPARE(body.bytesAvailable(), 0);
    QVERIFY(body.readAll().isEmpty());
}

void TestOneTimeBody::itCannotBeRewound()
{
    OneTimeBody body("hello");
    QCOMPARE(body.readAll(), QByteArray("hello"));
    QVERIFY(body.isSequential());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QVERIFY(body.readAll().isEmpty());
    QCOMPARE(body.write("x"), -1);
}

} // namespace

KAGURA_TEST(TestOneTimeBody)

#include "tst_onetimebody.moc"
