// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/net/ssereader.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <ctime>

using namespace kagura;

namespace {

using Events = QList<std::pair<QByteArray, QByteArray>>;

Events readPieces(const QList<QByteArray> &pieces, bool flush = false)
{
    SseReader reader;
    Events events;
    const auto collect = [&events](const SseEvent &event) {
        events.append({event.type.toByteArray(), event.data.toByteArray()});
        return true;
    };
    for (const QByteArray &piece : pieces) {
        // A copy that dies at once, so that a view kept too long is a fault that ASan sees.
        const QByteArray copy(piece.constData(), piece.size());
        reader.feed(copy, collect);
    }
    if (flush)
        reader.flush(collect);
    return events;
}

QList<QByteArray> bytesOf(const QByteArray &wire)
{
    QList<QByteArray> bytes;
    for (const char c : wire)
        bytes.append(QByteArray(1, c));
    return bytes;
}

} // namespace

class TestSseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryVectorInEveryFraming()
    {
        QFile file(QStringLiteral(KAGURA_SOURCE_DIR)
                   + QStringLiteral("/tests/vectors/sse-vectors.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Json> vectors = parseJson(file.readAll());
        QVERIFY(vectors && vectors->size() == 27);
        int framings = 0;
        for (const Json &vector : *vectors) {
            const QByteArray wire =
                QByteArray::fromBase64(jsonString(vector, "wire_b64").toLatin1());
            Events expected;
            for (const Json &event : vector["expect"])
                expected.append({toQString(event[0]).toUtf8(), toQString(event[1]).toUtf8()});
            const QByteArray name = jsonString(vector, "name").toUtf8();
            QVERIFY2(readPieces({wire}) == expected, name.constData());
            QVERIFY2(readPieces(bytesOf(wire)) == expected, (name + ", byte by byte").constData());
            framings += 2;
            for (qsizetype cut = 1; cut < wire.size(); ++cut) {
                QVERIFY2(readPieces({wire.left(cut), wire.mid(cut)}) == expected,
                         (name + ", cut at " + QByteArray::number(cut)).constData());
                ++framings;
            }
        }
        QVERIFY(framings > 1000);
    }

    void aCutBetweenCrAndLfTearsNoEvent()
    {
        QCOMPARE(readPieces({"data: a\r", "\ndata: b\r", "\n\r", "\n"}),
                 (Events{{"message", "a\nb"}}));
    }

    void flushHandsOutWhatNoBlankLineEnded()
    {
        QCOMPARE(readPieces({"data: {\"a\":1}"}), Events());
        QCOMPARE(readPieces({"data: {\"a\":1}"}, true), (Events{{"message", "{\"a\":1}"}}));
        QCOMPARE(readPieces({"event: x\ndata: 1\n"}, true), (Events{{"x", "1"}}));
        QCOMPARE(readPieces({": only a comment"}, true), Events());
    }

    void stopsWhenTheCallerHasEnough()
    {
        SseReader reader;
        int seen = 0;
        reader.feed("data: 1\n\ndata: 2\n\n", [&seen](const SseEvent &) { return ++seen < 1; });
        QCOMPARE(seen, 1);
    }

    void largeEventsTakeLinearTime()
    {
        const auto timeFor = [](qsizetype size) {
            const QByteArray event = "data: " + QByteArray(size, 'x') + "\n\n";
            SseReader reader({64 * 1024 * 1024, 64 * 1024 * 1024});
            qsizetype seen = 0;
            const std::clock_t began = std::clock(); // of this process alone, whatever else runs
            for (qsizetype i = 0; i < event.size(); i += 1400)
                reader.feed(
                    QByteArrayView(event).sliced(i, std::min<qsizetype>(1400, event.size() - i)),
                    [&seen](const SseEvent &one) {
                        seen = one.data.size();
                        return true;
                    });
            return std::pair(seen, std::max<qint64>(std::clock() - began, 1));
        };
        const auto quickest = [&timeFor](qsizetype size) {
            auto best = timeFor(size);
            for (int i = 0; i < 4; ++i)
                best.second = std::min(best.second, timeFor(size).second);
            return best;
        };
        // Counted in bytes and in ratio to itself, not in seconds: 16 times the size at most about 16
        // times the time; a quadratic reader needs 256 times.
        const auto [smallSize, smallTime] = quickest(1024 * 1024);
        const auto [largeSize, largeTime] = quickest(16 * 1024 * 1024);
        QCOMPARE(smallSize, 1024 * 1024);
        QCOMPARE(largeSize, 16 * 1024 * 1024);
        QVERIFY2(largeTime < smallTime * 80,
                 qPrintable(QString::number(double(largeTime) / double(smallTime))));
    }

    void bareCarriageReturnsTakeLinearTime()
    {
        SseReader reader;
        int seen = 0;
        const QByteArray wire = QByteArray("data: x\r\r").repeated(200'000);
        reader.feed(wire, [&seen](const SseEvent &) {
            ++seen;
            return true;
        });
        QCOMPARE(seen, 200'000);
    }

    void whatExceedsALimitIsATypedError_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("a line") << "data: " + QByteArray(200, 'x') + "\n\n";
        QTest::newRow("a line that never ends") << "data: " + QByteArray(200, 'x');
        QTest::newRow("an event of many lines")
            << QByteArray("data: 0123456789\n").repeated(20) + "\n";
        QTest::newRow("a comment without end") << ":" + QByteArray(200, 'x');
    }

    void whatExceedsALimitIsATypedError()
    {
        QFETCH(const QByteArray, wire);
        for (const QList<QByteArray> &pieces : {QList<QByteArray>{wire}, bytesOf(wire)}) {
            SseReader reader({100, 100});
            int seen = 0;
            for (const QByteArray &piece : pieces)
                reader.feed(piece, [&seen](const SseEvent &) {
                    ++seen;
                    return true;
                });
            reader.feed("\n\ndata: after\n\n", [&seen](const SseEvent &) {
                ++seen;
                return true;
            });
            QCOMPARE(seen, 0);
            QVERIFY(reader.error());
            QCOMPARE(reader.error()->kind, Error::Kind::Protocol);
        }
    }
};

KAGURA_TEST(TestSseReader)
#include "tst_ssereader.moc"
