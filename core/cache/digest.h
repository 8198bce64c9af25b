// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <optional>

namespace kagura {

//! 32 bytes of SHA-256: the key of a cached answer, and what parts of requests are compared by.
struct Digest
{
    static constexpr std::size_t Size = 32;

    std::array<unsigned char, Size> bytes{};

    //! Of all pieces, one behind the other; whoever joins pieces must make their borders clear.
    [[nodiscard]] static Digest of(std::initializer_list<QByteArrayView> pieces);

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] QString toHex() const;
    [[nodiscard]] static std::optional<Digest> fromBytes(QByteArrayView bytes);
    [[nodiscard]] static std::optional<Digest> fromHex(const QString &text);

    // clang-tidy 14 sees a null pointer in it. NOLINTNEXTLINE(modernize-use-nullptr)
    auto operator<=>(const Digest &) const = default;
};

//! For hash tables: the bytes are as good as random already.
struct DigestHash
{
    [[nodiscard]] std::size_t operator()(const Digest &digest) const noexcept
    {
        std::size_t hash = 0;
        std::memcpy(&hash, digest.bytes.data(), sizeof hash);
        return hash;
    }
};

//! What a cached answer is found by.
using CacheKey = Digest;

} // namespace kagura
