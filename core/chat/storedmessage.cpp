// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/storedmessage.h"

#include <array>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

using StateName = std::pair<StoredMessage::State, QLatin1StringView>;
using RoleName = std::pair<Role, QLatin1StringView>;

constexpr std::array<StateName, 5> StateNames = {{
    {StoredMessage::State::Complete, "complete"_L1},
    {StoredMessage::State::Streaming, "streaming"_L1},
    {StoredMessage::State::Interrupted, "interrupted"_L1},
    {StoredMessage::State::Failed, "failed"_L1},
    {StoredMessage::State::Cancelled, "cancelled"_L1},
}};

constexpr std::array<RoleName, 4> RoleNames = {{
    {Role::System, "system"_L1},
    {Role::User, "user"_L1},
    {Role::Assistant, "assistant"_L1},
    {Role::Tool, "tool"_L1},
}};

template <typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    return {};
}

template <typename Value, typename Names>
std::optional<Value> valueOf(const Names &names, const QString &wanted)
{
    for (const auto &[known, name] : names) {
        if (name == wanted)
            return known;
    }
    return std::nullopt;
}

} // namespace

Message StoredMessage::toMessage() const
{
    if (parts.isEmpty())
        return Message::fromText(role, text);
    return {role, parts};
}

QString messageStateName(StoredMessage::State state)
{
    return nameOf(StateNames, state);
}

std::optional<StoredMessage::State> messageStateFromName(const QString &name)
{
    return valueOf<StoredMessage::State>(StateNames, name);
}

QString roleName(Role role)
{
    return nameOf(RoleNames, role);
}

std::optional<Role> roleFromName(const QString &name)
{
    return valueOf<Role>(RoleNames, name);
}

} // namespace kagura
