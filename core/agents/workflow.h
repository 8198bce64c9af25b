// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/valuetemplate.h"

#include <QStringList>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace kagura {

//! \name What a workflow file says, read and checked
//! Names are those of the file; what it leaves out has the schema's default, or is empty where it is
//! inherited.
//! @{

struct WorkflowTimeout
{
    std::optional<std::chrono::milliseconds> total; //!< of one attempt
    std::optional<std::chrono::milliseconds> firstToken;
    std::optional<std::chrono::milliseconds> idle; //!< between two pieces of a stream

    bool operator==(const WorkflowTimeout &) const = default;
};

struct WorkflowRetry
{
    int maxAttempts = 3;
    std::chrono::milliseconds initial{500};
    double factor = 2;
    std::chrono::milliseconds max{60'000};
    bool hasJitter = true;
    QStringList on = {QStringLiteral("rate_limited"), QStringLiteral("overloaded"),
                      QStringLiteral("network"), QStringLiteral("timeout"),
                      QStringLiteral("server")};

    bool operator==(const WorkflowRetry &) const = default;
};

struct WorkflowCache
{
    enum class Mode : std::uint8_t { ReadWrite, ReadOnly, WriteOnly, Off, Refresh };
    enum class Temperature : std::uint8_t { Always, DeterministicOnly, Never };

    Mode mode = Mode::ReadWrite;
    bool isLifetimeSet = false; //!< else that of the settings holds
    std::optional<std::chrono::seconds> lifetime; //!< empty: never expires; 0: not stored
    QString salt;
    Temperature temperature = Temperature::Always;
    bool hasModelSteps = false; //!< turns of an agent with tools are cached as well

    bool operator==(const WorkflowCache &) const = default;
};

struct WorkflowBudget
{
    std::optional<double> maxCostUsd;
    std::optional<qint64> maxTokens;
    std::optional<qint64> maxLlmCalls;
    std::optional<qint64> maxToolCalls;
    std::optional<double> maxWallSeconds;
    bool pausesWhenExceeded = true; //!< else the run fails

    bool operator==(const WorkflowBudget &) const = default;
};

//! What a node does when it has failed for good.
struct WorkflowErrorRule
{
    enum class Kind : std::uint8_t { Fail, Value, Branch };

    Kind kind = Kind::Fail;
    ValueTemplate value; //!< of Value
};

struct WorkflowInput
{
    Json schema;
    std::optional<Json> fallback;
    QString label;
    bool isSecret = false; //!< never written down
};

struct WorkflowModel
{
    QString provider;
    QString model;
    Json params = Json::object();
};

struct WorkflowTool
{
    enum class Approval : std::uint8_t { Always, Once, Never };
    enum class Effect : std::uint8_t { None, Idempotent, NonIdempotent };

    QString ref; //!< builtin:NAME or mcp:SERVER/TOOL
    Approval approval = Approval::Always;
    Effect effect = Effect::NonIdempotent;
    std::optional<std::chrono::milliseconds> timeout;

    bool operator==(const WorkflowTool &) const = default;
};

struct WorkflowAgent
{
    QString model;
    QStringList fallback;
    std::optional<ValueTemplate> system;
    QList<WorkflowTool> tools;
    int maxTurns = 10;
    Json params = Json::object();
    std::optional<WorkflowCache> cache;
};

struct WorkflowLimits
{
    struct PerModel
    {
        std::optional<int> maxConcurrency;
        std::optional<double> requestsPerMinute;
        std::optional<double> tokensPerMinute;

        bool operator==(const PerModel &) const = default;
    };

    int maxConcurrency = 8;
    int maxNodeExecutions = 20'000;
    int maxDepth = 5;
    std::map<QString, PerModel> perModel;

    bool operator==(const WorkflowLimits &) const = default;
};

struct WorkflowMessage
{
    QString role; //!< system, user or assistant
    ValueTemplate content;
};
using WorkflowPrompt = std::vector<WorkflowMessage>;

struct WorkflowNode;
using WorkflowGraph = std::map<QString, WorkflowNode>;

struct AgentStep
{
    QString agent;
    WorkflowPrompt prompt;
    std::optional<ValueTemplate> system;
    std::optional<Json> outputSchema;
    int samples = 1;
};

struct ToolStep
{
    WorkflowTool tool;
    ValueTemplate args;
};

struct TransformStep
{
    ValueTemplate value;
    std::optional<Json> outputSchema;
};

struct RouterStep
{
    struct Case
    {
        QString label;
        std::optional<Expression> when;
        QString description;
    };

