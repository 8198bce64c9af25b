// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runinputs.h"

#include "core/runs/answershape.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error refused(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

} // namespace

Result<Json> completedInputs(const Workflow &workflow, const Json &given)
{
    if (!given.is_object())
        return refused(u"the inputs of a run are an object by their names"_s);
    for (const auto &[name, value] : given.items()) {
        if (!workflow.inputs.contains(QString::fromStdString(name)))
            return refused(u"the workflow has no input %1"_s.arg(QString::fromStdString(name)));
    }
    Json inputs = given;
    for (const auto &[name, input] : workflow.inputs) {
        const std::string key = name.toStdString();
        if (!inputs.contains(key)) {
            if (!input.fallback)
                return refused(u"the input %1 is missing"_s.arg(name));
            inputs[key] = *input.fallback;
        }
        if (const std::optional<Error> fault = schemaFault(input.schema, inputs[key]))
            return refused(u"the input %1: %2"_s.arg(name, fault->message));
    }
    return inputs;
}

} // namespace kagura
