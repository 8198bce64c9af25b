// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/answershape.h"

#include "core/base/jsonschema.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<Json> jsonOfAnswer(const QString &text)
{
    const QString trimmed = text.trimmed();
    Result<Json> whole = parseJson(trimmed.toUtf8());
    if (whole)
        return whole;
    const qsizetype fence = trimmed.indexOf("```"_L1);
    const qsizetype begin = trimmed.indexOf(u'\n', fence);
    const qsizetype end = trimmed.lastIndexOf("```"_L1);
    if (fence < 0 || begin < 0 || end <= begin)
        return whole;
    return parseJson(QStringView(trimmed).sliced(begin, end - begin).toUtf8());
}

std::optional<Error> schemaFault(const Json &schema, const Json &value)
{
    const Result<JsonSchema> read = JsonSchema::read(schema);
    if (!read)
        return read.error();
    const JsonSchema::Faults faults = read->faults(value);
    if (faults.isEmpty())
        return std::nullopt;
    return Error{Error::Kind::BadRequest, faultSentence(faults)};
}

} // namespace kagura
