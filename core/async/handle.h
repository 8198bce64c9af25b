// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QObject>

#include <optional>

namespace kagura {

//! A thing that was started and will end: what every asynchronous call of this project returns.
//!
//! Whoever starts it owns it. finished() comes exactly once, never before the function that made the
//! handle has returned; success, failure and cancel() all end there. The result is an accessor of the
//! class that inherits, and failure() says why there is none.
//!
//! Thread: lives in the thread that made it; every member and signal is for that thread. Lifetime: the
//! owner's; deleting it before finished() ends the work silently. Errors: never throws.
class Handle : public QObject
{
    Q_OBJECT

public:
    ~Handle() override;

    //! Asks the work to end; finished() follows with Error::Kind::Cancelled, possibly before cancel()
    //! returns. No-op once finished.
    virtual void cancel() = 0;

    [[nodiscard]] bool isFinished() const { return m_isFinished; }

    //! Why it failed; empty before finished() and after a success.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    void finished();

protected:
    explicit Handle(QObject *parent = nullptr);

    //! Ends the handle and emits finished(); every later call is ignored. The receiver of finished()
    //! may delete the handle with deleteLater(), so touch no member after calling this.
    void finish(std::optional<Error> failure = std::nullopt);

private:
    std::optional<Error> m_failure;
    bool m_isFinished = false;
};

} // namespace kagura
