// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/callidentity.h"

#include <array>
#include <openssl/evp.h>

namespace kagura {

namespace {

// Each field goes in with its length, so that no two different identities run together.
void addField(EVP_MD_CTX *context, const QByteArray &field)
{
    const QByteArray length = QByteArray::number(field.size()) + ':';
    EVP_DigestUpdate(context, length.constData(), static_cast<std::size_t>(length.size()));
    EVP_DigestUpdate(context, field.constData(), static_cast<std::size_t>(field.size()));
}

} // namespace

QByteArray CallIdentity::digest() const
{
    // Not QCryptographicHash: OpenSSL's SHA-256 is ten times as fast, and bodies hold images.
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    for (const QString &text : {dialect, origin, scope, model})
        addField(context.get(), text.toUtf8());
    addField(context.get(), body);
    addField(context.get(), QByteArray::number(sampleIndex));
    for (const HttpHeader &header : headers) {
        addField(context.get(), header.name.toLower());
        addField(context.get(), header.value);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context.get(), bytes.data(), &size);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(size))
        .toHex();
}

} // namespace kagura
