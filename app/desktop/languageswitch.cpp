// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/languageswitch.h"

#include "app/desktop/chatengine.h"

#include <algorithm>

namespace kagura {

LanguageSwitch::LanguageSwitch(ChatEngine &engine, const QString &current, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_current(current)
    , m_chosen(current)
{
    connect(&engine, &ChatEngine::callsInFlight, this, [this](int count) {
        m_callsInFlight = count;
        if (count == 0 && m_chosen != m_current)
            turn();
    });
    connect(&engine.providers(), &ProviderDesk::providersChanged, this,
            [this](const QList<ProviderStand> &stands) {
                m_hasSessionKeys =
                    std::any_of(stands.cbegin(), stands.cend(), [](const ProviderStand &stand) {
                        return stand.keyOrigin == KeyReply::Origin::Session;
                    });
            });
}

void LanguageSwitch::choose(const QString &language)
{
    m_chosen = language;
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, language] {
        engine->saveSetting(settings::Language, language);
    });
    if (m_chosen != m_current)
        turn();
}

void LanguageSwitch::turn()
{
    if (m_hasSessionKeys)
        Q_EMIT notified(tr("The language changes at the next start: keys of this session would be "
                           "forgotten now."));
    else if (m_callsInFlight > 0)
        Q_EMIT notified(tr("The language changes as soon as the answers under way are complete."));
    else
        Q_EMIT beginAnew();
}

} // namespace kagura
