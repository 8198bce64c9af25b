// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/savedchat.h"

#include "app/services/services.h"

#include <utility>

namespace kagura {

SavedChat::SavedChat(Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{}

SavedChat::~SavedChat() = default;

void SavedChat::open(const QString &conversation)
{
    Result<std::unique_ptr<ChatStorage>> opened =
        ChatStorage::open(m_services.clock(), ChatStorage::Use::Brief);
    if (!opened) {
        Q_EMIT refused(opened.error());
        return;
    }
    m_storage = std::move(opened).value();
    connect(&m_storage->database(), &Database::restored, this, [this](const RestoreReport &report) {
        Q_EMIT storageTroubled(
            {Error::Kind::Storage,
             QStringLiteral(
                 "the database was damaged; it is kept as %1, and the latest backup is in "
                 "its place")
                 .arg(report.asidePath)});
    });
    if (conversation.isEmpty()) {
        Q_EMIT this->opened({});
        return;
    }
    const auto found = [this](const Result<Conversation> &answer) {
        if (!answer) {
            Q_EMIT refused(answer.error());
            return;
        }
        m_conversation = *answer;
        Q_EMIT this->opened(*answer);
    };
    if (conversation == Newest)
        m_storage->store().newest(this, found);
    else
        m_storage->store().conversation(conversation, this, found);
}

void SavedChat::send(Provider &provider, const ChatSession::Draft &draft)
{
    m_provider = std::make_unique<ObservedProvider>(provider, [this](ChatReply &reply) {
        connect(&reply, &Handle::finished, this, [this] { m_storageFailure.reset(); });
        Q_EMIT replyStarted(&reply);
    });
    ChatSession::Services services;
    services.provider = [this](const QString &, QObject *,
                               const ChatSession::Services::Ready &ready) {
        ready(m_provider.get());
    };
    services.costMicroUsd = [this](const ModelRef &model, const Usage &usage) {
        return m_services.catalogue().costMicroUsd(model.provider, model.model, usage);
    };
    m_session = std::make_unique<ChatSession>(m_storage->store(), m_services.clock(), services,
                                              m_conversation.id);
    connect(m_session.get(), &ChatSession::sendRefused, this,
            [this](const QString &, const Error &error) { Q_EMIT refused(error); });
    connect(m_session.get(), &ChatSession::storageFailed, this, [this](const Error &error) {
        if (!std::exchange(m_storageFailure, error))
            Q_EMIT storageTroubled(error);
    });
    connect(m_session.get(), &ChatSession::streamFinished, this,
            [this] { Q_EMIT ended(m_storageFailure); });
    m_session->send(draft);
}

bool SavedChat::stop()
{
    if (!m_session || !m_session->isBusy())
        return false;
    m_session->stop();
    return true;
}

QString SavedChat::conversation() const
{
    return m_session ? m_session->conversation() : QString();
}

} // namespace kagura
