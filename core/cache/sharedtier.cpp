// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sharedtier.h"

namespace kagura {

SharedTier::SharedTier(QObject *parent)
    : QObject(parent)
{}

SharedTier::~SharedTier() = default;

void SharedTier::countOne(SharedEvent event)
{
    ++m_counts.at(static_cast<std::size_t>(event));
    Q_EMIT counted(event);
}

QString sharedEventName(SharedEvent event)
{
    // In the order of SharedEvent. The names are in files: they do not change.
    constexpr std::array Names = {"hit",        "miss",     "late",   "failed",  "skipped",
                                  "unreadable", "outdated", "stored", "dropped", "too_large"};
    static_assert(Names.size() == static_cast<std::size_t>(SharedEvent::TooLarge) + 1);
    return QString::fromLatin1(Names.at(static_cast<std::size_t>(event)));
}

} // namespace kagura
