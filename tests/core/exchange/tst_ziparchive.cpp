// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importlimits.h"
#include "core/exchange/ziparchive.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QtEndian>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestZipArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreFoundByName()
    {
        const QByteArray large(300'000, 'x');
        const auto archive =
            ZipArchive::open(zipOf({{u"a.txt"_s, "alpha"}, {u"f/b.txt"_s, large}}), {});
        QVERIFY(archive);
        QCOMPARE((*archive)->names(), (QStringList{u"a.txt"_s, u"f/b.txt"_s}));
        QCOMPARE((*archive)->read(u"a.txt"_s).value(), QByteArray("alpha"));
        QCOMPARE((*archive)->read(u"f/b.txt"_s).value(), large);
        const auto none = (*archive)->read(u"../a.txt"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Protocol);
    }

    void whatUnpacksToTooMuchIsRefused()
    {
        const QByteArray bomb = zipOf({{u"b"_s, QByteArray(20'000'000, '0')}});
        QVERIFY(bomb.size() < 40'000);
        const auto archive = ZipArchive::open(bomb, {});
        const auto read = (*archive)->read(u"b"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"no honest export"_s),
                 qPrintable(read.error().message));

        ImportLimits small;
        small.entryBytes = 100;
        const auto limited = ZipArchive::open(zipOf({{u"b"_s, QByteArray(101, '0')}}), small);
        const auto refused = (*limited)->read(u"b"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"at most 100"_s));

        ImportLimits few;
        few.entries = 1;
        QVERIFY(!ZipArchive::open(zipOf({{u"a"_s, "1"}, {u"b"_s, "2"}}), few));
    }

    // The lengths stand in the archive twice: before the entry, and in the directory at the end.
    void aLengthThatLiesIsNoticed()
    {
        QByteArray bytes = zipOf({{u"a"_s, QByteArray(1000, 'q') + "the end"}});
        const qsizetype directory = bytes.lastIndexOf("PK\x01\x02");
        qToLittleEndian<quint32>(500'000, bytes.data() + directory + 24);
        const auto archive = ZipArchive::open(bytes, {});
        if (!archive)
            return;
        const auto read = (*archive)->read(u"a"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }

    void aWrongChecksumIsNoticed()
    {
        QByteArray bytes = zipOf({{u"a"_s, "abcdefgh"}});
        const qsizetype data = bytes.indexOf("abcdefgh");
        QVERIFY(data > 0); // too short to be packed
        bytes[data] = 'A';
        const auto archive = ZipArchive::open(bytes, {});
        QVERIFY(archive);
        QVERIFY(!(*archive)->read(u"a"_s));
    }
};

KAGURA_TEST(TestZipArchive)
#include "tst_ziparchive.moc"
