// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/teamdesk.h"

#include <utility>

namespace kagura {

TeamDesk::TeamDesk(QObject *parent)
    : QObject(parent)
{}

TeamDesk::~TeamDesk() = default;

void TeamDesk::start(Services &services)
{
    m_services = &services;
    connect(&m_services->team(), &TeamCache::changed, this, &TeamDesk::tellState);
    tellState();
}

void TeamDesk::tellState()
{
    if (m_services != nullptr)
        Q_EMIT stateChanged(m_services->team().state());
}

void TeamDesk::setServer(const QString &address)
{
    m_services->settings().setValue(settings::TeamServer, address);
}

void TeamDesk::setName(const QString &name)
{
    m_services->settings().setValue(settings::TeamName, name);
}

void TeamDesk::setKey(const Secret &key)
{
    if (const Result<void> checked = TeamCache::checkKey(key); !checked) {
        Q_EMIT refused(checked.error());
        return;
    }
    keep(TeamCache::KeyName, key, std::nullopt);
}

void TeamDesk::setPassword(const Secret &password)
{
    keep(TeamCache::PasswordName, password, std::nullopt);
}

void TeamDesk::makeKey()
{
    const Secret key = TeamKey::create().toText();
    if (!key.isEmpty())
        keep(TeamCache::KeyName, key, key);
}

void TeamDesk::keep(const char *name, const Secret &secret, const std::optional<Secret> &made)
{
    m_services->redactor().add(secret);
    m_reply = m_services->keychain().write(QString::fromLatin1(name), secret);
    connect(
        m_reply.get(), &Handle::finished, this,
        [this, name = QString::fromLatin1(name), secret, made] {
            const bool isKept = !m_reply->failure();
            // Where there is no keychain it lasts as long as the window.
            if (!isKept)
                m_reply = m_services->keys().session().write(name, secret);
            m_services->team().renew();
            if (made)
                Q_EMIT keyMade(*made, isKept);
        },
        Qt::QueuedConnection);
}

void TeamDesk::test()
{
    m_services->team().look(this, [this](const Result<RedisTier::Look> &look) {
        if (look)
            Q_EMIT tested(std::nullopt, *look);
        else
            Q_EMIT tested(look.error(), {});
    });
}

} // namespace kagura
