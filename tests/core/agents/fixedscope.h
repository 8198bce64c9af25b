// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionscope.h"

namespace kagura::test {

//! A scope of fixed values, written as JSON with single quotes: {'inputs': …, 'nodes': {…}}.
class FixedScope final : public ExpressionScope
{
public:
    explicit FixedScope(const char *roots = "{}")
        : m_roots(*parseJson(QByteArray(roots).replace('\'', '"')))
    {}
    explicit FixedScope(Json roots)
        : m_roots(std::move(roots))
    {}

    [[nodiscard]] const Json *root(const std::string &name) const override
    {
        return name == "nodes" ? nullptr : find(m_roots, name);
    }
    [[nodiscard]] const Json *node(const std::string &id) const override
    {
        const Json *const nodes = find(m_roots, "nodes");
        return nodes != nullptr ? find(*nodes, id) : nullptr;
    }

private:
    static const Json *find(const Json &object, const std::string &name)
    {
        const auto found = object.find(name);
        return found != object.end() ? &*found : nullptr;
    }

    Json m_roots;
};

} // namespace kagura::test
