// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/agents/brokenworkflows.h"

#include "core/base/json.h"

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

Json json(const char *text)
{
    return *parseJson(QByteArray(text).replace('\'', '"'));
}

//! Changes a sound file in one place.
class Breaker
{
public:
    [[nodiscard]] QList<BrokenWorkflow> files() const { return m_files; }

    void with(
        const char *name, const char *pointer, const char *value, const char *at, const char *says)
    {
        Json file = *parseJson(soundWorkflow());
        file[nlohmann::json::json_pointer(pointer)] = json(value);
        add(name, dumpJson(file), at, says);
    }
    void without(const char *name, const char *parent, const char *key, const char *says)
    {
        Json file = *parseJson(soundWorkflow());
        file[nlohmann::json::json_pointer(parent)].erase(key);
        add(name, dumpJson(file), parent, says);
    }
    void add(const char *name, const QByteArray &file, const char *at, const char *says)
    {
        m_files.append({name, file, QString::fromLatin1(at), QString::fromUtf8(says)});
    }

private:
    QList<BrokenWorkflow> m_files;
};

void breakTheForm(Breaker &breaker)
{
    breaker.with("another format", "/format", "'kagura/2'", "/format", "must be `kagura/1`");
    breaker.without("no output", "", "output", "`output` is missing");
    breaker.without("no prompt", "/nodes/plan", "prompt", "`prompt` is missing");
    breaker.with("a misspelt key", "/nodes/plan/promt", "'x'", "/nodes/plan/promt",
                 "did you mean `prompt`?");
    breaker.with("a misspelt default", "/defaults", "{'retry':{'max_atempts':2}}",
                 "/defaults/retry/max_atempts", "did you mean `max_attempts`?");
    breaker.with("a text for a number", "/nodes/review/max_iterations", "'2'",
                 "/nodes/review/max_iterations", "must be a whole number, not a text");
    breaker.with("no iteration", "/nodes/review/max_iterations", "0",
                 "/nodes/review/max_iterations", "at least 1");
    breaker.with("too many samples", "/nodes/plan/samples", "65", "/nodes/plan/samples",
                 "at most 64");
    breaker.with("another kind", "/nodes/plan/kind", "'agnet'", "/nodes/plan/kind", "not `agnet`");
    breaker.with("an id with capitals", "/nodes/Plan", "{'kind':'transform','value':1}",
                 "/nodes/Plan", "begins with a small letter");
    breaker.with("a rule for errors that is none", "/nodes/plan/on_error", "'ignore'",
                 "/nodes/plan/on_error", "\"fail\", {\"value\"");
    breaker.with("a class of errors that is none", "/nodes/plan/retry", "{'on':['auth']}",
                 "/nodes/plan/retry/on/0", "not `auth`");
    breaker.with("a need twice", "/nodes/ok/needs", "['plan','plan']", "/nodes/ok/needs/1",
                 "twice");
    breaker.with("votes without a key", "/nodes/choose",
                 "{'kind':'reduce','over':'1','mode':'vote'}", "/nodes/choose", "`key` is missing");
    breaker.with("an empty graph", "/nodes", "{}", "/nodes", "must not be empty");
    breaker.with("a supervisor who is nobody", "/nodes/team/pattern", "'supervisor'", "/nodes/team",
                 "`lead` is missing");
}

// What is written in expressions, and what the parts say of each other.
void breakTheSense(Breaker &breaker)
{
    breaker.with("an expression that ends", "/nodes/route/cases/0/when", "'1 +'",
                 "/nodes/route/cases/0/when", "ends too early (character 4)");
    breaker.with("a function that is none", "/nodes/sorry/value", "'${now()}'",
                 "/nodes/sorry/value", "no function `now`");
    breaker.with("an open expression", "/nodes/plan/prompt", "'${inputs.topic'",
                 "/nodes/plan/prompt", "`}` is missing");
    breaker.with("a node that is not there", "/nodes/choose/over", "'nodes.wrok.output'",
                 "/nodes/choose/over", "there is no node `wrok`");
    breaker.with("an input that is not there", "/nodes/plan/prompt", "'${inputs.tpoic}'",
                 "/nodes/plan/prompt", "there is no input `tpoic`; there are `count`, `topic`");
    breaker.with("an agent that is not there", "/nodes/plan/agent", "'editor'", "/nodes/plan/agent",
                 "there is no agent `editor`");
    breaker.with("a model that is not there", "/agents/critic/model", "'large'",
                 "/agents/critic/model", "there is no model `large`");
    breaker.with("a label that is not there", "/nodes/work/needs", "['ok:accept']",
                 "/nodes/work/needs/0", "no label `accept`; there are `approve`, `reject`");
    breaker.with("a branch that is not there", "/nodes/sorry/needs", "['review:error']",
                 "/nodes/sorry/needs/0", "give it \"on_error\"");
    breaker.with("a look into a body", "/nodes/sorry/value", "'${nodes.answer.output}'",
                 "/nodes/sorry/value", "`answer` is inside `work`");
    breaker.with("the item outside of a map", "/nodes/plan/prompt", "'${item}'",
                 "/nodes/plan/prompt", "there is no `item` here");
    breaker.with("a variable that is not there", "/nodes/review/until", "'loop.text == loop.txet'",
                 "/nodes/review/until", "no variable `txet`");
    breaker.with("a next value of nothing", "/nodes/review/next", "{'txet':'x'}",
                 "/nodes/review/next/txet", "no variable of this loop");
    breaker.with("a circle", "/nodes/plan/needs", "['review']", "/nodes/choose", "in a circle");
    breaker.with("itself", "/nodes/plan/prompt", "'${nodes.plan.output}'", "/nodes/plan/prompt",
                 "cannot read its own result");
    breaker.with("its own container", "/nodes/work/body/answer/prompt", "'${nodes.work.output}'",
                 "/nodes/work/body/answer/prompt", "no result before its body has ended");
    breaker.with("an id twice", "/nodes/work/body/review", "{'kind':'transform','value':1}",
                 "/nodes/work/body/review", "the id of a node around this one");
    breaker.with("what may be skipped", "/output", "'${nodes.team.output}'", "/output",
                 "`team` may be skipped");
    breaker.with("what may be skipped in a body", "/nodes/work/result", "'${nodes.short.output}'",
                 "/nodes/work/result", "`short` may be skipped");
    breaker.with("nobody in time", "/nodes/ok/on_timeout", "'maybe'", "/nodes/ok/on_timeout",
                 "no action here");
    breaker.with("bodies too deep", "/limits", "{'max_depth':1}", "/nodes/review/body",
                 "nested more than 1");
}

} // namespace

