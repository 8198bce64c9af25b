// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secret.h"

#include <openssl/crypto.h>

namespace kagura {

namespace {

// Removes the line through the bytes before they go back to the allocator.
void wipeAndDelete(const QByteArray *bytes)
{
    auto *mutableBytes = const_cast<QByteArray *>(bytes);
    wipe(*mutableBytes);
    delete mutableBytes;
}

} // namespace

Secret::Secret(const QByteArray &bytes)
    : m_bytes(new QByteArray(bytes.constData(), bytes.size()), wipeAndDelete)
{}

bool Secret::isEmpty() const
{
    return !m_bytes || m_bytes->isEmpty();
}

QByteArray Secret::reveal() const
{
    return m_bytes ? QByteArray(m_bytes->constData(), m_bytes->size()) : QByteArray();
}

QString Secret::lastFour() const
{
    return m_bytes && m_bytes->size() >= 12 ? QString::fromUtf8(m_bytes->right(4)) : QString();
}

bool Secret::operator==(const Secret &other) const
{
    if (isEmpty() || other.isEmpty())
        return isEmpty() == other.isEmpty();
    return m_bytes->size() == other.m_bytes->size()
        && CRYPTO_memcmp(m_bytes->constData(), other.m_bytes->constData(),
                         static_cast<std::size_t>(m_bytes->size()))
        == 0;
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << (secret.isEmpty() ? "Secret(empty)" : "Secret(redacted)");
    return debug;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace kagura
