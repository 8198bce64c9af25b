// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowtemplates.h"

#include "core/base/logging.h"

#include <QFile>

// A static library's resources are linked only where somebody asks for them, outside any namespace.
static void initTemplateResources()
{
    Q_INIT_RESOURCE(workflow);
}

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QByteArray shipped(const QString &name)
{
    QFile file(u":/workflow/templates/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isTrue(const Json &object, const char *key)
{
    return jsonMember(object, key) == Json(true);
}

WorkflowTemplate templateOf(const Json &entry)
{
    WorkflowTemplate made;
    made.id = jsonString(entry, "id");
    made.label = jsonString(entry, "label");
    made.worthIt = jsonString(entry, "worth_it_if");
    made.notWorthIt = jsonString(entry, "not_worth_it_if");
    made.calls = {jsonInteger(jsonMember(entry, "calls"), "least").value_or(0),
                  jsonInteger(jsonMember(entry, "calls"), "most").value_or(0)};
    made.runsAtOnce = isTrue(entry, "parts_run_at_once");
    made.isDefault = isTrue(entry, "default");
    for (const Json &evidence : jsonMember(entry, "evidence"))
        made.evidence.append({jsonString(evidence, "text"), jsonString(evidence, "source")});
    made.file = shipped(jsonString(entry, "file"));
    if (const Result<Json> workflow = parseJson(made.file)) {
        made.name = jsonString(*workflow, "name");
        made.description = jsonString(*workflow, "description");
    }
    return made;
}

} // namespace

QList<WorkflowTemplate> workflowTemplates()
{
    initTemplateResources();
    QList<WorkflowTemplate> templates;
    const Result<Json> index = parseJson(shipped(u"templates.json"_s));
    if (!index) {
        qCCritical(logApp, "the program was built without its workflow templates");
        return templates;
    }
    for (const Json &entry : jsonMember(*index, "templates"))
        templates.append(templateOf(entry));
    return templates;
}

} // namespace kagura
