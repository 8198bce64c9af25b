// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace kagura {

//! From the least to the most that something can come to.
struct PlanRange
{
    qint64 least = 0;
    qint64 most = 0;

    PlanRange &operator+=(const PlanRange &other)
    {
        least += other.least;
        most += other.most;
        return *this;
    }
    friend PlanRange operator+(PlanRange one, const PlanRange &other) { return one += other; }
    [[nodiscard]] PlanRange times(const PlanRange &other) const
    {
        return {least * other.least, most * other.most};
    }
    [[nodiscard]] bool isExact() const { return least == most; }

    bool operator==(const PlanRange &) const = default;
};

//! A question whose words are known before the run begins, so that a cache can be asked for its answer.
struct PlannedPrompt
{
    struct Text
    {
        QString role;
        QString text;

        bool operator==(const Text &) const = default;
    };

    QString path; //!< of its node, as a run names it: `work[3].one`
    QString agent;
    QString system;
    QList<Text> messages;
    int sample = 0;

    bool operator==(const PlannedPrompt &) const = default;
};

//! What one node of a workflow will do, over all times that it runs.
struct NodePlan
{
    QString path; //!< `work[].one` for one in a map's body
    QString kind;
    QString model; //!< "provider/model"; empty: it asks none
    PlanRange calls; //!< of models
    PlanRange inputTokens;
    PlanRange outputTokens;
    std::optional<PlanRange> costMicroUsd = PlanRange{}; //!< empty: a price is not known
    PlanRange toolCalls;
    PlanRange approvals; //!< questions to a person whether a tool may run
    PlanRange questions; //!< of human nodes

    void scale(const PlanRange &times);
    NodePlan &operator+=(const NodePlan &other); //!< what is counted

    bool operator==(const NodePlan &) const = default;
};

//! What a run would do and cost, found without any network. Attempts that fail and are repeated, and
//! fallback models, are not counted.
struct RunPlan
{
    QList<NodePlan> nodes; //!< what a node waits for stands before it
    NodePlan total; //!< its path and kind are empty
    QStringList models; //!< that are asked, sorted: "provider/model"
    QStringList unpricedModels; //!< that make the cost unknown
    QStringList tools; //!< that may be called, sorted
    QList<PlannedPrompt> prompts; //!< to be looked up; see setHits()
    bool arePromptsCut = false; //!< there are more than are listed
    std::optional<int> hits; //!< of prompts, that the cache would answer; empty: nobody asked it
    QStringList warnings; //!< sentences

    //! One an entry of prompts: whether the cache has it, and that call costs nothing.
    void setHits(const QList<bool> &isHit);
    //! As `plan --json` prints it.
    [[nodiscard]] Json toJson() const;

    bool operator==(const RunPlan &) const = default;
};

} // namespace kagura
