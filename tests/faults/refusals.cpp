// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/fault.h"

namespace kagura::test {

namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

const QList<DialectId> Typed = {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                DialectId::Anthropic, DialectId::Gemini};
const QList<DialectId> OpenAi = {DialectId::OpenAiChat, DialectId::OpenAiResponses};

//! A status with the dialect's own body for that kind, or a bare sentence where it has none.
Fault status(const QByteArray &name, int code, Kind kind, const QByteArray &headerLines = {})
{
    return {.name = name,
            .play =
                [code, kind, headerLines](const AnswerWire &wire, bool) {
                    const QByteArray body = wire.error(kind, "as the test says");
                    return Script::whole(code,
                                         body.isEmpty() ? R"({"error":"as the test says"})" : body,
                                         "Content-Type: application/json\r\n" + headerLines);
                },
            .kinds = {kind},
            .says = QStringLiteral("as the test says")};
}

Fault bare(const QByteArray &name, Kind kind, const Script &script)
{
    return {.name = name,
            .play = [script](const AnswerWire &, bool) { return script; },
            .kinds = {kind}};
}

//! An error at status 200: instead of the answer, or after its first words.
Fault inBand(const QByteArray &name, Kind kind, bool afterText, const QList<DialectId> &dialects)
{
    return {.name = name,
            .play =
                [kind, afterText](const AnswerWire &wire, bool isStream) {
                    if (!isStream)
                        return Script::whole(200, wire.error(kind, "as the test says"),
                                             "Content-Type: application/json\r\n");
                    Script script;
                    script.head(200,
                                "Content-Type: " + wire.streamType
                                    + "\r\nTransfer-Encoding: chunked\r\n");
                    if (afterText)
                        script.chunk(wire.begin);
                    // The end mark behind it must not turn it into a success.
                    return script.chunk(wire.errorEvent(kind, "as the test says") + wire.end)
                        .lastChunk();
                },
            .kinds = {kind},
            .showsText = afterText,
            .modes = afterText ? Fault::Modes::Stream : Fault::Modes::Both,
            .dialects = dialects,
            .says = QStringLiteral("as the test says")};
}

QList<Fault> statuses()
{
    QList<Fault> faults = {
        status("400", 400, Kind::BadRequest),
        status("401", 401, Kind::Auth),
        status("403", 403, Kind::Auth),
        status("404", 404, Kind::BadRequest),
        status("408", 408, Kind::Server),
        status("413", 413, Kind::BadRequest),
        status("422", 422, Kind::BadRequest),
        status("429 for now", 429, Kind::RateLimited, "retry-after-ms: 3\r\n"),
        status("500", 500, Kind::Server),
        status("503", 503, Kind::Overloaded),
        status("504", 504, Kind::Server),
        status("529", 529, Kind::Overloaded),
    };
    Fault late = status("429 for an hour", 429, Kind::RateLimited, "Retry-After: 3600\r\n");
    late.isFinal = true;
    Fault never = status("500 and never again", 500, Kind::Server, "x-should-retry: false\r\n");
    never.isFinal = true;
    Fault quota = status("429 for lack of credit", 429, Kind::Quota);
    quota.dialects = Typed;
    Fault length = status("400 for length", 400, Kind::ContextLength);
    length.dialects = Typed;
    Fault filter = status("400 for content", 400, Kind::ContentFilter);
    filter.dialects = OpenAi;
    return faults + QList<Fault>{late, never, quota, length, filter};
}

QList<Fault> bareStatuses()
{
    QList<Fault> faults = {
        bare("502 with a web page", Kind::Server,
             Script::whole(502, "<html>Bad Gateway</html>", "Content-Type: text/html\r\n")),
        bare("500 without a word", Kind::Server, Script::whole(500, {})),
        bare("500 without end", Kind::Server,
             Script()
                 .head(500, "Content-Type: text/plain\r\n")
                 .repeat(QByteArray(16 * 1024, 'e'), -1)),
        bare("a status of no class", Kind::Server, Script::whole(999, "{}")),
        bare("304 to a question", Kind::Server, Script().head(304)),
    };
    Fault cut = bare("500 that is cut", Kind::Server,
                     Script().head(500, "Content-Length: 900\r\n").write("{\"error\":").close());
    // The second attempt may meet the connection that the first one saw dying.
    cut.kinds.append(Kind::Network);
    Fault stalled = bare("429 that stalls", Kind::RateLimited,
                         Script().head(429, "Content-Length: 900\r\n").write("{").hold());
    stalled.deadlines = Fault::shortly(&Deadlines::idle, 300ms);
    Fault quoting = status("401 that quotes the key", 401, Kind::Auth);
    quoting.play = [](const AnswerWire &wire, bool) {
        const QByteArray key = faultKey();
        return Script::whole(
            401,
            wire.error(wire.dialect == DialectId::Ollama ? Kind::Server : Kind::Auth,
                       "as the test says: " + key + " is wrong, and so is "
                           + key.toPercentEncoding() + " or " + key.toBase64()),
            "X-Your-Key: " + key + "\r\n");
    };
    return faults + QList<Fault>{cut, stalled, quoting};
}

QList<Fault> saidInBand()
{
    const QList<DialectId> ollama = {DialectId::Ollama};
    QList<Fault> faults = {
        inBand("in-band: overloaded", Kind::Overloaded, false, Typed),
        inBand("in-band: overloaded after text", Kind::Overloaded, true, Typed),
        inBand("in-band: too many requests", Kind::RateLimited, false, Typed),
        inBand("in-band: no credit", Kind::Quota, false, Typed),
        inBand("in-band: no credit after text", Kind::Quota, true, Typed),
        inBand("in-band: wrong key", Kind::Auth, false, Typed),
        inBand("in-band: too long", Kind::ContextLength, false, Typed),
        inBand("in-band: the server failed", Kind::Server, false, allDialects()),
        inBand("in-band: the server failed after text", Kind::Server, true, allDialects()),
    };
    Fault finishError =
        inBand("in-band: finish_reason error", Kind::Server, true, {DialectId::OpenAiChat});
    finishError.says.clear();
    finishError.play = [](const AnswerWire &wire, bool) {
        return Script::stream(
            {wire.begin,
             wire.framed(R"({"choices":[{"index":0,"delta":{},"finish_reason":"error"}]})"),
             wire.end});
    };
    Fault failed =
        inBand("in-band: response.failed", Kind::Quota, true, {DialectId::OpenAiResponses});
    failed.play = [](const AnswerWire &wire, bool) {
        return Script::stream(
            {wire.begin,
             wire.framed(
                 R"({"type":"response.failed","response":{"status":"failed","error":{"code":"insufficient_quota","message":"as the test says"}}})"),
             wire.end});
    };
    return faults + QList<Fault>{finishError, failed};
}

Fault redirect(const QByteArray &name, int status, const QByteArray &location, int requests = 1)
{
    return {.name = name,
            .play =
                [status, location](const AnswerWire &, bool) {
                    return location.isEmpty() ? Script::whole(status, {})
                                              : Script::redirect(status, location);
                },
            .kinds = {Kind::BadRequest},
            .requests = requests,
            .says = QStringLiteral("redirect")};
}

QList<Fault> redirects()
{
    return {
        redirect("302 to another page", 302, "/elsewhere?key=abc"),
        redirect("303 to another page", 303, "/elsewhere"),
        redirect("307 in a circle", 307, "/again", 6),
        redirect("308 in a circle", 308, "/again", 6),
        redirect("307 to another host", 307, "http://elsewhere.invalid/v1?key=abc"),
        redirect("308 to a file", 308, "file:///etc/passwd"),
        redirect("307 to nowhere", 307, "http://"),
        redirect("307 without a target", 307, {}),
    };
}

} // namespace

QList<Fault> refusals()
{
    return statuses() + bareStatuses() + saidInBand() + redirects();
}

} // namespace kagura::test
