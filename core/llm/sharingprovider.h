// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace kagura {

class SharedStream;

//! Lets identical calls that are in flight at the same time share one live stream.
//!
//! Identical means equal CallIdentity::digest(), so another account, model, body or sample index never
//! shares. Who comes late gets all that came so far as one first batch, and from then on hears the same
//! as the others. Origin: one of the callers is Live and bears the cost; the others are Joined, show the
//! same usage and bill nothing. When the one that bears it leaves early, the caller that has waited
//! longest takes its place. The stream ends when its last caller leaves, and not before.
//!
//! beforeDispatch of whoever starts a stream runs in send(), at once: when a stream goes on after its
//! starter has left, no hook of a caller that is gone may run. Those who join send nothing, so theirs
//! does not run. Options of those who join (deadlines, retries) have no effect: the stream has begun.
//!
//! Thread: the engine thread. Lifetime: the inner provider outlives it, it outlives its replies.
//! Errors: an error of the stream goes to all of its callers.
class SharingProvider final : public Provider
{
public:
    explicit SharingProvider(Provider &inner);
    ~SharingProvider() override;

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

    //! Streams that a new caller could join.
    [[nodiscard]] qsizetype streamCount() const;

private:
    using Streams = QHash<QByteArray, std::weak_ptr<SharedStream>>;

    Provider &m_inner;
    std::shared_ptr<Streams> m_streams; //!< also held by the streams, which take themselves out
};

} // namespace kagura
