// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/reduceactivity.h"

#include "core/agents/expressionvalue.h"
#include "core/runs/agentactivity.h"
#include "core/runs/framerun.h"
#include "core/runs/layeredscope.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

ReduceActivity::ReduceActivity(FrameRun &frame,
                               const WorkflowNode &node,
                               const ReduceStep &step,
                               const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

ReduceActivity::~ReduceActivity() = default;

void ReduceActivity::start()
{
    Result<Json> items = m_step.over->evaluate(frame());
    if (items && !items->is_array())
        items = Error{Error::Kind::BadRequest, u"`over` is no list"_s};
    if (!items) {
        end(NodeOutcome::failed(items.error(), attempt()));
        return;
    }
    m_items = *std::move(items);
    switch (m_step.mode) {
    case ReduceStep::Mode::Vote:
        vote();
        break;
    case ReduceStep::Mode::Best:
        best();
        break;
    case ReduceStep::Mode::Llm:
        ask();
        break;
    case ReduceStep::Mode::Concat:
    case ReduceStep::Mode::Collect:
    case ReduceStep::Mode::Merge:
        byRule();
        break;
    }
}

void ReduceActivity::byRule()
{
    if (m_step.mode == ReduceStep::Mode::Concat) {
        std::string text;
        const std::string separator = m_step.separator.toStdString();
        for (const Json &item : m_items) {
            if (&item != &m_items.front())
                text += separator;
            text += insertedText(item);
        }
        end(NodeOutcome::succeeded(std::move(text)));
        return;
    }
    const bool isMerge = m_step.mode == ReduceStep::Mode::Merge;
    Json made = isMerge ? Json::object() : Json::array();
    for (Json &item : m_items) {
        if (isMerge && !item.is_object()) {
            end(NodeOutcome::failed(
                Error{Error::Kind::BadRequest,
                      u"`merge` takes objects, and one item is %1"_s.arg(valueTypeName(item))},
                attempt()));
            return;
        }
        if (isMerge) {
            made.update(item);
        } else if (item.is_array()) {
            for (Json &inner : item)
                made.push_back(std::move(inner));
        } else {
            made.push_back(std::move(item));
        }
    }
    end(NodeOutcome::succeeded(std::move(made)));
}

Result<Json> ReduceActivity::keyOf(const Json &item, std::size_t index) const
{
    if (!m_step.key)
        return item;
    return m_step.key->evaluate(LayeredScope(frame(), {{"item", item}, {"index", index}}));
}

void ReduceActivity::vote()
{
    struct Choice
    {
        std::string mark;
        Json key;
        std::size_t first;
        int votes;
    };
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Result<Json> key = keyOf(m_items[i], i);
        if (!key) {
            end(NodeOutcome::failed(key.error(), attempt()));
            return;
        }
        const std::string mark = valueMark(*key);
        const auto known = std::find_if(choices.begin(), choices.end(),
                                        [&](const Choice &one) { return one.mark == mark; });
        if (known == choices.end())
            choices.push_back({mark, *key, i, 1});
        else
            ++known->votes;
    }
    if (choices.empty()) {
        end(NodeOutcome::failed(Error{Error::Kind::BadRequest, u"there is nothing to vote on"_s},
                                attempt()));
        return;
    }
    // Of several with as many votes it is the one that came first.
    const auto most = std::max_element(
        choices.begin(), choices.end(),
        [](const Choice &one, const Choice &other) { return one.votes < other.votes; });
    Json tally = Json::array();
    for (const Choice &one : choices)
        tally.push_back({{"key", one.key}, {"votes", one.votes}});
    NodeOutcome outcome = NodeOutcome::succeeded(m_items[most->first]);
    outcome.fields = {{"tally", std::move(tally)}};
    end(std::move(outcome));
}

