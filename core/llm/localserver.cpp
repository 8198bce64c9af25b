// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/localserver.h"

#include "core/base/json.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr JsonLimits AnswerLimits{32, 1024 * 1024};
constexpr auto DockerPath = "/engines/llama.cpp/v1/models"_L1;

Json jsonOf(const LocalAnswers &answers, const QString &path)
{
    const LocalAnswer answer = answers.value(path);
    if (answer.status != 200)
        return nullptr;
    const Result<Json> parsed = parseJson(answer.body, AnswerLimits);
    return parsed ? *parsed : Json();
}

//! An OpenAI list of models, whatever else its server may be.
struct ModelList
{
    bool isValid = false;
    QStringList models;
    QStringList owners;
    bool hasEngines = false; //!< Jan up to 0.5 names an engine with each model
};

ModelList readList(const Json &object)
{
    ModelList list;
    const Json &data = jsonMember(object, "data");
    if (!data.is_array())
        return list;
    list.isValid = jsonString(object, "object") == "list"_L1 || !data.empty();
    for (const Json &entry : data) {
        const QString id = jsonString(entry, "id");
        if (id.isEmpty()) {
            list.isValid = false;
            return list;
        }
        list.models.append(id);
        list.owners.append(jsonString(entry, "owned_by"));
        list.hasEngines =
            list.hasEngines || (entry.contains("engine") && entry.contains("inference_params"));
    }
    return list;
}

QUrl address(int port, const QString &path)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    url.setPath(path);
    return url;
}

LocalServer openAiServer(int port,
                         const QString &product,
                         const QString &name,
                         const ModelList &list)
{
    return {product, name, address(port, u"/v1"_s), DialectId::OpenAiChat, list.models};
}

std::optional<LocalServer> identifyOllama(int port, const LocalAnswers &answers)
{
    const Json tags = jsonOf(answers, u"/api/tags"_s);
    const Json &entries = jsonMember(tags, "models");
    const bool saysSo = answers.value(u"/"_s).body.contains("Ollama is running");
    if (!saysSo && !entries.is_array())
        return std::nullopt;
    LocalServer server{u"Ollama"_s, u"ollama"_s, address(port, {}), DialectId::Ollama, {}};
    if (entries.is_array()) {
        for (const Json &entry : entries) {
            if (const QString name = jsonString(entry, "name"); !name.isEmpty())
                server.models.append(name);
        }
    }
    return server;
}

//! Products that give themselves away in their list of models.
std::optional<LocalServer> identifyByList(int port, const ModelList &list)
{
    static constexpr struct
    {
        const char *owner;
        const char *product;
        const char *name;
    } Table[] = {
        {"vllm", "vLLM", "vllm"},
        {"llamacpp", "llama-server", "llama-server"},
        {"koboldcpp", "KoboldCpp", "koboldcpp"},
        {"humanity", "GPT4All", "gpt4all"},
        {"organization_owner", "LM Studio", "lmstudio"},
        {"organization-owner", "LM Studio", "lmstudio"},
        {"user", "Jan", "jan"},
    };
    if (!list.isValid)
        return std::nullopt;
    if (list.hasEngines)
        return openAiServer(port, u"Jan"_s, u"jan"_s, list);
    for (const auto &row : Table) {
        if (list.owners.contains(QString::fromLatin1(row.owner)))
            return openAiServer(port, QString::fromLatin1(row.product),
                                QString::fromLatin1(row.name), list);
    }
    return std::nullopt;
}

//! Products that have a path of their own.
std::optional<LocalServer> identifyByPath(int port,
                                          const LocalAnswers &answers,
                                          const ModelList &list)
{
    const Json kobold = jsonOf(answers, u"/api/extra/version"_s);
    if (jsonString(kobold, "result") == "KoboldCpp"_L1)
        return openAiServer(port, u"KoboldCpp"_s, u"koboldcpp"_s, list);
    const Json models = jsonOf(answers, u"/api/v0/models"_s);
    const Json &studio = jsonMember(models, "data");
    if (studio.is_array() && (studio.empty() || studio.front().contains("compatibility_type")))
        return openAiServer(port, u"LM Studio"_s, u"lmstudio"_s, list);
    const Json props = jsonOf(answers, u"/props"_s);
    if (props.is_object()
        && (props.contains("default_generation_settings") || props.contains("total_slots")))
        return openAiServer(port, u"llama-server"_s, u"llama-server"_s, list);
    const Json system = jsonOf(answers, u"/system"_s);
    if (jsonMember(system, "backends").is_array() && system.contains("loaded_models"))
        return openAiServer(port, u"LocalAI"_s, u"localai"_s, list);
    const ModelList docker = readList(jsonOf(answers, DockerPath));
    if (docker.isValid && (docker.models.isEmpty() || docker.owners.contains(u"docker"_s)))
        return LocalServer{u"Docker Model Runner"_s, u"docker-model-runner"_s,
                           address(port, u"/engines/llama.cpp/v1"_s), DialectId::OpenAiChat,
                           docker.models};
    return std::nullopt;
}

} // namespace

QStringList firstProbePaths()
{
    return {u"/"_s, u"/v1/models"_s};
}

QStringList secondProbePaths()
{
    return {u"/api/tags"_s, u"/api/extra/version"_s, u"/api/v0/models"_s, u"/props"_s,
            u"/system"_s,   QString(DockerPath)};
}

std::optional<LocalServer> identifyServer(int port, const LocalAnswers &answers)
{
    if (answers.value(u"/"_s).body.contains("Ollama is running"))
        return identifyOllama(port, answers);
    const ModelList list = readList(jsonOf(answers, u"/v1/models"_s));
    if (const auto server = identifyByList(port, list))
        return server;
    // Some of them imitate Ollama's paths, too: hence Ollama last.
    if (const auto server = identifyByPath(port, answers, list))
        return server;
    if (list.isValid && answers.value(u"/v1/models"_s).server.contains("llama.cpp"))
        return openAiServer(port, u"llama-server"_s, u"llama-server"_s, list);
    if (const auto server = identifyOllama(port, answers))
        return server;
    if (list.isValid)
        return openAiServer(port, u"OpenAI-compatible server"_s, u"local-%1"_s.arg(port), list);
    return std::nullopt;
}

ProviderConfig providerFor(const LocalServer &server)
{
    ProviderConfig config;
    config.name = server.providerName;
    config.dialect = server.dialect;
    config.baseUrl = server.baseUrl;
    config.network.proxy = NetworkProfile::Proxy::None;
    config.deadlines.firstByte = std::chrono::seconds(300);
    config.needsKey = false;
    return config;
}

} // namespace kagura
