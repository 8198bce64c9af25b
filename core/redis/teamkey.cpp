// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/teamkey.h"

#include <array>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype KeySize = 32;
constexpr qsizetype NonceSize = 12;
constexpr qsizetype TagSize = 16;
constexpr qsizetype CheckSize = 4;
constexpr char Prefix[] = "kagura-team-1-";

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char *>(array.data()) + at;
}

Secret derived(const Secret &root, QByteArrayView purpose)
{
    QByteArray key = root.reveal();
    QByteArray out(KeySize, '\0');
    char digest[] = "SHA256";
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
        EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
        EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
    QByteArray info = purpose.toByteArray();
    const std::array parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, key.data(),
                                          static_cast<std::size_t>(key.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(),
                                          static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_end(),
    };
    const int isDone = EVP_KDF_derive(context.get(), bytesOf(out), KeySize, parameters.data());
    wipe(key);
    // Without a key nothing is shared; an empty one seals nothing.
    const Secret secret(isDone == 1 ? out : QByteArray());
    wipe(out);
    return secret;
}

QByteArray hmac(const Secret &secret, QByteArrayView text)
{
    QByteArray key = secret.reveal();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()), bytesOf(text),
         static_cast<std::size_t>(text.size()), digest.data(), &size);
    wipe(key);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size));
}

QByteArray checkOf(const Secret &root)
{
    return hmac(root, "kagura-team-check").first(CheckSize);
}

Error notAKey()
{
    return {
        Error::Kind::BadRequest,
        u"that is no team key, or a letter of it is missing or mistyped; it begins with %1"_s.arg(
            QLatin1String(Prefix))};
}

Error notOpened()
{
    return {Error::Kind::Protocol, u"what is shared there was not made with this team key"_s};
}

} // namespace

TeamKey::TeamKey(const Secret &root)
    : m_root(root)
    , m_names(derived(root, "kagura-shared/v1 names"))
    , m_scopes(derived(root, "kagura-shared/v1 scopes"))
    , m_sealing(derived(root, "kagura-shared/v1 sealing"))
{}

TeamKey TeamKey::create()
{
    QByteArray bytes(KeySize, '\0');
    if (RAND_bytes(bytesOf(bytes), KeySize) != 1)
        return {};
    const TeamKey key{Secret(bytes)};
    wipe(bytes);
    return key;
}

Result<TeamKey> TeamKey::fromText(const Secret &text)
{
    QByteArray letters = text.reveal();
    letters.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (!letters.startsWith(Prefix)) {
        wipe(letters);
        return notAKey();
    }
    QByteArray bytes = QByteArray::fromHex(QByteArray::fromRawData(
        letters.constData() + sizeof Prefix - 1, letters.size() - qsizetype(sizeof Prefix) + 1));
    const bool isWhole = bytes.size() == KeySize + CheckSize
        && letters.size() == qsizetype(sizeof Prefix) - 1 + 2 * (KeySize + CheckSize);
    wipe(letters);
    if (!isWhole) {
        wipe(bytes);
        return notAKey();
    }
    QByteArray half = bytes.first(KeySize);
    const Secret root(half);
    const bool isRight = checkOf(root) == bytes.sliced(KeySize);
    wipe(half);
    wipe(bytes);
    if (!isRight)
        return notAKey();
    return TeamKey(root);
}

Secret TeamKey::toText() const
{
    if (isEmpty())
        return {};
    QByteArray bytes = m_root.reveal();
    bytes += checkOf(m_root);
    QByteArray text = Prefix + bytes.toHex();
    const Secret secret(text);
    wipe(bytes);
    wipe(text);
    return secret;
}

QString TeamKey::fingerprint() const
{
    return isEmpty() ? QString()
                     : QString::fromLatin1(hmac(m_root, "kagura-team-fingerprint").toHex().left(8));
}

QByteArray TeamKey::nameOf(QByteArrayView text) const
{
    return hmac(m_names, text).toHex();
}

QString TeamKey::scopeOf(const QString &account) const
{
    return QString::fromLatin1(hmac(m_scopes, account.toUtf8()).toHex());
}

QByteArray TeamKey::seal(QByteArrayView text, QByteArrayView place) const
{
    QByteArray key = m_sealing.reveal();
    QByteArray sealed(NonceSize + text.size() + TagSize, '\0');
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int size = 0;
    const bool isSealed = key.size() == KeySize && RAND_bytes(bytesOf(sealed), NonceSize) == 1
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key),
                              bytesOf(sealed))
            == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &size, bytesOf(place),
                             static_cast<int>(place.size()))
            == 1
        && EVP_EncryptUpdate(context.get(), bytesOf(sealed, NonceSize), &size, bytesOf(text),
                             static_cast<int>(text.size()))
            == 1
        && EVP_EncryptFinal_ex(context.get(), bytesOf(sealed, NonceSize + size), &size) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, TagSize,
                               bytesOf(sealed, NonceSize + text.size()))
            == 1;
    wipe(key);
    return isSealed ? sealed : QByteArray();
}

Result<QByteArray> TeamKey::open(QByteArrayView sealed, QByteArrayView place) const
{
    if (sealed.size() < NonceSize + TagSize)
        return notOpened();
    QByteArray key = m_sealing.reveal();
    const QByteArrayView inner = sealed.sliced(NonceSize, sealed.size() - NonceSize - TagSize);
    QByteArray tag = sealed.last(TagSize).toByteArray();
    QByteArray text(inner.size(), '\0');
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int size = 0;
    int rest = 0;
    const bool isOpen = key.size() == KeySize
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key),
                              bytesOf(sealed))
            == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &size, bytesOf(place),
                             static_cast<int>(place.size()))
            == 1
        && EVP_DecryptUpdate(context.get(), bytesOf(text), &size, bytesOf(inner),
                             static_cast<int>(inner.size()))
            == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, TagSize, tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), bytesOf(text, size), &rest) == 1;
    wipe(key);
    if (!isOpen)
        return notOpened();
    return text;
}

} // namespace kagura
