// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/listfilestool.h"

#include "core/tools/grantedfolder.h"
#include "core/tools/poolreply.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Result<Json> listed(const QString &folder, const QString &path)
{
    const Result<GrantedFolder> granted = GrantedFolder::open(folder);
    if (!granted)
        return granted.error();
    const Result<GrantedFolder::Listing> listing = granted->list(path, {});
    if (!listing)
        return listing.error();
    Json files = Json::array();
    for (const GrantedFolder::Entry &file : listing->files)
        files.push_back({{"path", toJson(file.path)}, {"bytes", file.bytes}});
    return Json{{"files", std::move(files)}, {"truncated", listing->isCut}};
}

} // namespace

ListFilesTool::ListFilesTool()
    : m_spec{
        u"list_files"_s,
        u"Lists the files of the folder that the user granted, with their sizes in bytes, "
        "including those in folders within it. At most 1000; hidden files and links are left "
        "out."_s,
        Json{
            {"type", "object"},
            {"properties",
             {{"path",
               {{"type", "string"},
                {"description", "A folder within the granted one; leave it out for all of it."}}}}},
            {"additionalProperties", false}}}
{}

std::unique_ptr<ToolReply> ListFilesTool::run(const ToolTask &task)
{
    return std::make_unique<PoolReply>(
        [folder = task.grants.folder, path = jsonString(task.arguments, "path")] {
            return listed(folder, path);
        });
}

} // namespace kagura
