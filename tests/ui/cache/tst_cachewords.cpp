// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cachewords.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCacheWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void anEntryIsWhatMattersMost()
    {
        CacheEntry entry = sampleEntry(1);
        QCOMPARE(entryLook(entry, sampleNow()), EntryLook::Fresh);
        QCOMPARE(expiryText(entry, sampleNow()), u"14 d"_s);
        entry.expires = sampleNow().addSecs(-1);
        QCOMPARE(entryLook(entry, sampleNow()), EntryLook::Expired);
        entry.state = CacheEntry::State::Stale;
        QCOMPARE(expiryText(entry, sampleNow()), u"stale"_s);
        entry.isPinned = true;
        QCOMPARE(entryLook(entry, sampleNow()), EntryLook::Pinned);
        QCOMPARE(expiryText(entry, sampleNow()), u"never"_s);
        entry.state = CacheEntry::State::Trash;
        QCOMPARE(lookText(entryLook(entry, sampleNow())), u"in the trash"_s);
        entry = sampleEntry(2);
        entry.expires.reset();
        QCOMPARE(expiryText(entry, sampleNow()), u"never"_s);
    }

    void whatIsNotKnownIsNoNumber()
    {
        CacheEntry entry = sampleEntry(1);
        QCOMPARE(savedText(entry), u"$0.008"_s);
        entry.costMicroUsd.reset();
        QCOMPARE(savedText(entry), QString());
        entry = sampleEntry(1);
        entry.hits = 0;
        QCOMPARE(savedText(entry), QString());
        QCOMPARE(tokenPairText({}), u"\u2014 / \u2014"_s);
    }

    void aDryRunSaysWhatWouldHappen()
    {
        QCOMPARE(
            dryRunText({1204, 38 * 1024 * 1024, 2'710'000, 6}),
            u"Invalidate 1,204 entries \u00b7 38 MB \u00b7 $2.71 to regenerate \u00b7 6 pinned skipped"_s);
        QCOMPARE(dryRunText({1, 512, 0, 0}), u"Invalidate 1 entry \u00b7 512 B"_s);
        QCOMPARE(undoneText({10, 1, 2}),
                 u"10 entries restored \u00b7 1 have a newer answer \u00b7 2 are gone"_s);
    }

    void theMeterSaysHowFullItIs()
    {
        QCOMPARE(fillText({48'231, 612LL * 1024 * 1024, 1024LL * 1024 * 1024}),
                 u"612 MB of 1.0 GB \u00b7 48,231 entries"_s);
    }

    void everyModeHasItsWords()
    {
        QStringList names;
        for (const CacheModeChoice &choice : cacheModes()) {
            names.append(choice.name);
            QVERIFY(!choice.word.isEmpty() && !choice.meaning.isEmpty());
        }
        QCOMPARE(names.join(u'|'), u"on|read-only|refresh|off|offline"_s);
    }
};

KAGURA_TEST(TestCacheWords)
#include "tst_cachewords.moc"
