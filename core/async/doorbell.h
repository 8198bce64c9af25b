// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace kagura {

//! Lets another thread ask for a call in this one.
//!
//! Not a queued functor: that would be built in one thread and read in the other with nothing between
//! them but a mutex inside Qt, which ThreadSanitizer cannot see. Here only an empty event crosses.
//!
//! Thread: ring() from any, as long as the bell lives; everything else in its own. Lifetime: a child of
//! whoever is called. Errors: none.
class Doorbell final : public QObject
{
    Q_OBJECT

public:
    Doorbell(std::function<void()> ready, QObject *parent);
    ~Doorbell() override;

    void ring();

protected:
    void customEvent(QEvent *event) override;

private:
    std::function<void()> m_ready;
};

} // namespace kagura
