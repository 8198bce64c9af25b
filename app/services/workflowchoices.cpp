// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/workflowchoices.h"

#include "core/base/json.h"

namespace kagura {

namespace {

//! Every `cache` of the file that says how it is used, wherever it stands.
void askAnew(Json &part)
{
    if (part.is_array()) {
        for (Json &one : part)
            askAnew(one);
        return;
    }
    if (!part.is_object())
        return;
    for (auto &[key, value] : part.items()) {
        if (key == "cache" && value.is_object())
            value["mode"] = "refresh";
        else if (key != "schema" && key != "output_schema")
            askAnew(value);
    }
}

} // namespace

QByteArray withChoices(const QByteArray &file, const WorkflowChoices &choices)
{
    if (choices == WorkflowChoices())
        return file;
    const Result<Json> parsed = parseJson(file);
    if (!parsed || !parsed->is_object())
        return file;
    Json workflow = *parsed;
    if (choices.model && jsonMember(workflow, "models").is_object()) {
        for (auto &[name, model] : workflow["models"].items()) {
            if (!model.is_object())
                continue;
            model["provider"] = toJson(choices.model->provider);
            model["model"] = toJson(choices.model->model);
        }
    }
    if (!choices.usesCache) {
        for (const char *key : {"agents", "nodes"})
            if (workflow.contains(key))
                askAnew(workflow[key]);
        if (!workflow["defaults"].is_object())
            workflow["defaults"] = Json::object();
        workflow["defaults"]["cache"]["mode"] = "refresh";
    }
    return dumpJson(workflow);
}

} // namespace kagura
