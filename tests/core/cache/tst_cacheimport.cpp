// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives CacheExport and ArchiveTable, too: what one cache gives away another one takes in.

#include "core/cache/cacheexport.h"
#include "core/cache/cacheimport.h"
#include "tests/core/cache/archivefixture.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Conflicts = ArchiveTable::Conflicts;

class TestCacheImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_here = std::make_unique<CacheFixture>();
        m_there = std::make_unique<CacheFixture>();
    }
    void cleanup()
    {
        m_there.reset();
        m_here.reset();
    }

    void whatOneCacheGivesAwayAnotherTakesIn()
    {
        NewCacheEntry fresh = entryOf(u"Minka"_s);
        fresh.answer.entry.tags = {u"eval"_s};
        fresh.answer.entry.isPinned = true;
        fresh.answer.entry.expires = m_here->clock.wall().addDays(1);
        m_here->store(fresh);
        for (int i = 0; i < 150; ++i) // more than one page
            m_here->store(entryOf(u"text %1"_s.arg(i)));
        QCOMPARE(exportTo(path()).written, 151);
        const ArchiveTally tally = import();
        QCOMPARE(tally.added, 151);
        const ResponseCache::Finding found = m_there->find(fresh.answer.entry.key);
        QVERIFY(found.answer);
        QCOMPARE(found.answer->log, fresh.answer.log);
        const CacheEntry entry = m_there->entry(fresh.answer.entry.key);
        QVERIFY(entry.isPinned);
        QCOMPARE(entry.tags, QStringList{u"eval"_s});
        QCOMPARE(entry.created, fresh.answer.entry.created);
        QCOMPARE(entry.expires, fresh.answer.entry.expires);
        QCOMPARE(import().same, 151);
    }

    void onlyWhatTheQueryMeansLeaves()
    {
        m_here->store(portable(newEntry(u"x"_s, m_here->clock.wall(), u"a"_s)));
        m_here->store(portable(newEntry(u"x"_s, m_here->clock.wall(), u"b"_s)));
        QCOMPARE(exportTo(path(), u"model:b"_s).written, 1);
        QVERIFY(import().added == 1);
        QCOMPARE(m_there->integer(u"SELECT count(*) FROM entry WHERE model = 'b'"_s), 1);
    }

    void trashAndDamageAndWhatIsTooOldStayBehind()
    {
        for (const QString &text : {u"whole"_s, u"trash"_s, u"damaged"_s})
            m_here->store(entryOf(text));
        m_here->store(newEntry(u"of an older version"_s, m_here->clock.wall()));
        QVERIFY(m_here->execute(u"UPDATE entry SET state = 2 WHERE answer_head = 'trash'"_s));
        QVERIFY(m_here->execute(u"UPDATE payload SET answer = x'00' WHERE id = "
                                "(SELECT id FROM entry WHERE answer_head = 'damaged')"_s));
        const CacheExport::Counts counts = exportTo(path());
        QCOMPARE(counts.written, 1);
        QCOMPARE(counts.damaged, 1);
        QCOMPARE(counts.unportable, 1);
        QCOMPARE(import().added, 1);
    }

    void whatWasStaleStaysStale()
    {
        const NewCacheEntry entry = entryOf(u"x"_s);
        m_here->store(entry);
        QVERIFY(m_here->execute(u"UPDATE entry SET state = 1"_s));
        exportTo(path());
        import();
        const ResponseCache::Finding found = m_there->find(entry.answer.entry.key);
        QVERIFY(!found.answer);
        QVERIFY(found.stale);
    }

    void twoAnswersToOneQuestion_data()
    {
        QTest::addColumn<Conflicts>("conflicts");
        QTest::addColumn<int>("days"); // that the other one is older
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("keep, older") << Conflicts::Keep << 1 << false;
        QTest::newRow("keep, newer") << Conflicts::Keep << -1 << false;
        QTest::newRow("replace, older") << Conflicts::Replace << 1 << true;
        QTest::newRow("newer, older") << Conflicts::Newer << 1 << false;
        QTest::newRow("newer, newer") << Conflicts::Newer << -1 << true;
    }
    void twoAnswersToOneQuestion()
    {
        QFETCH(const Conflicts, conflicts);
        QFETCH(const int, days);
        QFETCH(const bool, isReplaced);
        const NewCacheEntry mine = entryOf(u"mine"_s);
        m_there->store(mine);
        NewCacheEntry theirs = mine;
        theirs.answer.log = newEntry(u"theirs"_s, {}).answer.log;
        theirs.answer.entry.created = mine.answer.entry.created.addDays(-days);
        QVERIFY(writeFile(path(), archiveOf({theirs}, ArchiveWriter::Packing::Zstd)));
        QVERIFY(m_there->find(mine.answer.entry.key).answer); // it is in memory, too
        CacheImport::Options options;
        options.conflicts = conflicts;
        const ArchiveTally tally = import(options);
        QCOMPARE(tally.replaced, isReplaced ? 1 : 0);
        QCOMPARE(tally.kept, isReplaced ? 0 : 1);
        QCOMPARE(tally.conflicts.size(), 1);
        QCOMPARE(tally.conflicts.at(0).there, theirs.answer.entry.created);
        QCOMPARE(m_there->find(mine.answer.entry.key).answer->log,
                 (isReplaced ? theirs : mine).answer.log);
    }

    void aDryRunForetellsAndChangesNothing()
    {
        m_there->store(entryOf(u"b"_s));
        QVERIFY(writeFile(path(),
                          archiveOf({entryOf(u"a"_s), entryOf(u"b"_s), expired()},
                                    ArchiveWriter::Packing::Zstd)));
        CacheImport::Options options;
        options.isDryRun = true;
        const ArchiveTally expected = import(options);
        QCOMPARE(expected.added, 1);
        QCOMPARE(expected.same, 1);
        QCOMPARE(expected.expired, 1);
        QCOMPARE(m_there->integer(u"SELECT count(*) FROM entry"_s), 1);
        QVERIFY(import() == expected);
    }

    void aFileThatIsDamagedAtItsEndChangesNothing()
    {
        QList<NewCacheEntry> entries;
        for (int i = 0; i < 200; ++i)
            entries.append(entryOf(u"text %1"_s.arg(i)));
        QByteArray bytes = archiveOf(entries, ArchiveWriter::Packing::None);
        bytes.chop(bytes.size() - bytes.lastIndexOf("{\"end\""));
        QVERIFY(writeFile(path(), bytes));
        CacheImport import(*m_there->cache, *m_there->database, options({}));
        QVERIFY(ends(import));
        QCOMPARE(import.failure()->kind, Error::Kind::Protocol);
        QCOMPARE(m_there->integer(u"SELECT count(*) FROM entry"_s), 0);
    }

    void anImportThatWasStoppedGoesOnWhereItWas()
    {
        QList<NewCacheEntry> entries;
        for (int i = 0; i < 200; ++i)
            entries.append(entryOf(u"text %1"_s.arg(i)));
        QVERIFY(writeFile(path(), archiveOf(entries, ArchiveWriter::Packing::Zstd)));
        CacheImport first(*m_there->cache, *m_there->database, options({}));
        connect(&first, &CacheImport::advanced, &first, [&first] {
            if (first.tally().added > 0)
                first.cancel();
        });
        QVERIFY(ends(first));
        QCOMPARE(first.failure()->kind, Error::Kind::Cancelled);
        QCOMPARE(first.expected().added, 200);
        const qint64 come = first.tally().added;
        QVERIFY(come > 0 && come < 200);
        const ArchiveTally rest = import();
        QCOMPARE(rest.same, come);
        QCOMPARE(rest.added, 200 - come);
    }

    void theBudgetHolds()
    {
        ResponseCache::Options small;
        small.diskBytes = 3000;
        m_there = std::make_unique<CacheFixture>(small);
        QList<NewCacheEntry> entries;
        for (int i = 0; i < 100; ++i)
            entries.append(entryOf(u"text %1"_s.arg(i)));
        QVERIFY(writeFile(path(), archiveOf(entries, ArchiveWriter::Packing::Zstd)));
        QVERIFY(import().evicted > 0);
        QVERIFY(m_there->integer(u"SELECT bytes FROM balance"_s) <= 3000);
    }

    void anAnswerThatIsTooLargeIsPassedOver()
    {
        ResponseCache::Options small;
        small.entryBytes = 100;
        m_there = std::make_unique<CacheFixture>(small);
        QVERIFY(writeFile(path(),
                          archiveOf({entryOf(QString(200, u'x')), entryOf(u"x"_s)},
                                    ArchiveWriter::Packing::Zstd)));
        const ArchiveTally tally = import();
        QCOMPARE(tally.tooLarge, 1);
        QCOMPARE(tally.added, 1);
    }

    void aSinkThatIsFullEndsTheExport()
    {
        m_here->store(entryOf(u"x"_s));
        CacheExport::Options options;
        options.now = m_here->clock.wall();
        CacheExport full(*m_here->database, options, [](const QByteArray &) -> Result<void> {
            return Error{Error::Kind::Storage, u"full"_s};
        });
        QVERIFY(ends(full));
        QCOMPARE(full.failure()->message, u"full"_s);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"archive.zst"_s); }

    [[nodiscard]] NewCacheEntry entryOf(const QString &text) const
    {
        return portable(newEntry(text, m_here->clock.wall()));
    }
    [[nodiscard]] NewCacheEntry expired() const
    {
        NewCacheEntry entry = entryOf(u"expired"_s);
        entry.answer.entry.expires = m_there->clock.wall().addSecs(-1);
        return entry;
    }

    [[nodiscard]] static bool ends(Handle &handle)
    {
        QSignalSpy finished(&handle, &Handle::finished);
        return handle.isFinished() || finished.wait(static_cast<int>(patiently(5000)));
    }

    CacheExport::Counts exportTo(const QString &file, const QString &query = {})
    {
        QByteArray bytes;
        CacheExport::Options options;
        options.query = *CacheQuery::parse(query);
        options.now = m_here->clock.wall();
        CacheExport all(*m_here->database, options, [&bytes](const QByteArray &piece) {
            bytes += piece;
            return Result<void>();
        });
        return ends(all) && !all.failure() && writeFile(file, bytes) ? all.counts()
                                                                     : CacheExport::Counts();
    }

    [[nodiscard]] CacheImport::Options options(CacheImport::Options options) const
    {
        options.path = path();
        options.now = m_there->clock.wall();
        return options;
    }

    ArchiveTally import(const CacheImport::Options &wanted = {})
    {
        CacheImport import(*m_there->cache, *m_there->database, options(wanted));
        if (!ends(import) || import.failure())
            return {};
        return wanted.isDryRun ? import.expected() : import.tally();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CacheFixture> m_here;
    std::unique_ptr<CacheFixture> m_there;
};

KAGURA_TEST(TestCacheImport)
#include "tst_cacheimport.moc"
