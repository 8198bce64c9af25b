// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/calloptions.h"
#include "core/llm/chatrequest.h"

#include <QList>
#include <QObject>

#include <functional>

namespace kagura {

//! Tells before a call is made whether it would be answered without asking, and so for free: what a
//! plan of many calls is priced by.
//!
//! Thread: the engine thread. Lifetime: outlives those who ask. Errors: none; what is not known for sure
//! is no hit.
class HitPredictor
{
public:
    HitPredictor() = default;
    virtual ~HitPredictor() = default;
    Q_DISABLE_COPY_MOVE(HitPredictor)

    struct PlannedCall
    {
        ChatRequest request;
        CallOptions options;
    };

    //! done is called later, not from here, unless context has died: one answer a call, in their order.
    virtual void predict(const QList<PlannedCall> &calls,
                         QObject *context,
                         std::function<void(const QList<bool> &)> done) = 0;
};

} // namespace kagura
