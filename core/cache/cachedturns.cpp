// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachedturns.h"

#include "core/cache/requestshape.h"
#include "core/cache/searchtable.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestArguments = 500;

QString textOf(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? toQString(*found) : QString();
}

const Json *member(const Json &object, const char *name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() ? &*found : nullptr;
}

CachedTurn::Who whoOf(const Json &message)
{
    const QString role = textOf(message, "role");
    const QString type = textOf(message, "type");
    if (role == "assistant"_L1 || role == "model"_L1 || type == "function_call"_L1)
        return CachedTurn::Who::Model;
    if (role == "system"_L1 || role == "developer"_L1)
        return CachedTurn::Who::System;
    if (role == "tool"_L1 || role == "function"_L1 || type == "function_call_output"_L1)
        return CachedTurn::Who::Tool;
    return CachedTurn::Who::Person;
}

void addCall(const QString &name, const Json *arguments, CachedTurn &turn)
{
    if (name.isEmpty())
        return;
    const QString written = !arguments ? QString()
        : arguments->is_string()       ? toQString(*arguments)
                                       : QString::fromUtf8(dumpJson(*arguments));
    turn.calls.append(u"%1(%2)"_s.arg(name, written.left(LongestArguments)));
}

// Files and calls stand somewhere in a message, each dialect at another place.
void collect(const Json &value, CachedTurn &turn)
{
    if (value.is_array()) {
        for (const Json &element : value)
            collect(element, turn);
        return;
    }
    if (!value.is_object())
        return;
    if (value.contains("$blob")) {
        const QString mime = textOf(value, "mime");
        turn.files.append(mime.isEmpty() ? u"file"_s : mime);
        return;
    }
    const QString type = textOf(value, "type");
    if (type == "tool_use"_L1)
        return addCall(textOf(value, "name"), member(value, "input"), turn);
    if (type == "function_call"_L1)
        return addCall(textOf(value, "name"), member(value, "arguments"), turn);
    for (const char *name : {"function", "functionCall"}) {
        if (const Json *const call = member(value, name); call && call->is_object()) {
            const Json *const arguments = member(*call, "arguments");
            return addCall(textOf(*call, "name"), arguments ? arguments : member(*call, "args"),
                           turn);
        }
    }
    for (const auto &[name, inner] : value.items()) {
        if (inner.is_structured())
            collect(inner, turn);
    }
}

// Anthropic and Gemini put the results of tools into a message of the person, beside what they say.
bool isToolResult(const Json &part)
{
    return part.is_object()
        && (textOf(part, "type") == "tool_result"_L1 || part.contains("functionResponse"));
}

QString resultText(const Json &part)
{
    const Json *const answer = member(part, "functionResponse");
    return answer ? QString::fromUtf8(dumpJson(answer->value("response", Json()))) : proseOf(part);
}

QList<CachedTurn> turnsOf(const Json &message)
{
    if (message.is_string())
        return {CachedTurn{CachedTurn::Who::Person, toQString(message), {}, {}}};
    QList<CachedTurn> turns;
    Json rest = message;
    for (const char *name : {"content", "parts"}) {
        const Json *const parts = member(message, name);
        if (!parts || !parts->is_array())
            continue;
        Json others = Json::array();
        for (const Json &part : *parts) {
            if (isToolResult(part))
                turns.append(CachedTurn{CachedTurn::Who::Tool, resultText(part), {}, {}});
            else
                others.push_back(part);
        }
        rest[name] = std::move(others);
    }
    CachedTurn turn;
    turn.who = whoOf(message);
    turn.text = proseOf(rest);
    collect(rest, turn);
    turns.append(turn);
    return turns;
}

} // namespace

QList<CachedTurn> cachedTurns(const Json &body)
{
    const RequestParts parts = RequestParts::of(body);
    QList<CachedTurn> turns;
    const auto add = [&turns](const CachedTurn &turn) {
        if (!turn.text.isEmpty() || !turn.files.isEmpty() || !turn.calls.isEmpty())
            turns.append(turn);
    };
    CachedTurn system{CachedTurn::Who::System, proseOf(parts.system), {}, {}};
    add(system);
    if (!parts.messages.is_array())
        return turns;
    for (const Json &message : parts.messages) {
        if (!message.is_object() && !message.is_string())
            continue;
        for (const CachedTurn &turn : turnsOf(message))
            add(turn);
    }
    return turns;
}

} // namespace kagura
