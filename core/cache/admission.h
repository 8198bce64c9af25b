// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachepolicy.h"
#include "core/cache/cachereason.h"
#include "core/cache/requestshape.h"
#include "core/llm/chatanswer.h"
#include "core/llm/chatrequest.h"

#include <optional>

namespace kagura {

//! Why a request is not to be answered by the cache, nor its answer kept; None: it may.
[[nodiscard]] CacheReason whyBypassed(const RequestShape &shape, const CachePolicy &policy);

//! Why an answer must not be kept; None: it may. Only what is complete and clean is kept: one entry that
//! is cut short or refused would be told again and again.
//! failure: how the reply ended.
[[nodiscard]] CacheReason whyNotKept(const ChatAnswer &answer,
                                     const std::optional<Error> &failure,
                                     const ChatRequest &request,
                                     const CachePolicy &policy);

//! How long an answer lives; empty: for ever. Input that the provider fetches anew each time makes it
//! an hour at most.
[[nodiscard]] std::optional<std::chrono::milliseconds> lifetimeOf(const RequestShape &shape,
                                                                  const CachePolicy &policy);

} // namespace kagura
