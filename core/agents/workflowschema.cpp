// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowschema.h"

#include "core/agents/schemawords.h"
#include "core/base/jsonpointer.h"
#include "core/base/logging.h"

#include <QFile>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

// A static library's resources are linked only where somebody asks for them, outside any namespace.
static void initWorkflowResources()
{
    Q_INIT_RESOURCE(workflow);
}

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr const char *NodePrefix = "node_";

} // namespace

struct WorkflowSchema::Compiled
{
    //! whole: with its definitions; part: what a value has to follow.
    Compiled(const Json &whole, Json wanted)
        : part(std::move(wanted))
    {
        Json own = part;
        own["definitions"] = jsonMember(whole, "definitions");
        // valijson throws where a schema is wrong; ours is not, and a test reads every part of it.
        valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(own),
                                                schema);
    }

    Json part;
    valijson::Schema schema;
};

WorkflowSchema::WorkflowSchema()
{
    const Result<Json> read = parseJson(text());
    if (!read) {
        qCCritical(logApp, "the program was built without the schema of workflows");
        return;
    }
    m_schema = *read;
    // What a node must follow depends on its kind, and is looked at node by node.
    Json &definitions = m_schema["definitions"];
    definitions["node"] = {
        {"type", "object"},
        {"required", Json::array({"kind"})},
        {"properties",
         {{"kind", jsonMember(jsonMember(definitions["node"], "properties"), "kind")}}}};
    Json file = m_schema;
    file.erase("definitions");
    m_file = std::make_unique<Compiled>(m_schema, std::move(file));
    for (const auto &[name, part] : definitions.items()) {
        if (name.starts_with(NodePrefix))
            m_kinds.emplace(name.substr(std::string_view(NodePrefix).size()),
                            std::make_unique<Compiled>(m_schema, part));
    }
}

WorkflowSchema::~WorkflowSchema() = default;

QByteArray WorkflowSchema::text()
{
    initWorkflowResources();
    QFile file(u":/workflow/workflow.schema.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WorkflowFaults WorkflowSchema::faults(const Json &file) const
{
    if (!m_file)
        return {{QString(), u"the program was built without the schema of workflows"_s}};
    WorkflowFaults found = judged(*m_file, file, QString());
    if (file.is_object())
        found += graphFaults(jsonMember(file, "nodes"), u"/nodes"_s);
    return found;
}

WorkflowFaults WorkflowSchema::judged(const Compiled &compiled,
                                      const Json &value,
                                      const QString &pointer) const
{
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(compiled.schema, valijson::adapters::NlohmannJsonAdapter(value),
                           &results))
        return {};
    WorkflowFaults found = SchemaWords(m_schema).faults(compiled.part, value, pointer);
    if (found.isEmpty()) {
        valijson::ValidationResults::Error error;
        results.popError(error);
        found.append({pointer, QString::fromStdString(error.description)});
    }
    return found;
}

// As deep as the file, whose depth its reader bounds.
WorkflowFaults WorkflowSchema::graphFaults(const Json &graph, const QString &pointer) const
{
    WorkflowFaults found;
    if (!graph.is_object())
        return found;
    for (const auto &[id, node] : graph.items())
        found += nodeFaults(node, joinedPointer(pointer, QString::fromStdString(id)));
    return found;
}

WorkflowFaults WorkflowSchema::nodeFaults(const Json &node, const QString &pointer) const
{
    const auto kind = m_kinds.find(jsonString(node, "kind").toStdString());
    if (!node.is_object() || kind == m_kinds.end())
        return {}; // which the graph around it has said
    WorkflowFaults found = judged(*kind->second, node, pointer);
    return found + graphFaults(jsonMember(node, "body"), pointer + u"/body"_s);
}

} // namespace kagura
