// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ndjsonreader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

QList<QByteArray> readPieces(const QList<QByteArray> &pieces)
{
    NdjsonReader reader;
    QList<QByteArray> values;
    const auto collect = [&values](QByteArrayView value) {
        values.append(value.toByteArray());
        return true;
    };
    for (const QByteArray &piece : pieces) {
        const QByteArray copy(piece.constData(), piece.size());
        reader.feed(copy, collect);
    }
    reader.flush(collect);
    return values;
}

} // namespace

class TestNdjsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShapeInEveryFraming_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QList<QByteArray>>("values");
        using Values = QList<QByteArray>;
        QTest::newRow("lines") << QByteArray("{\"a\":1}\n{\"b\":2}\n")
                               << Values{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("CRLF and blank lines") << QByteArray("\r\n{\"a\":1}\r\n\r\n \n{\"b\":2}\r\n")
                                              << Values{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("a last line without its end")
            << QByteArray("{\"a\":1}\n{\"b\":2}") << Values{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("several on a line") << QByteArray("{\"a\":1}{\"b\":2} {\"c\":3}\n")
                                           << Values{"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"};
        QTest::newRow("brackets inside a string")
            << QByteArray("{\"a\":\"} {\\\"\"}\n") << Values{"{\"a\":\"} {\\\"\"}"};
        QTest::newRow("line separators inside a string")
            << QByteArray("{\"a\":\"\xe2\x80\xa8\"}\n") << Values{"{\"a\":\"\xe2\x80\xa8\"}"};
        QTest::newRow("junk is passed on, for the caller to refuse")
            << QByteArray("oops\n") << Values{"oops"};
        QTest::newRow("nothing") << QByteArray("\n \n") << Values{};
    }

    void readsEveryShapeInEveryFraming()
    {
        QFETCH(const QByteArray, wire);
        QFETCH(const QList<QByteArray>, values);
        QCOMPARE(readPieces({wire}), values);
        QList<QByteArray> bytes;
        for (const char c : wire)
            bytes.append(QByteArray(1, c));
        QCOMPARE(readPieces(bytes), values);
        for (qsizetype cut = 1; cut < wire.size(); ++cut)
            QCOMPARE(readPieces({wire.left(cut), wire.mid(cut)}), values);
    }

    void aLineOverTheLimitIsATypedError()
    {
        NdjsonReader reader(100);
        int seen = 0;
        for (int i = 0; i < 20; ++i)
            reader.feed(QByteArray(10, 'x'), [&seen](QByteArrayView) {
                ++seen;
                return true;
            });
        QVERIFY(reader.error());
        QCOMPARE(reader.error()->kind, Error::Kind::Protocol);
        QCOMPARE(seen, 0);
    }
};

KAGURA_TEST(TestNdjsonReader)
#include "tst_ndjsonreader.moc"
