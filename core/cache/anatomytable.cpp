// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/anatomytable.h"

#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int Compared = 5000; // some milliseconds
constexpr qsizetype PrefixBytes = 8; // of each message in h_prefixes
constexpr qsizetype MostMessages = 32; // whose sharing is counted

} // namespace

AnatomyTable::AnatomyTable(Connection &connection)
    : m_connection(connection)
{}

Result<std::optional<StoredAnatomy>> AnatomyTable::of(qint64 id)
{
    Statement own(m_connection,
                  u"SELECT h_origin, h_system, h_tools, h_parameters, h_prefixes FROM entry "
                  "WHERE id = ?"_s);
    own.bind(id);
    if (!own.next()) {
        if (!own.outcome())
            return own.outcome().error();
        return std::optional<StoredAnatomy>();
    }
    StoredAnatomy anatomy;
    const QList<StoredAnatomy::Part *> parts = {&anatomy.origin, &anatomy.system, &anatomy.tools,
                                                &anatomy.parameters};
    QList<QByteArray> hashes;
    for (int i = 0; i < parts.size(); ++i) {
        hashes.append(own.bytes(i));
        parts.at(i)->hash = hashes.last().toHex();
    }
    const QByteArray prefixes = own.bytes(4);
    for (qsizetype at = 0; at < prefixes.size(); at += PrefixBytes)
        anatomy.messages.append({prefixes.mid(at, PrefixBytes).toHex(), 0});
    Statement others(m_connection,
                     u"SELECT h_origin, h_system, h_tools, h_parameters, h_prefixes FROM entry "
                     "WHERE id <> ? AND state < 2 ORDER BY id DESC LIMIT ?"_s);
    others.bind(id);
    others.bind(Compared);
    while (others.next()) {
        ++anatomy.compared;
        for (int i = 0; i < parts.size(); ++i)
            parts.at(i)->shared += others.bytes(i) == hashes.at(i) ? 1 : 0;
        const QByteArray theirs = others.bytes(4);
        for (qsizetype i = 0; i < std::min(anatomy.messages.size(), MostMessages); ++i) {
            const qsizetype at = i * PrefixBytes;
            if (theirs.mid(at, PrefixBytes) != prefixes.mid(at, PrefixBytes))
                break;
            ++anatomy.messages[i].shared;
        }
    }
    if (!others.outcome())
        return others.outcome().error();
    return std::optional(anatomy);
}

} // namespace kagura
