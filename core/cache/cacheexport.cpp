// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheexport.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int PageSize = 64;

} // namespace

//! Lines, made in the thread that read them.
struct CacheExport::Piece
{
    QByteArray lines;
    Counts counts;
    qint64 last = 0;
    bool isLast = false;
};

CacheExport::CacheExport(Database &database,
                         const Options &options,
                         ArchiveWriter::Sink sink,
                         QObject *parent)
    : Handle(parent)
    , m_database(database)
    , m_options(options)
    , m_condition(options.query.condition(options.now))
    , m_writer(options.packing, std::move(sink))
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            ArchiveHead head;
            head.at = m_options.now;
            head.query = m_options.typed;
            head.isRedacted = m_options.content == ArchivedEntry::Content::Redacted;
            if (!isFinished() && give(head.toLine()))
                writeNext(0);
        },
        Qt::QueuedConnection);
}

CacheExport::~CacheExport() = default;

void CacheExport::cancel()
{
    m_reading.cancel();
    finish(Error{Error::Kind::Cancelled, u"the export was stopped"_s});
}

void CacheExport::writeNext(qint64 after)
{
    m_reading = m_database.read(
        [condition = m_condition, after,
         content = m_options.content](Connection &connection) -> Result<Piece> {
            const Result<ArchiveTable::Page> page =
                ArchiveTable(connection).page(condition, after, PageSize);
            if (!page)
                return page.error();
            Piece piece;
            piece.last = page->last;
            piece.isLast = page->isLast;
            piece.counts.damaged = page->damaged;
            for (const ArchivedEntry &entry : page->entries) {
                if (content == ArchivedEntry::Content::Whole && !entry.isPortable()) {
                    ++piece.counts.unportable;
                    continue;
                }
                piece.lines += entry.toLine(content);
                ++piece.counts.written;
            }
            return piece;
        },
        this,
        [this](const Result<Piece> &piece) {
            if (isFinished())
                return;
            if (piece)
                take(*piece);
            else
                finish(piece.error());
        });
}

void CacheExport::take(const Piece &piece)
{
    m_counts.written += piece.counts.written;
    m_counts.damaged += piece.counts.damaged;
    m_counts.unportable += piece.counts.unportable;
    if (!piece.lines.isEmpty() && !give(piece.lines))
        return;
    Q_EMIT advanced(m_counts.written);
    if (!piece.isLast) {
        writeNext(piece.last);
        return;
    }
    if (!give(ArchiveEnd{m_counts.written}.toLine()))
        return;
    const Result<void> finished = m_writer.finish();
    if (finished)
        finish();
    else
        finish(finished.error());
}

bool CacheExport::give(QByteArrayView lines)
{
    const Result<void> taken = m_writer.write(lines);
    if (!taken)
        finish(taken.error());
    return taken.has_value();
}

} // namespace kagura
