// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/streamreader.h"
#include "tests/support/testmain.h"

#include <QDataStream>
#include <QTest>
#include <QVariant>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

template <typename... Values>
QByteArray written(const Values &...values)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_2);
    (out << ... << values);
    return bytes;
}

} // namespace

class TestStreamReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itReadsWhatQtWrites()
    {
        const QByteArray bytes = written(qint32(-7), qint64(1) << 40, true, u"h\u00e9 \U0001f63a"_s,
                                         QByteArray("a\0b", 3), QString(), qint64(3));
        StreamReader reader(bytes);
        QCOMPARE(reader.int32(), -7);
        QCOMPARE(reader.int64(), qint64(1) << 40);
        QCOMPARE(reader.flag(), true);
        QCOMPARE(reader.text(), u"h\u00e9 \U0001f63a"_s);
        QCOMPARE(reader.bytes(), QByteArray("a\0b", 3));
        QCOMPARE(reader.text(), QString());
        QVERIFY(!reader.atEnd());
        reader.skip(8);
        QVERIFY(reader.isGood());
        QVERIFY(reader.atEnd());
    }

    void valuesBecomeWords_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QVariant() << QString();
        QTest::newRow("a flag") << QVariant(true) << u"true"_s;
        QTest::newRow("a number") << QVariant(-5) << u"-5"_s;
        QTest::newRow("a large number") << QVariant(qlonglong(1) << 40) << u"1099511627776"_s;
        QTest::newRow("a fraction") << QVariant(0.5) << u"0.5"_s;
        QTest::newRow("a text") << QVariant(u"x"_s) << u"x"_s;
        QTest::newRow("texts") << QVariant(QStringList{u"a"_s, u"b"_s}) << u"a, b"_s;
        QTest::newRow("a list") << QVariant(QVariantList{1, u"b"_s}) << u"1, b"_s;
        QTest::newRow("a map") << QVariant(QVariantMap{{u"k"_s, 2}}) << u"k: 2"_s;
    }
    void valuesBecomeWords()
    {
        QFETCH(const QVariant, value);
        QFETCH(const QString, expected);
        const QByteArray bytes = written(value);
        StreamReader reader(bytes);
        QCOMPARE(reader.value(), expected);
        QVERIFY(reader.isGood());
        QVERIFY(reader.atEnd());
    }

    void lengthsAreNotBelieved()
    {
        const QByteArray tooLong = QByteArray("\x7f\xff\xff\xff", 4) + "ab";
        StreamReader bytes(tooLong);
        QCOMPARE(bytes.bytes(), QByteArray());
        QVERIFY(!bytes.isGood());
        const QByteArray halfUnit = QByteArray("\0\0\0\x03", 4) + "abc";
        StreamReader odd(halfUnit);
        QCOMPARE(odd.text(), QString());
        QVERIFY(!odd.isGood());
        const QByteArray counts = written(qint64(1) << 60);
        StreamReader count(counts);
        QCOMPARE(count.count(8), 0);
        QVERIFY(!count.isGood());
        const QByteArray negative = written(qint32(-1));
        StreamReader less(negative);
        QCOMPARE(less.count(4), 0);
        QVERIFY(!less.isGood());
        StreamReader end(QByteArrayView("ab"));
        QCOMPARE(end.int32(), 0);
        QVERIFY(!end.isGood());
        end.skip(1);
        QVERIFY(!end.isGood());
    }

    void typesByNameAreRefused()
    {
        const QByteArray bytes = written(quint32(QMetaType::User), false, QByteArray("QTimer"));
        StreamReader reader(bytes);
        QCOMPARE(reader.value(), QString());
        QVERIFY(!reader.isGood());
    }

    void listsInListsEndSomewhere()
    {
        QVariant deep = 1;
        for (int i = 0; i < 40; ++i)
            deep = QVariantList{deep};
        const QByteArray bytes = written(deep);
        StreamReader reader(bytes);
        QCOMPARE(reader.value(), QString());
        QVERIFY(!reader.isGood());
    }
};

KAGURA_TEST(TestStreamReader)
#include "tst_streamreader.moc"
