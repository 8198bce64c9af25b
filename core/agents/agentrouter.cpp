// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/agentrouter.h"

#include "core/agents/textlikeness.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr double PhraseScore = 1.0;
constexpr double WordScore = 0.8;
constexpr double SharedScore = 0.6; // times the part of the phrase's words that are there

bool holdsInOrder(const QStringList &text, const QStringList &phrase)
{
    return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

double keywordScore(const QStringList &text, const QStringList &keyword)
{
    if (keyword.isEmpty())
        return 0;
    if (holdsInOrder(text, keyword))
        return keyword.size() > 1 ? PhraseScore : WordScore;
    const auto shared = std::count_if(keyword.begin(), keyword.end(),
                                      [&text](const QString &word) { return text.contains(word); });
    return SharedScore * static_cast<double>(shared) / static_cast<double>(keyword.size());
}

} // namespace

AgentRouter::AgentRouter(Settings settings)
    : m_settings(std::move(settings))
{
    if (!m_settings.similarity)
        m_settings.similarity = textLikeness;
}

AgentRouter::AgentRouter()
    : AgentRouter(Settings())
{}

Result<void> AgentRouter::add(const RoutedAgent &agent)
{
    if (agent.name.isEmpty())
        return Error{Error::Kind::BadRequest, u"an agent needs a name"_s};
    if (agent.keywords.isEmpty() && agent.samples.isEmpty() && agent.description.isEmpty())
        return Error{
            Error::Kind::BadRequest,
            u"%1 needs keywords, samples or a description to be found by"_s.arg(agent.name)};
    const bool isTaken = std::any_of(m_agents.begin(), m_agents.end(), [&](const RoutedAgent &one) {
        return one.name == agent.name;
    });
    if (isTaken)
        return Error{Error::Kind::BadRequest, u"there is an agent %1 already"_s.arg(agent.name)};
    m_agents.append(agent);
    return {};
}

RouteScore AgentRouter::score(const RoutedAgent &agent, const QString &text) const
{
    RouteScore best{agent.name, 0, 0, {}};
    const QStringList stems = stemsIn(text);
    double highest = 0;
    const auto take = [&](double &kind, double score, const QString &because) {
        kind = std::max(kind, score);
        if (score > highest) {
            highest = score;
            best.because = because;
        }
    };
    for (const QString &keyword : agent.keywords)
        take(best.keyword, keywordScore(stems, stemsIn(keyword)), keyword);
    QStringList samples = agent.samples;
    if (!agent.description.isEmpty())
        samples.append(agent.description);
    for (const QString &sample : std::as_const(samples))
        take(best.similarity, std::clamp(m_settings.similarity(text, sample), 0.0, 1.0), sample);
    return best;
}

QList<RouteScore> AgentRouter::scores(const QString &text) const
{
    QList<RouteScore> scores;
    for (const RoutedAgent &agent : m_agents)
        scores.append(score(agent, text));
    // Of two that fit as well, the one that was added first.
    std::stable_sort(
        scores.begin(), scores.end(),
        [](const RouteScore &one, const RouteScore &other) { return one.score() > other.score(); });
    return scores;
}

bool AgentRouter::isFit(const QList<RouteScore> &scores) const
{
    return !scores.isEmpty() && scores.first().score() > 0
        && scores.first().score() >= m_settings.threshold;
}

RouteDecision AgentRouter::route(const QString &question, const QList<RoutingTurn> &history) const
{
    RouteDecision decision;
    decision.hasContext = !history.isEmpty() && leansOnContext(question);
    decision.prompt = decision.hasContext ? withContext(question, history) : question;
    decision.scores = scores(question);
    if (isFit(decision.scores)) {
        decision.agent = decision.scores.first().agent;
        decision.reason = RouteDecision::Reason::Fits;
        return decision;
    }
    // The latest first: a follow-up goes where the question went that it follows.
    qsizetype looked = 0;
    for (qsizetype i = history.size() - 1; decision.hasContext && i >= 0; --i) {
        if (!history.at(i).isUser)
            continue;
        if (++looked > m_settings.contextTurns)
            break;
        const QList<RouteScore> before = scores(history.at(i).text);
        if (!isFit(before))
            continue;
        decision.scores = before;
        decision.agent = before.first().agent;
        decision.reason = RouteDecision::Reason::FitsContext;
        return decision;
    }
    const bool hasFallback =
        std::any_of(m_agents.begin(), m_agents.end(),
                    [this](const RoutedAgent &one) { return one.name == m_settings.fallback; });
    if (hasFallback) {
        decision.agent = m_settings.fallback;
        decision.reason = RouteDecision::Reason::Fallback;
    }
    return decision;
}

} // namespace kagura
