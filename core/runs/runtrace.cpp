// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runtrace.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr const char *SchemaUrl = "https://opentelemetry.io/schemas/1.41.1";
constexpr int Internal = 1;
constexpr int Client = 3;
constexpr int Failed = 2;

//! Providers by the names that the conventions give them.
QString providerName(const QString &provider)
{
    static const QHash<QString, QString> names = {{u"gemini"_s, u"gcp.gemini"_s},
                                                  {u"mistral"_s, u"mistral_ai"_s},
                                                  {u"xai"_s, u"x_ai"_s},
                                                  {u"openai-responses"_s, u"openai"_s},
                                                  {u"azure"_s, u"azure.ai.openai"_s},
                                                  {u"bedrock"_s, u"aws.bedrock"_s}};
    return names.value(provider, provider);
}

class Span
{
public:
    Span(const QString &name, int kind, qint64 startMs, qint64 endMs)
    {
        m_json = {{"name", toJson(name)},
                  {"kind", kind},
                  {"startTimeUnixNano", nanoseconds(startMs)},
                  {"endTimeUnixNano", nanoseconds(std::max(startMs, endMs))},
                  {"attributes", Json::array()}};
    }

    void add(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            addValue(name, {{"stringValue", toJson(text)}});
    }
    // OTLP's JSON writes 64 bits as text.
    void add(const char *name, qint64 number)
    {
        addValue(name, {{"intValue", std::to_string(number)}});
    }
    void add(const char *name, const std::optional<qint64> &number)
    {
        if (number)
            add(name, *number);
    }
    void add(const char *name, double number) { addValue(name, {{"doubleValue", number}}); }
    void addTrue(const char *name) { addValue(name, {{"boolValue", true}}); }
    void fail(const std::optional<RunFailure> &failure)
    {
        if (!failure)
            return;
        add("error.type", failure->type);
        m_json["status"] = {{"code", Failed}};
    }

    [[nodiscard]] Json take(const std::string &traceId,
                            const std::string &id,
                            const std::string &parent)
    {
        m_json["traceId"] = traceId;
        m_json["spanId"] = id;
        if (!parent.empty())
            m_json["parentSpanId"] = parent;
        return std::move(m_json);
    }

private:
    static std::string nanoseconds(qint64 milliseconds)
    {
        return std::to_string(milliseconds * 1'000'000);
    }
    void addValue(const char *name, Json value)
    {
        m_json["attributes"].push_back({{"key", name}, {"value", std::move(value)}});
    }

    Json m_json;
};

class Trace
{
public:
    Trace(const RunState &state, const RunValues &values, bool hasContent)
        : m_state(state)
        , m_values(values)
        , m_hasContent(hasContent)
    {}

    Json spans()
    {
        addRun();
        for (const NodeRecord &node : m_state.nodes()) {
            if (node.startedMs == 0 && node.endedMs == 0)
                continue;
            addNode(node);
            for (const LlmRecord &call : node.calls)
                addCall(node, call);
            for (const ToolRecord &tool : node.tools)
                addTool(node, tool);
        }
        return std::move(m_spans);
    }

private:
    [[nodiscard]] std::string idOf(const QString &what, qsizetype bytes) const
    {
        const QByteArray whole = (m_state.id() + u'\n' + what).toUtf8();
        return QCryptographicHash::hash(whole, QCryptographicHash::Sha256)
            .left(bytes)
            .toHex()
            .toStdString();
    }
    [[nodiscard]] std::string spanId(const QString &what) const { return idOf(what, 8); }
    [[nodiscard]] qint64 endOf(qint64 milliseconds) const
    {
        return milliseconds == 0 ? m_state.lastMs()
                                 : milliseconds; // of what is under way: until now
    }

    void put(Span &span, const QString &what, const QString &parent)
    {
        span.add("kagura.run.id", m_state.id());
        m_spans.push_back(span.take(idOf(QString(), 16), spanId(what),
                                    parent.isNull() ? std::string() : spanId(parent)));
    }

    void addContent(Span &span, const char *name, const char *role, const RunValueRef &reference)
    {
        if (!m_hasContent || reference.isEmpty())
            return;
        const std::optional<Json> value = m_values(reference);
        if (!value)
            return;
        const Json text = value->is_string() ? *value : toJson(QString::fromUtf8(dumpJson(*value)));
        const Json part = {{"type", "text"}, {"content", text}};
        span.add(name,
                 QString::fromUtf8(
                     dumpJson(Json::array({{{"role", role}, {"parts", Json::array({part})}}}))));
    }

    void addRun()
    {
        Span span(u"invoke_workflow "_s + m_state.workflow(), Internal,
                  m_state.startedMs() == 0 ? m_state.createdMs() : m_state.startedMs(),
                  endOf(m_state.endedMs()));
        span.add("gen_ai.operation.name", u"invoke_workflow"_s);
        span.add("gen_ai.workflow.name", m_state.workflow());
        span.add("kagura.run.state", runStandName(m_state.stand()));
        span.fail(m_state.failure());
        addContent(span, "gen_ai.input.messages", "user", m_state.inputs());
        addContent(span, "gen_ai.output.messages", "assistant", m_state.output());
        put(span, u"run"_s, QString());
    }

