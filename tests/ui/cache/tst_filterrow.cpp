// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/filterrow.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestFilterRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFieldWritesItsTermAndReadsIt()
    {
        FilterRow row;
        row.setTheme(Theme());
        row.setNames({{u"gpt-4o"_s}, {}, {}, {}});
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QSignalSpy changed(&row, &FilterRow::queryChanged);
        row.setQuery(u"model:gpt* \"a phrase\""_s);
        auto *model = row.findChild<QLineEdit *>(u"filter.model"_s);
        auto *hits = row.findChild<QLineEdit *>(u"filter.hits"_s);
        QCOMPARE(model->text(), u"gpt*"_s);
        QCOMPARE(changed.size(), 0);
        QTest::keyClicks(hits, u"0"_s);
        QCOMPARE(changed.last().first().toString(), u"model:gpt* \"a phrase\" hits:0"_s);
        model->setFocus();
        model->selectAll();
        QTest::keyClick(model, Qt::Key_Delete);
        QCOMPARE(changed.last().first().toString(), u"\"a phrase\" hits:0"_s);
        row.setQuery(u"hits:0"_s);
        QCOMPARE(hits->text(), u"0"_s);
    }
};

KAGURA_TEST(TestFilterRow)
#include "tst_filterrow.moc"