    std::vector<Case> cases;
    QString fallback; //!< `default` of the file
    QString agent; //!< empty: the conditions decide
    WorkflowPrompt prompt;
};

struct MapStep
{
    enum class ItemError : std::uint8_t { Fail, Null, Drop };

    std::optional<Expression> over;
    int maxItems = 1000;
    std::optional<int> maxConcurrency;
    ItemError onItemError = ItemError::Fail;
    double minSuccess = 0;
    std::shared_ptr<const WorkflowGraph> body;
    ValueTemplate result;
};

struct ReduceStep
{
    enum class Mode : std::uint8_t { Concat, Collect, Merge, Vote, Best, Llm };

    std::optional<Expression> over;
    Mode mode = Mode::Collect;
    std::optional<Expression> key;
    QString separator;
    QString agent;
    WorkflowPrompt prompt;
    std::optional<int> fanIn;
};

struct LoopStep
{
    int maxIterations = 1;
    std::map<QString, ValueTemplate> vars;
    std::shared_ptr<const WorkflowGraph> body;
    std::map<QString, ValueTemplate> next;
    std::optional<Expression> until;
    bool failsAtLimit = false;
    ValueTemplate result;
};

struct TeamStep
{
    enum class Pattern : std::uint8_t { Supervisor, Handoff, Debate, RoundRobin };
    enum class Visibility : std::uint8_t { All, LastRound, LeadOnly };
    enum class Final : std::uint8_t { Lead, Vote, Last };

    Pattern pattern = Pattern::RoundRobin;
    QStringList members;
    QString lead;
    WorkflowPrompt prompt;
    int maxTurns = 1;
    Visibility visibility = Visibility::All;
    std::optional<Expression> until;
    Final decides = Final::Lead;
    std::optional<Json> outputSchema;
};

struct HumanStep
{
    ValueTemplate message;
    Json fields = Json::object();
    QStringList actions = {QStringLiteral("approve"), QStringLiteral("reject")};
    std::optional<std::chrono::seconds> timeout;
    QString onTimeout;
};

struct SubworkflowStep
{
    QString ref;
    QString sha256; //!< empty: not pinned
    std::map<QString, ValueTemplate> inputs;
};

struct WorkflowNode
{
    //! One node, or one of its labels: `review:approve`, `fetch:error`.
    struct Need
    {
        QString node;
        QString label;

        bool operator==(const Need &) const = default;
    };

    QString title;
    QList<Need> needs; //!< as the file names them; what expressions mention comes on top
    bool joinsAny = false;
    std::optional<Expression> when;
    std::optional<WorkflowRetry> retry;
    std::optional<WorkflowTimeout> timeout;
    std::optional<WorkflowCache> cache;
    std::optional<WorkflowErrorRule> onError;
    std::optional<WorkflowBudget> budget;
    std::variant<AgentStep,
                 ToolStep,
                 TransformStep,
                 RouterStep,
                 MapStep,
                 ReduceStep,
                 LoopStep,
                 TeamStep,
                 HumanStep,
                 SubworkflowStep>
        step;
};

struct Workflow
{
    QString id;
    QString name;
    QString description;
    std::map<QString, WorkflowInput> inputs;
    std::map<QString, WorkflowModel> models;
    std::map<QString, WorkflowAgent> agents;
    std::optional<WorkflowRetry> retry; //!< `defaults` of the file
    std::optional<WorkflowTimeout> timeout;
    std::optional<WorkflowCache> cache;
    std::optional<WorkflowErrorRule> onError;
    WorkflowLimits limits;
    WorkflowBudget budget;
    bool cancelsOnFailure = false; //!< else what runs goes on
    WorkflowGraph nodes;
    ValueTemplate output;
};
//! @}

} // namespace kagura
