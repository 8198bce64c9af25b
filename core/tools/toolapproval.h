// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/toolrequest.h"

namespace kagura {

//! A person's yes to a call, bound to what they were shown: it covers that call alone, or every call of
//! that tool as long as tool and schema stay what they were. What is not covered must be asked for; no
//! text of a model or a tool can make one of these.
class ToolApproval
{
public:
    enum class Scope : std::uint8_t { Call, Tool };

    ToolApproval(const ToolRequest &request, Scope scope);

    [[nodiscard]] Scope scope() const { return m_scope; }
    [[nodiscard]] bool covers(const ToolRequest &request) const;

    //! \name For the journal: "call:" or "tool:" and the digest
    //! @{
    [[nodiscard]] QString toText() const;
    //! Empty: that is none, and covers nothing.
    [[nodiscard]] static std::optional<ToolApproval> fromText(const QString &text);
    //! @}

    bool operator==(const ToolApproval &) const = default;

private:
    ToolApproval(Scope scope, QByteArray digest);

    Scope m_scope;
    QByteArray m_digest;
};

} // namespace kagura
