// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

#include <functional>

namespace kagura::bench {

struct TranscriptOptions
{
    int repeats = 3;
    QString program; //!< the desktop application, for its start
};

//! The transcript: a reply that streams, eight of them, open blocks, long conversations, and the start
//! of the program. Each repeat is a process of its own, on the platform of QT_QPA_PLATFORM; figures are
//! handed over as they come.
void benchTranscript(const TranscriptOptions &options,
                     const std::function<void(const QList<Figure> &)> &show);

} // namespace kagura::bench
