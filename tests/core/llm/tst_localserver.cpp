// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/llm/localserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace kagura;

class TestLocalServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productsAreToldApartByTheirAnswers_data();
    void productsAreToldApartByTheirAnswers();
    void whatIsNoModelServerIsNone_data();
    void whatIsNoModelServerIsNone();
    void providersMadeFromServersNeedNoKeyAndNoProxy();
    void everyProductHasAPreset();
};

namespace {

using namespace Qt::StringLiterals;

LocalAnswers answers(std::initializer_list<std::pair<const char *, const char *>> bodies,
                     const QByteArray &server = {})
{
    LocalAnswers answers;
    for (const auto &[path, body] : bodies)
        answers.insert(QString::fromLatin1(path), {200, server, QByteArray(body)});
    return answers;
}

QByteArray listOf(const char *owner)
{
    return QByteArray(R"({"object":"list","data":[{"id":"m1","object":"model","owned_by":")")
        + owner + R"("},{"id":"m2","object":"model","owned_by":")" + owner + R"("}]})";
}

const char *const Plain = R"({"object":"list","data":[{"id":"m1","object":"model"}]})";

} // namespace

Q_DECLARE_METATYPE(LocalAnswers)

void TestLocalServer::productsAreToldApartByTheirAnswers_data()
{
    QTest::addColumn<LocalAnswers>("given");
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("models");
    const QString v1 = u"http://127.0.0.1:8000/v1"_s;
    const QStringList two = {u"m1"_s, u"m2"_s};
    const QStringList one = {u"m1"_s};
    const auto byOwner = [](const char *owner) {
        return LocalAnswers{{u"/v1/models"_s, {200, {}, listOf(owner)}}};
    };
    QTest::newRow("Ollama") << answers(
        {{"/", "Ollama is running"},
         {"/v1/models", listOf("library").constData()},
         {"/api/tags", R"({"models":[{"name":"llama3.2:latest"}]})"}})
                            << u"Ollama"_s << u"http://127.0.0.1:8000"_s
                            << QStringList{u"llama3.2:latest"_s};
    QTest::newRow("Ollama without models")
        << answers({{"/", "Ollama is running"}, {"/api/tags", R"({"models":null})"}}) << u"Ollama"_s
        << u"http://127.0.0.1:8000"_s << QStringList();
    QTest::newRow("Ollama behind a proxy that hides its greeting")
        << answers({{"/", "<html>"}, {"/api/tags", R"({"models":[{"name":"a"}]})"}}) << u"Ollama"_s
        << u"http://127.0.0.1:8000"_s << QStringList{u"a"_s};
    QTest::newRow("vLLM") << byOwner("vllm") << u"vLLM"_s << v1 << two;
    QTest::newRow("llama-server") << byOwner("llamacpp") << u"llama-server"_s << v1 << two;
    QTest::newRow("llama-server by its properties")
        << answers({{"/v1/models", Plain}, {"/props", R"({"default_generation_settings":{}})"}})
        << u"llama-server"_s << v1 << one;
    QTest::newRow("llama-server by its header")
        << answers({{"/v1/models", Plain}}, "llama.cpp") << u"llama-server"_s << v1 << one;
    QTest::newRow("LM Studio") << byOwner("organization_owner") << u"LM Studio"_s << v1 << two;
    QTest::newRow("LM Studio by its own list")
        << answers({{"/v1/models", Plain},
                    {"/api/v0/models", R"({"data":[{"id":"m1","compatibility_type":"gguf"}]})"}})
        << u"LM Studio"_s << v1 << one;
    QTest::newRow("LM Studio without models")
        << answers({{"/v1/models", R"({"object":"list","data":[]})"},
                    {"/api/v0/models", R"({"object":"list","data":[]})"}})
        << u"LM Studio"_s << v1 << QStringList();
    QTest::newRow("Jan") << byOwner("user") << u"Jan"_s << v1 << two;
    QTest::newRow("Jan, older") << answers(
        {{"/v1/models",
          R"({"data":[{"id":"m1","engine":"x","inference_params":{},"owned_by":""}]})"}})
                                << u"Jan"_s << v1 << one;
    QTest::newRow("KoboldCpp") << byOwner("koboldcpp") << u"KoboldCpp"_s << v1 << two;
    QTest::newRow("KoboldCpp, which also imitates Ollama")
        << answers({{"/v1/models", Plain},
                    {"/api/tags", R"({"models":[{"name":"koboldcpp"}]})"},
                    {"/api/extra/version", R"({"result":"KoboldCpp","version":"1.7"})"}})
        << u"KoboldCpp"_s << v1 << one;
    QTest::newRow("GPT4All") << byOwner("humanity") << u"GPT4All"_s << v1 << two;
    QTest::newRow("LocalAI") << answers(
        {{"/v1/models", Plain}, {"/system", R"({"backends":[],"loaded_models":null})"}})
                             << u"LocalAI"_s << v1 << one;
    QTest::newRow("Docker Model Runner")
        << answers({{"/engines/llama.cpp/v1/models", listOf("docker").constData()}})
        << u"Docker Model Runner"_s << u"http://127.0.0.1:8000/engines/llama.cpp/v1"_s << two;
    QTest::newRow("anything else")
        << answers({{"/v1/models", Plain}}) << u"OpenAI-compatible server"_s << v1 << one;
}

