// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/json.h"

#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace kagura {

//! One question to the process that owns a data folder, on a connection of its own.
//!
//! Thread: the one that made it. Lifetime: the caller's; deleting it hangs up. Errors: Network when no
//! process listens on that folder; Timeout; Protocol; and whatever the method answered.
class ControlCall final : public Handle
{
    Q_OBJECT

public:
    ControlCall(const QString &folder,
                const QString &method,
                const Json &params,
                std::chrono::milliseconds limit);
    ~ControlCall() override;

    [[nodiscard]] const Json &result() const { return m_result; } //!< of a success
    void cancel() override;

private:
    void read();
    void settle(std::optional<Error> failure = std::nullopt);

    QLocalSocket m_socket;
    QTimer m_deadline;
    QByteArray m_request;
    QByteArray m_answer;
    Json m_result;
};

//! Asks the owner of folder; finished() of the call never comes before this has returned.
[[nodiscard]] std::unique_ptr<ControlCall> callOwner(
    const QString &folder,
    const QString &method,
    const Json &params = Json::object(),
    std::chrono::milliseconds limit = std::chrono::seconds(5));

} // namespace kagura
