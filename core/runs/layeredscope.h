// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionscope.h"

#include <map>
#include <utility>

namespace kagura {

//! The names of another scope, with some of its roots replaced.
//!
//! Lifetime: the other scope outlives it.
class LayeredScope final : public ExpressionScope
{
public:
    LayeredScope(const ExpressionScope &outer, std::map<std::string, Json> roots)
        : m_outer(outer)
        , m_roots(std::move(roots))
    {}

    [[nodiscard]] const Json *root(const std::string &name) const override
    {
        const auto found = m_roots.find(name);
        return found == m_roots.end() ? m_outer.root(name) : &found->second;
    }
    [[nodiscard]] const Json *node(const std::string &id) const override
    {
        return m_outer.node(id);
    }

private:
    const ExpressionScope &m_outer;
    std::map<std::string, Json> m_roots;
};

} // namespace kagura
