// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/runworkflows.h"

namespace kagura::test {

namespace {

Json agent(const char *prompt)
{
    return {{"kind", "agent"}, {"agent", "a"}, {"prompt", prompt}};
}

} // namespace

QByteArray workflowFile(const char *provider, const Json &nodes, const Json &output)
{
    return dumpJson({{"format", "kagura/1"},
                     {"id", "test"},
                     {"name", "Test"},
                     {"models", {{"m", {{"provider", provider}, {"model", "guide"}}}}},
                     {"agents", {{"a", {{"model", "m"}}}}},
                     {"defaults",
                      {{"cache", {{"mode", "off"}}},
                       {"retry", {{"max_attempts", 3}, {"initial_ms", 10}, {"max_ms", 50}}}}},
                     {"limits", {{"max_concurrency", 3}}},
                     {"nodes", nodes},
                     {"output", output}});
}

QByteArray crashWorkflow()
{
    const Json map = {{"kind", "map"},
                      {"over", "[\"p\", \"q\", \"r\", \"s\"]"},
                      {"body", {{"one", agent("item ${item}")}}},
                      {"result", "${nodes.one.output}"}};
    const Json loop = {{"kind", "loop"},
                       {"max_iterations", 3},
                       {"vars", {{"text", "start"}}},
                       {"body", {{"more", agent("loop ${loop.index} ${loop.text}")}}},
                       {"next", {{"text", "${nodes.more.output}"}}},
                       {"until", "loop.index >= 1"},
                       {"result", "${loop.text}"}};
    const Json router = {{"kind", "router"},
                         {"cases", {{{"label", "many"}, {"when", "size(nodes.work.output) > 3"}}}},
                         {"default", "few"}};
    Json many = agent("many");
    many["needs"] = {"pick:many"};
    Json sampled = agent("vote");
    sampled["samples"] = 3;
    const Json vote = {
        {"kind", "reduce"}, {"mode", "vote"}, {"key", "item"}, {"over", "nodes.sampled.samples"}};
    const Json tool = {
        {"kind", "tool"},
        {"tool", {{"ref", "builtin:append"}, {"approval", "never"}, {"effect", "non_idempotent"}}},
        {"args", {{"text", "${nodes.many.output}"}}}};
    return workflowFile("scripted",
                        {{"work", map},
                         {"again", loop},
                         {"pick", router},
                         {"many", many},
                         {"sampled", sampled},
                         {"vote", vote},
                         {"write", tool},
                         {"last",
                          agent("last ${nodes.work.output} ${nodes.again.output} "
                                "${nodes.vote.output} ${nodes.write.output}")}},
                        "${default(nodes.last.output, 0)}");
}

} // namespace kagura::test
