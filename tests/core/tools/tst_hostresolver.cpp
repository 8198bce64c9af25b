// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/hostresolver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestHostResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAddressesOfThePublicInternetArePublic_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address :
             {"1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.0.1",
              "100.128.0.1", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e",
              "::ffff:8.8.8.8"})
            QTest::newRow(address) << true;
        for (const char *address : {"0.0.0.0",
                                    "0.1.2.3",
                                    "10.0.0.1",
                                    "100.64.0.1",
                                    "127.0.0.1",
                                    "127.255.255.254",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.0.0.1",
                                    "192.0.2.1",
                                    "192.168.1.1",
                                    "198.18.0.1",
                                    "198.51.100.7",
                                    "203.0.113.7",
                                    "224.0.0.1",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::127.0.0.1",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b:1::1",
                                    "100::1",
                                    "2001::1",
                                    "2001:db8::1",
                                    "2002:7f00:1::1",
                                    "fc00::1",
                                    "fd12:3456::1",
                                    "fe80::1",
                                    "fec0::1",
                                    "ff02::1"})
            QTest::newRow(address) << false;
    }
    void onlyAddressesOfThePublicInternetArePublic()
    {
        QFETCH(const bool, isPublic);
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QCOMPARE(isPublicAddress(address), isPublic);
    }

    void noAddressIsNotPublic() { QVERIFY(!isPublicAddress(QHostAddress())); }

    void theSystemKnowsItself()
    {
        SystemResolver resolver;
        std::optional<QList<QHostAddress>> found;
        resolver.resolve(u"localhost"_s, this,
                         [&found](const QList<QHostAddress> &addresses) { found = addresses; });
        QVERIFY(!found);
        QTRY_VERIFY(found);
        QVERIFY(!found->isEmpty());
        for (const QHostAddress &address : *found)
            QVERIFY(address.isLoopback());
    }
};

KAGURA_TEST(TestHostResolver)
#include "tst_hostresolver.moc"
