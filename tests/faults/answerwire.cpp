// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/answerwire.h"

namespace kagura::test {

namespace {

QByteArray sse(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

AnswerWire openAiChat()
{
    const auto delta = [](const QByteArray &inside, const QByteArray &finish) {
        return R"({"id":"c","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{)"
            + inside + R"(},"finish_reason":)" + finish + "}]}";
    };
    AnswerWire wire;
    wire.dialect = DialectId::OpenAiChat;
    wire.streamType = "text/event-stream";
    wire.begin = sse(delta(R"("role":"assistant","content":"half an ")", "null"))
        + sse(delta(R"("content":"answer")", "null"));
    wire.event = sse(delta(R"("content":" and more")", "null"));
    wire.idle = ": keep-alive\n\n";
    wire.end = sse(delta({}, R"("stop")")) + sse("[DONE]");
    wire.whole =
        R"({"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"message":)"
        R"({"role":"assistant","content":"half an answer and its end"},"finish_reason":"stop"}]})";
    return wire;
}

AnswerWire openAiResponses()
{
    AnswerWire wire;
    wire.dialect = DialectId::OpenAiResponses;
    wire.streamType = "text/event-stream";
    wire.begin =
        sse(R"({"type":"response.created","response":{"id":"r","model":"m","status":"in_progress"}})")
        + sse(R"({"type":"response.output_text.delta","output_index":0,"delta":"half an answer"})");
    wire.event =
        sse(R"({"type":"response.output_text.delta","output_index":0,"delta":" and more"})");
    wire.idle = ": keep-alive\n\n";
    wire.end = sse(
        R"({"type":"response.completed","response":{"id":"r","model":"m","status":"completed","output":[]}})");
    wire.whole =
        R"({"id":"r","object":"response","model":"m","status":"completed","output":[{"type":"message",)"
        R"("role":"assistant","content":[{"type":"output_text","text":"half an answer and its end"}]}]})";
    return wire;
}

AnswerWire anthropic()
{
    AnswerWire wire;
    wire.dialect = DialectId::Anthropic;
    wire.streamType = "text/event-stream";
    wire.begin =
        sse(R"({"type":"message_start","message":{"id":"a","type":"message","model":"m","content":[]}})")
        + sse(
            R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")
        + sse(
            R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"half an answer"}})");
    wire.event = sse(
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" and more"}})");
    wire.idle = sse(R"({"type":"ping"})");
    wire.end = sse(R"({"type":"content_block_stop","index":0})")
        + sse(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"}})")
        + sse(R"({"type":"message_stop"})");
    wire.whole =
        R"({"id":"a","type":"message","role":"assistant","model":"m","content":[{"type":"text",)"
        R"("text":"half an answer and its end"}],"stop_reason":"end_turn"})";
    return wire;
}

AnswerWire gemini()
{
    const auto chunk = [](const QByteArray &text, const QByteArray &rest) {
        return R"({"candidates":[{"content":{"parts":[{"text":")" + text
            + R"("}],"role":"model"},"index":0)" + rest + R"(}],"modelVersion":"m"})";
    };
    const auto crlf = [](const QByteArray &json) { return "data: " + json + "\r\n\r\n"; };
    AnswerWire wire;
    wire.dialect = DialectId::Gemini;
    wire.streamType = "text/event-stream";
    wire.begin = crlf(chunk("half an ", {})) + crlf(chunk("answer", {}));
    wire.event = crlf(chunk(" and more", {}));
    wire.idle = ": keep-alive\r\n\r\n";
    wire.end = crlf(chunk(" and its end", R"(,"finishReason":"STOP")"));
    wire.whole = chunk("half an answer and its end", R"(,"finishReason":"STOP")");
    return wire;
}

AnswerWire ollama()
{
    const auto line = [](const QByteArray &text, const QByteArray &rest) {
        return R"({"model":"m","message":{"role":"assistant","content":")" + text + R"("},)" + rest
            + "}\n";
    };
    AnswerWire wire;
    wire.dialect = DialectId::Ollama;
    wire.streamType = "application/x-ndjson";
    wire.begin = line("half an ", R"("done":false)") + line("answer", R"("done":false)");
    wire.event = line(" and more", R"("done":false)");
    wire.idle = "\n";
    wire.end = line({}, R"("done":true,"done_reason":"stop")");
    wire.whole = line("half an answer and its end", R"("done":true,"done_reason":"stop")");
    return wire;
}

