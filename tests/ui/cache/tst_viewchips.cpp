// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachequery.h"
#include "tests/support/testmain.h"
#include "ui/cache/viewchips.h"
#include "ui/widgets/chip.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestViewChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_views = std::make_unique<ViewChips>();
        m_views->setTheme(Theme());
        m_views->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_views.get()));
    }

    void theViewOfWhatIsAskedIsChecked()
    {
        m_views->setQuery(u"hits:0"_s);
        QVERIFY(chip(u"Never hit"_s)->isChecked());
        QVERIFY(!chip(u"All"_s)->isChecked());
        QSignalSpy chosen(m_views.get(), &ViewChips::chosen);
        QTest::keyClick(chip(u"Pinned"_s), Qt::Key_Space);
        QCOMPARE(chosen.first().first().toString(), u"is:pinned"_s);
        m_views->setCount(u"hits:0"_s, 9412);
        QCOMPARE(chip(u"Never hit"_s)->figure(), QLocale().toString(9412));
        m_views->setCount(u"hits:0"_s, std::nullopt);
        QCOMPARE(chip(u"Never hit"_s)->figure(), QString());
    }

    void aQueryIsSavedUnderANameAndRemovedAgain()
    {
        QSignalSpy changed(m_views.get(), &ViewChips::ownViewsChanged);
        auto *save = m_views->findChild<QPushButton *>(u"saveView"_s);
        m_views->setQuery(QString());
        QVERIFY(!save->isVisible());
        m_views->setQuery(u"tag:eval"_s);
        QVERIFY(save->isVisible());
        save->click();
        auto *name = m_views->findChild<QLineEdit *>(u"viewName"_s);
        QTest::keyClicks(name, u"Evaluation"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<QList<CacheView>>(),
                 (QList<CacheView>{{u"Evaluation"_s, u"tag:eval"_s, true}}));
        QVERIFY(chip(u"Evaluation"_s)->isChecked());
        chip(u"Evaluation"_s)->actions().first()->trigger();
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed.last().first().value<QList<CacheView>>().isEmpty());
        QVERIFY(!chip(u"Evaluation"_s));
    }

    void everyUsualViewIsASoundQuery()
    {
        for (const CacheView &view : ViewChips::usualViews())
            QVERIFY2(CacheQuery::parse(view.query), qPrintable(view.name));
    }

private:
    [[nodiscard]] Chip *chip(const QString &name) const
    {
        return m_views->findChild<Chip *>(u"view."_s + name);
    }

    std::unique_ptr<ViewChips> m_views;
};

KAGURA_TEST(TestViewChips)
#include "tst_viewchips.moc"
