// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/runnodes.h"
#include "ui/runs/runvalues.h"

namespace kagura {

//! \name Nodes of a run as their page shows them
//! nowMs: milliseconds since 1970, UTC.
//! @{
//! nodes: of that state, up to date; index: into state.nodes().
[[nodiscard]] ShownNode shownNode(const RunState &state,
                                  const RunNodes &nodes,
                                  int index,
                                  qint64 nowMs);

//! What is known of a node without its values: its summary, attempts, tools, usage and cache keys.
[[nodiscard]] ShownNodeDetail shownDetail(const RunState &state,
                                          const NodeRecord &node,
                                          bool isOurs);

//! A value for a person: a text as it is, anything else as indented JSON; what is very long is cut, and
//! says so.
[[nodiscard]] QString shownValue(const Json &value);

//! "rate limited", of a kind of failure as the journal names it.
[[nodiscard]] QString failureWords(const QString &type);

[[nodiscard]] QString nodeName(const NodeRecord &node); //!< its title, or its place in the path
//! @}

} // namespace kagura
