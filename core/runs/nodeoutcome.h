// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/noderecord.h"

namespace kagura {

//! How a node ended, before its rules for errors are applied.
struct NodeOutcome
{
    enum class Kind : std::uint8_t { Succeeded, Failed, Cancelled };

    Kind kind = Kind::Succeeded;
    Json output = {};
    Json fields = Json::object(); //!< what else `nodes.<id>` has
    QString label = {}; //!< of a router or a person
    QString fingerprint = {}; //!< by which a later run may take the output over; empty: it may not
    QString from = {}; //!< where it was taken from instead of being made: `cache`, or a run
    RunFailure failure = {};
    //! The journal has it, so nothing is written; or it is made again from what it consists of.
    bool isRecorded = false;
    bool isDerived = false;

    [[nodiscard]] static NodeOutcome succeeded(Json output)
    {
        NodeOutcome outcome;
        outcome.output = std::move(output);
        return outcome;
    }
    [[nodiscard]] static NodeOutcome failed(const RunFailure &failure)
    {
        NodeOutcome outcome;
        outcome.kind = Kind::Failed;
        outcome.failure = failure;
        return outcome;
    }
    [[nodiscard]] static NodeOutcome failed(const Error &error, int attempts)
    {
        return error.kind == Error::Kind::Cancelled
            ? cancelled()
            : failed(RunFailure{errorKindName(error.kind), error.message, attempts});
    }
    [[nodiscard]] static NodeOutcome cancelled()
    {
        NodeOutcome outcome;
        outcome.kind = Kind::Cancelled;
        return outcome;
    }
};

} // namespace kagura