QByteArray openAiError(Error::Kind kind, const QByteArray &message)
{
    const auto body = [&message](const QByteArray &type, const QByteArray &code) {
        return R"({"error":{"message":")" + message + R"(","type":")" + type + R"(","code":)" + code
            + "}}";
    };
    switch (kind) {
    case Error::Kind::Auth:
        return body("invalid_request_error", R"("invalid_api_key")");
    case Error::Kind::RateLimited:
        return body("requests", R"("rate_limit_exceeded")");
    case Error::Kind::Quota:
        return body("insufficient_quota", R"("insufficient_quota")");
    case Error::Kind::Overloaded:
        return body("server_error", R"("engine_overloaded")");
    case Error::Kind::ContextLength:
        return body("invalid_request_error", R"("context_length_exceeded")");
    case Error::Kind::ContentFilter:
        return body("invalid_request_error", R"("content_policy_violation")");
    case Error::Kind::BadRequest:
        return body("invalid_request_error", "null");
    default:
        return body("server_error", "null");
    }
}

QByteArray anthropicError(Error::Kind kind, const QByteArray &message)
{
    const auto body = [&message](const QByteArray &type) {
        return R"({"type":"error","error":{"type":")" + type + R"(","message":")" + message
            + R"("},"request_id":"req"})";
    };
    switch (kind) {
    case Error::Kind::Auth:
        return body("authentication_error");
    case Error::Kind::RateLimited:
        return body("rate_limit_error");
    case Error::Kind::Quota:
        return body("billing_error");
    case Error::Kind::Overloaded:
        return body("overloaded_error");
    case Error::Kind::ContextLength:
        return anthropicError(Error::Kind::BadRequest, "prompt is too long: " + message);
    case Error::Kind::ContentFilter:
        return {};
    case Error::Kind::BadRequest:
        return body("invalid_request_error");
    default:
        return body("api_error");
    }
}

QByteArray geminiError(Error::Kind kind, const QByteArray &message)
{
    const auto body = [&message](int code, const QByteArray &status, const QByteArray &details) {
        return R"({"error":{"code":)" + QByteArray::number(code) + R"(,"message":")" + message
            + R"(","status":")" + status + R"(","details":[)" + details + "]}}";
    };
    switch (kind) {
    case Error::Kind::Auth:
        return body(401, "UNAUTHENTICATED", {});
    case Error::Kind::RateLimited:
        return body(
            429, "RESOURCE_EXHAUSTED",
            R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"0.002s"})");
    case Error::Kind::Quota:
        return body(
            429, "RESOURCE_EXHAUSTED",
            R"({"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDayPerProject"}]})");
    case Error::Kind::Overloaded:
        return body(503, "UNAVAILABLE", {});
    case Error::Kind::ContextLength:
        return geminiError(Error::Kind::BadRequest, "The input token count is too big: " + message);
    case Error::Kind::ContentFilter:
        return {};
    case Error::Kind::BadRequest:
        return body(400, "INVALID_ARGUMENT", {});
    default:
        return body(500, "INTERNAL", {});
    }
}

} // namespace

AnswerWire AnswerWire::of(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
        return openAiChat();
    case DialectId::OpenAiResponses:
        return openAiResponses();
    case DialectId::Anthropic:
        return anthropic();
    case DialectId::Gemini:
        return gemini();
    case DialectId::Ollama:
        return ollama();
    }
    return {};
}

QByteArray AnswerWire::error(Error::Kind kind, const QByteArray &message) const
{
    switch (dialect) {
    case DialectId::OpenAiChat:
    case DialectId::OpenAiResponses:
        return openAiError(kind, message);
    case DialectId::Anthropic:
        return anthropicError(kind, message);
    case DialectId::Gemini:
        return geminiError(kind, message);
    case DialectId::Ollama:
        break;
    }
    // A mere sentence: what kind of error it is can only be seen by the status.
    return kind == Error::Kind::Server ? R"({"error":")" + message + R"("})" : QByteArray();
}

QByteArray AnswerWire::errorEvent(Error::Kind kind, const QByteArray &message) const
{
    QByteArray json = error(kind, message);
    if (json.isEmpty())
        return {};
    if (dialect == DialectId::OpenAiResponses)
        json.insert(1, R"("type":"error",)");
    return framed(json);
}

QByteArray AnswerWire::framed(const QByteArray &json) const
{
    if (dialect == DialectId::Ollama)
        return json + '\n';
    return dialect == DialectId::Gemini ? "data: " + json + "\r\n\r\n" : sse(json);
}

QList<DialectId> allDialects()
{
    return {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::Anthropic,
            DialectId::Gemini, DialectId::Ollama};
}

} // namespace kagura::test
