// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cachepreview.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCachePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_conversation = new QWidget;
        m_preview = std::make_unique<CachePreview>(m_conversation);
        m_preview->setTheme(Theme());
        m_preview->resize(376, 800);
        m_preview->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_preview.get()));
    }

    void theHeadIsThereAtOnceAndTheRestWhenItWasRead()
    {
        QVERIFY(!m_conversation->isVisible());
        m_preview->setEntry(sampleEntry(5), sampleNow());
        QVERIFY(m_conversation->isVisible());
        QCOMPARE(label("previewAgent"), u"triage"_s);
        QVERIFY(label("previewDates").contains(u"2 hits"_s));
        QVERIFY(label("previewDates").contains(u"Expires in 14 d"_s));
        EntryDetail other;
        other.entry = sampleEntry(6);
        other.request = u"of another"_s;
        m_preview->setDetail(other);
        auto *request = m_preview->findChild<QPlainTextEdit *>(u"previewRequest"_s);
        QCOMPARE(request->toPlainText(), QString());
        EntryDetail detail;
        detail.entry = sampleEntry(5);
        detail.request = u"{\n  \"model\": 1\n}"_s;
        detail.turns = {{CachedTurn::Who::System, u"Be\nbrief"_s, {}, {}}};
        detail.beats = {{std::chrono::milliseconds(400), u"ab"_s, false},
                        {std::chrono::milliseconds(1400), u"c"_s, false}};
        m_preview->setDetail(detail);
        QCOMPARE(request->toPlainText(), detail.request);
        QCOMPARE(label("previewSystem"), u"System: Be brief"_s);
        QVERIFY(label("streamNote").startsWith(u"2 pieces"_s));
        // Another entry: nothing of this one stays.
        m_preview->setEntry(sampleEntry(7), sampleNow());
        QCOMPARE(request->toPlainText(), QString());
        QVERIFY(!m_preview->findChild<QLabel *>(u"previewSystem"_s)->isVisible());
    }

    void whatCanBeDoneIsAskedForTheEntryThatIsShown()
    {
        QSignalSpy pins(m_preview.get(), &CachePreview::pinRequested);
        QSignalSpy lifetimes(m_preview.get(), &CachePreview::lifetimeRequested);
        QSignalSpy misses(m_preview.get(), &CachePreview::missWanted);
        button("pinEntry")->click();
        QCOMPARE(pins.size(), 0); // there is none
        CacheEntry entry = sampleEntry(5);
        entry.isPinned = true;
        m_preview->setEntry(entry, sampleNow());
        QCOMPARE(button("pinEntry")->text(), u"Unpin"_s);
        button("pinEntry")->click();
        QCOMPARE(pins.first(), (QVariantList{qint64(5), false}));
        button("entryLifetime")->click();
        auto *menu = m_preview->findChild<QMenu *>(u"entryLifetimes"_s);
        menu->actions().at(4)->trigger();
        QVERIFY(!lifetimes.first().at(1).value<std::optional<qint64>>());
        menu->close();
        m_preview->showSide(CachePreview::Side::Key);
        button("whyMissed")->click();
        QCOMPARE(misses.first().first().toLongLong(), 5);
        MissDetail miss;
        miss.explanation.reason = CacheReason::NeverSeen;
        miss.explanation.nearest = sampleEntry(4);
        miss.explanation.parameters = {u"temperature"_s};
        miss.differences = {{u"temperature"_s, textDiff(u"0.2"_s, u"0.7"_s)}};
        m_preview->setMiss(miss);
        QCOMPARE(m_preview->findChild<QAbstractButton *>(u"missReason"_s)->text(),
                 u"parameter changed: temperature"_s);
        QSignalSpy nearest(m_preview.get(), &CachePreview::nearestRequested);
        button("missNearest")->click();
        QCOMPARE(nearest.first().first().value<CacheEntry>().id, 4);
    }

    void aDamagedAnswerSaysSo()
    {
        m_preview->setEntry(sampleEntry(5), sampleNow());
        EntryDetail detail;
        detail.entry = sampleEntry(5);
        detail.isSound = false;
        m_preview->setDetail(detail);
        QVERIFY(m_preview->findChild<QLabel *>(u"previewUnsound"_s)->isVisible());
    }

    void tagsAndNoteAreKeptWhenTheyAreLeft()
    {
        CacheEntry entry = sampleEntry(5);
        entry.tags = {u"old"_s};
        m_preview->setEntry(entry, sampleNow());
        m_preview->showSide(CachePreview::Side::Usage);
        QSignalSpy tags(m_preview.get(), &CachePreview::tagsChanged);
        QSignalSpy notes(m_preview.get(), &CachePreview::noteChanged);
        auto *field = m_preview->findChild<QLineEdit *>(u"entryTags"_s);
        field->setFocus();
        field->setText(u"eval, eval keep"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(
            tags.first(),
            (QVariantList{qint64(5), QStringList{u"eval"_s, u"keep"_s}, QStringList{u"old"_s}}));
        auto *note = m_preview->findChild<QPlainTextEdit *>(u"entryNote"_s);
        note->setFocus();
        QTest::keyClicks(note, u"good"_s);
        field->setFocus();
        QCOMPARE(notes.first(), (QVariantList{qint64(5), u"good"_s}));
        QCOMPARE(notes.size(), 1);
    }

private:
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_preview->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_preview->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

    std::unique_ptr<CachePreview> m_preview;
    QWidget *m_conversation = nullptr;
};

KAGURA_TEST(TestCachePreview)
#include "tst_cachepreview.moc"
