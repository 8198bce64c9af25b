// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/handle.h"

#include <utility>

namespace kagura {

Handle::Handle(QObject *parent)
    : QObject(parent)
{}

Handle::~Handle() = default;

void Handle::finish(std::optional<Error> failure)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_failure = std::move(failure);
    Q_EMIT finished();
}

} // namespace kagura
