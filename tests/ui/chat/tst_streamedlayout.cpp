// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An answer that came in pieces looks like one that came at once: the same blocks in the same places
// with the same pixels, whatever the pieces were and however often the window was resized meanwhile.

#include "core/code/codelanguages.h"
#include "tests/support/testmain.h"
#include "tests/ui/chat/generatedanswer.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/messagepainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <limits>

using namespace kagura;

class TestStreamedLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void piecesLookLikeTheWhole_data();
    void piecesLookLikeTheWhole();
    void aDifferenceWouldBeSeen();

private:
    ChatStyle m_style;
    CodeLanguages m_languages;
    BlockSourceFactory m_newSource = [](TranscriptMessage::Author author) {
        return test::newSource(author);
    };
};

namespace {

constexpr int everything = std::numeric_limits<int>::max();
constexpr int widths[] = {760, 420, 611, 300};

//! What stands where, in words that say where two layouts differ.
QStringList placesOf(const MessageLayout &layout)
{
    QStringList lines;
    for (const MessageLayout::Item &item : layout.items()) {
        const QRect &frame = item.frame;
        lines += QStringLiteral("%1 at %2,%3 %4x%5: %6")
                     .arg(int(item.block.kind))
                     .arg(frame.left())
                     .arg(frame.top())
                     .arg(frame.width())
                     .arg(frame.height())
                     .arg(item.block.text);
    }
    lines += QStringLiteral("height %1").arg(layout.height());
    return lines;
}

QList<MessageBlock> blocksOf(const MessageLayout &layout)
{
    QList<MessageBlock> blocks;
    for (const MessageLayout::Item &item : layout.items())
        blocks.append(item.block);
    return blocks;
}

QImage pictureOf(const MessageLayout &layout, const ChatStyle &style, int width)
{
    QImage image(width, std::min(layout.height(), 4000), QImage::Format_RGB32);
    image.fill(style.ground);
    QPainter painter(&image);
    MessagePainter(painter, style).paint(layout, {0, 0}, image.rect(), {}, {});
    return image;
}

TranscriptMessage partOf(const QString &text, qsizetype length)
{
    TranscriptMessage message = test::waitingAnswer(QStringLiteral("a"));
    message.state = TranscriptMessage::State::Streaming;
    message.text = text.left(length);
    return message;
}

TranscriptMessage wholeOf(const QString &text)
{
    TranscriptMessage message = test::answer(QStringLiteral("a"), text);
    message.outputTokens.reset();
    return message;
}

} // namespace

void TestStreamedLayout::initTestCase()
{
    m_style = test::sampleStyle();
}

void TestStreamedLayout::piecesLookLikeTheWhole_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("streams");
    QTest::addColumn<int>("pictured"); // every so manyth one is compared by its pixels, too
    const bool isDeep = qEnvironmentVariableIsSet("KAGURA_TEST_DEEP");
    for (quint32 part = 0; part < 10; ++part)
        QTest::addRow("streams from seed %u", part)
            << part << (isDeep ? 1000 : 110) << (isDeep ? 1 : 8);
}

void TestStreamedLayout::piecesLookLikeTheWhole()
{
    QFETCH(const quint32, seed);
    QFETCH(const int, streams);
    QFETCH(const int, pictured);
    QRandomGenerator random(seed);
    for (int stream = 0; stream < streams; ++stream) {
        const QString text = test::generatedAnswer(random);
        const int width = widths[random.bounded(4)];
        MessageLayout streamed(m_newSource, &m_languages);
        int shownWidth = widths[random.bounded(4)];
        const int most = 1 + int(text.size()) / (2 + random.bounded(16));
        for (qsizetype length = 0; length < text.size();) {
            length += 1 + random.bounded(most); // also through the middle of a surrogate pair
            streamed.take(partOf(text, length), false);
            if (random.bounded(4) == 0)
                shownWidth = widths[random.bounded(4)];
            const bool isAllInView = random.bounded(3) > 0;
            streamed.flow(m_style, shownWidth, isAllInView ? 0 : 100,
                          isAllInView ? everything : 500);
        }
        streamed.take(wholeOf(text), false);
        streamed.flow(m_style, width, 0, everything);
        MessageLayout atOnce(m_newSource, &m_languages);
        atOnce.take(wholeOf(text), false);
        atOnce.flow(m_style, width, 0, everything);
        const QByteArray where = QByteArray::number(stream) + ": " + text.toUtf8();
        QVERIFY2(blocksOf(streamed) == blocksOf(atOnce), where.constData());
        if (placesOf(streamed) != placesOf(atOnce))
            qWarning("%s", where.constData());
        QCOMPARE(placesOf(streamed), placesOf(atOnce));
        if (stream % pictured == 0)
            QVERIFY2(pictureOf(streamed, m_style, width) == pictureOf(atOnce, m_style, width),
                     where.constData());
    }
}

void TestStreamedLayout::aDifferenceWouldBeSeen()
{
    MessageLayout one(m_newSource, &m_languages);
    MessageLayout other(m_newSource, &m_languages);
    one.take(wholeOf(QStringLiteral("a **b** c")), false);
    other.take(wholeOf(QStringLiteral("a b c")), false);
    one.flow(m_style, 400, 0, everything);
    other.flow(m_style, 400, 0, everything);
    QVERIFY(blocksOf(one) != blocksOf(other));
    QCOMPARE(placesOf(one), placesOf(other));
    QVERIFY(pictureOf(one, m_style, 400) != pictureOf(other, m_style, 400));
}

KAGURA_TEST(TestStreamedLayout)
#include "tst_streamedlayout.moc"
