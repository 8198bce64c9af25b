// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/frameclock.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace kagura;

class TestFrameClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsStillWithoutNews();
    void fourViewsHaveEveryBeat();
    void ofEightViewsHalfHaveABeatAndNoneIsForgotten();
    void aViewThatIsGoneKeepsNobodyAwake();

private:
    //! Turns that each view had, beat by beat, while all of them always want one.
    [[nodiscard]] static std::vector<std::vector<bool>> turns(int views, std::size_t beats);
};

std::vector<std::vector<bool>> TestFrameClock::turns(int views, std::size_t beats)
{
    FrameClock clock;
    std::vector<std::unique_ptr<QObject>> all;
    for (int i = 0; i < views; ++i)
        all.push_back(std::make_unique<QObject>());
    std::vector<std::vector<bool>> had;
    QObject context;
    QObject::connect(&clock, &FrameClock::collect, &context, [&] {
        for (const auto &view : all)
            clock.request(*view);
    });
    QObject::connect(&clock, &FrameClock::frame, &context, [&] {
        had.emplace_back();
        for (const auto &view : all)
            had.back().push_back(clock.takeTurn(*view));
    });
    clock.wake();
    if (!QTest::qWaitFor([&] { return had.size() >= beats; }, 10'000))
        return {};
    had.resize(beats);
    return had;
}

void TestFrameClock::standsStillWithoutNews()
{
    FrameClock clock;
    QSignalSpy frames(&clock, &FrameClock::frame);
    clock.wake();
    QTRY_COMPARE(frames.size(), 1);
    QTRY_VERIFY(!clock.isRunning());
    QCOMPARE(frames.size(), 1);
}

void TestFrameClock::fourViewsHaveEveryBeat()
{
    QCOMPARE(turns(4, 6), std::vector<std::vector<bool>>(6, std::vector<bool>(4, true)));
}

void TestFrameClock::ofEightViewsHalfHaveABeatAndNoneIsForgotten()
{
    const std::vector<std::vector<bool>> had = turns(8, 8);
    QCOMPARE(had.size(), std::size_t(8));
    for (std::size_t beat = 0; beat < had.size(); ++beat) {
        QCOMPARE(std::count(had[beat].begin(), had[beat].end(), true), 4);
        for (std::size_t view = 0; beat > 0 && view < 8; ++view)
            QVERIFY(had[beat][view] != had[beat - 1][view]);
    }
}

void TestFrameClock::aViewThatIsGoneKeepsNobodyAwake()
{
    FrameClock clock;
    std::vector<std::unique_ptr<QObject>> all;
    for (int i = 0; i < 6; ++i) {
        all.push_back(std::make_unique<QObject>());
        clock.request(*all.back());
    }
    // Nobody takes a turn, as if all of them were hidden; and one is destroyed.
    clock.forget(*all.front());
    clock.forget(*all.back());
    QTRY_VERIFY(!clock.isRunning());
}

KAGURA_TEST(TestFrameClock)
#include "tst_frameclock.moc"
