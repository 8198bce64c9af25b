// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/runs/comparedialog.h"
#include "ui/runs/textdiff.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestTextDiff : public QObject
{
    Q_OBJECT

private:
    static QString drawn(const QString &before, const QString &after)
    {
        QString drawn;
        for (const DiffLine &line : diffOf(before, after))
            drawn += (line.kind == DiffLine::Kind::Same          ? u" "_s
                          : line.kind == DiffLine::Kind::Removed ? u"-"_s
                                                                 : u"+"_s)
                + line.text + u'|';
        return drawn;
    }

private Q_SLOTS:
    void linesAreKeptRemovedAndAdded_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same") << u"a\nb"_s << u"a\nb"_s << u" a| b|"_s;
        QTest::newRow("one changed") << u"a\nb\nc"_s << u"a\nx\nc"_s << u" a|-b|+x| c|"_s;
        QTest::newRow("one added at the end") << u"a"_s << u"a\nb"_s << u" a|+b|"_s;
        QTest::newRow("moved") << u"a\nb\nc"_s << u"b\nc\na"_s << u"-a| b| c|+a|"_s;
        QTest::newRow("nothing before") << QString() << u"a"_s << u"-|+a|"_s;
    }

    void linesAreKeptRemovedAndAdded()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QTEST(drawn(before, after), "expected");
    }

    void whatIsVeryLongIsComparedAsAWhole()
    {
        QStringList a;
        QStringList b;
        for (int line = 0; line < 10'000; ++line) {
            a.append(u"a%1"_s.arg(line));
            b.append(u"b%1"_s.arg(line));
        }
        QCOMPARE(diffOf(a.join(u'\n'), b.join(u'\n')).size(), 20'000);
    }

    void aDialogShowsTheFirstNodeThatDiffers()
    {
        ShownRun run{u"r2"_s, u"Review"_s};
        CompareDialog dialog(run, {{u"r1"_s, u"Review"_s}, {u"r0"_s, u"Other"_s}}, Theme(),
                             nullptr);
        QSignalSpy asked(&dialog, &CompareDialog::compareRequested);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        ComparedNode same{u"plan"_s, {RunMark::Done, u"x"_s}, {RunMark::Done, u"x"_s}};
        ComparedNode other{
            u"write"_s, {RunMark::Done, u"one\ntwo"_s}, {RunMark::Cached, u"one\n2"_s}};
        dialog.showComparison({u"Review"_s, u"Review"_s, {same, other}});
        QCOMPARE(dialog.findChild<QListWidget *>(u"comparedNodes"_s)->currentRow(), 1);
        QCOMPARE(dialog.findChild<QTextEdit *>(u"compareText"_s)->toPlainText(),
                 u"  one\n- two\n+ 2"_s);
        QVERIFY(dialog.findChild<QLabel *>(u"compareSummary"_s)->text().startsWith(u"One"_s));
        QCOMPARE(accessFaults(dialog), QStringList());
    }
};

KAGURA_TEST(TestTextDiff)
#include "tst_textdiff.moc"
