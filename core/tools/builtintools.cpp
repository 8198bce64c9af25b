// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/builtintools.h"

#include "core/tools/fetchurltool.h"
#include "core/tools/listfilestool.h"
#include "core/tools/readfiletool.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

void addBuiltinTools(ToolRegistry &registry, Transport &transport, HostResolver &resolver)
{
    registry.add(u"builtin:list_files"_s, std::make_unique<ListFilesTool>());
    registry.add(u"builtin:read_file"_s, std::make_unique<ReadFileTool>());
    registry.add(u"builtin:fetch_url"_s, std::make_unique<FetchUrlTool>(transport, resolver));
}

} // namespace kagura
