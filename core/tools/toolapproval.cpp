// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/toolapproval.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype DigestLength = 64;

bool isDigest(QStringView text)
{
    return text.size() == DigestLength && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

ToolApproval::ToolApproval(Scope scope, QByteArray digest)
    : m_scope(scope)
    , m_digest(std::move(digest))
{}

ToolApproval::ToolApproval(const ToolRequest &request, Scope scope)
    : ToolApproval(scope, scope == Scope::Call ? request.callDigest() : request.toolDigest())
{}

bool ToolApproval::covers(const ToolRequest &request) const
{
    return m_digest == (m_scope == Scope::Call ? request.callDigest() : request.toolDigest());
}

QString ToolApproval::toText() const
{
    return (m_scope == Scope::Call ? u"call:"_s : u"tool:"_s) + QString::fromLatin1(m_digest);
}

std::optional<ToolApproval> ToolApproval::fromText(const QString &text)
{
    const QString scope = text.section(u':', 0, 0);
    const QString digest = text.section(u':', 1);
    if ((scope != "call"_L1 && scope != "tool"_L1) || !isDigest(digest))
        return std::nullopt;
    return ToolApproval(scope == "call"_L1 ? Scope::Call : Scope::Tool, digest.toLatin1());
}

} // namespace kagura
