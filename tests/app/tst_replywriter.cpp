// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/replywriter.h"
#include "core/base/json.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class ScriptedReply final : public ChatReply
{
public:
    using ChatReply::add;
    using ChatReply::end;
    using ChatReply::start;

protected:
    void abortWork() override {}
};

} // namespace

class TestReplyWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDocumentedLines()
    {
        QCOMPARE(replywriter::eventLines({TextDelta{u"a 'b'\n"_s}, ReasoningDelta{u"hm"_s},
                                          ToolCallDelta{0, u"f"_s, "{"},
                                          ToolCall{u"id1"_s, u"f"_s, R"({"x":1})"},
                                          ToolCall{u"id2"_s, u"g"_s, ""},
                                          RetryScheduled{2, 500ms, Error::Kind::RateLimited},
                                          FellBack{u"p"_s, u"m"_s}, Restarted{}, UsageReported{}}),
                 QByteArray(R"({"event":"text","text":"a 'b'\n"})"
                            "\n"
                            R"({"event":"reasoning","text":"hm"})"
                            "\n"
                            R"({"event":"tool_call","id":"id1","name":"f","arguments":{"x":1}})"
                            "\n"
                            R"({"event":"tool_call","id":"id2","name":"g","arguments":{}})"
                            "\n"
                            R"({"event":"retry","attempt":2,"after_ms":500,"kind":"rate_limited"})"
                            "\n"
                            R"({"event":"fallback","provider":"p","model":"m"})"
                            "\n"
                            R"({"event":"restarted"})"
                            "\n"));
    }

    void finishNamesWhatServedAndNeverGuessesACount()
    {
        ScriptedReply reply;
        reply.start(ChatReply::Origin::Live, u"p"_s, u"alias"_s);
        QCOMPARE(
            replywriter::startLine(reply),
            QByteArray(
                R"({"event":"start","provider":"p","model":"alias","origin":"live","cache":null})"
                "\n"));
        Usage usage;
        usage.outputTokens = 3;
        reply.add({ServedModel{u"dated"_s}, UsageReported{usage},
                   Finish{FinishReason::Length, u"max_tokens"_s}});
        reply.end();
        const Json line = *parseJson(replywriter::endLine(reply, std::nullopt));
        QCOMPARE(line["event"], Json("finish"));
        QCOMPARE(line["reason"], Json("length"));
        QCOMPARE(line["raw_reason"], Json("max_tokens"));
        QCOMPARE(line["model"], Json("dated"));
        QCOMPARE(line["usage"]["output_tokens"], Json(3));
        QVERIFY(line["usage"]["input_tokens"].is_null());
        QVERIFY(line["cost_usd"].is_null());
        QVERIFY(line["first_text_ms"].is_null());
        QVERIFY(line["total_ms"].is_number_integer());
    }

    void errorCarriesUsageWhereItIsKnown()
    {
        ScriptedReply reply;
        reply.start(ChatReply::Origin::Live, u"p"_s, u"m"_s);
        reply.add({TextDelta{u"half"_s}});
        reply.end(Error{Error::Kind::Truncated, u"cut"_s, 200, 1500ms});
        QCOMPARE(
            replywriter::endLine(reply, std::nullopt),
            QByteArray(R"({"event":"error","kind":"truncated","message":"cut","http_status":200,)"
                       R"("retry_after_ms":1500,"usage":null})"
                       "\n"));
    }

    void argumentsThatAreNoJsonAreKeptAsText()
    {
        const Json line = *parseJson(replywriter::eventLines({ToolCall{u"i"_s, u"f"_s, "{\"cut"}}));
        QCOMPARE(line["arguments"], Json("{\"cut"));
    }
};

KAGURA_TEST(TestReplyWriter)
#include "tst_replywriter.moc"
