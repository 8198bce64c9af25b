// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes to the server, in every dialect, and what is read of the small answers beside a chat.

#include "core/base/json.h"
#include "core/llm/dialects/dialect.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr DialectId All[] = {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                             DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama};

ProviderConfig config(DialectId dialect)
{
    ProviderConfig made;
    made.name = u"p"_s;
    made.dialect = dialect;
    made.baseUrl = QUrl(u"https://llm.example/base"_s);
    made.headers = {{"X-Team", "blue"}};
    return made;
}

Json bodyOf(DialectId dialect, const ChatRequest &request)
{
    const Result<HttpRequest> http = dialectFor(dialect).encodeChat(request, config(dialect));
    return http ? Json::parse(http->body.toStdString()) : Json(http.error().message.toStdString());
}

Json json(const char *text)
{
    return Json::parse(quoted(text).toStdString());
}

// A question with a picture, a call that was answered, and a question after it.
ChatRequest conversation()
{
    ChatRequest request;
    request.model = u"m"_s;
    request.system = u"Be brief."_s;
    Message question;
    question.parts = {TextPart{u"What is it?"_s}, ImagePart{"pix", u"image/png"_s}};
    Message call;
    call.role = Role::Assistant;
    call.parts = {ToolCall{u"c1"_s, u"look"_s, quoted("{'x':1}")}};
    Message result;
    result.role = Role::Tool;
    result.parts = {ToolResultPart{u"c1"_s, u"look"_s, u"a cat"_s}};
    request.messages = {question, call, result, Message::fromText(Role::User, u"Go on."_s)};
    return request;
}

QString difference(const Json &actual, const Json &expected)
{
    return actual == expected
        ? QString()
        : QString::fromStdString(Json::diff(expected, actual).dump(1) + "\n" + actual.dump());
}

} // namespace

class TestDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsAreWrittenAsEachWantsThem_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, DialectId dialect, const char *expected) {
            QTest::newRow(name) << int(dialect) << quoted(expected);
        };
        row("OpenAI Chat", DialectId::OpenAiChat,
            "{'model':'m','stream':true,'stream_options':{'include_usage':true},'messages':["
            "{'role':'system','content':'Be brief.'},"
            "{'role':'user','content':[{'type':'text','text':'What is it?'},"
            "{'type':'image_url','image_url':{'url':'data:image/png;base64,cGl4'}}]},"
            "{'role':'assistant','content':'','tool_calls':[{'id':'c1','type':'function',"
            "'function':{'name':'look','arguments':'{\\u0022x\\u0022:1}'}}]},"
            "{'role':'tool','tool_call_id':'c1','content':'a cat'},"
            "{'role':'user','content':'Go on.'}]}");
        row("OpenAI Responses", DialectId::OpenAiResponses,
            "{'model':'m','stream':true,'store':false,'instructions':'Be brief.','input':["
            "{'role':'user','content':[{'type':'input_text','text':'What is it?'},"
            "{'type':'input_image','image_url':'data:image/png;base64,cGl4'}]},"
            "{'type':'function_call','call_id':'c1','name':'look',"
            "'arguments':'{\\u0022x\\u0022:1}'},"
            "{'type':'function_call_output','call_id':'c1','output':'a cat'},"
            "{'role':'user','content':[{'type':'input_text','text':'Go on.'}]}]}");
        row("Anthropic", DialectId::Anthropic,
            "{'model':'m','stream':true,'max_tokens':4096,'system':'Be brief.','messages':["
            "{'role':'user','content':[{'type':'text','text':'What is it?'},{'type':'image',"
            "'source':{'type':'base64','media_type':'image/png','data':'cGl4'}}]},"
            "{'role':'assistant','content':[{'type':'tool_use','id':'c1','name':'look',"
            "'input':{'x':1}}]},"
            "{'role':'user','content':[{'type':'tool_result','tool_use_id':'c1',"
            "'content':'a cat'},{'type':'text','text':'Go on.'}]}]}");
        row("Gemini", DialectId::Gemini,
            "{'systemInstruction':{'parts':[{'text':'Be brief.'}]},'contents':["
            "{'role':'user','parts':[{'text':'What is it?'},{'inlineData':{"
            "'mimeType':'image/png','data':'cGl4'}}]},"
            "{'role':'model','parts':[{'functionCall':{'name':'look','args':{'x':1}}}]},"
            "{'role':'user','parts':[{'functionResponse':{'name':'look',"
            "'response':{'result':'a cat'}}}]},"
            "{'role':'user','parts':[{'text':'Go on.'}]}]}");
        row("Ollama", DialectId::Ollama,
            "{'model':'m','stream':true,'messages':[{'role':'system','content':'Be brief.'},"
            "{'role':'user','content':'What is it?','images':['cGl4']},"
            "{'role':'assistant','content':'','tool_calls':[{'function':{'name':'look',"
            "'arguments':{'x':1}}}]},"
            "{'role':'tool','tool_name':'look','content':'a cat'},"
            "{'role':'user','content':'Go on.'}]}");
    }
    void conversationsAreWrittenAsEachWantsThem()
    {
        QFETCH(const int, dialect);
        QFETCH(const QByteArray, expected);
        const QString wrong = difference(bodyOf(DialectId(dialect), conversation()),
                                         Json::parse(expected.toStdString()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void settingsAreSentUnderEachName_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, DialectId dialect, const char *expected) {
            QTest::newRow(name) << int(dialect) << quoted(expected);
        };
        row("OpenAI Chat", DialectId::OpenAiChat,
            "{'model':'m','stream':false,'messages':[{'role':'user','content':'Hi'}],"
            "'temperature':0.5,'max_tokens':100,'stop':['END'],'tools':[{'type':'function',"
            "'function':{'name':'look','description':'Looks','parameters':{'type':'object'}}}]}");
        row("OpenAI Responses", DialectId::OpenAiResponses,
            "{'model':'m','stream':false,'store':false,'input':[{'role':'user','content':["
            "{'type':'input_text','text':'Hi'}]}],'temperature':0.5,'max_output_tokens':100,"
            "'tools':[{'type':'function','name':'look','description':'Looks',"
            "'parameters':{'type':'object'}}]}");
        row("Anthropic", DialectId::Anthropic,
            "{'model':'m','stream':false,'max_tokens':100,'messages':[{'role':'user','content':["
            "{'type':'text','text':'Hi'}]}],'temperature':0.5,'stop_sequences':['END'],'tools':["
            "{'name':'look','description':'Looks','input_schema':{'type':'object'}}]}");
        row("Gemini", DialectId::Gemini,
            "{'contents':[{'role':'user','parts':[{'text':'Hi'}]}],'generationConfig':{"
            "'temperature':0.5,'maxOutputTokens':100,'stopSequences':['END']},'tools':[{"
            "'functionDeclarations':[{'name':'look','description':'Looks',"
            "'parametersJsonSchema':{'type':'object'}}]}]}");
        row("Ollama", DialectId::Ollama,
            "{'model':'m','stream':false,'messages':[{'role':'user','content':'Hi'}],'options':{"
            "'temperature':0.5,'num_predict':100,'stop':['END']},'tools':[{'type':'function',"
            "'function':{'name':'look','description':'Looks','parameters':{'type':'object'}}}]}");
    }
    void settingsAreSentUnderEachName()
    {
        QFETCH(const int, dialect);
        QFETCH(const QByteArray, expected);
        ChatRequest request;
        request.model = u"m"_s;
        request.stream = false;
        request.messages = {Message::fromText(Role::User, u"Hi"_s)};
        request.temperature = 0.5;
        request.maxTokens = 100;
        if (DialectId(dialect) != DialectId::OpenAiResponses) // which knows no stop words
            request.stop = {u"END"_s};
        request.tools = {{u"look"_s, u"Looks"_s, json("{'type':'object'}")}};
        const QString wrong =
            difference(bodyOf(DialectId(dialect), request), Json::parse(expected.toStdString()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void whatADialectCannotSayIsRefusedRatherThanDropped()
    {
        ChatRequest request = conversation();
        request.seed = 1;
        QVERIFY(
            !dialectFor(DialectId::Anthropic).encodeChat(request, config(DialectId::Anthropic)));
        request = conversation();
        request.toolChoice.mode = ToolChoice::Mode::Required;
        QVERIFY(!dialectFor(DialectId::Ollama).encodeChat(request, config(DialectId::Ollama)));
        request = conversation();
        request.stop = {u"END"_s};
        QVERIFY(!dialectFor(DialectId::OpenAiResponses)
                     .encodeChat(request, config(DialectId::OpenAiResponses)));
        ProviderConfig textOnly = config(DialectId::OpenAiChat);
        textOnly.capabilities.arrayContent = false;
        QVERIFY(!dialectFor(DialectId::OpenAiChat).encodeChat(conversation(), textOnly));
    }

    void theKeyIsInAHeaderAndOwnHeadersGoAlong()
    {
        for (const DialectId dialect : All) {
            const Result<HttpRequest> http =
                dialectFor(dialect).encodeChat(conversation(), config(dialect));
            QVERIFY(http);
            QVERIFY(http->url.toString().startsWith(u"https://llm.example/base/"_s));
            QVERIFY(!http->url.toString().contains(u"key="_s));
            QVERIFY(http->credentials.isEmpty()); // put there by whoever knows the key
            QCOMPARE(headerValue(http->headers, "X-Team"), QByteArray("blue"));
            QCOMPARE(headerValue(http->headers, "Content-Type"), QByteArray("application/json"));
            const CredentialHeader credential =
                dialectFor(dialect).credential(Secret(QByteArray("k")));
            QVERIFY(!credential.name.isEmpty());
        }
        QCOMPARE(dialectFor(DialectId::Gemini).credential({}).name, QByteArray("x-goog-api-key"));
        QCOMPARE(dialectFor(DialectId::Anthropic).credential({}).name, QByteArray("x-api-key"));
    }

    void listsOfModelsAreRead()
    {
        const auto ids = [](DialectId dialect, const char *body) {
            const Result<ModelPage> page = dialectFor(dialect).decodeModels(quoted(body));
            QStringList names;
            if (!page)
                return QStringList{page.error().message};
            for (const ModelInfo &model : page->models)
                names.append(model.id);
            return names;
        };
        const QStringList two = {u"a"_s, u"b"_s};
        QCOMPARE(ids(DialectId::OpenAiChat, "{'data':[{'id':'a'},{'id':'b'},{'id':''}]}"), two);
        QCOMPARE(ids(DialectId::OpenAiChat, "[{'id':'a'},{'id':'b'}]"), two);
        QCOMPARE(ids(DialectId::Anthropic, "{'data':[{'id':'a'},{'id':'b'}],'has_more':false}"),
                 two);
        QCOMPARE(ids(DialectId::Ollama,
                     "{'models':[{'name':'a','model':'a'},"
                     "{'name':'b','model':'b'}]}"),
                 two);
        QCOMPARE(ids(DialectId::Gemini,
                     "{'models':[{'name':'models/a','supportedGenerationMethods':"
                     "['generateContent']},{'name':'models/b','supportedGenerationMethods':"
                     "['generateContent','countTokens']}]}"),
                 two);
        for (const DialectId dialect : All) {
            for (const char *body : {"<html>Sign in</html>", "{'data':7}", "", "[1,2", "{}"})
                QVERIFY2(!dialectFor(dialect).decodeModels(quoted(body)), body);
        }
    }

    void embeddingsKeepTheirOrder()
    {
        const Result<EmbeddingAnswer> answer =
            dialectFor(DialectId::OpenAiChat)
                .decodeEmbeddings(quoted("{'data':[{'index':1,'embedding':[3,4]},"
                                         "{'index':0,'embedding':[1,2]}],"
                                         "'usage':{'prompt_tokens':6}}"));
        QVERIFY(answer);
        const QList<QList<float>> expected = {{1, 2}, {3, 4}};
        QCOMPARE(answer->vectors, expected);
        QCOMPARE(answer->usage.inputTokens, 6);
        QVERIFY(!dialectFor(DialectId::OpenAiChat)
                     .decodeEmbeddings(quoted("{'data':[{'index':7,'embedding':[1]}]}")));
        EmbeddingRequest request;
        request.model = u"m"_s;
        request.inputs = {u"x"_s};
        QVERIFY(!dialectFor(DialectId::Anthropic)
                     .encodeEmbeddings(request, config(DialectId::Anthropic)));
    }

    void errorsAreToldByTheirBodyFirst_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
            QTest::newRow(name) << status << quoted(body) << int(kind);
        };
        row("a quota is no rate limit", 429,
            "{'error':{'code':'insufficient_quota','message':'You exceeded your quota'}}",
            Error::Kind::Quota);
        row("a rate limit", 429, "{'error':{'message':'slow down'}}", Error::Kind::RateLimited);
        row("a wrong key", 401, "{'error':{'message':'bad key'}}", Error::Kind::Auth);
        row("a context that is too long", 400,
            "{'error':{'code':'context_length_exceeded','message':'too long'}}",
            Error::Kind::ContextLength);
        row("an unknown model", 404, "{'error':{'message':'no such model'}}",
            Error::Kind::BadRequest);
        row("overloaded", 529, "{'type':'error','error':{'type':'overloaded_error'}}",
            Error::Kind::Overloaded);
        row("a web page", 502, "<html>Bad gateway</html>", Error::Kind::Server);
        row("nothing", 500, "", Error::Kind::Server);
        row("no room", 503, "{'error':'busy'}", Error::Kind::Overloaded);
    }
    void errorsAreToldByTheirBodyFirst()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        for (const DialectId dialect : All) {
            const Error error = dialectFor(dialect).decodeError({status, {}}, body);
            QTEST(int(error.kind), "kind");
            QCOMPARE(error.httpStatus, status);
            QVERIFY(!error.message.isEmpty());
        }
    }

    void garbageNeverCompletesAndNeverCrashes()
    {
        const QByteArray pieces[] = {
            "data: ", "{",       "}",        "[",     "]",
            "\"",     "\n\n",    "\r\n",     "\xff",  "[DONE]",
            "error",  "null",    ":",        ",",     "data: {\"a\":1}\n\n",
            "\\u12",  "choices", "\xF0\x9F", "1e999", "event: x\n"};
        for (const DialectId dialect : All) {
            QRandomGenerator random(quint32(dialect) + 1);
            for (int round = 0; round < 400; ++round) {
                QList<QByteArray> wire;
                for (int i = random.bounded(40); i > 0; --i)
                    wire.append(pieces[random.bounded(int(std::size(pieces)))]);
                const Decoded decoded = decode(dialect, wire);
                QVERIFY2(decoded.failure, wire.join().constData());
                for (const ChatEvent &event : decoded.events)
                    QVERIFY(!std::holds_alternative<Finish>(event));
            }
        }
    }
};

KAGURA_TEST(TestDialect)
#include "tst_dialect.moc"
