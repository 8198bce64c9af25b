// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/providerfields.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProviderFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadIsWrittenBackUnchanged();
    void emptyNumbersAreNoLimit();
    void badFieldsAreNamedAndChangeNothing_data();
    void badFieldsAreNamedAndChangeNothing();
    void thousandsMayBeSeparated();

private:
    [[nodiscard]] static ProviderConfig config()
    {
        ProviderConfig made;
        made.name = u"team"_s;
        made.baseUrl = QUrl(u"https://llm.team.example/v1"_s);
        made.headers = {{"X-Team", "blue"}, {"X-Zone", "eu"}};
        made.network.proxy = NetworkProfile::Proxy::Custom;
        made.network.proxyUrl = QUrl(u"socks5://proxy.example:1080"_s);
        made.network.caFile = u"/etc/ssl/team.pem"_s;
        made.deadlines.firstByte = 30s;
        made.deadlines.total = 600s;
        made.limits = {8, 300, 200000};
        return made;
    }
};

void TestProviderFields::whatWasReadIsWrittenBackUnchanged()
{
    const auto applied = ProviderFields::of(config()).appliedTo(config());
    QVERIFY(std::holds_alternative<ProviderConfig>(applied));
    QCOMPARE(std::get<ProviderConfig>(applied), config());
}

void TestProviderFields::emptyNumbersAreNoLimit()
{
    ProviderFields fields = ProviderFields::of(config());
    fields.firstByte.clear();
    fields.requests = u" "_s;
    const auto applied = fields.appliedTo(config());
    QVERIFY(std::holds_alternative<ProviderConfig>(applied));
    QVERIFY(!std::get<ProviderConfig>(applied).deadlines.firstByte);
    QVERIFY(!std::get<ProviderConfig>(applied).limits.requestsPerMinute);
}

void TestProviderFields::badFieldsAreNamedAndChangeNothing_data()
{
    using Name = ProviderFields::Name;
    QTest::addColumn<QString ProviderFields::*>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *title, QString ProviderFields::*field, const QString &text,
                        Name fault) { QTest::newRow(title) << field << text << int(fault); };
    row("no scheme", &ProviderFields::baseUrl, u"llm.example/v1"_s, Name::BaseUrl);
    row("another scheme", &ProviderFields::baseUrl, u"file:///etc/passwd"_s, Name::BaseUrl);
    row("a key in the query", &ProviderFields::baseUrl, u"https://a.example/v1?key=1"_s,
        Name::BaseUrl);
    row("a password in the address", &ProviderFields::baseUrl, u"https://a:b@a.example/v1"_s,
        Name::BaseUrl);
    row("a proxy without a port", &ProviderFields::proxyUrl, u"http://proxy.example"_s,
        Name::ProxyUrl);
    row("a proxy with a password", &ProviderFields::proxyUrl, u"http://a:b@proxy.example:80"_s,
        Name::ProxyUrl);
    row("half a path", &ProviderFields::caFile, u"team.pem"_s, Name::CaFile);
    row("a header without a colon", &ProviderFields::headers, u"X-Team blue"_s, Name::Headers);
    row("a header with a space", &ProviderFields::headers, u"X Team: blue"_s, Name::Headers);
    row("a key as a header", &ProviderFields::headers, u"Authorization: Bearer sk-1"_s,
        Name::Headers);
    row("words", &ProviderFields::idle, u"long"_s, Name::Idle);
    row("zero", &ProviderFields::total, u"0"_s, Name::Total);
    row("too long", &ProviderFields::firstByte, u"999999999999"_s, Name::FirstByte);
    row("no calls", &ProviderFields::concurrency, QString(), Name::Concurrency);
    row("minus", &ProviderFields::requests, u"-3"_s, Name::Requests);
    row("a fraction", &ProviderFields::tokens, u"1.5"_s, Name::Tokens);
}

void TestProviderFields::badFieldsAreNamedAndChangeNothing()
{
    QFETCH(QString ProviderFields::*, field);
    QFETCH(QString, text);
    ProviderFields fields = ProviderFields::of(config());
    fields.*field = text;
    const auto applied = fields.appliedTo(config());
    QVERIFY(std::holds_alternative<ProviderFields::Fault>(applied));
    QTEST(int(std::get<ProviderFields::Fault>(applied).field), "fault");
    QVERIFY(!std::get<ProviderFields::Fault>(applied).words.isEmpty());
}

void TestProviderFields::thousandsMayBeSeparated()
{
    ProviderFields fields = ProviderFields::of(config());
    fields.tokens = u"2,000,000"_s;
    const auto applied = fields.appliedTo(config());
    QVERIFY(std::holds_alternative<ProviderConfig>(applied));
    QCOMPARE(std::get<ProviderConfig>(applied).limits.tokensPerMinute,
             std::optional<qint64>(2000000));
}

Q_DECLARE_METATYPE(QString kagura::ProviderFields::*)
KAGURA_TEST(TestProviderFields)
#include "tst_providerfields.moc"
