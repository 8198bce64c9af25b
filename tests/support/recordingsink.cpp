// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/recordingsink.h"

namespace kagura::test {

void RecordingSink::head(const HttpHead &head)
{
    const std::lock_guard guard(m_lock);
    m_isOrderKept = m_isOrderKept && !m_head && m_endCount == 0;
    m_head = head;
}

BodySink::State RecordingSink::write(QByteArrayView bytes)
{
    const std::lock_guard guard(m_lock);
    m_isOrderKept = m_isOrderKept && m_head && m_endCount == 0;
    m_size += bytes.size();
    if (m_behaviour.progressMark.isEmpty())
        m_progress = m_size;
    else
        m_progress += bytes.toByteArray().count(m_behaviour.progressMark);
    if (m_behaviour.keepsBody)
        m_body.append(bytes);
    if (!m_behaviour.doneAt.isEmpty() && m_body.contains(m_behaviour.doneAt))
        return State::Done;
    return m_behaviour.fullAfter >= 0 && m_size >= m_behaviour.fullAfter ? State::Full
                                                                         : State::Open;
}

void RecordingSink::end(const std::optional<Error> &failure)
{
    const std::lock_guard guard(m_lock);
    ++m_endCount;
    m_failure = failure;
    m_hasEnded.notify_all();
}

bool RecordingSink::waitForEnd(std::chrono::milliseconds patience) const
{
    std::unique_lock guard(m_lock);
    return m_hasEnded.wait_for(guard, patience, [this] { return m_endCount > 0; });
}

qint64 RecordingSink::progress() const
{
    const std::lock_guard guard(m_lock);
    return m_progress;
}

void RecordingSink::open()
{
    const std::lock_guard guard(m_lock);
    m_behaviour.fullAfter = -1;
}

bool RecordingSink::hasHead() const
{
    const std::lock_guard guard(m_lock);
    return m_head.has_value();
}

HttpHead RecordingSink::headSeen() const
{
    const std::lock_guard guard(m_lock);
    return m_head.value_or(HttpHead());
}

QByteArray RecordingSink::body() const
{
    const std::lock_guard guard(m_lock);
    return m_body;
}

qint64 RecordingSink::bodySize() const
{
    const std::lock_guard guard(m_lock);
    return m_size;
}

int RecordingSink::endCount() const
{
    const std::lock_guard guard(m_lock);
    return m_endCount;
}

std::optional<Error> RecordingSink::failure() const
{
    const std::lock_guard guard(m_lock);
    return m_failure;
}

bool RecordingSink::isOrderKept() const
{
    const std::lock_guard guard(m_lock);
    return m_isOrderKept && m_endCount <= 1;
}

} // namespace kagura::test
