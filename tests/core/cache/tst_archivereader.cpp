// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives ArchiveWriter, too: what one writes the other reads.

#include "core/cache/archivereader.h"
#include "tests/core/cache/archivefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Packing = ArchiveWriter::Packing;

namespace {

const QDateTime Now(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);

QByteArray packed(const QByteArray &text)
{
    QByteArray bytes;
    ArchiveWriter writer(Packing::Zstd, [&bytes](const QByteArray &piece) {
        bytes += piece;
        return Result<void>();
    });
    return writer.write(text) && writer.finish() ? bytes : QByteArray();
}

} // namespace

class TestArchiveReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < 3; ++i)
            m_entries.append(portable(newEntry(u"text %1"_s.arg(i), Now)));
    }

    void whatIsPackedAndWhatIsNotAreReadAlike_data() { packings(); }
    void whatIsPackedAndWhatIsNotAreReadAlike()
    {
        QFETCH(const Packing, packing);
        const Result<QList<CacheKey>> keys = read(archiveOf(m_entries, packing));
        QVERIFY2(keys, keys ? "" : qPrintable(keys.error().message));
        QCOMPARE(keys->size(), 3);
        for (qsizetype i = 0; i < 3; ++i)
            QCOMPARE(keys->at(i), m_entries.at(i).answer.entry.key);
    }

    void largeArchivesComeInPieces()
    {
        QList<NewCacheEntry> many;
        for (int i = 0; i < 300; ++i)
            many.append(portable(newEntry(u"%1 "_s.arg(i) + QString(3000, u'y'), Now)));
        for (const Packing packing : {Packing::None, Packing::Zstd}) {
            const Result<QList<CacheKey>> keys = read(archiveOf(many, packing));
            QVERIFY2(keys, keys ? "" : qPrintable(keys.error().message));
            QCOMPARE(keys->size(), 300);
        }
        QVERIFY(archiveOf(many, Packing::Zstd).size() * 10 < archiveOf(many, Packing::None).size());
    }

    void aFileThatWasCutOffAnywhereIsRefused_data() { packings(); }
    void aFileThatWasCutOffAnywhereIsRefused()
    {
        QFETCH(const Packing, packing);
        const QByteArray whole = archiveOf(m_entries, packing);
        for (qsizetype size = 0; size < whole.size(); size += 1 + size / 100) {
            const Result<QList<CacheKey>> keys = read(whole.first(size));
            QVERIFY2(!keys, QByteArray::number(size).constData());
            QVERIFY(!keys.error().message.isEmpty());
        }
    }

    void damageIsNoticedOrHarmless()
    {
        const QByteArray whole = archiveOf(m_entries, Packing::Zstd);
        const QList<CacheKey> expected = *read(whole);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray damaged = whole;
            damaged[i] = static_cast<char>(damaged.at(i) ^ (1 << (i % 8)));
            const Result<QList<CacheKey>> keys = read(damaged);
            QVERIFY2(!keys || *keys == expected, QByteArray::number(i).constData());
        }
    }

    void otherFilesAreToldFromOurs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no exported cache"_s;
        QTest::newRow("words") << QByteArray("hello\n") << u"no exported cache"_s;
        QTest::newRow("another JSON") << QByteArray("{\"a\":1}\n") << u"no exported cache"_s;
        QTest::newRow("another packed file") << packed("hello\n") << u"no exported cache"_s;
        QTest::newRow("a zip") << QByteArray("PK\x03\x04junk\n") << u"no exported cache"_s;
        QTest::newRow("of a later version")
            << QByteArray("{\"kagura_cache\":2}\n") << u"later version"_s;
        QTest::newRow("redacted") << QByteArray("{\"kagura_cache\":1,\"redacted\":true}\n")
                                  << u"--redact"_s;
    }
    void otherFilesAreToldFromOurs()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        const Result<QList<CacheKey>> keys = read(bytes);
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, Error::Kind::BadRequest);
        QVERIFY2(keys.error().message.contains(says), qPrintable(keys.error().message));
    }

    void aFaultHasItsLine()
    {
        QByteArray bytes = archiveOf(m_entries, Packing::None);
        bytes.replace("\"log\":\"", "\"lag\":\"");
        QVERIFY(read(bytes).error().message.contains(u"line 2"_s));
    }

    void whatFollowsTheEndIsNoticed()
    {
        for (const Packing packing : {Packing::None, Packing::Zstd}) {
            const QByteArray bytes = archiveOf(m_entries, packing) + "more\n";
            QVERIFY(!read(bytes));
        }
    }

    void aSwallowedLineIsNoticed()
    {
        QByteArray bytes = archiveOf(m_entries, Packing::None);
        const qsizetype second = bytes.indexOf('\n') + 1;
        bytes.remove(second, bytes.indexOf('\n', second) + 1 - second);
        QVERIFY(read(bytes).error().message.contains(u"3 entries were written, and 2"_s));
    }

    void fewBytesPackedForVeryManyAreRefused()
    {
        const QByteArray bomb = packed(ArchiveHead().toLine() + QByteArray(60'000'000, 'x'));
        QVERIFY(bomb.size() < 100'000);
        QVERIFY(read(bomb).error().message.contains(u"longer than any entry"_s));
    }

    void aFileThatIsNotThereIsSaid()
    {
        ArchiveReader reader(u"/nowhere/x"_s);
        QCOMPARE(reader.open().error().kind, Error::Kind::Storage);
    }

private:
    static void packings()
    {
        QTest::addColumn<Packing>("packing");
        QTest::newRow("packed") << Packing::Zstd;
        QTest::newRow("plain") << Packing::None;
    }

    Result<QList<CacheKey>> read(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(u"archive"_s);
        if (!writeFile(path, bytes))
            return Error{Error::Kind::Storage, u"no file"_s};
        ArchiveReader reader(path);
        if (const Result<ArchiveHead> head = reader.open(); !head)
            return head.error();
        QList<CacheKey> keys;
        for (;;) {
            const Result<QList<ArchivedEntry>> entries = reader.next(64, {});
            if (!entries)
                return entries.error();
            if (entries->isEmpty())
                return keys;
            for (const ArchivedEntry &archived : *entries)
                keys.append(archived.entry.answer.entry.key);
        }
    }

    QTemporaryDir m_folder;
    QList<NewCacheEntry> m_entries;
};

KAGURA_TEST(TestArchiveReader)
#include "tst_archivereader.moc"
