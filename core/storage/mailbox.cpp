// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <deque>
#include <mutex>
#include <utility>

namespace kagura {

// Only empty events cross by way of Qt; the work itself lies under a mutex of ours, which
// ThreadSanitizer can see (see Doorbell).
struct Mailbox::State
{
    std::mutex lock;
    Door *door = nullptr; // null: the object has died, or the mailbox is closed
    std::deque<std::function<void()>> work; // one event of the door for each
};

//! A child of the object: dies with it, in its thread, and takes work that still waits along.
class Mailbox::Door final : public QObject
{
public:
    Door(QObject *context, std::shared_ptr<State> state, Use use)
        : QObject(context)
        , m_state(std::move(state))
        , m_use(use)
    {}
    ~Door() override
    {
        std::deque<std::function<void()>> lost; // what it holds may be anything: not under the lock
        const std::lock_guard guard(m_state->lock);
        if (m_state->door == this)
            m_state->door = nullptr;
        lost.swap(m_state->work);
    }
    Q_DISABLE_COPY_MOVE(Door)

protected:
    void customEvent(QEvent *) override
    {
        std::function<void()> work;
        {
            const std::lock_guard guard(m_state->lock);
            work = std::move(m_state->work.front());
            m_state->work.pop_front();
        }
        if (m_use == Use::Once) {
            // Before the work, which may delete the object.
            setParent(nullptr);
            deleteLater();
        }
        work();
    }

private:
    std::shared_ptr<State> m_state;
    Use m_use;
};

Mailbox::Mailbox(QObject *context, Use use)
    : m_state(std::make_shared<State>())
    , m_use(use)
{
    m_state->door = new Door(context, m_state, use);
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
    m_state->work.push_back(std::move(work));
    // Under the lock: so the door lives until the event is posted.
    QCoreApplication::postEvent(m_state->door, new QEvent(QEvent::User));
    if (m_use == Use::Once)
        m_state->door = nullptr;
}

} // namespace kagura
