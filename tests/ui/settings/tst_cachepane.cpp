// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/settings/cachepane.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCachePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<CachePane>();
        m_pane->setTheme(Theme());
        m_pane->showChoices(64, 1024, 24 * 7);
        m_pane->resize(1000, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
    }

    void everyControlIsReachedAndNamed()
    {
        disk()->setValue(512); // the button can be pressed
        const QStringList faults = test::accessFaults(*m_pane);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aBudgetIsAppliedOnlyAfterItsPriceCouldBeSeen()
    {
        QSignalSpy wanted(m_pane.get(), &CachePane::previewWanted);
        QSignalSpy chosen(m_pane.get(), &CachePane::budgetsChosen);
        auto *apply = m_pane->findChild<QPushButton *>(u"cacheApply"_s);
        QVERIFY(!apply->isEnabled());
        disk()->setValue(512);
        QCOMPARE(wanted.constLast().at(0).toLongLong(), 512);
        QCOMPARE(chosen.size(), 0);
        m_pane->showPreview(256, words(u"of another one"_s));
        QVERIFY(!preview()->isVisible());
        m_pane->showPreview(512, words(u"12 answers would go."_s));
        QVERIFY(preview()->isVisible());
        apply->click();
        QCOMPARE(chosen.at(0), (QVariantList{qint64(64), qint64(512)}));
        m_pane->showChoices(64, 512, 24 * 7);
        QVERIFY(!apply->isEnabled());
        QVERIFY(!preview()->isVisible());
    }

    void whatTheSettingsSayIsShownAndAsksNothing()
    {
        QSignalSpy wanted(m_pane.get(), &CachePane::previewWanted);
        m_pane->showChoices(128, 2048, 5);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(disk()->value(), 2048);
        QCOMPARE(lifetime()->currentData().toLongLong(), 5);
    }

    void aLifetimeIsAppliedAtOnce()
    {
        QSignalSpy chosen(m_pane.get(), &CachePane::lifetimeChosen);
        lifetime()->setFocus();
        QTest::keyClick(lifetime(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toLongLong(), 24 * 30);
    }

private:
    [[nodiscard]] QSpinBox *disk() const { return m_pane->findChild<QSpinBox *>(u"cacheDisk"_s); }
    [[nodiscard]] QComboBox *lifetime() const
    {
        return m_pane->findChild<QComboBox *>(u"cacheLifetime"_s);
    }
    [[nodiscard]] Notice *preview() const { return m_pane->findChild<Notice *>(u"cachePreview"_s); }
    static NoticeText words(const QString &title) { return {NoticeText::Kind::Warning, title}; }

    std::unique_ptr<CachePane> m_pane;
};

KAGURA_TEST(TestCachePane)
#include "tst_cachepane.moc"
