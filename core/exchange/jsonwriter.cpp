// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonwriter.h"

#include "core/base/json.h"
#include "core/exchange/treejson.h"

namespace kagura {

JsonWriter::JsonWriter(const QDateTime &when)
    : m_when(when)
{}

QByteArray JsonWriter::begin()
{
    const Json head = {{"format", "conversations"},
                       {"version", TreeJsonVersion},
                       {"exported", toJson(m_when.toUTC().toString(Qt::ISODate))}};
    return "{\"kagura\":" + dumpJson(head) + ",\"conversations\":[";
}

QByteArray JsonWriter::conversation(const ConversationTree &tree)
{
    const QByteArray before = m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    return before + dumpJson(treeToJson(tree));
}

QByteArray JsonWriter::end()
{
    return "\n]}\n";
}

} // namespace kagura
