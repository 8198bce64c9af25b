// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/diffdialog.h"
#include "ui/cache/difftext.h"

#include <QTest>
#include <QTextBrowser>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Kind = TextChange::Kind;

class TestDiffText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longStretchesInCommonAreCutNearTheChange()
    {
        const QString same(500, u'x');
        const QList<TextChange> changes =
            shortened({{Kind::Same, same}, {Kind::Added, u"new"_s}, {Kind::Same, same}});
        QVERIFY(changes.at(0).text.startsWith(u" \u2026 "_s));
        QVERIFY(changes.at(0).text.size() < 60);
        QCOMPARE(changes.at(1).text, u"new"_s);
        QVERIFY(changes.at(2).text.endsWith(u" \u2026 "_s));
        QCOMPARE(shortened({{Kind::Same, u"short"_s}}).first().text, u"short"_s);
    }

    void twoEntriesStandBesideEachOther()
    {
        EntryPair pair;
        pair.left = sampleEntry(1);
        pair.right = sampleEntry(2);
        pair.differences = {{u"temperature"_s, textDiff(u"0.2"_s, u"0.7"_s)}};
        pair.answer = textDiff(u"Three causes"_s, u"Two causes"_s);
        auto *dialog = new DiffDialog(pair, Theme());
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const QString request = dialog->findChild<QTextBrowser *>(u"diffRequest"_s)->toPlainText();
        QVERIFY(request.contains(u"temperature"_s) && request.contains(u"0.27"_s));
        const auto *answer = dialog->findChild<QTextBrowser *>(u"diffAnswer"_s);
        QCOMPARE(answer->toPlainText(), u"ThreeTwo causes"_s);
        dialog->close();
    }
};

KAGURA_TEST(TestDiffText)
#include "tst_difftext.moc"
