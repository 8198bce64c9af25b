// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailbox.h"

#include <QMetaObject>

#include <mutex>
#include <utility>

namespace kagura {

struct Mailbox::State
{
    std::mutex lock;
    Door *door = nullptr; // null: the object has died, or the mailbox was used up
};

//! A child of the object: dies with it, in its thread, and takes events that are still queued along.
class Mailbox::Door final : public QObject
{
public:
    Door(QObject *context, std::shared_ptr<State> state)
        : QObject(context)
        , m_state(std::move(state))
    {}
    ~Door() override
    {
        const std::lock_guard guard(m_state->lock);
        if (m_state->door == this)
            m_state->door = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Door)

private:
    std::shared_ptr<State> m_state;
};

Mailbox::Mailbox(QObject *context, Use use)
    : m_state(std::make_shared<State>())
    , m_use(use)
{
    m_state->door = new Door(context, m_state);
}

Mailbox::~Mailbox()
{
    const std::lock_guard guard(m_state->lock);
    // The event comes after those that were posted before it.
    if (m_state->door)
        m_state->door->deleteLater();
    m_state->door = nullptr;
}

void Mailbox::post(std::function<void()> work)
{
    const std::lock_guard guard(m_state->lock);
    if (!m_state->door)
        return;
    if (m_use == Use::Often) {
        QMetaObject::invokeMethod(m_state->door, std::move(work), Qt::QueuedConnection);
        return;
    }
    Door *door = std::exchange(m_state->door, nullptr);
    const auto last = [door, work = std::move(work)] {
        // Before the work, which may delete the object.
        door->setParent(nullptr);
        door->deleteLater();
        work();
    };
    QMetaObject::invokeMethod(door, last, Qt::QueuedConnection);
}

} // namespace kagura
