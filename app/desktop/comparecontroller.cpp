// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/comparecontroller.h"

#include "ui/chat/comparecolumn.h"
#include "ui/chat/composer.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/transcriptview.h"

#include <utility>

namespace kagura {

namespace {

ModelRef refOf(const ModelChoice &choice)
{
    return {choice.provider, choice.model};
}

} // namespace

CompareController::CompareController(ChatPage &page,
                                     ChatEngine &engine,
                                     ModelListModel &choices,
                                     FrameClock &frames,
                                     const Clock &clock,
                                     Shown shown,
                                     QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
    , m_choices(choices)
    , m_shown(std::move(shown))
    , m_panel(new ComparePanel(choices, frames, clock, &page))
{
    m_page.setCenter(m_panel);
    m_panel->setTabsAfter(&page.transcript());
    connect(m_panel, &ComparePanel::stopRequested, this, [this](const QString &answer) {
        QMetaObject::invokeMethod(
            &m_engine, [desk = &m_engine.compares(), answer] { desk->stopAnswer(answer); });
    });
    connect(m_panel, &ComparePanel::promoteRequested, this, &CompareController::promote);
    connect(m_panel, &ComparePanel::inspectRequested, this, &CompareController::inspectRequested);
    connect(m_panel, &ComparePanel::leaveRequested, this, &CompareController::leave);
    connect(m_panel, &ComparePanel::copied, this, [this] { Q_EMIT notified(tr("Copied")); });
    connect(&page.composer(), &Composer::compareRequested, this, &CompareController::toggle);
    // Answers of a comparison that one turns away from go on, and are versions of each other there.
    connect(&page, &ChatPage::conversationShown, this, &CompareController::leave);
    listenToEngine();
}

void CompareController::listenToEngine()
{
    const CompareDesk &desk = m_engine.compares();
    connect(&desk, &CompareDesk::answerStarted, this, &CompareController::place);
    connect(&desk, &CompareDesk::messageChanged, this, [this](const StoredMessage &answer) {
        if (CompareColumn *column = m_panel->columnOf(answer.id))
            column->setAnswer(m_shown(answer));
    });
    connect(&desk, &CompareDesk::ended, this, [this](const QString &conversation) {
        if (!m_isOn || conversation != m_page.conversation())
            return;
        m_panel->setBusy(false);
        m_page.setAnswering(false);
    });
    connect(&desk, &CompareDesk::refused, this,
            [this](const QString &conversation, const QString &, const Error &) {
                if (!m_isOn || conversation != m_page.conversation())
                    return;
                m_panel->reset();
                m_panel->setBusy(false);
                m_page.setAnswering(false);
            });
}

void CompareController::toggle()
{
    if (m_isOn)
        leave();
    else
        enter();
}

void CompareController::enter()
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine] { engine->providers().listModels(); });
    const ModelChoice &current = m_page.picker().current();
    if (m_panel->models().isEmpty() && !current.isEmpty())
        m_panel->setModels({current});
    m_isOn = true;
    m_page.showCenter(true);
    m_page.focusComposer();
}

void CompareController::leave()
{
    if (!std::exchange(m_isOn, false))
        return;
    m_panel->reset();
    m_panel->setBusy(false);
    m_page.setAnswering(false);
    m_page.showCenter(false);
    m_page.focusComposer();
}

void CompareController::send(const QString &conversation,
                             const QString &text,
                             const QList<MessagePart> &files)
{
    QList<ModelRef> models;
    for (const ModelChoice &choice : m_panel->models())
        models.append(refOf(choice));
    m_panel->begin(text);
    m_panel->setBusy(true);
    m_page.setAnswering(true);
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, conversation, text, files, models] {
        engine->compares().ask(conversation, text, files, models);
    });
}

void CompareController::place(const StoredMessage &answer)
{
    if (!m_isOn || answer.conversation != m_page.conversation())
        return;
    for (CompareColumn *column : m_panel->columns()) {
        if (!column->answer().isEmpty() || refOf(column->choice()) != answer.model)
            continue;
        column->setAnswer(m_shown(answer));
        return;
    }
}

TranscriptModel *CompareController::modelOf(const QString &answer) const
{
    CompareColumn *column = m_isOn ? m_panel->columnOf(answer) : nullptr;
    return column ? &column->model() : nullptr;
}

void CompareController::promote(const QString &answer)
{
    const QString conversation = m_page.conversation();
    leave();
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, conversation, answer] {
        engine->openMessage(conversation, answer);
    });
}

} // namespace kagura
