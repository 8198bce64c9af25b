// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/sharedtier.h"

#include <QPointer>

#include <map>
#include <memory>
#include <utility>

namespace kagura::test {

//! What the machines of a team have in common, in memory.
struct FakeTeam
{
    std::map<CacheKey, std::pair<SharedTier::Generation, SharedAnswer>> answers;
    SharedTier::Generation generation = "g1";

    void clear()
    {
        generation += '+';
        answers.clear();
    }
};

//! The shared tier of one machine, over a FakeTeam.
class FakeSharedTier final : public SharedTier
{
public:
    explicit FakeSharedTier(std::shared_ptr<FakeTeam> team = std::make_shared<FakeTeam>())
        : m_team(std::move(team))
    {}

    bool isBroken = false; //!< look-ups fail
    int finds = 0;
    int begins = 0;

    [[nodiscard]] FakeTeam &team() { return *m_team; }

    [[nodiscard]] QString scopeOf(const QString &account) const override
    {
        return QStringLiteral("team/") + account;
    }

    void find(const CacheKey &key, QObject *context, Found done) override
    {
        ++finds;
        later(context, std::move(done), [this, key]() -> Finding {
            if (isBroken)
                return {SharedEvent::Failed, {}, {}};
            const auto found = m_team->answers.find(key);
            if (found == m_team->answers.end())
                return {SharedEvent::Miss, {}, m_team->generation};
            if (found->second.first != m_team->generation)
                return {SharedEvent::Outdated, {}, m_team->generation};
            return {SharedEvent::Hit, found->second.second, m_team->generation};
        });
    }

    void begin(QObject *context, Found done) override
    {
        ++begins;
        later(context, std::move(done), [this] {
            return Finding{SharedEvent::Miss, {}, m_team->generation};
        });
    }

    void store(const CacheKey &key,
               const SharedAnswer &answer,
               const Generation &generation) override
    {
        m_team->answers[key] = {generation, answer};
        countOne(SharedEvent::Stored);
    }

    void play(SharedEvent event) { countOne(event); }

private:
    template <typename Make>
    void later(QObject *context, Found done, Make make)
    {
        QMetaObject::invokeMethod(
            context,
            [self = QPointer<FakeSharedTier>(this), done = std::move(done), make] {
                if (!self)
                    return;
                const Finding finding = make();
                self->countOne(finding.event);
                done(finding);
            },
            Qt::QueuedConnection);
    }

    std::shared_ptr<FakeTeam> m_team;
};

} // namespace kagura::test
