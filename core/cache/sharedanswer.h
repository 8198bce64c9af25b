// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/cache/cacheentry.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace kagura {

//! An answer as machines hand it to each other: what the provider said and what it cost, and nothing of
//! who asked, in which words, or by which account; whoever finds it has asked the same.
struct SharedAnswer
{
    QDateTime created;
    std::optional<QDateTime> expires; //!< empty: never
    QString servedModel;
    FinishReason finish = FinishReason::Other;
    Usage usage;
    std::optional<qint64> costMicroUsd;
    std::chrono::milliseconds firstContent{0};
    std::chrono::milliseconds duration{0};
    QByteArray log; //!< see AnswerLog

    [[nodiscard]] static SharedAnswer of(const CachedAnswer &answer);
    //! Into an entry that says already what was asked.
    void fill(CachedAnswer &answer) const;

    //! \name On the way
    //! @{
    [[nodiscard]] QByteArray toBytes() const;
    //! Errors: Protocol for what is damaged or of an unknown version.
    [[nodiscard]] static Result<SharedAnswer> fromBytes(QByteArrayView bytes);
    //! @}

    bool operator==(const SharedAnswer &) const = default;
};

} // namespace kagura