void ReduceActivity::best()
{
    const Json *found = nullptr;
    Json highest;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Result<Json> key = keyOf(m_items[i], i);
        if (key && !key->is_number())
            key = Error{Error::Kind::BadRequest,
                        u"`key` is %1, and `best` compares numbers"_s.arg(valueTypeName(*key))};
        if (!key) {
            end(NodeOutcome::failed(key.error(), attempt()));
            return;
        }
        if (!found || compareNumbers(*key, highest) > 0) {
            found = &m_items[i];
            highest = *std::move(key);
        }
    }
    if (!found) {
        end(NodeOutcome::failed(
            Error{Error::Kind::BadRequest, u"there is nothing to choose from"_s}, attempt()));
        return;
    }
    NodeOutcome outcome = NodeOutcome::succeeded(*found);
    outcome.fields = {{"key", std::move(highest)}};
    end(std::move(outcome));
}

// A tree: groups of fan_in are read at once, and their answers are the items of the next level.
void ReduceActivity::ask()
{
    const std::size_t size = m_step.fanIn ? static_cast<std::size_t>(std::max(2, *m_step.fanIn))
                                          : std::max<std::size_t>(1, m_items.size());
    const std::size_t groupCount = std::max<std::size_t>(1, (m_items.size() + size - 1) / size);
    for (std::unique_ptr<AgentTurns> &group : m_groups)
        group.release()->deleteLater();
    m_groups.clear();
    m_level = Json::array_t(groupCount);
    m_open = groupCount;
    for (std::size_t i = 0; i < groupCount; ++i) {
        Json part = Json::array();
        for (std::size_t j = i * size; j < std::min(m_items.size(), (i + 1) * size); ++j)
            part.push_back(m_items[j]);
        const LayeredScope scope(frame(), {{"items", std::move(part)}});
        const Result<QList<Message>> messages = renderPrompt(m_step.prompt, scope);
        const WorkflowAgent &agent = frame().workflow().agents.at(m_step.agent);
        const Result<QString> system =
            agent.system ? agent.system->text(scope) : Result<QString>(QString());
        if (!messages || !system) {
            end(NodeOutcome::failed(messages ? system.error() : messages.error(), attempt()));
            return;
        }
        AgentTurns::Task task;
        task.path = path();
        task.attempt = attempt();
        task.agent = m_step.agent;
        task.system = *system;
        task.messages = *messages;
        task.introduction = introduction();
        m_groups.push_back(
            std::make_unique<AgentTurns>(context(), frame().workflow(), node(), task));
    }
    if (m_fingerprint.isEmpty()) { // the first level says all
        Json requests = Json::array();
        for (const std::unique_ptr<AgentTurns> &group : m_groups)
            requests.push_back(group->firstRequest());
        m_fingerprint = fingerprintOf(u"reduce"_s, {{"requests", std::move(requests)}});
        if (std::optional<NodeOutcome> donated = donatedOutcome(context(), m_fingerprint, path())) {
            end(*std::move(donated));
            return;
        }
    }
    for (std::size_t i = 0; i < m_groups.size() && !hasEnded(); ++i) {
        m_groups[i]->begin([this, i](const AgentTurns::Answer &answer, const RunFailure &failure) {
            heard(i, answer, failure);
        });
    }
}

void ReduceActivity::heard(std::size_t group,
                           const AgentTurns::Answer &answer,
                           const RunFailure &failure)
{
    if (hasEnded())
        return;
    if (!failure.type.isEmpty()) {
        const NodeOutcome outcome = outcomeOf(failure);
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (i != group)
                m_groups[i]->cancel();
        }
        end(outcome);
        return;
    }
    m_isCached = m_isCached && answer.isCached;
    m_level[group] = answer.output;
    if (--m_open > 0)
        return;
    if (m_level.size() > 1) {
        m_items = std::move(m_level);
        ask();
        return;
    }
    NodeOutcome outcome = NodeOutcome::succeeded(m_level.front());
    outcome.fingerprint = m_fingerprint;
    if (m_isCached)
        outcome.from = u"cache"_s;
    end(std::move(outcome));
}

void ReduceActivity::cancel()
{
    for (const std::unique_ptr<AgentTurns> &group : m_groups)
        group->cancel();
    end(NodeOutcome::cancelled());
}

} // namespace kagura
