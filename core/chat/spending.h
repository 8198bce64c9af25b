// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura {

//! What answers took and cost, as far as it is known.
struct Spending
{
    qint64 answers = 0; //!< that have ended
    qint64 inputTokens = 0; //!< with what a provider read from or wrote to its own cache
    qint64 outputTokens = 0;
    qint64 uncounted = 0; //!< answers of which a count is not known
    qint64 costMicroUsd = 0;
    qint64 unpriced = 0; //!< answers of which the cost is not known
    qint64 savedMicroUsd = 0; //!< what answers out of the cache cost once

    bool operator==(const Spending &) const = default;
};

} // namespace kagura
