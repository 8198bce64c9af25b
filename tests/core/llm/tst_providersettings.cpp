// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providersettings.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace kagura;

class TestProviderSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void defaultsAreLeftOut();
    void liftedDeadlinesStayLifted();
    void noCredentialIsWritten();
    void whatCannotBeUsedIsRefused_data();
    void whatCannotBeUsedIsRefused();
    void wrongTypesReadAsDefault();
    void aBadEntryDoesNotTakeTheOthersAlong();
};

namespace {

using namespace Qt::StringLiterals;

ProviderConfig plain()
{
    ProviderConfig config;
    config.name = u"mine"_s;
    config.baseUrl = QUrl(u"https://api.example.com/v1"_s);
    return config;
}

} // namespace

void TestProviderSettings::everyFieldComesBack()
{
    ProviderConfig config = plain();
    config.dialect = DialectId::Gemini;
    config.capabilities = {false, false, false, true, true, false};
    config.headers = {{"X-Title", "Kagura"}};
    config.network = {NetworkProfile::Proxy::Custom, QUrl(u"socks5://proxy:1080"_s),
                      u"/etc/ssl/own.pem"_s};
    config.deadlines = {std::chrono::seconds(1), std::chrono::seconds(2), std::chrono::seconds(3),
                        std::chrono::seconds(4), std::chrono::seconds(5)};
    config.limits = {3, 60, 100000};
    config.needsKey = false;
    config.keyVariable = u"MY_KEY"_s;
    const Result<ProviderConfig> back = providerFromJson(providerToJson(config));
    QVERIFY(back);
    QVERIFY(*back == config);
    config.network = {NetworkProfile::Proxy::None, {}, {}};
    QVERIFY(providerFromJson(providerToJson(config)).value() == config);
}

void TestProviderSettings::defaultsAreLeftOut()
{
    const Json object = providerToJson(plain());
    QCOMPARE(object.size(), std::size_t(3));
    QVERIFY(providerFromJson(object).value() == plain());
}

void TestProviderSettings::liftedDeadlinesStayLifted()
{
    ProviderConfig config = plain();
    config.deadlines.firstByte = std::nullopt;
    const Result<ProviderConfig> back = providerFromJson(providerToJson(config));
    QVERIFY(back);
    QVERIFY(!back->deadlines.firstByte);
    QVERIFY(back->deadlines.idle == Deadlines().idle);
}

void TestProviderSettings::noCredentialIsWritten()
{
    ProviderConfig config = plain();
    config.baseUrl.setUserInfo(u"user:canary1"_s);
    config.network = {NetworkProfile::Proxy::Custom, QUrl(u"http://user:canary2@proxy:3128"_s), {}};
    config.headers = {{"Authorization", "Bearer canary3"}, {"X-API-Key", "canary4"},
                      {"x-goog-api-key", "canary5"},       {"Cookie", "canary6"},
                      {"X-Auth-Token", "canary7"},         {"X-Title", "fine"}};
    const QByteArray text = dumpJson(providerToJson(config));
    QVERIFY2(!text.contains("canary"), text.constData());
    QVERIFY(text.contains("X-Title"));
    QVERIFY(text.contains("http://user@proxy:3128"));
}

void TestProviderSettings::whatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    QTest::newRow("no name") << QByteArray(R"({"dialect":"ollama","base_url":"http://a"})")
                             << "name";
    QTest::newRow("a slash in the name")
        << QByteArray(R"({"name":"a/b","dialect":"ollama","base_url":"http://a"})") << "name";
    QTest::newRow("unknown dialect")
        << QByteArray(R"({"name":"a","dialect":"morse","base_url":"http://a"})") << "dialect";
    QTest::newRow("no address") << QByteArray(R"({"name":"a","dialect":"ollama"})") << "base_url";
    QTest::newRow("a file as address")
        << QByteArray(R"({"name":"a","dialect":"ollama","base_url":"file:///etc/passwd"})")
        << "base_url";
    QTest::newRow("a password in the address")
        << QByteArray(R"({"name":"a","dialect":"ollama","base_url":"http://u:p@a"})") << "base_url";
    QTest::newRow("a key in the address")
        << QByteArray(R"({"name":"a","dialect":"ollama","base_url":"http://a?key=1"})")
        << "base_url";
    QTest::newRow("no object") << QByteArray("[]") << "name";
}

void TestProviderSettings::whatCannotBeUsedIsRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, names);
    const Result<ProviderConfig> config = providerFromJson(parseJson(json).value());
    QVERIFY(!config);
    QCOMPARE(config.error().kind, Error::Kind::BadRequest);
    QVERIFY2(config.error().message.contains(names), qPrintable(config.error().message));
}

void TestProviderSettings::wrongTypesReadAsDefault()
{
    const Json object = parseJson(R"({"name":"mine","dialect":"openai-chat",
        "base_url":"https://api.example.com/v1","needs_key":"yes","key_variable":5,"proxy":7,
        "headers":[5,{"name":"A\r\nB","value":"x"},{"name":"","value":"x"}],"capabilities":[],
        "deadlines":{"connect_ms":-5,"idle_ms":"x","total_ms":1e30},
        "limits":{"concurrency":0,"requests_per_minute":-1}})")
                            .value();
    const Result<ProviderConfig> config = providerFromJson(object);
    QVERIFY(config);
    QVERIFY(*config == plain());
}

void TestProviderSettings::aBadEntryDoesNotTakeTheOthersAlong()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"dialect"_s));
    ProviderConfig other = plain();
    other.name = u"other"_s;
    Json list = providersToJson({plain(), other});
    const Json broken = {{"name", "broken"}};
    list.insert(list.begin() + 1, broken);
    Json twice = providerToJson(plain());
    twice["dialect"] = "ollama";
    list.push_back(twice);
    const QList<ProviderConfig> configs = providersFromJson(list);
    QCOMPARE(configs.size(), 2);
    QVERIFY(configs.at(0) == plain());
    QVERIFY(configs.at(1) == other);
    QVERIFY(providersFromJson(nullptr).isEmpty());
    QVERIFY(providersFromJson("text").isEmpty());
}

KAGURA_TEST(TestProviderSettings)
#include "tst_providersettings.moc"
