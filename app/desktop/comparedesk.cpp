// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/comparedesk.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

CompareDesk::CompareDesk(QObject *parent)
    : QObject(parent)
{}

CompareDesk::~CompareDesk() = default;

void CompareDesk::start(ConversationStore &store,
                        Clock &clock,
                        const ChatSession::Services &services)
{
    m_store = &store;
    m_clock = &clock;
    m_services = services;
}

Comparison &CompareDesk::comparisonOf(const QString &conversation)
{
    // Those that are over are not needed any more: what came of them is in the store.
    std::erase_if(m_comparisons, [](const auto &one) { return !one->isBusy(); });
    for (const auto &one : m_comparisons) {
        if (one->conversation() == conversation)
            return *one;
    }
    m_comparisons.push_back(
        std::make_unique<Comparison>(*m_store, *m_clock, m_services, conversation));
    follow(*m_comparisons.back());
    return *m_comparisons.back();
}

void CompareDesk::follow(Comparison &comparison)
{
    connect(&comparison, &Comparison::conversationStarted, this, &CompareDesk::named);
    connect(&comparison, &Comparison::questionAdded, this, &CompareDesk::messageAdded);
    connect(&comparison, &Comparison::answerStarted, this,
            [this](const StoredMessage &answer, const LiveTextPointer &live) {
                Q_EMIT messageAdded(answer);
                Q_EMIT streamStarted(answer.id, live);
                Q_EMIT answerStarted(answer);
            });
    connect(&comparison, &Comparison::textArrived, this, &CompareDesk::textArrived);
    connect(&comparison, &Comparison::answerEnded, this,
            [this, &comparison](const StoredMessage &answer) {
                Q_EMIT messageChanged(answer);
                Q_EMIT streamFinished(answer.id);
                if (!comparison.isBusy())
                    Q_EMIT ended(comparison.conversation());
            });
    connect(&comparison, &Comparison::refused, this,
            [this, &comparison](const QString &text, const Error &error) {
                Q_EMIT refused(comparison.conversation(), text, error);
            });
    connect(&comparison, &Comparison::storageFailed, this,
            [this](const Error &error) { Q_EMIT notice(error.message); });
}

void CompareDesk::ask(const QString &conversation,
                      const QString &text,
                      const QList<MessagePart> &attachments,
                      const QList<ModelRef> &models)
{
    if (!m_store) {
        Q_EMIT refused(
            conversation, text,
            {Error::Kind::Storage, u"the data folder cannot be used, so nothing can be kept"_s});
        return;
    }
    ChatSession::Draft draft;
    draft.text = text;
    draft.attachments = attachments;
    draft.instructions = m_newInstructions;
    draft.options.tags = {u"chat"_s};
    comparisonOf(conversation).ask(draft, models);
}

void CompareDesk::stop(const QString &conversation)
{
    for (const auto &one : m_comparisons) {
        if (one->conversation() == conversation)
            one->stop();
    }
}

void CompareDesk::stopAnswer(const QString &answer)
{
    for (const auto &one : m_comparisons)
        one->stop(answer);
}

} // namespace kagura
