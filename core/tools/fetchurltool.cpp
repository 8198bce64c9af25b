// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/fetchurltool.h"

#include "core/tools/fetchreply.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

FetchUrlTool::FetchUrlTool(Transport &transport, HostResolver &resolver)
    : m_transport(transport)
    , m_resolver(resolver)
    , m_spec{u"fetch_url"_s,
             u"Fetches a public web page with GET and gives its text. At most 5 MiB and 100000 "
             "characters; pictures and other files are not read."_s,
             Json{{"type", "object"},
                  {"required", Json::array({"url"})},
                  {"properties",
                   {{"url",
                     {{"type", "string"},
                      {"minLength", 1},
                      {"maxLength", 4096},
                      {"description", "Begins with https:// or http://"}}}}},
                  {"additionalProperties", false}}}
{}

std::unique_ptr<ToolReply> FetchUrlTool::run(const ToolTask &task)
{
    return std::make_unique<FetchReply>(
        m_transport, m_resolver,
        QUrl(jsonString(task.arguments, "url").trimmed(), QUrl::TolerantMode), task.grants.hosts);
}

} // namespace kagura
