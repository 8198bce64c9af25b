// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/databasestate.h"
#include "ui/widgets/notice.h"

namespace kagura {

//! What the banner says about the database of conversations: what happened, what it means, what to do.
//! Without a title where all is well.
[[nodiscard]] NoticeText storageNotice(const DatabaseState &state);

//! A damaged database was set aside: where it is, and what is in its place.
[[nodiscard]] NoticeText restoreNotice(const RestoreReport &report);

} // namespace kagura
