// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/contenthash.h"

#include <array>
#include <openssl/sha.h>

namespace kagura {

QString contentHash(QByteArrayView bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    // Not QCryptographicHash: OpenSSL's is ten times as fast.
    SHA256(reinterpret_cast<const unsigned char *>(bytes.data()),
           static_cast<std::size_t>(bytes.size()), digest.data());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), SHA256_DIGEST_LENGTH).toHex());
}

} // namespace kagura
