// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/beatpicture.h"
#include "ui/cache/keystrip.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBeatPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestPauseIsAGapOnlyWhereItStandsOut()
    {
        QList<StreamBeat> beats;
        for (int i = 0; i < 40; ++i)
            beats.append({410ms + i * 25ms + (i >= 20 ? 320ms : 0ms), u"word "_s, false});
        const BeatPicture::Figures figures = BeatPicture::figuresOf(beats, 1900ms);
        QCOMPARE(figures.pieces, 40);
        QCOMPARE(figures.first, 410ms);
        QCOMPARE(figures.end, 1900ms);
        QCOMPARE(figures.gap, 345ms);
        QCOMPARE(*figures.gapAt, 410ms + 19 * 25ms);
        QList<StreamBeat> even;
        for (int i = 0; i < 10; ++i)
            even.append({i * 300ms, u"x"_s, false});
        QVERIFY(!BeatPicture::figuresOf(even, 3000ms).gapAt);
        QCOMPARE(BeatPicture::figuresOf({}, 0ms), BeatPicture::Figures());
    }

    void itIsPaintedAndSaidWhateverTheStreamWas()
    {
        BeatPicture picture;
        picture.setTheme(Theme());
        picture.resize(344, picture.height());
        for (const QList<StreamBeat> &beats :
             {QList<StreamBeat>(), QList<StreamBeat>{{0ms, u"a"_s, false}},
              QList<StreamBeat>{{5ms, QString(), false}, {5ms, u"a"_s, true}}}) {
            picture.setStream(beats, 0ms);
            QVERIFY(!picture.grab().isNull());
            QVERIFY(!picture.accessibleName().isEmpty());
        }
    }

    void aLongKeyHasRoomInItsLines()
    {
        KeyStrip strip;
        strip.setTheme(Theme());
        QList<KeyPart> parts{{u"system"_s, u"9f3a1c"_s, 2318}, {u"tools"_s, u"none"_s, 0}};
        for (int i = 0; i < 60; ++i)
            parts.append({u"message %1"_s.arg(i), u"7be2d1"_s, 0});
        strip.setParts(parts, 5000);
        strip.setMostLines(1);
        const int line = strip.heightForWidth(344);
        strip.setMostLines(3);
        const int three = strip.heightForWidth(344);
        QVERIFY(three > 2 * line && three < 4 * line);
        QVERIFY(strip.accessibleName().contains(u"also in 2,318 of the latest 5,000"_s));
        strip.resize(344, three);
        QVERIFY(!strip.grab().isNull());
    }
};

KAGURA_TEST(TestBeatPicture)
#include "tst_beatpicture.moc"
