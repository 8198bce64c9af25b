// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runtrace.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

RunState folded(const QList<RunEvent> &events)
{
    RunState state(u"r"_s);
    for (const RunEvent &event : events)
        state.apply(event);
    return state;
}

QByteArray traceOf(const QList<RunEvent> &events, bool hasContent = false)
{
    return runTrace(
        folded(events), [](const RunValueRef &reference) { return reference.value; }, hasContent);
}

Json spansOf(const QByteArray &trace)
{
    return (*parseJson(trace))["resourceSpans"][0]["scopeSpans"][0]["spans"];
}

Json attribute(const Json &span, const char *name)
{
    for (const Json &one : span["attributes"]) {
        if (one["key"] == name)
            return one["value"];
    }
    return nullptr;
}

QList<Json> named(const Json &spans, const char *name)
{
    QList<Json> found;
    for (const Json &span : spans) {
        if (span["name"] == name)
            found.append(span);
    }
    return found;
}

} // namespace

class TestRunTrace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansHaveTheNamesOfTheConventions()
    {
        const Json spans = spansOf(traceOf(sampleJournal()));
        const Json run = named(spans, "invoke_workflow sample").value(0);
        QCOMPARE(run["kind"], Json(1));
        QVERIFY(!run.contains("parentSpanId"));
        QCOMPARE(attribute(run, "gen_ai.operation.name")["stringValue"], Json("invoke_workflow"));
        QCOMPARE(named(spans, "invoke_agent work[0].one").size(), 1);
        const QList<Json> calls = named(spans, "chat m");
        QCOMPARE(calls.size(), 3);
        for (const Json &call : calls) {
            QCOMPARE(call["kind"], Json(3));
            QCOMPARE(attribute(call, "gen_ai.provider.name")["stringValue"], Json("p"));
        }
        const Json tool = named(spans, "execute_tool builtin:fetch").value(0);
        QCOMPARE(attribute(tool, "gen_ai.tool.call.id")["stringValue"], Json("c1"));
        QCOMPARE(attribute(tool, "error.type")["stringValue"], Json("tool_error"));
        QCOMPARE(tool["status"]["code"], Json(2));
    }

    void everySpanStandsInOneTreeWithItsOwnId()
    {
        const Json spans = spansOf(traceOf(sampleJournal()));
        QSet<QString> ids;
        for (const Json &span : spans) {
            QCOMPARE(span["traceId"].get<std::string>().size(), std::size_t(32));
            QCOMPARE(span["traceId"], spans[0]["traceId"]);
            QCOMPARE(span["spanId"].get<std::string>().size(), std::size_t(16));
            ids.insert(toQString(span["spanId"]));
            QVERIFY(toQString(span["startTimeUnixNano"]).toLongLong()
                    <= toQString(span["endTimeUnixNano"]).toLongLong());
        }
        QCOMPARE(ids.size(), static_cast<qsizetype>(spans.size()));
        for (const Json &span : spans)
            QVERIFY(!span.contains("parentSpanId")
                    || ids.contains(toQString(span["parentSpanId"])));
    }

    void anAnswerOfTheCacheHasNoUsage()
    {
        int hits = 0;
        for (const Json &call : named(spansOf(traceOf(sampleJournal())), "chat m")) {
            if (attribute(call, "kagura.cache.hit").is_null())
                continue;
            ++hits;
            QVERIFY(attribute(call, "gen_ai.usage.input_tokens").is_null());
        }
        QCOMPARE(hits, 1);
    }

    void contentIsLeftOutUnlessAskedFor()
    {
        const QByteArray without = traceOf(sampleJournal());
        for (const char *word : {"rain", "\"dry\"", "done", "messages", "arguments"})
            QVERIFY2(!without.contains(word), word);
        const QByteArray with = traceOf(sampleJournal(), true);
        QVERIFY(with.contains("gen_ai.output.messages"));
        QVERIFY(with.contains("rain"));
    }

    void theSameRunIsTheSameTrace()
    {
        QCOMPARE(traceOf(sampleJournal()), traceOf(sampleJournal()));
    }

    void everyPrefixOfARunHasATrace()
    {
        const QList<RunEvent> events = sampleJournal();
        for (qsizetype length = 1; length <= events.size(); ++length)
            QVERIFY(!spansOf(traceOf(events.first(length))).empty());
    }
};

KAGURA_TEST(TestRunTrace)
#include "tst_runtrace.moc"
