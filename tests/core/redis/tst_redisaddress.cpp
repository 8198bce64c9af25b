// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisaddress.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestRedisAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPartsAreReadAndWritten()
    {
        const auto address = RedisAddress::fromText(u" rediss://kagura@cache.example:6390/3 "_s);
        QVERIFY(address);
        QCOMPARE(address->host, u"cache.example"_s);
        QCOMPARE(address->port, quint16(6390));
        QCOMPARE(address->database, 3);
        QCOMPARE(address->user, u"kagura"_s);
        QVERIFY(address->isEncrypted);
        QCOMPARE(address->toText(), u"rediss://kagura@cache.example:6390/3"_s);
        QCOMPARE(RedisAddress::fromText(address->toText()).value(), *address);
    }

    void whatIsLeftOutIsUsual()
    {
        const auto address = RedisAddress::fromText(u"redis://[::1]"_s);
        QVERIFY(address);
        QCOMPARE(*address, (RedisAddress{u"::1"_s, 6379, 0, {}, false}));
        QCOMPARE(address->toText(), u"redis://[::1]:6379"_s);
    }

    void othersAreRefusedInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QString() << u"redis://host:port"_s;
        QTest::newRow("a bare host") << u"localhost:6379"_s << u"redis://host:port"_s;
        QTest::newRow("another scheme") << u"http://localhost:6379"_s << u"redis://host:port"_s;
        QTest::newRow("no host") << u"redis:///0"_s << u"redis://host:port"_s;
        QTest::newRow("a port out of range") << u"redis://h:70000"_s << u"redis://host:port"_s;
        QTest::newRow("a database by name") << u"redis://h/cache"_s << u"is a number"_s;
        QTest::newRow("a negative database") << u"redis://h/-1"_s << u"is a number"_s;
        QTest::newRow("a query") << u"redis://h/0?timeout=3"_s << u"ends after"_s;
    }
    void othersAreRefusedInWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        const auto address = RedisAddress::fromText(text);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, Error::Kind::BadRequest);
        QVERIFY2(address.error().message.contains(words), qPrintable(address.error().message));
    }

    void aPasswordIsRefusedAndNotRepeated()
    {
        const auto address = RedisAddress::fromText(u"redis://me:hunter2@host"_s);
        QVERIFY(!address);
        QVERIFY(address.error().message.contains("keychain"_L1));
        QVERIFY(!address.error().message.contains("hunter2"_L1));
    }
};

KAGURA_TEST(TestRedisAddress)
#include "tst_redisaddress.moc"
