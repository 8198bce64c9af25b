// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <functional>
#include <memory>

namespace kagura {

//! Gives lines to a sink, as they are or packed by zstd with a check sum over all of them.
//!
//! Thread: one at a time. Lifetime: none beyond its own; without finish() what was packed is not whole.
//! Errors: those of the sink; Internal.
class ArchiveWriter final
{
public:
    enum class Packing : std::uint8_t { None, Zstd };
    using Sink = std::function<Result<void>(const QByteArray &)>;

    ArchiveWriter(Packing packing, Sink sink);
    ~ArchiveWriter();
    Q_DISABLE_COPY_MOVE(ArchiveWriter)

    [[nodiscard]] Result<void> write(QByteArrayView lines);
    [[nodiscard]] Result<void> finish();

private:
    struct Packer;

    [[nodiscard]] Result<void> pack(QByteArrayView bytes, bool isLast);

    Sink m_sink;
    std::unique_ptr<Packer> m_packer; // null: packed by nobody
};

} // namespace kagura
