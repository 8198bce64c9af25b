// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace kagura {

//! How entries are taken out of use.
enum class BulkWay : std::uint8_t {
    Soft, //!< stale: asked anew at the next use
    Hard, //!< in the trash
    Erase, //!< out of the file, for good
};

} // namespace kagura
