// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/poolreply.h"

#include "core/async/runthen.h"

#include <utility>

namespace kagura {

PoolReply::PoolReply(std::function<Result<Json>()> work)
{
    runThen(this, std::move(work), [this](Result<Json> result) {
        if (result)
            succeed(std::move(result).value());
        else
            finish(result.error());
    });
}

void PoolReply::cancel()
{
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

} // namespace kagura
