// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/inspectorcontroller.h"

#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"

#include <utility>

namespace kagura {

InspectorController::InspectorController(ChatPage &page, ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
    , m_panel(new InspectorPanel(&page))
{
    m_page.setSide(m_panel);
    connect(&page.transcript(), &TranscriptView::inspectRequested, this,
            &InspectorController::open);
    connect(m_panel, &InspectorPanel::closeRequested, this, &InspectorController::close);
    connect(m_panel, &InspectorPanel::copied, this,
            [this] { Q_EMIT notified(tr("Copied, without the key")); });
    connect(&engine.calls(), &CallDesk::inspected, this, [this](const InspectedCall &call) {
        if (call.message != m_message)
            return;
        m_panel->setCall(call);
        if (std::exchange(m_isCopyWanted, false))
            copyCurl();
    });
    const TranscriptModel &model = page.transcript().model();
    connect(&model, &QAbstractItemModel::modelReset, this, &InspectorController::closeIfGone);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &InspectorController::closeIfGone);
}

QString InspectorController::answerToInspect() const
{
    const TranscriptModel &model = m_page.transcript().model();
    const int read = m_page.transcript().readingRow();
    if (read >= 0 && model.message(read).author == TranscriptMessage::Author::Model)
        return model.message(read).id;
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (model.message(row).author == TranscriptMessage::Author::Model)
            return model.message(row).id;
    }
    return {};
}

void InspectorController::toggle()
{
    if (!m_message.isEmpty())
        close();
    else if (const QString answer = answerToInspect(); !answer.isEmpty())
        open(answer);
    else
        Q_EMIT notified(tr("There is no answer to inspect yet."));
}

void InspectorController::copyCurl()
{
    if (m_message.isEmpty()) {
        m_isCopyWanted = !answerToInspect().isEmpty();
        toggle();
    } else if (m_panel->call().curl.isEmpty()) {
        Q_EMIT notified(tr("The request of this answer is not known any more."));
    } else {
        m_panel->copyCurl();
    }
}

void InspectorController::open(const QString &message)
{
    m_message = message;
    m_panel->setCall({message});
    m_panel->show();
    m_panel->focusFirst();
    m_page.transcript().setMarked(message);
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, message] { engine->calls().inspect(message); });
}

void InspectorController::close()
{
    if (m_message.isEmpty())
        return;
    m_message.clear();
    m_isCopyWanted = false;
    m_panel->hide();
    m_page.transcript().setMarked({});
    m_page.transcript().setFocus(Qt::ShortcutFocusReason);
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine] { engine->calls().leave(); });
}

void InspectorController::closeIfGone()
{
    if (!m_message.isEmpty() && m_page.transcript().model().rowOf(m_message) < 0)
        close();
}

} // namespace kagura
