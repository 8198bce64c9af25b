// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/ziparchive.h"

#include "core/exchange/importlimits.h"

#include <utility>
#include <zip.h>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 RatioMatters = 1024 * 1024;

Error broken(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

struct EntryCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

} // namespace

ZipArchive::ZipArchive(QByteArray bytes, qint64 entryBytes, int entryRatio)
    : m_bytes(std::move(bytes))
    , m_entryBytes(entryBytes)
    , m_entryRatio(entryRatio)
{}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const QByteArray &bytes,
                                                     const ImportLimits &limits)
{
    const std::shared_ptr<ZipArchive> archive(
        new ZipArchive(bytes, limits.entryBytes, limits.entryRatio));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(archive->m_bytes.constData(),
                                 static_cast<zip_uint64_t>(archive->m_bytes.size()), 0, &error);
    if (source) {
        archive->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!archive->m_zip)
            zip_source_free(source);
    }
    const QString why = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive->m_zip)
        return broken(u"the archive cannot be read: %1"_s.arg(why));

    const zip_int64_t count = zip_get_num_entries(archive->m_zip, 0);
    if (count > limits.entries)
        return broken(
            u"the archive has %1 entries; at most %2 are read"_s.arg(count).arg(limits.entries));
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto place = static_cast<zip_uint64_t>(i);
        const char *raw = zip_get_name(archive->m_zip, place, ZIP_FL_ENC_GUESS);
        const QString name = QString::fromUtf8(raw);
        if (name.isEmpty() || name.endsWith(u'/') || archive->m_places.contains(name))
            continue;
        archive->m_names.append(name);
        archive->m_places.insert(name, place);
    }
    return archive;
}

Result<QByteArray> ZipArchive::read(const QString &name) const
{
    const auto found = m_places.constFind(name);
    if (found == m_places.cend())
        return broken(u"%1 is not in the archive"_s.arg(name));
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t Wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(m_zip, *found, 0, &stat) != 0 || (stat.valid & Wanted) != Wanted)
        return broken(u"%1: the archive does not say how large it is"_s.arg(name));
    // What the archive says of itself may be a lie, so that the reading below has the same limit.
    if (stat.size > static_cast<zip_uint64_t>(m_entryBytes))
        return broken(u"%1 unpacks to %2 bytes; at most %3 are read"_s.arg(name).arg(stat.size).arg(
            m_entryBytes));
    if (stat.size > static_cast<zip_uint64_t>(RatioMatters)
        && stat.size / static_cast<zip_uint64_t>(m_entryRatio) > stat.comp_size)
        return broken(u"%1 unpacks to %2 times its size, as no honest export does"_s.arg(name).arg(
            stat.size / std::max<zip_uint64_t>(stat.comp_size, 1)));
    const std::unique_ptr<zip_file_t, EntryCloser> file(zip_fopen_index(m_zip, *found, 0));
    if (!file)
        return broken(
            u"%1 cannot be unpacked: %2"_s.arg(name, QString::fromUtf8(zip_strerror(m_zip))));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled,
                                          static_cast<zip_uint64_t>(bytes.size() - filled));
        if (got <= 0)
            return broken(
                u"%1 is damaged: it ends after %2 of %3 bytes"_s.arg(name).arg(filled).arg(
                    bytes.size()));
        filled += static_cast<qsizetype>(got);
    }
    // The checksum is compared when the end is read past.
    char beyond = 0;
    const zip_int64_t more = zip_fread(file.get(), &beyond, 1);
    if (more != 0)
        return broken(more > 0 ? u"%1 is larger than the archive says"_s.arg(name)
                               : u"%1 is damaged: its checksum does not match"_s.arg(name));
    return bytes;
}

} // namespace kagura
