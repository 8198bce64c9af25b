// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keysource.h"

#include "core/settings/memorysecretstore.h"
#include "core/settings/tokensource.h"

#include <array>

namespace kagura {

namespace {

// In the order of KeyReply::Origin.
constexpr std::array<const char *, 6> OriginNames = {"none",     "environment", "descriptor",
                                                     "keychain", "session",     "sign-in"};

Secret fromEnvironment(const QString &variable)
{
    QByteArray text =
        variable.isEmpty() ? QByteArray() : qgetenv(variable.toUtf8().constData()).trimmed();
    const Secret secret = text.isEmpty() ? Secret() : Secret(text);
    wipe(text);
    return secret;
}

} // namespace

KeyReply::KeyReply() = default;
KeyReply::~KeyReply() = default;

void KeyReply::cancel()
{
    settle(Origin::None, {}, Error{Error::Kind::Cancelled, QStringLiteral("cancelled")});
}

void KeyReply::settle(Origin origin, const Secret &secret, std::optional<Error> failure)
{
    if (isFinished())
        return;
    m_origin = origin;
    m_secret = secret;
    finish(std::move(failure));
}

KeySource::KeySource(SecretStore &keychain, MemorySecretStore &session)
    : m_keychain(keychain)
    , m_session(session)
{}

KeySource::~KeySource() = default;

void KeySource::setDescriptorKey(const QString &provider, const Secret &secret)
{
    m_descriptorKeys.insert(provider, secret);
}

std::unique_ptr<KeyReply> KeySource::find(const QString &provider, const QString &variable)
{
    using Origin = KeyReply::Origin;
    std::unique_ptr<KeyReply> reply(new KeyReply);
    if (const Secret secret = fromEnvironment(variable); !secret.isEmpty()) {
        settleLater(*reply, Origin::Environment, secret);
        return reply;
    }
    for (const QString &name : {provider, QString()}) {
        if (m_descriptorKeys.contains(name)) {
            settleLater(*reply, Origin::Descriptor, m_descriptorKeys.value(name));
            return reply;
        }
    }
    if (m_tokens != nullptr && m_tokens->isSignedIn(provider))
        findToken(*reply, provider);
    else
        findStored(*reply, provider);
    return reply;
}

std::unique_ptr<KeyReply> KeySource::findOwn(const QString &name, const QString &variable)
{
    using Origin = KeyReply::Origin;
    std::unique_ptr<KeyReply> reply(new KeyReply);
    if (const Secret secret = fromEnvironment(variable); !secret.isEmpty()) {
        settleLater(*reply, Origin::Environment, secret);
    } else if (m_keychain.names().contains(name)) {
        findStored(*reply, name);
    } else {
        const Secret ofSession = m_session.secret(name);
        settleLater(*reply, ofSession.isEmpty() ? Origin::None : Origin::Session, ofSession);
    }
    return reply;
}

void KeySource::settleLater(KeyReply &reply, KeyReply::Origin origin, const Secret &secret)
{
    QMetaObject::invokeMethod(
        &reply, [raw = &reply, origin, secret] { raw->settle(origin, secret); },
        Qt::QueuedConnection);
}

void KeySource::findStored(KeyReply &reply, const QString &name)
{
    using Origin = KeyReply::Origin;
    reply.m_keychainReply = m_keychain.read(name);
    SecretReply *stored = reply.m_keychainReply.get();
    QObject::connect(stored, &SecretReply::waiting, &reply, [raw = &reply] {
        raw->m_isWaiting = true;
        Q_EMIT raw->waiting();
    });
    QObject::connect(stored, &Handle::finished, &reply, [this, raw = &reply, stored, name] {
        if (stored->outcome() == SecretReply::Outcome::Done) {
            raw->settle(Origin::Keychain, stored->secret());
            return;
        }
        if (const Secret secret = m_session.secret(name); !secret.isEmpty()) {
            raw->settle(Origin::Session, secret);
            return;
        }
        // Where nothing was ever stored and there is no keychain, there is simply no key.
        const bool isNoted = m_keychain.names().contains(name);
        const bool isNone = stored->outcome() == SecretReply::Outcome::Missing
            || (stored->outcome() == SecretReply::Outcome::Unavailable && !isNoted);
        raw->settle(Origin::None, {}, isNone ? std::nullopt : stored->failure());
    });
}

void KeySource::findToken(KeyReply &reply, const QString &provider)
{
    reply.m_tokenReply = m_tokens->token(provider);
    TokenReply *token = reply.m_tokenReply.get();
    QObject::connect(token, &TokenReply::waiting, &reply, [raw = &reply] {
        raw->m_isWaiting = true;
        Q_EMIT raw->waiting();
    });
    QObject::connect(token, &Handle::finished, &reply, [raw = &reply, token] {
        raw->m_account = token->account();
        raw->settle(token->failure() ? KeyReply::Origin::None : KeyReply::Origin::SignIn,
                    token->token(), token->failure());
    });
}

QString keyOriginName(KeyReply::Origin origin)
{
    return QString::fromLatin1(OriginNames.at(static_cast<std::size_t>(origin)));
}

} // namespace kagura
