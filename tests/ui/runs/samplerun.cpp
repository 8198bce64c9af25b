// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/runs/samplerun.h"

#include "ui/runs/schemafields.h"

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Kind = RunBar::Kind;

RunBar bar(Kind kind, double from, double to)
{
    return {kind, milliseconds(int(from * 1000)),
            to < 0 ? RunBar::Open : milliseconds(int(to * 1000))};
}

ShownNode node(const QString &path, RunMark mark, const QString &words, QList<RunBar> bars)
{
    ShownNode made;
    made.path = path;
    const qsizetype dot = path.lastIndexOf(u'.');
    const qsizetype bracket = path.endsWith(u']') ? path.lastIndexOf(u'[') : -1;
    made.parent = bracket > 0 ? path.left(bracket) : dot > 0 ? path.left(dot) : QString();
    made.name = dot > 0 ? path.mid(dot + 1) : path;
    made.mark = mark;
    made.words = words;
    made.bars = std::move(bars);
    return made;
}

ShownNode call(const QString &path,
               RunMark mark,
               const QString &words,
               const QString &model,
               qint64 tokens,
               qint64 cost,
               const QList<RunBar> &bars)
{
    ShownNode made = node(path, mark, words, bars);
    made.model = model;
    made.tokens = tokens;
    made.costMicroUsd = cost;
    made.isSaved = mark == RunMark::Cached;
    return made;
}

