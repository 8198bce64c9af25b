// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/toolregistry.h"

#include <utility>

namespace kagura {

void ToolRegistry::add(const QString &ref, std::unique_ptr<Tool> tool)
{
    Q_ASSERT(!m_tools.contains(ref));
    m_tools.emplace(ref, std::move(tool));
}

Tool *ToolRegistry::find(const QString &ref) const
{
    const auto found = m_tools.find(ref);
    return found == m_tools.end() ? nullptr : found->second.get();
}

QStringList ToolRegistry::refs() const
{
    QStringList refs;
    for (const auto &[ref, tool] : m_tools)
        refs.append(ref);
    return refs;
}

} // namespace kagura
