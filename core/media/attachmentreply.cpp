// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentreply.h"

#include "core/async/runthen.h"
#include "core/media/attachmentreader.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error stopped()
{
    return {Error::Kind::Cancelled, u"reading was stopped"_s};
}

//! One file in a thread of the pool.
class OneFile final : public Handle
{
public:
    OneFile(const AttachmentSource &source,
            const MediaLimits &limits,
            std::shared_ptr<ReadProgress> progress)
        : m_progress(std::move(progress))
        , m_result(stopped())
    {
        runThen(
            this,
            [source, limits, shared = m_progress] {
                return readAttachment(source, limits, *shared);
            },
            [this](Result<Attachment> result) {
                if (isFinished())
                    return;
                m_result = std::move(result);
                m_progress->permille = 1000;
                finish(m_result ? std::nullopt : std::optional(m_result.error()));
            });
    }
    // The thread may still be reading, and learns here that nobody waits.
    ~OneFile() override { m_progress->isCancelled = true; }

    [[nodiscard]] const Result<Attachment> &result() const { return m_result; }

    void cancel() override
    {
        m_progress->isCancelled = true;
        finish(stopped());
    }

private:
    std::shared_ptr<ReadProgress> m_progress;
    Result<Attachment> m_result;
};

} // namespace

AttachmentReply::AttachmentReply(const QList<AttachmentSource> &sources, const MediaLimits &limits)
    : m_sources(sources)
    , m_limits(limits)
    , m_results(static_cast<std::size_t>(sources.size()))
{
    m_progress.reserve(m_results.size());
    for (qsizetype i = 0; i < sources.size(); ++i)
        m_progress.push_back(std::make_shared<ReadProgress>());
    // Later, so that nothing is told before the caller has the reply.
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

AttachmentReply::~AttachmentReply()
{
    for (const std::shared_ptr<ReadProgress> &progress : m_progress)
        progress->isCancelled = true;
}

void AttachmentReply::begin()
{
    if (isFinished())
        return;
    ParallelPolicy policy;
    policy.limit = std::max(1, m_limits.concurrency);
    policy.onFailure = ParallelPolicy::OnFailure::Collect;
    m_map = mapUnordered(
        m_sources.size(), policy,
        [this](qsizetype index) {
            return std::make_unique<OneFile>(m_sources.at(index), m_limits,
                                             m_progress.at(static_cast<std::size_t>(index)));
        },
        [this](qsizetype index, const OneFile &file) { takeOne(index, file.result()); });
    connect(m_map.get(), &Handle::finished, this, [this] { finish(m_map->failure()); });
}

void AttachmentReply::takeOne(qsizetype index, const Result<Attachment> &result)
{
    std::optional<Result<Attachment>> &place = m_results.at(static_cast<std::size_t>(index));
    if (place)
        return; // it was given up while it was read
    place.emplace(result);
    ++m_done;
    Q_EMIT itemFinished(index);
}

const std::optional<Result<Attachment>> &AttachmentReply::result(qsizetype index) const
{
    return m_results.at(static_cast<std::size_t>(index));
}

int AttachmentReply::permille(qsizetype index) const
{
    return m_progress.at(static_cast<std::size_t>(index))->permille;
}

void AttachmentReply::cancelOne(qsizetype index)
{
    if (isFinished() || result(index))
        return;
    m_progress.at(static_cast<std::size_t>(index))->isCancelled = true;
    takeOne(index, stopped());
}

void AttachmentReply::cancel()
{
    if (isFinished())
        return;
    for (const std::shared_ptr<ReadProgress> &progress : m_progress)
        progress->isCancelled = true;
    if (m_map)
        m_map->cancel();
    finish(stopped());
}

} // namespace kagura