QByteArray soundWorkflow()
{
    // Written with single quotes: moc and people lose their way in escaped ones.
    return QByteArray(
               "{'format':'kagura/1','id':'sound','name':'A sound workflow',"
               "'inputs':{'topic':{'schema':{'type':'string'}},"
               "'count':{'schema':{'type':'integer'},'default':3}},"
               "'models':{'main':{'provider':'guide','model':'guide'},"
               "'spare':{'provider':'guide','model':'guide'}},"
               "'agents':{'writer':{'model':'main','fallback':['spare'],"
               "'system':'Write about ${inputs.topic}.'},'critic':{'model':'main'}},"
               "'nodes':{"
               "'plan':{'kind':'agent','agent':'writer','prompt':'Split ${inputs.topic}',"
               "'on_error':{'branch':true},"
               "'output_schema':{'type':'object'}},"
               "'ok':{'kind':'human','needs':['plan'],'message':'Go on?','timeout_s':60,"
               "'on_timeout':'reject'},"
               "'work':{'kind':'map','needs':['ok:approve'],'over':'nodes.plan.output.parts',"
               "'body':{'answer':{'kind':'agent','agent':'writer',"
               "'prompt':'${item} of ${inputs.topic} (${index})'},"
               "'short':{'kind':'transform','when':'size(nodes.answer.output) > 100',"
               "'value':'${truncate(nodes.answer.output, 100)}'}},"
               "'result':'${default(nodes.short.output, nodes.answer.output)}'},"
               "'choose':{'kind':'reduce','over':'nodes.work.output','mode':'best',"
               "'key':'size(item)'},"
               "'review':{'kind':'loop','max_iterations':2,"
               "'vars':{'text':'${nodes.choose.output}','notes':''},"
               "'body':{'look':{'kind':'agent','agent':'critic',"
               "'prompt':'${loop.text} ${loop.index}'}},"
               "'next':{'notes':'${nodes.look.output}'},"
               "'until':'starts_with(loop.notes, \\'PASS\\')','result':'${loop.text}'},"
               "'route':{'kind':'router','cases':[{'label':'long',"
               "'when':'size(nodes.review.output) > 10'}],'default':'brief'},"
               "'sorry':{'kind':'transform','needs':['plan:error'],"
               "'value':'${nodes.plan.error.message}'},"
               "'team':{'kind':'team','needs':['route:long'],'pattern':'debate','members':"
               "['writer','critic'],'prompt':'${nodes.review.output}','max_turns':2,"
               "'final':'vote'}},"
               "'output':{'text':'${default(nodes.team.output, default(nodes.review.output, 0))}',"
               "'sorry':'${default(nodes.sorry.output, null)}'}}")
        .replace("\\'", "\\\"")
        .replace('\'', '"');
}

QList<BrokenWorkflow> brokenWorkflows()
{
    Breaker breaker;
    breakTheForm(breaker);
    breakTheSense(breaker);
    breaker.add("no JSON", "{'format'", "", "JSON");
    breaker.add("nothing", "", "", "JSON");
    breaker.add("a list", "[]", "", "must be an object, not a list");
    breaker.add("deep brackets", QByteArray(100'000, '['), "", "deep");
    breaker.add("too large", '"' + QByteArray(5 * 1024 * 1024, 'x') + '"', "", "large");
    return breaker.files();
}

} // namespace kagura::test
