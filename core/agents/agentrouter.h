// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/followup.h"
#include "core/base/result.h"

#include <QStringList>

#include <functional>

namespace kagura {

//! An agent as a router knows it.
struct RoutedAgent
{
    QString name;
    QString description;
    QStringList keywords; //!< words or phrases that call for it
    QStringList samples; //!< questions that it would be asked

    bool operator==(const RoutedAgent &) const = default;
};

//! How well one agent fits, from 0 to 1.
struct RouteScore
{
    QString agent;
    double keyword = 0;
    double similarity = 0; //!< to its samples and description
    QString because; //!< the keyword or sample that gave the score

    [[nodiscard]] double score() const { return std::max(keyword, similarity); }

    bool operator==(const RouteScore &) const = default;
};

struct RouteDecision
{
    enum class Reason : std::uint8_t {
        Fits, //!< the question itself says so
        FitsContext, //!< what was said before says so
        Fallback, //!< nobody fits well enough
        Nobody, //!< nor is there a fallback: the agent is empty
    };

    QString agent; //!< the one that is to answer
    Reason reason = Reason::Nobody;
    QList<RouteScore> scores; //!< of all, best first
    bool hasContext = false;
    QString prompt; //!< the question; where it leans on what was said, with that before it

    bool operator==(const RouteDecision &) const = default;
};

//! Chooses who answers a question, and never asks anybody to find out: choosing is free, has no effect
//! and gives the same again. What a follow-up leans on is looked at before the fallback is, and goes
//! along with the question.
//!
//! Thread: const members any. Lifetime: a value. Errors: add().
class AgentRouter
{
public:
    //! How alike two texts are, from 0 to 1.
    using Similarity = std::function<double(const QString &text, const QString &sample)>;

    struct Settings
    {
        double threshold = 0.3; //!< a lower score is no fit
        QString fallback; //!< the name of an agent; empty: none
        qsizetype contextTurns = 5; //!< of the user, that a follow-up is scored with
        Similarity similarity = {}; //!< of meaning, where there is one; empty: of words and letters
    };

    explicit AgentRouter(Settings settings);
    AgentRouter();

    //! Errors: BadRequest for an agent without a name, without keywords and samples and description, or
    //! of a name that is taken.
    [[nodiscard]] Result<void> add(const RoutedAgent &agent);
    [[nodiscard]] const QList<RoutedAgent> &agents() const { return m_agents; }

    [[nodiscard]] RouteDecision route(const QString &question,
                                      const QList<RoutingTurn> &history = {}) const;

private:
    [[nodiscard]] QList<RouteScore> scores(const QString &text) const;
    [[nodiscard]] RouteScore score(const RoutedAgent &agent, const QString &text) const;
    [[nodiscard]] bool isFit(const QList<RouteScore> &scores) const;

    Settings m_settings;
    QList<RoutedAgent> m_agents;
};

} // namespace kagura
