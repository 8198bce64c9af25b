// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Streams that real servers sent, where they lie beside the checkout; they are not part of the project.

#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

DialectId dialectOf(const QString &name, const QByteArray &content)
{
    if (name.startsWith("google"_L1))
        return DialectId::Gemini;
    if (content.contains("\"message_start\""))
        return DialectId::Anthropic;
    if (content.contains("response.") && content.contains("\"sequence_number\""))
        return DialectId::OpenAiResponses;
    return content.contains("\"response.created\"") ? DialectId::OpenAiResponses
                                                    : DialectId::OpenAiChat;
}

// Runs of text that arrived in other pieces are one text.
QList<ChatEvent> joined(const QList<ChatEvent> &events)
{
    QList<ChatEvent> result;
    for (const ChatEvent &event : events) {
        auto *last = result.isEmpty() ? nullptr : std::get_if<TextDelta>(&result.last());
        if (const auto *text = std::get_if<TextDelta>(&event); text != nullptr && last != nullptr)
            last->text += text->text;
        else
            result.append(event);
    }
    return result;
}

} // namespace

class TestRecordedStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodeTheSameInEveryFraming_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(KAGURA_SOURCE_DIR)
                          + u"/../shared/data/recorded-streams"_s);
        for (const QString &name : folder.entryList({u"*.txt"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        if (folder.isEmpty())
            QTest::newRow("none") << QString();
    }

    void decodeTheSameInEveryFraming()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("the recorded streams are not beside this checkout");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        const QString name = QFileInfo(path).fileName();
        QList<QByteArray> payloads = content.split('\n');
        payloads.removeAll(QByteArray());
        const DialectId dialect = dialectOf(name, content);
        const QByteArray wire = framed(dialect, payloads)
            + (dialect == DialectId::OpenAiChat ? "data: [DONE]\n\n" : "");

        const Decoded whole = decode(dialect, {wire});
        if (name.contains("error"_L1)) {
            QVERIFY(whole.failure);
            QCOMPARE(whole.failure->kind, Error::Kind::Quota);
        } else {
            QVERIFY2(!whole.failure,
                     qPrintable(whole.failure ? whole.failure->message : QString()));
            QVERIFY(std::holds_alternative<Finish>(whole.events.constLast()));
            QVERIFY2(!whole.answer.text.isEmpty() || !whole.answer.toolCalls.isEmpty()
                         || whole.answer.finish->reason == FinishReason::Refusal,
                     "nothing came of it");
            QVERIFY(whole.answer.usage.outputTokens.value_or(0) > 0 || name.contains("custom"_L1));
            if (name.contains("tool"_L1))
                QVERIFY(!whole.answer.toolCalls.isEmpty());
            if (name.contains("reasoning"_L1) && dialect == DialectId::OpenAiChat)
                QVERIFY(!whole.answer.reasoning.isEmpty());
        }
        QVERIFY(joined(decode(dialect, byteByByte(wire)).events) == joined(whole.events));
        QVERIFY(joined(decode(dialect,
                              {framed(dialect, payloads, "\r\n")
                               + (dialect == DialectId::OpenAiChat ? "data: [DONE]\r\n\r\n" : "")})
                           .events)
                == joined(whole.events));
        for (qsizetype cut = 1; cut < wire.size(); cut += std::max<qsizetype>(1, wire.size() / 400))
            QVERIFY2(joined(decode(dialect, {wire.left(cut), wire.mid(cut)}).events)
                         == joined(whole.events),
                     qPrintable(QString::number(cut)));
    }

    void aCutAtAnyEventIsNeverComplete_data() { decodeTheSameInEveryFraming_data(); }

    void aCutAtAnyEventIsNeverComplete()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("the recorded streams are not beside this checkout");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QList<QByteArray> payloads = content.split('\n');
        payloads.removeAll(QByteArray());
        const DialectId dialect = dialectOf(QFileInfo(path).fileName(), content);
        const bool endsAtReason = dialect == DialectId::OpenAiChat || dialect == DialectId::Gemini;
        QByteArray sent;
        for (qsizetype i = 0; i + 1 < payloads.size(); ++i) {
            sent += payloads.at(i);
            const Decoded decoded = decode(dialect, {framed(dialect, payloads.first(i + 1))});
            const bool saidWhy = endsAtReason
                && (sent.contains("\"finish_reason\":\"") || sent.contains("\"finishReason\":\""));
            QVERIFY(decoded.failure || saidWhy || sent.contains("\"message_stop\"")
                    || sent.contains("\"response.completed\""));
            QCOMPARE(decoded.answer.finish.has_value(), !decoded.failure);
        }
    }
};

KAGURA_TEST(TestRecordedStreams)
#include "tst_recordedstreams.moc"
