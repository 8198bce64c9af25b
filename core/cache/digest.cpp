// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/digest.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>

namespace kagura {

Digest Digest::of(std::initializer_list<QByteArrayView> pieces)
{
    // Not QCryptographicHash: OpenSSL's SHA-256 is ten times as fast. Fetched once: looking the
    // algorithm up costs as much as hashing a kilobyte.
    static EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    Digest digest;
    EVP_DigestInit_ex(context.get(), algorithm, nullptr);
    for (const QByteArrayView piece : pieces)
        EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(piece.size()));
    EVP_DigestFinal_ex(context.get(), digest.bytes.data(), nullptr);
    return digest;
}

QByteArray Digest::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), Size);
}

QString Digest::toHex() const
{
    return QString::fromLatin1(toBytes().toHex());
}

std::optional<Digest> Digest::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != Size)
        return std::nullopt;
    Digest digest;
    std::memcpy(digest.bytes.data(), bytes.data(), Size);
    return digest;
}

std::optional<Digest> Digest::fromHex(const QString &text)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (text.size() != static_cast<qsizetype>(2 * Size)
        || !std::all_of(text.cbegin(), text.cend(), isHex))
        return std::nullopt;
    return fromBytes(QByteArray::fromHex(text.toLatin1()));
}

} // namespace kagura
