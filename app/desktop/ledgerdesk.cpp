// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/ledgerdesk.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace kagura {

namespace {

constexpr int mostLookedAt =
    100; // messages; the newest answer with a count is nearly always among them

QDateTime beginOf(const QDate &date)
{
    return date.startOfDay().toUTC();
}

} // namespace

LedgerDesk::LedgerDesk(QObject *parent)
    : QObject(parent)
    , m_midnight(this)
{
    m_midnight.setSingleShot(true);
    m_midnight.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_midnight, &QTimer::timeout, this, &LedgerDesk::addUpDays);
}

LedgerDesk::~LedgerDesk() = default;

void LedgerDesk::start(Services &services, Database &database, ConversationStore &store)
{
    m_services = &services;
    m_store = &store;
    m_ledger = std::make_unique<Ledger>(database);
    connect(&store, &ConversationStore::messageChanged, this, [this](const StoredMessage &message) {
        if (message.role != Role::Assistant || message.state == StoredMessage::State::Streaming)
            return;
        addUpDays();
        if (message.conversation == m_watched)
            addUpConversation();
    });
    connect(&database, &Database::restored, this, &LedgerDesk::addUpDays);
    addUpDays();
}

void LedgerDesk::watch(const QString &conversation)
{
    m_watched = conversation;
    if (m_ledger && !conversation.isEmpty())
        addUpConversation();
}

void LedgerDesk::addUpConversation()
{
    m_conversationRead.replace(
        m_ledger->of(m_watched, this, [this, id = m_watched](const Result<Spending> &spending) {
            if (spending)
                Q_EMIT conversationSpent(id, *spending);
        }));
}

void LedgerDesk::addUpDays()
{
    const QDateTime now = m_services->clock().wall().toLocalTime();
    const QDate today = now.date();
    const qint64 untilMidnight = now.msecsTo(today.addDays(1).startOfDay());
    m_midnight.start(std::chrono::milliseconds(std::max<qint64>(untilMidnight, 0) + 1000));
    const auto month =
        [this, first = QDate(today.year(), today.month(), 1)](const Result<Spending> &ofToday) {
            if (!ofToday)
                return;
            m_monthRead.replace(m_ledger->since(
                beginOf(first), this, [this, ofToday = *ofToday](const Result<Spending> &ofMonth) {
                    if (ofMonth)
                        Q_EMIT spent(ofToday, *ofMonth);
                }));
        };
    m_todayRead.replace(m_ledger->since(beginOf(today), this, month));
}

void LedgerDesk::estimate(const QString &conversation,
                          const ModelRef &model,
                          const QString &draft,
                          const QString &system)
{
    if (!m_store)
        return;
    const qint64 written = estimatedTokens(draft);
    if (conversation.isEmpty()) {
        m_estimateRead.replace({});
        ContextEstimate estimate;
        estimate.tokens = written + estimatedTokens(system);
        return price(estimate, model);
    }
    m_estimateRead.replace(m_store->branchEnd(
        conversation, mostLookedAt, this, [this, written, model](const Result<Branch> &branch) {
            if (!branch)
                return;
            ContextEstimate estimate =
                estimateContext(*branch, branch->messages.size() < mostLookedAt);
            estimate.tokens += written;
            price(estimate, model);
        }));
}

void LedgerDesk::price(ContextEstimate estimate, const ModelRef &model)
{
    const ModelCatalogue &catalogue = m_services->catalogue();
    if (const std::optional<ModelFacts> facts = catalogue.find(model.provider, model.model))
        estimate.windowTokens = facts->contextTokens;
    Usage usage;
    usage.inputTokens = estimate.tokens;
    usage.outputTokens = 0;
    estimate.costMicroUsd = catalogue.costMicroUsd(model.provider, model.model, usage);
    Q_EMIT estimated(estimate);
}

} // namespace kagura
