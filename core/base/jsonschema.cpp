// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonschema.h"

#include "core/base/schemacheck.h"
#include "core/base/schemawalk.h"

#include <QStringList>

namespace kagura {

using namespace Qt::StringLiterals;

JsonSchema::JsonSchema(std::shared_ptr<const Json> schema)
    : m_schema(std::move(schema))
{}

Result<JsonSchema> JsonSchema::read(const Json &schema)
{
    if (const std::optional<Error> wrong = SchemaCheck(schema).error())
        return *wrong;
    return JsonSchema(std::make_shared<const Json>(schema));
}

JsonSchema::Faults JsonSchema::faults(const Json &value) const
{
    SchemaWalk walk(*m_schema);
    walk.judge(*m_schema, value, {});
    return walk.faults();
}

QString faultSentence(const JsonSchema::Faults &faults)
{
    QStringList words;
    for (const JsonSchema::Fault &fault : faults)
        words.append(fault.pointer.isEmpty() ? fault.message
                                             : fault.pointer + u": "_s + fault.message);
    return words.join(u"; "_s);
}

} // namespace kagura
