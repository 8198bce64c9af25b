// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"

namespace kagura {

//! \name What the launch dialog shows and asks, as values
//! @{

//! A workflow that can be launched: one that comes with the program, or a file.
struct ShownWorkflow
{
    QString id; //!< by which it is launched
    QString title = {};
    QString evidence = {}; //!< one line under the title
    QString description = {};
    QString hint = {}; //!< whether several agents are worth it here
    bool isHintGood = false; //!< they are
    QString icon = {}; //!< of resources/icons
    QList<ShownField> fields = {};
    QStringList models = {}; //!< that it asks: "provider/model"
    bool hasTools = false;
    std::optional<qint64> budgetMicroUsd = std::nullopt;
    int concurrency = 8;

    bool operator==(const ShownWorkflow &) const = default;
};

//! What a run would do, found without the network.
struct ShownPlan
{
    QString workflow;
    qint64 callsLeast = 0;
    qint64 callsMost = 0;
    std::optional<qint64> cacheHits = {}; //!< empty: the cache was not asked
    qint64 inputTokensLeast = 0;
    qint64 inputTokensMost = 0;
    qint64 outputTokensLeast = 0;
    qint64 outputTokensMost = 0;
    std::optional<qint64> costLeastMicroUsd = std::nullopt; //!< empty: a price is not known
    std::optional<qint64> costMostMicroUsd = std::nullopt;
    QList<std::pair<QString, QString>> approvals = {}; //!< what will ask, and why
    QStringList notes = {};
    QString fault = {}; //!< why it cannot be run; empty: it can

    bool operator==(const ShownPlan &) const = default;
};

//! What the person filled in.
struct LaunchRequest
{
    QString workflow;
    Json inputs = Json::object();
    std::optional<qint64> budgetMicroUsd = std::nullopt;
    int concurrency = 0; //!< 0: that of the workflow
    QString model = {}; //!< "provider/model" in place of every model of the workflow; empty: those
    QString folder = {}; //!< that tools may read; empty: none
    bool usesCache = true;

    bool operator==(const LaunchRequest &) const = default;
};
//! @}

} // namespace kagura