void TestLocalServer::productsAreToldApartByTheirAnswers()
{
    QFETCH(const LocalAnswers, given);
    QFETCH(const QString, product);
    QFETCH(const QString, url);
    QFETCH(const QStringList, models);
    const std::optional<LocalServer> server = identifyServer(8000, given);
    QVERIFY(server);
    QCOMPARE(server->product, product);
    QCOMPARE(server->baseUrl.toString(), url);
    QCOMPARE(server->models, models);
    QCOMPARE(server->dialect, product == u"Ollama"_s ? DialectId::Ollama : DialectId::OpenAiChat);
}

void TestLocalServer::whatIsNoModelServerIsNone_data()
{
    QTest::addColumn<LocalAnswers>("given");
    QTest::newRow("silence") << LocalAnswers();
    QTest::newRow("a web site that answers everything with a page")
        << answers({{"/", "<html>"},
                    {"/v1/models", "<html>"},
                    {"/api/tags", "<html>"},
                    {"/props", "<html>"},
                    {"/system", "<html>"},
                    {"/api/extra/version", "<html>"}});
    QTest::newRow("a JSON service of another kind")
        << answers({{"/v1/models", R"({"data":[{"name":"car"}]})"}, {"/", R"({"models":[1]})"}});
    QTest::newRow("an empty object everywhere") << answers(
        {{"/v1/models", "{}"}, {"/api/tags", "{}"}, {"/props", "{}"}, {"/system", "{}"}});
    QTest::newRow("a list that is cut off")
        << answers({{"/v1/models", R"({"object":"list","data":[{"id":"m)"}});
    QTest::newRow("a server that wants a key")
        << LocalAnswers{{u"/v1/models"_s, {401, {}, R"({"error":"no"})"}}, {u"/"_s, {404, {}, {}}}};
    QTest::newRow("a list with an error status")
        << LocalAnswers{{u"/v1/models"_s, {500, {}, listOf("vllm")}}};
    QTest::newRow("deep nonsense")
        << LocalAnswers{{u"/v1/models"_s, {200, {}, QByteArray(100000, '[')}}};
}

void TestLocalServer::whatIsNoModelServerIsNone()
{
    QFETCH(const LocalAnswers, given);
    QVERIFY(!identifyServer(8000, given));
}

void TestLocalServer::providersMadeFromServersNeedNoKeyAndNoProxy()
{
    const ProviderConfig config = providerFor(
        {u"Ollama"_s, u"ollama"_s, QUrl(u"http://127.0.0.1:11434"_s), DialectId::Ollama, {}});
    QCOMPARE(config.name, u"ollama"_s);
    QCOMPARE(config.dialect, DialectId::Ollama);
    QVERIFY(!config.needsKey);
    QCOMPARE(config.network.proxy, NetworkProfile::Proxy::None);
    QVERIFY(config.deadlines.firstByte == std::chrono::seconds(300));
}

// The same server must not turn up under two names, one from here and one from the presets.
void TestLocalServer::everyProductHasAPreset()
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR "/resources/providers.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Json> presets = parseJson(file.readAll());
    QVERIFY(presets);
    QSet<QString> names;
    for (const Json &preset : jsonMember(*presets, "providers"))
        names.insert(jsonString(preset, "name"));
    for (const char *name : {"ollama", "vllm", "llama-server", "lmstudio", "jan", "koboldcpp",
                             "gpt4all", "localai", "docker-model-runner"})
        QVERIFY2(names.contains(QString::fromLatin1(name)), name);
}

KAGURA_TEST(TestLocalServer)
#include "tst_localserver.moc"
