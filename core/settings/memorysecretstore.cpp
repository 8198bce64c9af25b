// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/memorysecretstore.h"

namespace kagura {

namespace {

// A reply that is already decided still ends in a later turn of the event loop.
template <typename Work>
std::unique_ptr<SecretReply> later(Work work)
{
    auto reply = std::make_unique<SecretReply>();
    SecretReply *raw = reply.get();
    QMetaObject::invokeMethod(
        raw, [raw, work = std::move(work)] { work(raw); }, Qt::QueuedConnection);
    return reply;
}

} // namespace

MemorySecretStore::MemorySecretStore(QObject *parent)
    : SecretStore(parent)
{
    setState(State::SessionOnly,
             QStringLiteral("Keys are kept in memory and are gone when the program ends."));
}

MemorySecretStore::~MemorySecretStore() = default;

std::unique_ptr<SecretReply> MemorySecretStore::read(const QString &name)
{
    const bool isThere = m_secrets.contains(name);
    return later([isThere, name, secret = m_secrets.value(name)](SecretReply *reply) {
        if (isThere)
            reply->succeed(secret);
        else
            reply->fail(SecretReply::Outcome::Missing,
                        QStringLiteral("No key for %1 was given in this session.").arg(name));
    });
}

std::unique_ptr<SecretReply> MemorySecretStore::write(const QString &name, const Secret &secret)
{
    const bool isNew = !m_secrets.contains(name);
    m_secrets.insert(name, secret);
    if (isNew)
        Q_EMIT namesChanged();
    return later([](SecretReply *reply) { reply->succeed(); });
}

std::unique_ptr<SecretReply> MemorySecretStore::remove(const QString &name)
{
    if (m_secrets.remove(name) > 0)
        Q_EMIT namesChanged();
    return later([](SecretReply *reply) { reply->succeed(); });
}

} // namespace kagura
