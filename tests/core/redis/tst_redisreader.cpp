// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisreader.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kagura;
using Kind = RedisValue::Kind;

namespace {

const QByteArray Everything = "+OK\r\n-ERR no\r\n:42\r\n$5\r\nhe\r\nl\r\n$-1\r\n"
                              "*3\r\n$1\r\na\r\n*1\r\n:-7\r\n$-1\r\n$0\r\n\r\n";

QList<RedisValue> expected()
{
    return {{Kind::Status, "OK", 0, {}},
            {Kind::Failure, "ERR no", 0, {}},
            {Kind::Integer, {}, 42, {}},
            {Kind::Text, "he\r\nl", 0, {}},
            {},
            {Kind::List,
             {},
             0,
             {{Kind::Text, "a", 0, {}}, {Kind::List, {}, 0, {{Kind::Integer, {}, -7, {}}}}, {}}},
            {Kind::Text, "", 0, {}}};
}

} // namespace

class TestRedisReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsReadWhereverItIsCut()
    {
        for (qsizetype cut = 0; cut <= Everything.size(); ++cut) {
            RedisReader reader(1000);
            auto values = reader.add(Everything.first(cut));
            QVERIFY(values);
            const auto rest = reader.add(Everything.sliced(cut));
            QVERIFY(rest);
            QCOMPARE(*values + *rest, expected());
        }
    }

    void anAnswerLargerThanTheLimitEndsTheReading()
    {
        RedisReader reader(10'000);
        QVERIFY(reader.add("$99999999\r\n"));
        QVERIFY(reader.add(QByteArray(9000, 'x')));
        const auto large = reader.add(QByteArray(9000, 'x'));
        QVERIFY(!large);
        QCOMPARE(large.error().kind, Error::Kind::Protocol);
        QVERIFY(!reader.add("+OK\r\n"));
    }

    void manySmallAnswersAreNotTakenForALargeOne()
    {
        RedisReader reader(10'000);
        for (int i = 0; i < 100; ++i) {
            const auto values = reader.add("$4096\r\n" + QByteArray(4096, 'x') + "\r\n:1");
            QVERIFY(values);
            QVERIFY(reader.add("\r\n"));
        }
    }

    void whatBreaksTheProtocolIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("a list of more than there can be") << QByteArray("*2147483647\r\n");
        QTest::newRow("a list too long for us") << QByteArray("*100001\r\n");
        QTest::newRow("a length below nothing") << QByteArray("$-7\r\n");
        QTest::newRow("a length that is no number") << QByteArray("$abc\r\n");
        QTest::newRow("too deep") << QByteArray("*1\r\n").repeated(40);
    }
    void whatBreaksTheProtocolIsAnError()
    {
        QFETCH(const QByteArray, bytes);
        RedisReader reader(1000);
        const auto values = reader.add(bytes);
        QVERIFY(!values);
        QCOMPARE(values.error().kind, Error::Kind::Protocol);
    }

    void randomDamageNeverDoesMoreThanFail()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes = Everything;
            for (int i = random.bounded(4); i >= 0; --i)
                bytes[random.bounded(static_cast<int>(bytes.size()))] =
                    static_cast<char>(random.bounded(256));
            RedisReader reader(1000);
            const auto values = reader.add(bytes);
            QVERIFY(!values || values->size() <= bytes.size());
        }
    }

    void wordsOfACommandMayHoldAnyBytes()
    {
        const QByteArray odd("a\0\r\n$", 5);
        QCOMPARE(RedisReader::commandBytes({"SET", odd, ""}),
                 QByteArray("*3\r\n$3\r\nSET\r\n$5\r\n") + odd + "\r\n$0\r\n\r\n");
    }
};

KAGURA_TEST(TestRedisReader)
#include "tst_redisreader.moc"
