// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runslots.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

std::optional<std::int64_t> wholeRate(const std::optional<double> &rate)
{
    return rate ? std::optional<std::int64_t>(static_cast<std::int64_t>(*rate)) : std::nullopt;
}

} // namespace

RunSlots::RunSlots(const WorkflowLimits &limits, Clock &clock)
    : m_limits(limits)
    , m_clock(clock)
{}

RunSlots::Model &RunSlots::modelOf(const QString &name)
{
    const auto found = m_models.find(name);
    if (found != m_models.end())
        return found->second;
    Model model;
    if (const auto limits = m_limits.perModel.find(name); limits != m_limits.perModel.end()) {
        model.limit = limits->second.maxConcurrency.value_or(0);
        model.requests = TokenBucket(wholeRate(limits->second.requestsPerMinute));
        model.tokens = TokenBucket(wholeRate(limits->second.tokensPerMinute));
    }
    return m_models.emplace(name, model).first->second;
}

QString RunSlots::hurdle(const Waiting &one)
{
    if (m_isPaused)
        return u"paused"_s;
    if (m_used >= m_limits.maxConcurrency)
        return u"slot"_s;
    if (one.model.isEmpty())
        return {};
    Model &model = modelOf(one.model);
    if (model.limit > 0 && model.used >= model.limit)
        return u"model"_s;
    const TokenBucket::Time now = m_clock.monotonic();
    const TokenBucket::Time ready =
        std::max(model.requests.readyAt(1, now), model.tokens.readyAt(one.tokens, now));
    if (ready <= now)
        return {};
    if (!std::exchange(m_isTimed, true)) {
        const auto delay = std::chrono::ceil<std::chrono::milliseconds>(ready - now)
            + std::chrono::milliseconds(1);
        m_clock.callLater(delay, this, [this] {
            m_isTimed = false;
            grant();
        });
    }
    return u"rate_limit"_s;
}

void RunSlots::take(const Waiting &one)
{
    ++m_used;
    if (one.model.isEmpty())
        return;
    Model &model = modelOf(one.model);
    ++model.used;
    const TokenBucket::Time now = m_clock.monotonic();
    model.requests.take(1, now);
    model.tokens.take(one.tokens, now);
}

QString RunSlots::ask(const QString &model, qint64 tokens, QObject *context, Granted granted)
{
    Waiting one{model, tokens, context, std::move(granted)};
    const QString reason = hurdle(one);
    if (reason.isEmpty()) {
        take(one);
        one.granted();
    } else {
        m_waiting.push_back(std::move(one));
    }
    return reason;
}

void RunSlots::giveBack(const QString &model)
{
    --m_used;
    if (!model.isEmpty())
        --modelOf(model).used;
    grant();
}

void RunSlots::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    grant();
}

void RunSlots::setCount(int count)
{
    m_limits.maxConcurrency = std::max(1, count);
    grant();
}

void RunSlots::grant()
{
    if (std::exchange(m_isGranting, true))
        return;
    for (std::size_t i = 0; i < m_waiting.size();) {
        if (m_isPaused || m_used >= m_limits.maxConcurrency)
            break;
        if (m_waiting[i].context && !hurdle(m_waiting[i]).isEmpty()) {
            ++i;
            continue;
        }
        const Waiting one = std::move(m_waiting[i]);
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(i));
        if (!one.context)
            continue; // it was taken back
        take(one);
        one.granted();
    }
    m_isGranting = false;
}

} // namespace kagura
