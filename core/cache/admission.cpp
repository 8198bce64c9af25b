// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/admission.h"

#include "core/base/jsonschema.h"

#include <algorithm>

namespace kagura {

namespace {

constexpr std::chrono::hours LongestWithRemoteInput(1);

bool isOfAskedShape(const ChatAnswer &answer, const ResponseFormat &format)
{
    // A call of a tool instead of the answer has no such shape, and need not have it.
    if (format.kind == ResponseFormat::Kind::Text || answer.text.isEmpty())
        return true;
    const Result<Json> json = parseJson(answer.text.toUtf8());
    if (!json)
        return false;
    if (format.kind == ResponseFormat::Kind::JsonObject)
        return json->is_object();
    // A rule that is not known here condemns no answer: the provider took it.
    const Result<JsonSchema> schema = JsonSchema::read(format.schema);
    return !schema || schema->faults(*json).isEmpty();
}

CacheReason reasonOfEnd(FinishReason finish, const CachePolicy &policy)
{
    switch (finish) {
    case FinishReason::Stop:
        return CacheReason::None;
    case FinishReason::Length:
        return policy.keepsLength ? CacheReason::None : CacheReason::Length;
    case FinishReason::ToolCalls:
        return policy.modelSteps ? CacheReason::None : CacheReason::ToolCalls;
    case FinishReason::ContentFilter:
        return CacheReason::ContentFilter;
    case FinishReason::Refusal:
        return CacheReason::Refusal;
    case FinishReason::Other:
        break;
    }
    return CacheReason::OtherFinish;
}

} // namespace

CacheReason whyBypassed(const RequestShape &shape, const CachePolicy &policy)
{
    if (shape.hasTools && !policy.modelSteps)
        return CacheReason::Tools;
    const bool isDeterministic = shape.hasSeed || shape.temperature == 0.0;
    if (policy.sampling == CachePolicy::Sampling::Never
        || (policy.sampling == CachePolicy::Sampling::DeterministicOnly && !isDeterministic))
        return CacheReason::Temperature;
    return CacheReason::None;
}

CacheReason whyNotKept(const ChatAnswer &answer,
                       const std::optional<Error> &failure,
                       const ChatRequest &request,
                       const CachePolicy &policy)
{
    if (policy.lifetime && *policy.lifetime <= std::chrono::milliseconds(0))
        return CacheReason::LifetimeZero;
    if (failure)
        return CacheReason::Failed;
    if (!answer.finish)
        return CacheReason::Unfinished;
    if (const CacheReason reason = reasonOfEnd(answer.finish->reason, policy);
        reason != CacheReason::None)
        return reason;
    if (!answer.toolCalls.isEmpty() && !policy.modelSteps)
        return CacheReason::ToolCalls;
    if (answer.text.trimmed().isEmpty() && answer.toolCalls.isEmpty())
        return CacheReason::Empty;
    // At max_tokens a shape may be cut, and then it is no answer whatever the policy keeps.
    if (!isOfAskedShape(answer, request.format))
        return CacheReason::BrokenSchema;
    return CacheReason::None;
}

std::optional<std::chrono::milliseconds> lifetimeOf(const RequestShape &shape,
                                                    const CachePolicy &policy)
{
    if (!shape.hasRemoteInput)
        return policy.lifetime;
    const std::chrono::milliseconds longest = LongestWithRemoteInput;
    return std::min(policy.lifetime.value_or(longest), longest);
}

} // namespace kagura
