// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/failuretext.h"

#include "ui/chat/displaytext.h"
#include "ui/chat/format.h"

namespace kagura {
namespace {

constexpr qsizetype maxReasonLength = 400;

QString reasonOf(const Error &error)
{
    QString reason = DisplayText::line(error.message);
    // A sentence of its own here, however the parts that it was put together from began.
    if (!reason.isEmpty())
        reason[0] = reason.at(0).toUpper();
    return reason.size() > maxReasonLength ? reason.left(maxReasonLength) + QChar(u'\u2026')
                                           : reason;
}

} // namespace

FailureText FailureText::of(const Error &error)
{
    const QString reason = reasonOf(error);
    const QString retry = tr("Try again");
    const QString pickModel = tr("Choose another model");
    switch (error.kind) {
    case Error::Kind::Timeout:
        return {tr("The server did not answer in time."), reason, retry, NextStep::Retry};
    case Error::Kind::Network:
        return {tr("The connection failed."), reason, retry, NextStep::Retry};
    case Error::Kind::Auth:
        return {tr("The provider did not accept the key."), reason, tr("Connect\u2026"),
                NextStep::Connect};
    case Error::Kind::RateLimited:
        return {error.retryAfter ? tr("Too many requests for now. The provider asks to wait %1.")
                                       .arg(durationText(*error.retryAfter))
                                 : tr("Too many requests for now."),
                reason, retry, NextStep::Retry};
    case Error::Kind::Quota:
        return {tr("The account has no credit left, or its limit is reached."), reason, pickModel,
                NextStep::PickModel};
    case Error::Kind::Overloaded:
        return {tr("The provider has no room at the moment."), reason, retry, NextStep::Retry};
    case Error::Kind::Server:
        return {tr("The provider's server failed."), reason, retry, NextStep::Retry};
    case Error::Kind::BadRequest:
        return {tr("The provider refused the request."), reason, pickModel, NextStep::PickModel};
    case Error::Kind::ContextLength:
        return {tr("The conversation is longer than this model can read."), reason,
                tr("New conversation"), NextStep::NewConversation};
    case Error::Kind::ContentFilter:
        return {tr("The provider refuses this content."), reason, pickModel, NextStep::PickModel};
    case Error::Kind::Truncated:
        return {tr("The answer broke off before its end."), reason, retry, NextStep::Retry};
    case Error::Kind::Protocol:
        return {tr("The server's answer could not be read."), reason, retry, NextStep::Retry};
    case Error::Kind::Storage:
        return {tr("This could not be saved."), reason, retry, NextStep::Retry};
    case Error::Kind::Internal:
        return {tr("Kagura could not make this call."), reason, tr("Open settings"),
                NextStep::OpenSettings};
    case Error::Kind::Cancelled:
        break;
    }
    return {tr("Stopped."), {}, {}, NextStep::None};
}

} // namespace kagura
