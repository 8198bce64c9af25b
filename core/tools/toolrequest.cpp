// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/toolrequest.h"

#include "core/base/canonicaljson.h"
#include "core/base/jsonschema.h"

#include <QCryptographicHash>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr JsonLimits ArgumentLimits{64, 1024 * 1024};

Result<QByteArray> digestOf(const Json &value)
{
    const Result<QByteArray> bytes = canonicalJson(value);
    if (!bytes)
        return bytes.error();
    return QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
}

bool isHiding(char32_t character)
{
    if (character == U'\n')
        return false;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // among them those that turn the direction of what follows
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<ToolRequest> ToolRequest::read(const QString &ref,
                                      const ToolSpec &spec,
                                      QByteArrayView arguments)
{
    const Result<Json> parsed = parseUniqueJson(arguments, ArgumentLimits);
    if (!parsed)
        return Error{
            Error::Kind::BadRequest,
            u"the arguments of %1 are no JSON: %2"_s.arg(spec.name, parsed.error().message)};
    const Result<JsonSchema> schema = JsonSchema::read(spec.parameters);
    if (!schema)
        return schema.error();
    if (const JsonSchema::Faults faults = schema->faults(*parsed); !faults.isEmpty())
        return Error{Error::Kind::BadRequest,
                     u"the arguments of %1 do not fit: %2"_s.arg(spec.name, faultSentence(faults))};
    Json bound = {{"ref", toJson(ref)},
                  {"name", toJson(spec.name)},
                  {"description", toJson(spec.description)},
                  {"parameters", spec.parameters}};
    const Result<QByteArray> tool = digestOf(bound);
    bound["arguments"] = *parsed;
    const Result<QByteArray> call = digestOf(bound);
    if (!tool || !call)
        return tool ? call.error() : tool.error();
    ToolRequest request;
    request.m_ref = ref;
    request.m_arguments = *parsed;
    request.m_toolDigest = *tool;
    request.m_callDigest = *call;
    return request;
}

QString ToolRequest::shownArguments() const
{
    const QString text =
        QString::fromStdString(m_arguments.dump(2, ' ', false, Json::error_handler_t::replace));
    QString shown;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (!isHiding(character))
            shown += QString::fromUcs4(&character, 1);
        else if (character > 0xffff)
            shown += u"\\U%1"_s.arg(static_cast<uint>(character), 8, 16, QChar(u'0'));
        else
            shown += u"\\u%1"_s.arg(static_cast<uint>(character), 4, 16, QChar(u'0'));
    }
    return shown;
}

} // namespace kagura
