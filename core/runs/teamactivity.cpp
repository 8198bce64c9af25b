// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/teamactivity.h"

#include "core/runs/agentactivity.h"
#include "core/runs/answershape.h"
#include "core/runs/framerun.h"
#include "core/runs/layeredscope.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

const auto TransferPrefix = u"transfer_to_"_s;
const auto NextSpeaker = u"next_speaker"_s;
const auto FinishWork = u"finish"_s;

ToolSpec tool(const QString &name, const QString &description, const Json &properties)
{
    Json required = Json::array();
    for (const auto &[key, value] : properties.items())
        required.push_back(key);
    return {name,
            description,
            {{"type", "object"}, {"properties", properties}, {"required", std::move(required)}}};
}

} // namespace

TeamActivity::TeamActivity(FrameRun &frame,
                           const WorkflowNode &node,
                           const TeamStep &step,
                           const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

TeamActivity::~TeamActivity() = default;

void TeamActivity::start()
{
    const Result<QList<Message>> messages = renderPrompt(m_step.prompt, frame());
    if (!messages) {
        end(NodeOutcome::failed(messages.error(), attempt()));
        return;
    }
    m_task = *messages;
    m_speaker = m_step.members.value(0);
    noteStarted();
    next();
}

bool TeamActivity::isAtEnd()
{
    const bool isDebate = m_step.pattern == TeamStep::Pattern::Debate;
    const int done = isDebate ? m_rounds : static_cast<int>(m_turns.size());
    if (done >= m_step.maxTurns)
        return true;
    if (!m_step.until || m_turns.empty())
        return false;
    const LayeredScope scope(
        frame(), {{"team", {{"last", toJson(m_turns.back().text)}, {"turns", m_turns.size()}}}});
    const Result<Json> until = m_step.until->evaluate(scope);
    if (!until) {
        end(NodeOutcome::failed(until.error(), attempt()));
        return true;
    }
    return *until == true;
}

void TeamActivity::next()
{
    if (hasEnded())
        return;
    if (isAtEnd()) {
        if (!hasEnded())
            decide();
        return;
    }
    switch (m_step.pattern) {
    case TeamStep::Pattern::Supervisor:
        askLead();
        break;
    case TeamStep::Pattern::Handoff:
        speak(m_speaker);
        break;
    case TeamStep::Pattern::RoundRobin:
        speak(m_step.members.at(static_cast<qsizetype>(m_turns.size()) % m_step.members.size()));
        break;
    case TeamStep::Pattern::Debate:
        round();
        break;
    }
}

QString TeamActivity::transcript(const QString &member) const
{
    std::size_t from = 0;
    const auto round = static_cast<std::size_t>(m_step.members.size());
    if (m_step.visibility == TeamStep::Visibility::LeadOnly && member != m_step.lead)
        return {};
    if (m_step.visibility == TeamStep::Visibility::LastRound && m_turns.size() > round)
        from = m_turns.size() - round;
    QString text;
    for (std::size_t i = from; i < m_turns.size(); ++i)
        text += u"%1: %2\n\n"_s.arg(m_turns[i].member, m_turns[i].text);
    return text.isEmpty() ? text : u"What was said so far:\n\n"_s + text;
}

void TeamActivity::askLead()
{
    Json members = Json::array();
    for (const QString &member : m_step.members)
        members.push_back(toJson(member));
    AgentTurns::Task task;
    task.extraTools = {
        tool(NextSpeaker, u"Lets a member of the team speak next."_s,
             {{"member", {{"type", "string"}, {"enum", members}}},
              {"request", {{"type", "string"}}}}),
        tool(FinishWork, u"Ends the work with the answer."_s, {{"answer", {{"type", "string"}}}})};
    task.mustChoose = true;
    ask(m_number++, m_step.lead, u"Choose who speaks next, or finish."_s, std::move(task));
}

void TeamActivity::speak(const QString &member)
{
    AgentTurns::Task task;
    if (m_step.pattern == TeamStep::Pattern::Handoff) {
        for (const QString &other : m_step.members) {
            if (other != member)
                task.extraTools.append(tool(TransferPrefix + other,
                                            u"Hands the work on to %1."_s.arg(other),
                                            {{"message", {{"type", "string"}}}}));
        }
    }
    ask(m_number++, member, {}, std::move(task));
}

void TeamActivity::round()
{
    // All of them answer what stood there before the round.
    const int first = m_number;
    m_number += static_cast<int>(m_step.members.size());
    for (qsizetype i = 0; i < m_step.members.size() && !hasEnded(); ++i)
        ask(first + static_cast<int>(i), m_step.members.at(i), {}, {});
}

void TeamActivity::ask(int turn,
                       const QString &member,
                       const QString &request,
                       AgentTurns::Task task)
{
    const QString turnPath = u"%1[%2]"_s.arg(path()).arg(turn);
    const NodeRecord *known = context().state().find(turnPath);
    if (known && hasOutput(known->stand)) {
        if (const std::optional<Json> output = context().value(known->output)) {
            adopt(turn, member, *output);
            return;
        }
    }
    const WorkflowAgent &agent = frame().workflow().agents.at(member);
    const Result<QString> system =
        agent.system ? agent.system->text(frame()) : Result<QString>(QString());
    if (!system) {
        end(NodeOutcome::failed(system.error(), attempt()));
        return;
    }
    task.path = turnPath;
    task.attempt = std::max(1, known ? known->attempts : 1);
    task.agent = member;
    task.system = *system;
    task.messages = m_task;
    const QString heardSoFar = transcript(member) + request;
    if (!heardSoFar.isEmpty())
        task.messages.append(Message::fromText(Role::User, heardSoFar.trimmed()));
    task.introduction = {{"kind", "turn"}, {"title", toJson(member)}};
    auto turns = std::make_unique<AgentTurns>(context(), frame().workflow(), node(), task);
    AgentTurns &started = *turns;
    const QString fingerprint = fingerprintOf(u"turn"_s, {{"request", started.firstRequest()}});
    if (const DonatedResult *donated = context().donated(fingerprint, turnPath)) {
        context().recorder().note(Kind::NodeCached, turnPath, 1,
                                  {{"kind", "turn"},
                                   {"title", toJson(member)},
                                   {"output", context().recorder().keep(donated->output).toJson()},
                                   {"fingerprint", toJson(fingerprint)},
                                   {"from", toJson(donated->run)}});
        adopt(turn, member, donated->output);
        return;
    }
    m_open.emplace(turn, std::move(turns));
    started.begin([this, turn, turnPath, member, fingerprint](const AgentTurns::Answer &answer,
                                                              const RunFailure &failure) {
        const NodeRecord *record = context().state().find(turnPath);
        const int attempts = record ? record->attempts : 1;
        if (!failure.type.isEmpty()) {
            const NodeOutcome outcome = outcomeOf(failure);
            const bool isCancelled = outcome.kind == NodeOutcome::Kind::Cancelled;
            context().recorder().note(
                isCancelled ? Kind::NodeCancelled : Kind::NodeFailed, turnPath, attempts,
                isCancelled ? Json::object() : Json{{"error", failure.toJson()}});
            if (hasEnded())
                return;
            end(outcome);
            cancelTurns();
            return;
        }
        if (hasEnded())
            return;
        Json output = {{"text", toJson(answer.text)}};
        if (!answer.chosen.name.isEmpty()) {
            output["tool"] = toJson(answer.chosen.name);
            output["arguments"] = answer.chosen.arguments.toStdString();
        }
        context().recorder().note(answer.isCached ? Kind::NodeCached : Kind::NodeCompleted,
                                  turnPath, attempts,
                                  {{"output", context().recorder().keep(output).toJson()},
                                   {"from", answer.isCached ? "cache" : ""}});
        note(Kind::TeamTurn, {{"index", turn}, {"member", toJson(member)}});
        heard(turn, member, answer);
    });
}

// A turn that was spoken before is heard like any other, later.
void TeamActivity::adopt(int turn, const QString &member, const Json &output)
{
    AgentTurns::Answer answer;
    answer.text = jsonString(output, "text");
    answer.chosen = {{}, jsonString(output, "tool"), jsonString(output, "arguments").toUtf8()};
    m_open.emplace(turn, nullptr);
    context().working(1);
    QMetaObject::invokeMethod(
        this,
        [this, turn, member, answer] {
            context().working(-1);
            heard(turn, member, answer);
        },
        Qt::QueuedConnection);
}

void TeamActivity::heard(int turn, const QString &member, const AgentTurns::Answer &answer)
{
    if (hasEnded())
        return;
    if (const auto open = m_open.find(turn); open->second)
        open->second.release()->deleteLater();
    if (m_isDeciding) {
        conclude(answer.text);
        return;
    }
    const Result<Json> arguments = parseJson(answer.chosen.arguments);
    const Json said = arguments ? *arguments : Json::object();
    if (m_step.pattern == TeamStep::Pattern::Debate) {
        m_turns.push_back({member, answer.text});
        const bool isRoundOver =
            static_cast<qsizetype>(m_turns.size()) == (m_rounds + 1) * m_step.members.size();
        if (!isRoundOver)
            return;
        // In the order of the members, whoever was first: a resume says the same.
        const auto begin = m_turns.end() - m_step.members.size();
        std::sort(begin, m_turns.end(), [this](const Turn &one, const Turn &other) {
            return m_step.members.indexOf(one.member) < m_step.members.indexOf(other.member);
        });
        ++m_rounds;
    } else if (answer.chosen.name == FinishWork) {
        conclude(jsonString(said, "answer"));
        return;
    } else if (answer.chosen.name == NextSpeaker) {
        speak(jsonString(said, "member"));
        return;
    } else if (answer.chosen.name.startsWith(TransferPrefix)) {
        m_speaker = answer.chosen.name.mid(TransferPrefix.size());
        m_turns.push_back({member, jsonString(said, "message", answer.text)});
    } else {
        m_turns.push_back({member, answer.text});
        if (m_step.pattern == TeamStep::Pattern::Handoff) {
            conclude(answer.text);
            return;
        }
    }
    next();
}

void TeamActivity::decide()
{
    const bool hasLead = !m_step.lead.isEmpty() && m_step.decides == TeamStep::Final::Lead;
    if (hasLead) {
        m_isDeciding = true;
        AgentTurns::Task task;
        task.schema = m_step.outputSchema;
        ask(m_number++, m_step.lead, u"Give the final answer now."_s, std::move(task));
        return;
    }
    if (m_turns.empty()) {
        conclude({});
        return;
    }
    if (m_step.decides != TeamStep::Final::Vote) {
        conclude(m_turns.back().text);
        return;
    }
    // What most of them said last; of several, what was said first.
    const std::size_t count =
        std::min(m_turns.size(), static_cast<std::size_t>(m_step.members.size()));
    QStringList last;
    for (std::size_t i = m_turns.size() - count; i < m_turns.size(); ++i)
        last.append(m_turns[i].text.trimmed());
    conclude(*std::max_element(last.cbegin(), last.cend(),
                               [&last](const QString &one, const QString &other) {
                                   return last.count(one) < last.count(other);
                               }));
}

void TeamActivity::conclude(const QString &text)
{
    Json output = toJson(text);
    if (m_step.outputSchema) {
        Result<Json> value = jsonOfAnswer(text);
        const std::optional<Error> fault =
            value ? schemaFault(*m_step.outputSchema, *value) : std::optional<Error>(value.error());
        if (fault) {
            end(NodeOutcome::failed(RunFailure{u"invalid_output"_s, fault->message, attempt()}));
            return;
        }
        output = *std::move(value);
    }
    Json said = Json::array();
    for (const Turn &turn : m_turns)
        said.push_back({{"member", toJson(turn.member)}, {"text", toJson(turn.text)}});
    NodeOutcome outcome = NodeOutcome::succeeded(std::move(output));
    outcome.fields = {{"turns", m_turns.size()}, {"transcript", std::move(said)}};
    end(std::move(outcome));
}

void TeamActivity::cancel()
{
    end(NodeOutcome::cancelled());
    cancelTurns();
}

void TeamActivity::cancelTurns()
{
    for (const auto &[turn, open] : m_open) {
        if (open)
            open->cancel();
    }
}

} // namespace kagura
