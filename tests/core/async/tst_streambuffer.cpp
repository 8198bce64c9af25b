// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/streambuffer.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace kagura;

namespace {

class TestStreamBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverythingInOneGo();
    void saysWhenTheReaderMayHaveStopped();
    void isHighAboveTheMarkUntilTaken();
    void aRestartVoidsWhatWasNotFetchedAndSaysSo();
    void nothingIsLostBetweenThreads();
};

void TestStreamBuffer::takesEverythingInOneGo()
{
    StreamBuffer buffer;
    buffer.append(u"one ");
    buffer.append(u"two");
    QVERIFY(!buffer.isEmpty());
    QCOMPARE(buffer.take().text, QStringLiteral("one two"));
    QVERIFY(buffer.isEmpty());
    QVERIFY(buffer.take().text.isEmpty());
}

void TestStreamBuffer::saysWhenTheReaderMayHaveStopped()
{
    StreamBuffer buffer;
    QVERIFY(buffer.append(u"a").wasEmpty);
    QVERIFY(!buffer.append(u"b").wasEmpty);
    static_cast<void>(buffer.take());
    QVERIFY(buffer.append(u"c").wasEmpty);
}

void TestStreamBuffer::isHighAboveTheMarkUntilTaken()
{
    StreamBuffer buffer(3);
    QVERIFY(!buffer.append(u"abc").isHigh);
    QVERIFY(buffer.append(u"d").isHigh);
    const StreamBuffer::Taken taken = buffer.take();
    QVERIFY(taken.wasHigh);
    QCOMPARE(taken.text, QStringLiteral("abcd"));
    QVERIFY(!buffer.append(u"e").isHigh);
    QVERIFY(!buffer.take().wasHigh);
}

void TestStreamBuffer::aRestartVoidsWhatWasNotFetchedAndSaysSo()
{
    StreamBuffer buffer;
    buffer.append(u"wrong");
    QVERIFY(!buffer.restart().wasEmpty);
    QVERIFY(!buffer.isEmpty());
    buffer.append(u"right");
    const StreamBuffer::Taken taken = buffer.take();
    QVERIFY(taken.isRestarted);
    QCOMPARE(taken.text, QStringLiteral("right"));
    QVERIFY(!buffer.take().isRestarted);
    QVERIFY(buffer.restart().wasEmpty);
}

void TestStreamBuffer::nothingIsLostBetweenThreads()
{
    constexpr int Count = 50000;
    StreamBuffer buffer(1000);
    std::atomic<bool> mayGo = true;
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        for (int i = 0; i < Count; ++i) {
            while (!mayGo)
                std::this_thread::yield();
            // Set before: the reader may have taken and allowed by the time append() is back.
            mayGo = false;
            if (!buffer.append(u"xy").isHigh)
                mayGo = true;
        }
        isDone = true;
    });
    qsizetype seen = 0;
    while (!isDone || !buffer.isEmpty()) {
        const StreamBuffer::Taken taken = buffer.take();
        QVERIFY(taken.text.size() <= 1002);
        seen += taken.text.size();
        if (taken.wasHigh)
            mayGo = true;
    }
    writer.join();
    QCOMPARE(seen, 2 * Count);
}

} // namespace

KAGURA_TEST(TestStreamBuffer)
#include "tst_streambuffer.moc"
