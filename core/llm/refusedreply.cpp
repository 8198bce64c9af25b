// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/refusedreply.h"

namespace kagura {

RefusedReply::RefusedReply(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { end(error); }, Qt::QueuedConnection);
}

RefusedReply::~RefusedReply() = default;

void RefusedReply::abortWork() {}

} // namespace kagura
