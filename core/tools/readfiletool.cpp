// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/readfiletool.h"

#include "core/media/textdecoding.h"
#include "core/tools/grantedfolder.h"
#include "core/tools/poolreply.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 DefaultCharacters = 50'000;
constexpr qint64 MostCharacters = 200'000;

//! Where a text can be cut: not within a character of two units.
qint64 cutAt(const QString &text, qint64 place)
{
    const bool isWithin = place > 0 && place < text.size() && text.at(place).isLowSurrogate()
        && text.at(place - 1).isHighSurrogate();
    return isWithin ? place - 1 : place;
}

Result<Json> fileText(const QString &folder, const QString &path, qint64 offset, qint64 limit)
{
    const Result<GrantedFolder> granted = GrantedFolder::open(folder);
    if (!granted)
        return granted.error();
    const Result<QByteArray> bytes = granted->read(path, {});
    if (!bytes)
        return bytes.error();
    const Result<DecodedText> decoded = decodeText(*bytes);
    if (!decoded)
        return Error{decoded.error().kind, u"%1: %2"_s.arg(path, decoded.error().message)};
    const QString &text = decoded->text;
    const qint64 begin = cutAt(text, std::min<qint64>(offset, text.size()));
    const qint64 end = cutAt(text, std::min<qint64>(begin + limit, text.size()));
    return Json{{"path", toJson(path)},
                {"text", toJson(text.mid(begin, end - begin))},
                {"encoding", toJson(decoded->encoding)},
                {"next_offset", end < text.size() ? Json(end) : Json()}};
}

} // namespace

ReadFileTool::ReadFileTool()
    : m_spec{u"read_file"_s,
             u"Reads a text file of the folder that the user granted. Long files come in pieces: "
             "next_offset says where the next one begins."_s,
             Json{{"type", "object"},
                  {"required", Json::array({"path"})},
                  {"properties",
                   {{"path",
                     {{"type", "string"},
                      {"minLength", 1},
                      {"description", "As list_files names it, without a / before it."}}},
                    {"offset",
                     {{"type", "integer"},
                      {"minimum", 0},
                      {"description", "The first character to read; 0 where left out."}}},
                    {"limit",
                     {{"type", "integer"},
                      {"minimum", 2},
                      {"maximum", MostCharacters},
                      {"description", "How many characters to read; 50000 where left out."}}}}},
                  {"additionalProperties", false}}}
{}

std::unique_ptr<ToolReply> ReadFileTool::run(const ToolTask &task)
{
    return std::make_unique<PoolReply>(
        [folder = task.grants.folder, path = jsonString(task.arguments, "path"),
         offset = jsonInteger(task.arguments, "offset").value_or(0),
         limit = jsonInteger(task.arguments, "limit").value_or(DefaultCharacters)] {
            return fileText(folder, path, offset, limit);
        });
}

} // namespace kagura
