// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/ollamadecoder.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const char *message, const char *after = "'done':false")
{
    return quoted("{'model':'m','message':{'role':'assistant',") + quoted(message) + "},"
        + quoted(after) + "}";
}

const char *const Done = "'done':true,'done_reason':'stop','prompt_eval_count':8,'eval_count':3";

Decoded read(const QList<QByteArray> &payloads)
{
    return decode(DialectId::Ollama, {framed(DialectId::Ollama, payloads)});
}

} // namespace

class TestOllamaDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinesUntilDone()
    {
        const Decoded decoded =
            read({line("'content':'Hel'"), line("'content':'lo'"), line("'content':''", Done)});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hello"_s);
        QCOMPARE(decoded.answer.usage.inputTokens, 8);
        QCOMPARE(decoded.answer.usage.outputTokens, 3);
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::Stop, u"stop"_s}));
    }

    void thinkingIsReadInBothSpellings()
    {
        for (const char *spelling :
             {"'content':'','thinking':'hm'", "'content':'','reasoning_content':'hm'"}) {
            const Decoded decoded = read({line(spelling), line("'content':'yes'", Done)});
            QCOMPARE(decoded.answer.reasoning, u"hm"_s);
            QCOMPARE(decoded.answer.text, u"yes"_s);
        }
    }

    void toolCallsGetIdsWhereTheyHaveNone()
    {
        const Decoded decoded =
            read({line("'content':'','tool_calls':[{'function':{'name':'f','arguments':{'x':1}}},"
                       "{'id':'own','function':{'name':'g','arguments':{}}}]"),
                  line("'content':''", Done)});
        QVERIFY(!decoded.failure);
        QVERIFY(
            decoded.events.contains(ChatEvent(ToolCall{u"call_1"_s, u"f"_s, quoted("{'x':1}")})));
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"own"_s, u"g"_s, "{}"})));
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::ToolCalls, u"stop"_s}));
    }

    void aLengthCutIsTold()
    {
        const Decoded decoded = read({line("'content':'x'", "'done':true,'done_reason':'length'")});
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::Length, u"length"_s}));
    }

    void withoutDoneItIsTruncatedWithItsTextKept()
    {
        const Decoded decoded = read({line("'content':'Half'")});
        QVERIFY(decoded.failure);
        QCOMPARE(decoded.failure->kind, Error::Kind::Truncated);
        QCOMPARE(decoded.answer.text, u"Half"_s);
    }

    void anErrorLineEndsIt()
    {
        const Decoded decoded =
            read({line("'content':'Half'"), quoted("{'error':'model requires more memory'}"),
                  line("'content':'never'", Done)});
        QVERIFY(decoded.failure);
        QVERIFY(decoded.failure->message.contains(u"more memory"_s));
        QCOMPARE(decoded.answer.text, u"Half"_s);
    }

    void anySplitOfTheBytesGivesTheSame()
    {
        // The last line without its end, an empty one in between, and a character of four bytes.
        const QByteArray wire =
            line("'content':'\u00FC \U0001F600'") + "\r\n\n" + line("'content':''", Done);
        const Decoded whole = decode(DialectId::Ollama, {wire});
        QVERIFY(!whole.failure);
        QCOMPARE(whole.answer.text, u"\u00FC \U0001F600"_s);
        QVERIFY(decode(DialectId::Ollama, byteByByte(wire)).events == whole.events);
        for (qsizetype cut = 1; cut < wire.size(); ++cut)
            QVERIFY(decode(DialectId::Ollama, {wire.left(cut), wire.mid(cut)}).events
                    == whole.events);
    }
};

KAGURA_TEST(TestOllamaDecoder)
#include "tst_ollamadecoder.moc"
