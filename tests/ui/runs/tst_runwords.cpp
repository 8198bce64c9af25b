// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/runs/runwords.h"
#include "ui/runs/timescale.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestRunWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWordAndAShapeOfItsOwn()
    {
        QSet<QString> words;
        QList<QImage> shapes;
        for (int mark = 0; mark < RunMarkCount; ++mark) {
            words.insert(runMarkWords(RunMark(mark)));
            QImage shape(28, 28, QImage::Format_ARGB32_Premultiplied);
            shape.fill(Qt::transparent);
            QPainter painter(&shape);
            paintRunGlyph(painter, QRectF(0, 0, 28, 28), RunMark(mark), Theme());
            painter.end();
            // Only the shape: colour alone does not tell states apart.
            const QImage mask = shape.convertToFormat(QImage::Format_Alpha8);
            QVERIFY2(!shapes.contains(mask), qPrintable(runMarkWords(RunMark(mark))));
            shapes.append(mask);
        }
        QCOMPARE(words.size(), RunMarkCount);
    }

    void figuresAreShort()
    {
        QCOMPARE(clockText(milliseconds(102'000)), u"1:42"_s);
        QCOMPARE(clockText(milliseconds(3'723'000)), u"1:02:03"_s);
        QCOMPARE(clockText(milliseconds(-5)), u"0:00"_s);
        QCOMPARE(runCostText(30'000), u"$0.03"_s);
        QCOMPARE(runCostText(300), u"$0.0003"_s);
        QCOMPARE(runCostText(std::nullopt), u"—"_s);
    }

    void theTimeAxisHasRoundMoments()
    {
        const TimeScale scale(milliseconds(0), milliseconds(120'000), 10, 300);
        QCOMPARE(scale.x(milliseconds(0)), 10.0);
        QCOMPARE(scale.x(milliseconds(60'000)), 160.0);
        QCOMPARE(scale.at(160), milliseconds(60'000));
        QStringList labels;
        for (const TimeScale::Tick &tick : scale.ticks(44))
            labels.append(tick.label);
        QCOMPARE(labels, (QStringList{u"0 s"_s, u"30"_s, u"60"_s, u"90"_s, u"120"_s}));
    }

    void ticksAreNeverCloserThanTheyMay_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::newRow("a tenth of a second") << qint64(100);
        QTest::newRow("a minute") << qint64(60'000);
        QTest::newRow("a day") << qint64(86'400'000);
        QTest::newRow("ten days") << qint64(864'000'000);
    }

    void ticksAreNeverCloserThanTheyMay()
    {
        QFETCH(const qint64, length);
        const TimeScale scale(milliseconds(0), milliseconds(length), 0, 300);
        const QList<TimeScale::Tick> ticks = scale.ticks(44);
        QVERIFY(!ticks.isEmpty());
        for (qsizetype i = 1; i < ticks.size(); ++i)
            QVERIFY(scale.x(ticks.at(i).at) - scale.x(ticks.at(i - 1).at) >= 43.9);
    }

    void theAxisIsLongerThanTheRunAndChangesSeldom()
    {
        QSet<qint64> lengths;
        for (int second = 0; second <= 600; ++second) {
            const milliseconds now(second * 1000);
            const milliseconds length = TimeScale::lengthFor(now);
            QVERIFY(length > now);
            QVERIFY(length.count() < 2000 + 2 * now.count());
            lengths.insert(length.count());
        }
        QVERIFY(lengths.size() < 32);
    }
};

KAGURA_TEST(TestRunWords)
#include "tst_runwords.moc"
