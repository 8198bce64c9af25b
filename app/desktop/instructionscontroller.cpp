// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/instructionscontroller.h"

#include "ui/chat/instructionsbutton.h"

namespace kagura {

InstructionsController::InstructionsController(ChatPage &page, ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
{
    InstructionsButton *button = &page.instructions();
    connect(&engine, &ChatEngine::branchOpened, this,
            [this](const Branch &branch) { show(branch.conversation); });
    connect(&engine, &ChatEngine::conversationUpserted, this, &InstructionsController::show);
    connect(&engine, &ChatEngine::sessionNamed, this, &InstructionsController::show);
    connect(&page, &ChatPage::conversationShown, this, [this](const QString &conversation) {
        m_isNewTouched = false;
        if (conversation.isEmpty())
            showNew();
    });
    connect(button, &InstructionsButton::changed, this,
            [this](const QString &conversation, const Instructions &instructions) {
                m_isNewTouched = conversation.isEmpty();
                tell([conversation, instructions](ChatEngine &worker) {
                    worker.setInstructions(conversation, instructions);
                });
            });
    connect(&engine.library(), &LibraryDesk::presetsListed, this,
            [this](const QList<Preset> &presets) {
                m_default = {};
                for (const Preset &preset : presets) {
                    if (preset.isDefault)
                        m_default = preset.instructions;
                }
                m_page.instructions().setPresets(presets);
                if (m_page.conversation().isEmpty() && !m_isNewTouched)
                    showNew();
            });
    InstructionsPanel *panel = &button->panel();
    connect(panel, &InstructionsPanel::presetSaved, this, [this](const Preset &preset) {
        tell([preset](ChatEngine &worker) { worker.library().savePreset(preset); });
    });
    connect(panel, &InstructionsPanel::presetRemoved, this, [this](const Preset &preset) {
        tell([id = preset.id](ChatEngine &worker) { worker.library().removePreset(id); });
        Q_EMIT undoOffered(tr("Deleted the preset “%1”").arg(preset.name), [this, preset] {
            tell([preset](ChatEngine &worker) { worker.library().savePreset(preset); });
        });
    });
}

void InstructionsController::show(const Conversation &conversation)
{
    if (conversation.id == m_page.conversation())
        m_page.instructions().setInstructions(conversation.id, conversation.instructions);
}

void InstructionsController::showNew()
{
    m_page.instructions().setInstructions({}, m_default);
    tell([instructions = m_default](ChatEngine &worker) {
        worker.setInstructions({}, instructions);
    });
}

} // namespace kagura
