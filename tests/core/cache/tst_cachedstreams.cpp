// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real dialects under the cache: what is told again is what came over the wire, and a stream that
// breaks off at whatever byte leaves nothing behind.

#include "tests/core/cache/cachedstreet.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCachedStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldAgainIsWhatCame_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : AllDialects)
            QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
    }
    void whatIsToldAgainIsWhatCame()
    {
        QFETCH(const DialectId, dialect);
        CachedStreet street(dialect);
        const auto live = street.send(u"hi"_s);
        street.play(wireOf(dialect));
        QTRY_VERIFY(live->isFinished());
        QVERIFY(!live->failure());
        QCOMPARE(live->answer().text, u"Héllo 😀!"_s);
        QCOMPARE(live->answer().usage.outputTokens, std::optional<qint64>(3));
        const auto hit = street.send(u"hi"_s);
        QTRY_VERIFY(hit->isFinished());
        QVERIFY(hit->answer() == live->answer());
        QCOMPARE(hit->origin(), ChatReply::Origin::Memory);
        QCOMPARE(hit->model(), live->model());
        QCOMPARE(hit->provider(), u"p"_s);
        QCOMPARE(street.transport.count(), 1U);
    }

    void aStreamThatBreaksOffAtAnyByteLeavesNothing_data() { whatIsToldAgainIsWhatCame_data(); }
    void aStreamThatBreaksOffAtAnyByteLeavesNothing()
    {
        QFETCH(const DialectId, dialect);
        CachedStreet street(dialect);
        const QByteArray wire = wireOf(dialect);
        int kept = 0;
        for (qsizetype size = 0; size <= wire.size(); ++size) {
            const QString text = QString::number(size);
            const auto live = street.send(text);
            street.play(wire.first(size));
            QTRY_VERIFY(live->isFinished());
            const auto again = street.send(text, CacheMode::OfflineOnly);
            QTRY_VERIFY(again->isFinished());
            // Kept is what had its end mark; what may follow it is usage and blank lines.
            QCOMPARE(again->failure().has_value(), live->failure().has_value());
            if (!live->failure()) {
                ++kept;
                QCOMPARE(again->answer().text, u"Héllo 😀!"_s);
                QVERIFY(again->answer() == live->answer());
            }
        }
        QVERIFY(kept >= 1);
        QVERIFY2(kept <= wire.size() / 4, qPrintable(QString::number(kept)));
        QCOMPARE(street.cache.memoryEntries(), kept);
    }

    void aCallerThatLeavesAtAnyByteLeavesNothing_data() { whatIsToldAgainIsWhatCame_data(); }
    void aCallerThatLeavesAtAnyByteLeavesNothing()
    {
        QFETCH(const DialectId, dialect);
        CachedStreet street(dialect);
        const QByteArray wire = wireOf(dialect);
        for (qsizetype size = 0; size < wire.size(); size += 3) {
            const auto live = street.send(QString::number(size));
            const std::size_t before = street.transport.count();
            QTRY_COMPARE(street.transport.count(), before + 1);
            street.transport.last().head(200, {{"Content-Type", "text/event-stream"}});
            street.transport.last().write(wire.first(size));
            QCoreApplication::processEvents();
            const bool wasOver = live->isFinished();
            live->cancel();
            QCOMPARE(street.cache.memoryEntries() > 0, wasOver && !live->failure());
            street.cache.forget();
        }
    }

    void recordedStreamsAreToldAgainAsTheyCame_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(KAGURA_SOURCE_DIR)
                          + u"/../shared/data/recorded-streams"_s);
        for (const QString &name : folder.entryList({u"*.txt"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        if (folder.isEmpty())
            QTest::newRow("none") << QString();
    }
    void recordedStreamsAreToldAgainAsTheyCame()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("the recorded streams are not beside this checkout");
        const Recorded recorded = readRecorded(path);
        CachedStreet street(recorded.dialect, withTools());
        const auto live = street.send(u"hi"_s);
        street.play(recorded.wire);
        QTRY_VERIFY(live->isFinished());
        const auto hit = street.send(u"hi"_s, CacheMode::OfflineOnly);
        QTRY_VERIFY(hit->isFinished());
        const bool isUsable = !live->failure()
            && (live->answer().finish->reason == FinishReason::Stop
                || live->answer().finish->reason == FinishReason::ToolCalls);
        QCOMPARE(!hit->failure(), isUsable);
        if (isUsable)
            QVERIFY(hit->answer() == live->answer());
        QCOMPARE(street.cache.memoryEntries(), isUsable ? 1 : 0);
    }

    void recordedStreamsThatBreakOffLeaveNothing_data()
    {
        recordedStreamsAreToldAgainAsTheyCame_data();
    }
    void recordedStreamsThatBreakOffLeaveNothing()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("the recorded streams are not beside this checkout");
        const Recorded recorded = readRecorded(path);
        const QByteArray &wire = recorded.wire;
        CachedStreet street(recorded.dialect, withTools());
        // Every byte takes minutes; the ends, where marks are, are taken whole in any case.
        const bool isDeep = qEnvironmentVariableIsSet("KAGURA_TEST_DEEP");
        const qsizetype step = isDeep ? 1 : std::max<qsizetype>(1, wire.size() / 60);
        int kept = 0;
        for (qsizetype size = 0; size < wire.size(); size += size < wire.size() - 60 ? step : 1) {
            const QString text = QString::number(size);
            const auto live = street.send(text);
            street.play(wire.first(size));
            QTRY_VERIFY(live->isFinished());
            const auto again = street.send(text, CacheMode::OfflineOnly);
            QTRY_VERIFY(again->isFinished());
            if (again->failure())
                continue;
            ++kept;
            QVERIFY2(!live->failure(), qPrintable(text));
            QVERIFY(again->answer() == live->answer());
        }
        QCOMPARE(street.cache.memoryEntries(), kept);
    }

private:
    struct Recorded
    {
        DialectId dialect = DialectId::OpenAiChat;
        QByteArray wire;
    };

    static Recorded readRecorded(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray content = file.readAll();
        QList<QByteArray> payloads = content.split('\n');
        payloads.removeAll(QByteArray());
        Recorded recorded;
        if (QFileInfo(path).fileName().startsWith("google"_L1))
            recorded.dialect = DialectId::Gemini;
        else if (content.contains("\"message_start\""))
            recorded.dialect = DialectId::Anthropic;
        else if (content.contains("\"response.created\""))
            recorded.dialect = DialectId::OpenAiResponses;
        else
            payloads.append("[DONE]");
        recorded.wire = eventStream(payloads);
        return recorded;
    }

    static CachePolicy withTools()
    {
        CachePolicy policy;
        policy.modelSteps = true;
        return policy;
    }
};

KAGURA_TEST(TestCachedStreams)
#include "tst_cachedstreams.moc"
