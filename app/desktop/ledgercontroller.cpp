// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/ledgercontroller.h"

#include "ui/chat/composer.h"
#include "ui/chat/contextmeter.h"
#include "ui/chat/instructionsbutton.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/spendingtext.h"

#include <chrono>

namespace kagura {

namespace {

constexpr std::chrono::milliseconds PauseOfTyping{300};

} // namespace

LedgerController::LedgerController(ChatPage &page, ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseOfTyping);
    connect(&m_pause, &QTimer::timeout, this, &LedgerController::estimate);
    listen();
}

void LedgerController::listen()
{
    const auto later = [this] { m_pause.start(); };
    connect(&m_page.composer(), &Composer::textChanged, this, later);
    connect(&m_page.picker(), &ModelPicker::chosen, this, later);
    connect(&m_page.instructions(), &InstructionsButton::changed, this, later);
    connect(&m_page, &ChatPage::conversationShown, this, [this](const QString &conversation) {
        m_page.setTotals({});
        m_page.composer().meter().setEstimate(std::nullopt);
        m_pause.start();
        tell([conversation](LedgerDesk &desk) { desk.watch(conversation); });
    });
    connect(&m_engine, &ChatEngine::sessionNamed, this, [this](const Conversation &conversation) {
        if (conversation.id == m_page.conversation())
            tell([id = conversation.id](LedgerDesk &desk) { desk.watch(id); });
    });
    connect(&m_engine, &ChatEngine::streamFinished, this, later);
    LedgerDesk *desk = &m_engine.ledger();
    connect(desk, &LedgerDesk::conversationSpent, this, &LedgerController::showSpending);
    connect(desk, &LedgerDesk::spent, this, [this](const Spending &today, const Spending &month) {
        if (today.answers == 0 && month.answers == 0)
            return;
        Q_EMIT spent(spentText(today),
                     tr("Today: %1\nThis month: %2").arg(spendingText(today), spendingText(month)));
    });
    connect(desk, &LedgerDesk::estimated, this, [this](const ContextEstimate &estimate) {
        if (estimate.conversation == m_page.conversation())
            m_page.composer().meter().setEstimate(estimate.tokens > 0 ? std::optional(estimate)
                                                                      : std::nullopt);
    });
}

void LedgerController::estimate()
{
    const ModelChoice &choice = m_page.picker().current();
    const ModelRef model{choice.provider, choice.model};
    if (model == Services::guideModel()) { // which has no window to fill
        m_page.composer().meter().setEstimate(std::nullopt);
        return;
    }
    const QString system = m_page.instructions().panel().instructions().system;
    tell([id = m_page.conversation(), text = m_page.composer().text(), system,
          model](LedgerDesk &desk) { desk.estimate(id, model, text, system); });
}

void LedgerController::showSpending(const QString &conversation, const Spending &spending)
{
    if (conversation == m_page.conversation())
        m_page.setTotals(spending.answers > 0 ? spendingText(spending) : QString());
}

} // namespace kagura
