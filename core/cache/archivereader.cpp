// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/archivereader.h"

#include <utility>
#include <zstd.h>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr char Magic[] = "\x28\xb5\x2f\xfd"; // of a frame of zstd
constexpr qsizetype MagicSize = sizeof Magic - 1;
constexpr qsizetype PieceSize = 256 * 1024;
constexpr qsizetype LongestLine = 32 * 1024 * 1024; // four times an answer in base64, and more
constexpr int LargestWindowLog = 27; // 128 MiB, what zstd itself allows without being asked

} // namespace

struct ArchiveReader::Unpacker
{
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), &ZSTD_freeDCtx};
    QByteArray packed;
    qsizetype taken = 0;
    bool isFrameOpen = false;
    bool hasMore = false; // unpacked already, and there was no room for it
};

ArchiveReader::ArchiveReader(const QString &path)
    : m_file(path)
{}

ArchiveReader::~ArchiveReader() = default;

Error ArchiveReader::fault(const QString &what) const
{
    return {Error::Kind::Protocol,
            u"%1, line %2: %3"_s.arg(m_file.fileName()).arg(m_line).arg(what)};
}

Result<ArchiveHead> ArchiveReader::open()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage,
                     u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString())};
    if (m_file.peek(MagicSize) == QByteArrayView(Magic, MagicSize)) {
        m_unpacker = std::make_unique<Unpacker>();
        ZSTD_DCtx_setParameter(m_unpacker->context.get(), ZSTD_d_windowLogMax, LargestWindowLog);
    }
    const Result<Json> first = nextObject();
    // Whatever else it is, it was not written by us.
    return ArchiveHead::fromObject(first ? *first : Json(nullptr));
}

Result<QList<ArchivedEntry>> ArchiveReader::next(int most, const ArchivedEntry::ScopeOf &scopeOf)
{
    QList<ArchivedEntry> entries;
    while (!m_isAtEnd && entries.size() < most) {
        const Result<Json> object = nextObject();
        if (!object)
            return object.error();
        if (const std::optional<ArchiveEnd> end = ArchiveEnd::fromObject(*object)) {
            if (end->entries != m_entries)
                return fault(
                    u"%1 entries were written, and %2 are here"_s.arg(end->entries).arg(m_entries));
            if (const Result<void> ended = checkEnd(); !ended)
                return ended.error();
            m_isAtEnd = true;
            break;
        }
        Result<ArchivedEntry> entry = ArchivedEntry::fromObject(*object, scopeOf);
        if (!entry)
            return fault(entry.error().message);
        ++m_entries;
        entries.append(std::move(entry).value());
    }
    return entries;
}

// Only now the check sum over all of it has been read.
Result<void> ArchiveReader::checkEnd()
{
    for (;;) {
        if (m_taken < m_text.size())
            return fault(u"something follows the end"_s);
        if (m_isFileAtEnd)
            return {};
        if (const Result<void> filled = fill(); !filled)
            return filled;
    }
}

Result<Json> ArchiveReader::nextObject()
{
    const Result<QByteArray> line = nextLine();
    if (!line)
        return line.error();
    Result<Json> object = parseJson(*line);
    if (!object)
        return fault(object.error().message);
    return object;
}

Result<QByteArray> ArchiveReader::nextLine()
{
    ++m_line;
    for (qsizetype searched = m_taken;;) {
        if (const qsizetype end = m_text.indexOf('\n', searched); end >= 0) {
            const QByteArray line = m_text.sliced(m_taken, end - m_taken);
            m_taken = end + 1;
            return line;
        }
        searched = m_text.size();
        if (searched - m_taken > LongestLine)
            return fault(u"it is longer than any entry can be"_s);
        if (m_isFileAtEnd)
            return fault(u"the file ends here; it was cut off"_s);
        if (m_taken > 0) {
            m_text.remove(0, m_taken);
            searched -= std::exchange(m_taken, 0);
        }
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
    }
}

Result<void> ArchiveReader::fill()
{
    const auto read = [this](QByteArray &into) {
        const QByteArray piece = m_file.read(PieceSize);
        into += piece;
        return piece.size();
    };
    if (!m_unpacker) {
        m_isFileAtEnd = read(m_text) == 0;
        return {};
    }
    Unpacker &unpacker = *m_unpacker;
    if (unpacker.taken == unpacker.packed.size() && !unpacker.hasMore) {
        unpacker.packed.clear();
        unpacker.taken = 0;
        if (read(unpacker.packed) == 0) {
            if (unpacker.isFrameOpen)
                return fault(u"the file ends here; it was cut off"_s);
            m_isFileAtEnd = true;
            return {};
        }
    }
    // One piece at a time: a few bytes may be packed for very many.
    ZSTD_inBuffer in{unpacker.packed.constData(), static_cast<std::size_t>(unpacker.packed.size()),
                     static_cast<std::size_t>(unpacker.taken)};
    QByteArray room(PieceSize, Qt::Uninitialized);
    ZSTD_outBuffer out{room.data(), static_cast<std::size_t>(room.size()), 0};
    const std::size_t left = ZSTD_decompressStream(unpacker.context.get(), &out, &in);
    if (ZSTD_isError(left) != 0)
        return fault(
            u"it cannot be unpacked: %1"_s.arg(QString::fromLatin1(ZSTD_getErrorName(left))));
    unpacker.isFrameOpen = left != 0;
    unpacker.hasMore = out.pos == out.size;
    unpacker.taken = static_cast<qsizetype>(in.pos);
    m_text += QByteArrayView(room).first(static_cast<qsizetype>(out.pos)).toByteArray();
    return {};
}

} // namespace kagura
