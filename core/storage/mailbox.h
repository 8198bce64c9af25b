// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>

namespace kagura {

//! Lets other threads have work done in the thread of an object that may die at any time.
//!
//! Thread: made in the thread of the object; post() from any, guarded by a mutex. Lifetime: the
//! owner's; once the object has died, post() does nothing. Errors: none.
class Mailbox final
{
public:
    enum class Use : std::uint8_t {
        Once, //!< closes with the first post()
        Often,
    };

    Mailbox(QObject *context, Use use);
    ~Mailbox(); //!< what was posted is still done
    Q_DISABLE_COPY_MOVE(Mailbox)

    //! Has work called by the event loop of the object's thread.
    void post(std::function<void()> work);

private:
    class Door;
    struct State;

    std::shared_ptr<State> m_state;
    Use m_use;
};

} // namespace kagura
