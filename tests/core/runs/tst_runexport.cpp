// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runexport.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/testmain.h"

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

std::optional<Json> inlineValue(const RunValueRef &reference)
{
    return reference.value;
}

//! A run of one node with that output.
RunState withOutput(const Json &output, const QString &title = u"Sample"_s)
{
    const Json value = {{"value", output}};
    QList<RunEvent> events = sampleJournal();
    for (RunEvent &event : events) {
        if (event.kind == RunEvent::Kind::RunCreated)
            event.data["title"] = toJson(title);
        if (event.data.contains("output"))
            event.data["output"] = value;
    }
    return folded(events);
}

} // namespace

class TestRunExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsHaveNames()
    {
        QCOMPARE(runExportFormatFromName(u"jsonl"_s), RunExportFormat::JsonLines);
        QCOMPARE(runExportFormatFromName(u"html"_s), RunExportFormat::Html);
        QCOMPARE(runExportFormatFromName(u"otel"_s), RunExportFormat::Trace);
        QVERIFY(!runExportFormatFromName(u"xml"_s));
    }

    void jsonHoldsTheRunAndEveryNode()
    {
        const RunState state = folded(sampleJournal());
        const Json run = *parseJson(exportedRun(state, RunExportFormat::JsonObject, inlineValue));
        QCOMPARE(run["run_id"], Json("r"));
        QCOMPARE(run["state"], Json("succeeded_with_errors"));
        QCOMPARE(run["output"], Json("done"));
        QCOMPARE(run["inputs"]["topic"], Json("rain"));
        QCOMPARE(run["cost_usd"], Json(70e-6));
        QCOMPARE(run["nodes"].size(), state.nodes().size());
        for (const Json &node : run["nodes"]) {
            if (node["path"] == "work[0].one") {
                QCOMPARE(node["output"], Json("dry"));
                QCOMPARE(node["attempts"], Json(2));
                QCOMPARE(node["input_tokens"], Json(10));
            }
            if (node["path"] == "fetch")
                QCOMPARE(node["error"]["type"], Json("tool_error"));
        }
    }

    void aLineHoldsTheRunAndEachOtherANode()
    {
        const RunState state = folded(sampleJournal());
        const QList<QByteArray> lines =
            exportedRun(state, RunExportFormat::JsonLines, inlineValue).trimmed().split('\n');
        QCOMPARE(lines.size(), static_cast<qsizetype>(state.nodes().size()) + 1);
        QCOMPARE((*parseJson(lines.first()))["type"], Json("run"));
        for (const QByteArray &line : lines.mid(1))
            QCOMPARE((*parseJson(line))["type"], Json("node"));
    }

    void aCellIsNeverAFormulaAndQuotesAreDoubled()
    {
        const RunState state = withOutput("=cmd|'/c calc'!A1 \"x\"\nnext, line");
        const QByteArray csv = exportedRun(state, RunExportFormat::Csv, inlineValue);
        QVERIFY(csv.startsWith("path,kind,state,model,attempts,"));
        QVERIFY(csv.contains("\"'=cmd|'/c calc'!A1 \"\"x\"\"\nnext, line\"\r\n"));
        QVERIFY(!csv.contains("\"=cmd"));
    }

    void markdownCannotBeBrokenOutOf()
    {
        const RunState state = withOutput("text\n````\n# Not a heading", u"A *title* <b>\nnext"_s);
        const QByteArray text = exportedRun(state, RunExportFormat::Markdown, inlineValue);
        QVERIFY(text.startsWith("# A \\*title\\* \\<b\\> next\n"));
        QVERIFY(text.contains("`````\ntext\n````\n# Not a heading\n`````\n"));
        QVERIFY(text.contains("### work\\[0\\].one"));
    }

    void aPageHoldsNoMarkupOfOthers()
    {
        const RunState state = withOutput("<script>alert(1)</script>", u"<img src=x>"_s);
        const QByteArray page = exportedRun(state, RunExportFormat::Html, inlineValue);
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(!page.contains("http://") && !page.contains("https://"));
    }

    void whatWasErasedIsNamed()
    {
        QList<RunEvent> events = sampleJournal();
        events.last().data["output"] = {{"$blob", "cafe"}, {"bytes", 7}};
        const Json run = *parseJson(exportedRun(folded(events), RunExportFormat::JsonObject,
                                                [](const RunValueRef &) { return std::nullopt; }));
        QCOMPARE(run["output"]["$blob"], Json("cafe"));
    }

    void everyPrefixOfARunCanBeExported()
    {
        const QList<RunEvent> events = sampleJournal();
        for (qsizetype length = 0; length <= events.size(); ++length) {
            const RunState state = folded(events.first(length));
            for (int format = 0; format < 6; ++format)
                QVERIFY(!exportedRun(state, static_cast<RunExportFormat>(format), inlineValue)
                             .isEmpty());
        }
    }
};

KAGURA_TEST(TestRunExport)
#include "tst_runexport.moc"
