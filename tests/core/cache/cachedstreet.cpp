// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/cache/cachedstreet.h"

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

// Single quotes for double ones: moc loses its way in raw strings with brackets.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

ProviderConfig configOf(DialectId dialect)
{
    ProviderConfig config;
    config.name = u"p"_s;
    config.dialect = dialect;
    config.baseUrl = QUrl(u"https://api.example.com/v1"_s);
    config.needsKey = false;
    return config;
}

CachingProvider::Hooks hooksOf(const CachePolicy &policy)
{
    CachingProvider::Hooks hooks;
    hooks.policy = [policy](const ChatRequest &, const CallOptions &) { return policy; };
    return hooks;
}

} // namespace

QByteArray eventStream(const QList<QByteArray> &payloads)
{
    QByteArray wire;
    for (const QByteArray &payload : payloads)
        wire += "data: " + payload + "\n\n";
    return wire;
}

QByteArray wireOf(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
        return eventStream(
            {json("{'id':'c','model':'m-1','choices':[{'index':0,'delta':{'role':'assistant',"
                  "'reasoning_content':'Let me see'}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{'content':'H\xc3\xa9llo '}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{'content':'\xf0\x9f\x98\x80!'}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}"),
             json("{'id':'c','choices':[],'usage':{'prompt_tokens':9,'completion_tokens':3}}"),
             "[DONE]"});
    case DialectId::OpenAiResponses:
        return eventStream(
            {json("{'type':'response.created','response':{'id':'r','model':'m-1',"
                  "'status':'in_progress'}}"),
             json("{'type':'response.output_text.delta','output_index':0,'delta':'H\xc3\xa9llo '}"),
             json("{'type':'response.output_text.delta','output_index':0,"
                  "'delta':'\xf0\x9f\x98\x80!'}"),
             json("{'type':'response.completed','response':{'id':'r','model':'m-1','status':"
                  "'completed','output':[],'usage':{'input_tokens':9,'output_tokens':3}}}")});
    case DialectId::Anthropic:
        return eventStream(
            {json("{'type':'message_start','message':{'id':'a','model':'m-1','role':'assistant',"
                  "'content':[],'usage':{'input_tokens':9,'output_tokens':1}}}"),
             json("{'type':'content_block_start','index':0,'content_block':{'type':'text',"
                  "'text':''}}"),
             json("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta',"
                  "'text':'H\xc3\xa9llo \xf0\x9f\x98\x80!'}}"),
             json("{'type':'content_block_stop','index':0}"),
             json("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':"
                  "{'output_tokens':3}}"),
             json("{'type':'message_stop'}")});
    case DialectId::Gemini:
        return eventStream(
            {json("{'candidates':[{'content':{'role':'model','parts':[{'text':'H\xc3\xa9llo '}]}}],"
                  "'modelVersion':'m-1'}"),
             json("{'candidates':[{'content':{'role':'model','parts':[{'text':"
                  "'\xf0\x9f\x98\x80!'}]},'finishReason':'STOP'}],'usageMetadata':"
                  "{'promptTokenCount':9,'candidatesTokenCount':3}}")});
    case DialectId::Ollama:
        return json("{'model':'m-1','message':{'role':'assistant','content':'H\xc3\xa9llo '},"
                    "'done':false}\n")
            + json("{'model':'m-1','message':{'role':'assistant','content':'\xf0\x9f\x98\x80!'},"
                   "'done':false}\n")
            + json("{'model':'m-1','message':{'role':'assistant','content':''},'done':true,"
                   "'done_reason':'stop','prompt_eval_count':9,'eval_count':3}\n");
    }
    return {};
}

CachedStreet::CachedStreet(DialectId dialect, const CachePolicy &policy)
    : cache(clock, nullptr, {})
    , vendor(configOf(dialect),
             dialectFor(dialect),
             transport,
             {},
             [](const Secret &) { return u"s"_s; })
    , caching(vendor, cache, clock, hooksOf(policy))
{}

std::unique_ptr<ChatReply> CachedStreet::send(const QString &text, CacheMode mode)
{
    CallOptions options;
    options.cacheMode = mode;
    return caching.send(question(text), options);
}

void CachedStreet::play(const QByteArray &wire)
{
    const std::size_t before = transport.count();
    QTRY_COMPARE(transport.count(), before + 1);
    transport.last().head(200, {{"Content-Type", "text/event-stream"}});
    transport.last().write(wire);
    transport.last().end();
}

} // namespace kagura::test