void addItems(QList<ShownNode> &nodes)
{
    const QHash<int, QString> names = {{4, u"acme_hosting.pdf"_s},
                                       {9, u"borealis_dpa.pdf"_s},
                                       {17, u"cobalt_cloud.pdf"_s},
                                       {26, u"ember_labs.pdf"_s},
                                       {31, u"fjord_energy.pdf"_s}};
    const QHash<int, RunMark> marks = {{2, RunMark::Cached},   {9, RunMark::Cached},
                                       {13, RunMark::Cached},  {17, RunMark::Running},
                                       {26, RunMark::Failed},  {28, RunMark::Running},
                                       {31, RunMark::Waiting}, {33, RunMark::Cached}};
    for (int item = 0; item < 40; ++item) {
        const RunMark mark = marks.value(item, RunMark::Done);
        const double start = 8 + item * 1.6;
        QList<RunBar> bars = {bar(Kind::Queued, 8, start)};
        if (mark == RunMark::Failed)
            bars += {bar(Kind::FailedAttempt, 50, 56), bar(Kind::FailedAttempt, 59, 66),
                     bar(Kind::Failed, 70, 78)};
        else if (mark == RunMark::Cached)
            bars = {bar(Kind::Cached, start, start + 3)};
        else if (mark == RunMark::Done)
            bars.append(bar(Kind::Done, start, start + 22));
        else if (mark == RunMark::Waiting)
            bars += {bar(Kind::Done, start, start + 12), bar(Kind::Waiting, start + 12, -1)};
        const QString words = mark == RunMark::Failed ? u"schema, 3 tries"_s
            : mark == RunMark::Waiting                ? u"rate limit, 7 s"_s
            : item == 17                              ? u"2 of 3 agents"_s
                                                      : QString();
        if (mark == RunMark::Running)
            bars = {bar(Kind::Bracket, start, -1)};
        ShownNode made = call(u"review_contracts[%1]"_s.arg(item), mark, words,
                              mark == RunMark::Running ? QString() : u"mini"_s, 9000 + 97 * item,
                              mark == RunMark::Cached ? 0 : 20'000 + 331 * item, bars);
        made.item = item;
        made.label = u"[%1]"_s.arg(item, 2, 10, QChar(u'0'));
        made.name = names.value(item, u"contract_%1.pdf"_s.arg(item));
        nodes.append(made);
    }
    nodes.append(call(u"review_contracts[17].risk"_s, RunMark::Done, {}, u"sonnet"_s, 10'900,
                      21'000, {bar(Kind::Queued, 52, 58), bar(Kind::Done, 58, 81)}));
    nodes.append(call(u"review_contracts[17].price"_s, RunMark::Running, u"streaming"_s,
                      u"sonnet"_s, 10'200, 18'000,
                      {bar(Kind::Queued, 52, 84), bar(Kind::Running, 84, -1)}));
    nodes.append(call(u"review_contracts[17].terms"_s, RunMark::Done, u"done, 1 retry"_s, u"mini"_s,
                      3'500, 9'000,
                      {bar(Kind::Queued, 52, 60), bar(Kind::FailedAttempt, 60, 67),
                       bar(Kind::Waiting, 67, 74), bar(Kind::Done, 74, 93)}));
    nodes.append(call(u"review_contracts[28].risk"_s, RunMark::Running, u"first token"_s,
                      u"sonnet"_s, 1'400, 0,
                      {bar(Kind::Queued, 53, 95), bar(Kind::Running, 95, -1)}));
}

ShownRun past(const QString &id,
              const QString &title,
              RunMark mark,
              const QString &words,
              int done,
              int total,
              int hoursAgo)
{
    ShownRun run{id,
                 title,
                 mark,
                 words,
                 done,
                 done / 4,
                 mark == RunMark::Failed ? 1 : 0,
                 total,
                 30'000 * total / 4};
    run.created = QDateTime::currentDateTimeUtc().addSecs(-3600LL * hoursAgo);
    return run;
}

} // namespace

SampleRun sampleRun()
{
    SampleRun sample;
    sample.run = past(u"r192"_s, u"Vendor contract review"_s, RunMark::Running, {}, 32, 60, 0);
    sample.history = {
        sample.run,
        past(u"r191"_s, u"Support macro rewrite"_s, RunMark::AsksYou, {}, 10, 14, 0),
        past(u"r190"_s, u"Panel review of RFC 31"_s, RunMark::Done, {}, 15, 15, 1),
        past(u"r189"_s, u"Ticket triage, nightly"_s, RunMark::Failed, u"1 failed"_s, 120, 120, 1),
        past(u"r188"_s, u"Translate the manual"_s, RunMark::InDoubt, u"interrupted"_s, 21, 36, 25),
        past(u"r187"_s, u"Ticket triage, nightly"_s, RunMark::Cached, {}, 120, 120, 26),
        past(u"r186"_s, u"A review of every contract that was ever signed with anybody"_s,
             RunMark::Cancelled, {}, 13, 60, 200)};
    sample.figures.detail = u"run 0192 · claude-sonnet, gpt-mini"_s;
    sample.figures.elapsed = std::chrono::seconds(102);
    sample.figures.isTicking = true;
    sample.figures.left = std::chrono::seconds(50);
    sample.figures.inputTokens = 184'000;
    sample.figures.outputTokens = 41'000;
    sample.figures.costMicroUsd = 630'000;
    sample.figures.budgetMicroUsd = 2'000'000;
    sample.figures.savedMicroUsd = 210'000;
    sample.figures.slotsUsed = 8;
    sample.figures.slotCount = 8;
    sample.figures.waitReason = u"rate limit, 7 s"_s;
    sample.figures.canPause = true;
    sample.figures.canCancel = true;

    ShownNode files = node(u"collect_files"_s, RunMark::Done, {}, {bar(Kind::Done, 0, 3)});
    files.model = u"tool"_s;
    sample.nodes.append(files);
    sample.nodes.append(
        call(u"plan"_s, RunMark::Cached, {}, u"sonnet"_s, 2'100, 4'000, {bar(Kind::Cached, 3, 8)}));
    ShownNode map = call(u"review_contracts"_s, RunMark::Running, u"30 / 48"_s, {}, 223'000,
                         630'000, {bar(Kind::Bracket, 8, -1)});
    map.itemCount = 48;
    sample.nodes.append(map);
    addItems(sample.nodes);
    ShownNode approve =
        node(u"approve"_s, RunMark::AsksYou, u"asks you"_s, {bar(Kind::Waiting, 84, -1)});
    approve.model = u"human"_s;
    sample.nodes.append(approve);
    ShownNode doubt = node(u"send_mail"_s, RunMark::InDoubt, {}, {bar(Kind::Done, 90, 92)});
    doubt.model = u"tool"_s;
    sample.nodes.append(doubt);
    ShownNode pending =
        node(u"synthesise"_s, RunMark::Pending, {}, {bar(Kind::Expected, 104, 112)});
    pending.model = u"sonnet"_s;
    sample.nodes.append(pending);
    sample.nodes.append(node(u"fallback"_s, RunMark::Skipped, {}, {}));

    ShownQuestion question{u"r192"_s, u"approve"_s};
    question.name = u"approve"_s;
    question.title = u"3 contracts exceed the cap. Continue with synthesis?"_s;
    question.facts = {{u"Then runs"_s, u"synthesise"_s},
                      {u"Over it"_s, u"[04] $312k  [09] $268k  [22] $401k"_s},
                      {u"No answer"_s, u"the run waits; nothing is spent"_s}};
    question.actions = {u"approve"_s, u"reject"_s};
    ShownField note{u"note"_s, u"Note"_s};
    question.fields = {note};
    question.asked = QDateTime::currentDateTimeUtc().addSecs(-18);
    sample.questions = {question};

    sample.detail.path = u"review_contracts[17].price"_s;
    sample.detail.summary = u"claude-sonnet · Anthropic · attempt 1 of 3 · started at 1:24"_s;
    sample.detail.input = u"What does the contract cost in a year?"_s;
    sample.detail.canCancel = true;
    sample.detail.canSkip = true;
    return sample;
}

QList<ShownNode> wideRun(int items, int running)
{
    QList<ShownNode> nodes;
    ShownNode map = node(u"work"_s, RunMark::Running, {}, {bar(Kind::Bracket, 0, -1)});
    map.itemCount = items;
    nodes.append(map);
    for (int item = 0; item < items; ++item) {
        const bool isRunning = item < running;
        ShownNode made = call(u"work[%1]"_s.arg(item), isRunning ? RunMark::Running : RunMark::Done,
                              {}, u"mini"_s, 100, 10,
                              {isRunning ? bar(Kind::Running, item * 0.01, -1)
                                         : bar(Kind::Done, item * 0.01, item * 0.01 + 1)});
        made.item = item;
        made.label = u"[%1]"_s.arg(item);
        nodes.append(made);
    }
    return nodes;
}

QList<ShownWorkflow> sampleWorkflows()
{
    const auto field = [](const char *name, const Json &schema, bool isRequired) {
        ShownField made = fieldOfSchema(QString::fromLatin1(name), schema);
        made.isRequired = isRequired;
        return made;
    };
    ShownWorkflow vote{u"self-consistency"_s, u"Self-consistency"_s};
    vote.evidence = u"Vote of 5, gains flatten after a few samples"_s;
    vote.description =
        u"Asks the same question several times and takes the answer that most agree on."_s;
    vote.hint = u"Worth it where answers can be compared, as of sums and choices."_s;
    vote.isHintGood = true;
    vote.icon = u"check"_s;
    vote.fields = {field("question", {{"type", "string"}}, true),
                   field("samples",
                         {{"type", "integer"}, {"minimum", 1}, {"maximum", 20}, {"default", 5}},
                         false)};
    ShownWorkflow files{u"map-reduce"_s, u"Map-reduce over files"_s};
    files.evidence = u"Errors grew 17× unchecked, 4× checked"_s;
    files.description = u"One agent per file, a check of each answer, then one summary."_s;
    files.hint = u"These items are independent, so parallel agents fit."_s;
    files.isHintGood = true;
    files.icon = u"file"_s;
    files.budgetMicroUsd = 2'000'000;
    files.fields = {
        field("question",
              {{"type", "string"}, {"title", "Question for each file"}, {"maxLength", 100}}, true),
        field("files",
              {{"type", "array"},
               {"items", {{"type", "string"}, {"format", "path"}}},
               {"minItems", 1},
               {"maxItems", 500}},
              true),
        field("answer_in", {{"enum", {"English", "German"}}, {"default", "English"}}, false)};
    ShownWorkflow debate{u"debate"_s, u"Debate"_s};
    debate.evidence = u"A plain vote is usually as good and cheaper"_s;
    debate.icon = u"chat"_s;
    debate.hint = u"Hardly: a vote of the same model costs less and is as good."_s;
    debate.fields = {field("question", {{"type", "string"}}, true)};
    return {vote, files, debate};
}

ShownPlan samplePlan()
{
    ShownPlan plan{
        u"self-consistency"_s, 52, 61, 14, 390'000, 460'000, 38'000, 61'000, 480'000, 710'000};
    plan.approvals = {{u"over_cap"_s, u"when a file exceeds the cap"_s},
                      {u"write_report"_s, u"before a file is saved"_s}};
    return plan;
}

} // namespace kagura::test
