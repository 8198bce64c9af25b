// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providerpresets.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace kagura;

namespace {

QByteArray file(const QByteArray &entry)
{
    return "{\"providers\": [" + entry + "]}";
}

constexpr QByteArrayView Slashed =
    R"({"providers": [{"name": "a/b", "base_url": "https://a.example"}]})";

class TestProviderPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void whatIsLeftOutHasItsDefault();
    void localServersNeedNoKeyAndNoProxy();
    void faultsNameTheEntry_data();
    void faultsNameTheEntry();
    void theBundledFileIsSound();
};

void TestProviderPresets::readsEveryField()
{
    const auto presets = readProviderPresets(file(
        R"({"name": "a", "title": "A", "dialect": "anthropic", "base_url": "https://a.example/v1",
            "key_variable": "A_KEY", "key_page": "https://a.example/keys",
            "capabilities": {"temperature_with_top_p": false, "array_content": false}})"));
    QVERIFY(presets);
    ProviderPreset expected;
    expected.title = QStringLiteral("A");
    expected.keyPage = QUrl(QStringLiteral("https://a.example/keys"));
    expected.config.name = QStringLiteral("a");
    expected.config.dialect = DialectId::Anthropic;
    expected.config.baseUrl = QUrl(QStringLiteral("https://a.example/v1"));
    expected.config.keyVariable = QStringLiteral("A_KEY");
    expected.config.capabilities.temperatureWithTopP = false;
    expected.config.capabilities.arrayContent = false;
    QCOMPARE(presets->first(), expected);
}

void TestProviderPresets::whatIsLeftOutHasItsDefault()
{
    const auto presets =
        readProviderPresets(file(R"({"name": "a", "base_url": "https://a.example"})"));
    QVERIFY(presets);
    ProviderConfig expected;
    expected.name = QStringLiteral("a");
    expected.baseUrl = QUrl(QStringLiteral("https://a.example"));
    QCOMPARE(presets->first().config, expected);
    QCOMPARE(presets->first().title, QStringLiteral("a"));
}

void TestProviderPresets::localServersNeedNoKeyAndNoProxy()
{
    const auto presets = readProviderPresets(
        file(R"({"name": "a", "base_url": "http://127.0.0.1:1/v1", "local": true})"));
    QVERIFY(presets);
    QVERIFY(!presets->first().config.needsKey);
    QCOMPARE(presets->first().config.network.proxy, NetworkProfile::Proxy::None);
}

void TestProviderPresets::faultsNameTheEntry_data()
{
    QTest::addColumn<QByteArray>("entry");
    const QByteArray good = R"({"name": "bad", "base_url": "https://a.example"})";
    QTest::newRow("no URL") << QByteArray(R"({"name": "bad"})");
    QTest::newRow("file URL") << QByteArray(R"({"name": "bad", "base_url": "file:///etc"})");
    QTest::newRow("no host") << QByteArray(R"({"name": "bad", "base_url": "https:///v1"})");
    QTest::newRow("dialect") << QByteArray(
        R"({"name": "bad", "base_url": "https://a.example", "dialect": "smoke"})");
    QTest::newRow("capability") << QByteArray(
        R"({"name": "bad", "base_url": "https://a.example", "capabilities": {"fly": true}})");
    QTest::newRow("twice") << good + ',' + good;
}

void TestProviderPresets::faultsNameTheEntry()
{
    QFETCH(QByteArray, entry);
    const auto presets = readProviderPresets(file(entry));
    QVERIFY(!presets);
    QCOMPARE(presets.error().kind, Error::Kind::Protocol);
    QVERIFY2(presets.error().message.contains(QStringLiteral("\"bad\"")),
             qPrintable(presets.error().message));
    QVERIFY(!readProviderPresets("{}"));
    QVERIFY(!readProviderPresets(Slashed));
}

void TestProviderPresets::theBundledFileIsSound()
{
    QFile bundled(QStringLiteral(KAGURA_SOURCE_DIR "/resources/providers.json"));
    QVERIFY(bundled.open(QIODevice::ReadOnly));
    const auto presets = readProviderPresets(bundled.readAll());
    QVERIFY2(presets, presets ? "" : qPrintable(presets.error().message));
    QVERIFY(presets->size() >= 35);
    for (const ProviderPreset &preset : *presets) {
        const ProviderConfig &config = preset.config;
        QVERIFY2(preset.isLocal == isLoopback(config.baseUrl), qPrintable(config.name));
        QVERIFY2(preset.isLocal != config.needsKey, qPrintable(config.name));
        QVERIFY2(preset.isLocal || config.baseUrl.scheme() == QLatin1String("https"),
                 qPrintable(config.name));
        QVERIFY2(!config.baseUrl.path().endsWith(QLatin1Char('/')), qPrintable(config.name));
    }
    const auto named = [&presets](const QString &name) {
        return std::any_of(presets->cbegin(), presets->cend(),
                           [&name](const ProviderPreset &one) { return one.config.name == name; });
    };
    for (const QString &name :
         {QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("gemini"),
          QStringLiteral("ollama"), QStringLiteral("lmstudio"), QStringLiteral("llama-server"),
          QStringLiteral("vllm"), QStringLiteral("jan"), QStringLiteral("localai"),
          QStringLiteral("koboldcpp"), QStringLiteral("gpt4all"),
          QStringLiteral("docker-model-runner")})
        QVERIFY2(named(name), qPrintable(name));
}

} // namespace

KAGURA_TEST(TestProviderPresets)
#include "tst_providerpresets.moc"
