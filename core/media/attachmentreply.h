// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/async/map.h"
#include "core/base/result.h"
#include "core/media/attachment.h"
#include "core/media/medialimits.h"
#include "core/media/readprogress.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace kagura {

//! Files that are being read. A file that cannot be used has its own Error and holds up nobody; the
//! reply itself fails only by cancel().
//!
//! Thread: that of the loader. Lifetime: the caller's; deleting it gives up what is under way. Errors:
//! Cancelled; of the files: those of readAttachment().
class AttachmentReply final : public Handle
{
    Q_OBJECT

public:
    AttachmentReply(const QList<AttachmentSource> &sources, const MediaLimits &limits);
    ~AttachmentReply() override;

    [[nodiscard]] qsizetype total() const { return m_sources.size(); }
    [[nodiscard]] qsizetype done() const { return m_done; }
    [[nodiscard]] const AttachmentSource &source(qsizetype index) const
    {
        return m_sources.at(index);
    }

    //! Empty while it is waiting or being read.
    [[nodiscard]] const std::optional<Result<Attachment>> &result(qsizetype index) const;

    //! How far reading that file has come, from 0 to 1000; as of now, there is no signal for it.
    [[nodiscard]] int permille(qsizetype index) const;

    void cancel() override;
    //! That file is not wanted any more; its result is Cancelled.
    void cancelOne(qsizetype index);

Q_SIGNALS:
    void itemFinished(qsizetype index); //!< in the order in which they end

private:
    void begin();
    void takeOne(qsizetype index, const Result<Attachment> &result);

    QList<AttachmentSource> m_sources;
    MediaLimits m_limits;
    std::vector<std::shared_ptr<ReadProgress>> m_progress;
    std::vector<std::optional<Result<Attachment>>> m_results;
    std::unique_ptr<UnorderedMap> m_map;
    qsizetype m_done = 0;
};

} // namespace kagura