    void addNode(const NodeRecord &node)
    {
        const bool isAgent = node.kind == "agent"_L1;
        const qint64 start = node.startedMs == 0 ? endOf(node.endedMs) : node.startedMs;
        Span span(isAgent ? u"invoke_agent "_s + node.path : node.kind + u' ' + node.path, Internal,
                  start, endOf(node.endedMs));
        if (isAgent) {
            span.add("gen_ai.operation.name", u"invoke_agent"_s);
            span.add("gen_ai.agent.name", node.path);
            span.add("gen_ai.provider.name", providerName(node.provider));
            span.add("gen_ai.request.model", node.model);
            span.add("gen_ai.usage.input_tokens", node.inputTokens());
            span.add("gen_ai.usage.output_tokens", node.outputTokens());
            addContent(span, "gen_ai.input.messages", "user", node.input);
            addContent(span, "gen_ai.output.messages", "assistant", node.output);
        }
        span.add("kagura.node.path", node.path);
        span.add("kagura.node.kind", node.kind);
        span.add("kagura.node.state", nodeStandName(node.stand));
        span.add("kagura.attempt", qint64(node.attempts));
        if (node.readyMs != 0 && node.startedMs >= node.readyMs)
            span.add("kagura.queue.wait_ms", node.startedMs - node.readyMs);
        if (node.stand == NodeStand::Cached)
            span.addTrue("kagura.cache.hit");
        span.fail(node.failure);
        put(span, u"node "_s + node.path, parentOf(node));
    }

    [[nodiscard]] QString parentOf(const NodeRecord &node) const
    {
        const NodeRecord *parent = m_state.find(node.parent);
        const bool hasSpan = parent != nullptr && (parent->startedMs != 0 || parent->endedMs != 0);
        return hasSpan ? u"node "_s + node.parent : u"run"_s;
    }

    void addCall(const NodeRecord &node, const LlmRecord &call)
    {
        const bool isHit = call.stand == LlmRecord::Stand::Completed && call.origin != "live"_L1;
        Span span(u"chat "_s + call.model, Client, call.requestedMs, endOf(call.endedMs));
        span.add("gen_ai.operation.name", u"chat"_s);
        span.add("gen_ai.provider.name", providerName(call.provider));
        span.add("gen_ai.request.model", call.model);
        span.add("gen_ai.response.model", call.servedModel);
        if (isHit) {
            span.addTrue("kagura.cache.hit");
        } else if (call.usage.inputTokens) {
            // The conventions count in what was read from or written to the provider's own cache.
            span.add("gen_ai.usage.input_tokens",
                     *call.usage.inputTokens + call.usage.cacheReadTokens.value_or(0)
                         + call.usage.cacheWriteTokens.value_or(0));
            span.add("gen_ai.usage.output_tokens", call.usage.outputTokens);
            span.add("gen_ai.usage.cache_read.input_tokens", call.usage.cacheReadTokens);
            span.add("gen_ai.usage.cache_creation.input_tokens", call.usage.cacheWriteTokens);
            span.add("gen_ai.usage.reasoning.output_tokens", call.usage.reasoningTokens);
        }
        if (call.firstMs)
            span.add("gen_ai.response.time_to_first_chunk",
                     static_cast<double>(*call.firstMs) / 1000);
        span.add("kagura.cache.key", call.cacheKey);
        span.add("kagura.origin", call.origin);
        span.add("kagura.node.path", node.path);
        span.add("kagura.attempt", qint64(call.attempt));
        if (call.costMicroUsd)
            span.add("kagura.cost.usd", static_cast<double>(*call.costMicroUsd) * 1e-6);
        span.fail(call.failure);
        put(span, u"call %1 %2"_s.arg(call.call).arg(node.path), u"node "_s + node.path);
    }

    void addTool(const NodeRecord &node, const ToolRecord &tool)
    {
        // The journal has no times of a tool of its own: those of its node hold.
        Span span(u"execute_tool "_s + tool.tool, Internal, node.startedMs, endOf(node.endedMs));
        span.add("gen_ai.operation.name", u"execute_tool"_s);
        span.add("gen_ai.tool.name", tool.tool);
        span.add("gen_ai.tool.call.id", tool.call);
        span.add("gen_ai.tool.type", u"function"_s);
        span.add("kagura.node.path", node.path);
        if (m_hasContent) {
            addPlain(span, "gen_ai.tool.call.arguments", tool.args);
            addPlain(span, "gen_ai.tool.call.result", tool.output);
        }
        span.fail(tool.failure);
        put(span, u"tool %1 %2"_s.arg(tool.call, node.path), u"node "_s + node.path);
    }

    void addPlain(Span &span, const char *name, const RunValueRef &reference)
    {
        if (const std::optional<Json> value = m_values(reference))
            span.add(name, QString::fromUtf8(dumpJson(*value)));
    }

    const RunState &m_state;
    const RunValues &m_values;
    bool m_hasContent;
    Json m_spans = Json::array();
};

} // namespace

QByteArray runTrace(const RunState &state, const RunValues &values, bool hasContent)
{
    const Json service = {{"key", "service.name"}, {"value", {{"stringValue", "kagura"}}}};
    Json scope = {{"scope", {{"name", "kagura"}}},
                  {"schemaUrl", SchemaUrl},
                  {"spans", Trace(state, values, hasContent).spans()}};
    Json resource = {{"resource", {{"attributes", Json::array({service})}}},
                     {"schemaUrl", SchemaUrl},
                     {"scopeSpans", Json::array({std::move(scope)})}};
    return dumpJson({{"resourceSpans", Json::array({std::move(resource)})}}) + '\n';
}

} // namespace kagura
