// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ssereader.h"

namespace kagura {

void SseReader::takeField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment: a sign of life, nothing more
    const QByteArrayView name = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (name == "event")
        m_type = value.toByteArray();
    else if (name == "data")
        addData(value);
}

void SseReader::addData(QByteArrayView value)
{
    if (!m_hasData) {
        m_hasData = true;
        m_openData = value;
        // A line that crossed two pieces stands in the splitter's buffer, which the next line overwrites.
        m_isDataOwned = false;
        if (m_lines.rest().size() > 0)
            keepOpenData();
    } else {
        keepOpenData();
        m_data += '\n';
        m_data.append(value);
    }
    if ((m_isDataOwned ? m_data.size() : m_openData.size()) > m_maxEventBytes)
        fail();
}

void SseReader::keepOpenData()
{
    if (!m_hasData || m_isDataOwned)
        return;
    m_data.append(m_openData);
    m_isDataOwned = true;
}

void SseReader::fail()
{
    m_error = Error{
        Error::Kind::Protocol,
        QStringLiteral("an event of the stream is larger than %1 bytes").arg(m_maxEventBytes)};
}

} // namespace kagura
