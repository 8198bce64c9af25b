// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/promptcontroller.h"

#include "ui/chat/composer.h"
#include "ui/chat/promptpicker.h"

namespace kagura {

PromptController::PromptController(ChatPage &page, ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
{
    connect(&engine.library(), &LibraryDesk::promptsListed, this,
            [this](const QList<Prompt> &prompts) {
                m_prompts = prompts;
                m_page.prompts().setPrompts(prompts);
            });
    connect(&page.prompts(), &PromptPicker::manageRequested, this, &PromptController::openLibrary);
}

void PromptController::openLibrary()
{
    auto *library = new PromptLibrary(&m_page);
    library->setAttribute(Qt::WA_DeleteOnClose);
    library->setChatStyle(m_page.chatStyle());
    library->setPrompts(m_prompts);
    connect(&m_engine.library(), &LibraryDesk::promptsListed, library, &PromptLibrary::setPrompts);
    const auto save = [this](const Prompt &prompt) {
        tell([prompt](LibraryDesk &desk) { desk.savePrompts({prompt}); });
    };
    connect(library, &PromptLibrary::saveRequested, this, save);
    connect(library, &PromptLibrary::restoreRequested, this, save);
    connect(library, &PromptLibrary::deleteRequested, this, [this](const Prompt &prompt) {
        tell([id = prompt.id](LibraryDesk &desk) { desk.removePrompt(id); });
    });
    connect(library, &PromptLibrary::importRequested, this, [this](const QString &path) {
        tell([path](LibraryDesk &desk) { desk.importPrompts(path); });
    });
    connect(library, &PromptLibrary::exportRequested, this, [this](const QString &path) {
        tell([path](LibraryDesk &desk) { desk.exportPrompts(path); });
    });
    connect(library, &QDialog::finished, &m_page, &ChatPage::focusComposer);
    library->open();
}

} // namespace kagura
