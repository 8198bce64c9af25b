// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/archivewriter.h"

#include <QString>

#include <utility>
#include <zstd.h>

namespace kagura {

namespace {

constexpr int Level = 3; // a third of the size of JSON at 300 MB a second

} // namespace

struct ArchiveWriter::Packer
{
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
};

ArchiveWriter::ArchiveWriter(Packing packing, Sink sink)
    : m_sink(std::move(sink))
{
    if (packing == Packing::None)
        return;
    m_packer = std::make_unique<Packer>();
    ZSTD_CCtx_setParameter(m_packer->context.get(), ZSTD_c_compressionLevel, Level);
    ZSTD_CCtx_setParameter(m_packer->context.get(), ZSTD_c_checksumFlag, 1);
}

ArchiveWriter::~ArchiveWriter() = default;

Result<void> ArchiveWriter::write(QByteArrayView lines)
{
    return m_packer ? pack(lines, false) : m_sink(lines.toByteArray());
}

Result<void> ArchiveWriter::finish()
{
    return m_packer ? pack({}, true) : Result<void>();
}

Result<void> ArchiveWriter::pack(QByteArrayView bytes, bool isLast)
{
    ZSTD_inBuffer in{bytes.data(), static_cast<std::size_t>(bytes.size()), 0};
    QByteArray room(static_cast<qsizetype>(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    for (;;) {
        ZSTD_outBuffer out{room.data(), static_cast<std::size_t>(room.size()), 0};
        const std::size_t left = ZSTD_compressStream2(m_packer->context.get(), &out, &in,
                                                      isLast ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0)
            return Error{Error::Kind::Internal, QString::fromLatin1(ZSTD_getErrorName(left))};
        if (out.pos > 0) {
            const Result<void> taken = m_sink(room.first(static_cast<qsizetype>(out.pos)));
            if (!taken)
                return taken;
        }
        if (isLast ? left == 0 : in.pos == in.size)
            return {};
    }
}

} // namespace kagura
