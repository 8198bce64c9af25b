// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/streambuffer.h"

#include <utility>

namespace kagura {

StreamBuffer::StreamBuffer(qsizetype highMark)
    : m_highMark(highMark)
{}

StreamBuffer::~StreamBuffer() = default;

StreamBuffer::Appended StreamBuffer::append(QStringView text)
{
    const std::lock_guard guard(m_lock);
    const bool wasEmpty = m_text.isEmpty() && !m_isRestarted;
    m_text.append(text);
    m_isHigh = m_isHigh || m_text.size() > m_highMark;
    return {wasEmpty, m_isHigh};
}

StreamBuffer::Appended StreamBuffer::restart()
{
    const std::lock_guard guard(m_lock);
    const bool wasEmpty = m_text.isEmpty() && !m_isRestarted;
    m_text.clear();
    m_isRestarted = true;
    return {wasEmpty, m_isHigh};
}

StreamBuffer::Taken StreamBuffer::take()
{
    const std::lock_guard guard(m_lock);
    return {std::exchange(m_text, QString()), std::exchange(m_isRestarted, false),
            std::exchange(m_isHigh, false)};
}

bool StreamBuffer::isEmpty() const
{
    const std::lock_guard guard(m_lock);
    return m_text.isEmpty() && !m_isRestarted;
}

} // namespace kagura
