// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/digest.h"
#include "core/cache/sharedanswer.h"

#include <QObject>
#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>

namespace kagura {

//! What became of one question to the shared tier, or of one answer given to it.
enum class SharedEvent : std::uint8_t {
    Hit,
    Miss, //!< nothing there
    Late, //!< it did not answer within the limit
    Failed, //!< it could not be reached, or refused
    Skipped, //!< it failed too often, and is left alone for a while
    Unreadable, //!< what is there was not made with the team's key for this request, or is damaged
    Outdated, //!< what is there is from before a clear, or has expired
    Stored,
    Dropped, //!< too much waits to be stored, or the generation is not known
    TooLarge,
};

[[nodiscard]] QString sharedEventName(SharedEvent event); //!< "late"

//! A tier of answers below memory and disk that several machines use. Nothing in it is trusted, and
//! none of its failures is more than a miss and a count.
//!
//! Thread: that of the cache. Lifetime: outlives the calls of providers that ask it, unless it is told
//! with a QPointer. Errors: none but counts.
class SharedTier : public QObject
{
    Q_OBJECT

public:
    //! Answers carry the generation in which their call began; a clear begins another.
    using Generation = QByteArray;

    struct Finding
    {
        SharedEvent event = SharedEvent::Miss;
        std::optional<SharedAnswer> answer; //!< of a hit
        std::optional<Generation> generation; //!< empty: not known, so nothing can be stored
    };
    using Found = std::function<void(const Finding &)>;

    ~SharedTier() override;

    //! Which account a call is of, for its key in this tier: the same on every machine of the team.
    [[nodiscard]] virtual QString scopeOf(const QString &account) const = 0;

    //! done is called within the limit, later and not from here, unless context has died.
    virtual void find(const CacheKey &key, QObject *context, Found done) = 0;
    //! The same for a call that is to be answered anew: only the generation.
    virtual void begin(QObject *context, Found done) = 0;

    //! Gives an answer away and does not wait for what becomes of it.
    virtual void store(const CacheKey &key,
                       const SharedAnswer &answer,
                       const Generation &generation) = 0;

    [[nodiscard]] qint64 count(SharedEvent event) const
    {
        return m_counts.at(static_cast<std::size_t>(event));
    }

Q_SIGNALS:
    void counted(kagura::SharedEvent event);

protected:
    explicit SharedTier(QObject *parent = nullptr);

    void countOne(SharedEvent event);

private:
    std::array<qint64, static_cast<std::size_t>(SharedEvent::TooLarge) + 1> m_counts{};
};

} // namespace kagura
