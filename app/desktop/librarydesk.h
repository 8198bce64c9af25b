// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/chat/folderstore.h"
#include "core/chat/presetstore.h"
#include "core/chat/promptstore.h"

#include <QObject>

#include <memory>

namespace kagura {

//! What a person keeps beside conversations: presets, prompts and folders, in the engine thread. Lists
//! are told whole, first at the start, then after every change, also of another process.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: with the engine; database and clock
//! outlive it. Errors: notice().
class LibraryDesk final : public QObject
{
    Q_OBJECT

public:
    explicit LibraryDesk(QObject *parent = nullptr);
    ~LibraryDesk() override;

    void start(Database &database, const Clock &clock);

    //! Before start() nothing is kept, as there is nowhere to keep it.
    void savePreset(const Preset &preset);
    void removePreset(const QString &id);
    void savePrompts(const QList<Prompt> &prompts);
    void removePrompt(const QString &id);
    //! \name The end of the path says how: .json, else Markdown. notice() says what came of it.
    //! @{
    void importPrompts(const QString &path);
    void exportPrompts(const QString &path);
    //! @}
    void saveFolder(const Folder &folder);
    void removeFolder(const QString &id);
    void restoreFolder(const QString &id);

Q_SIGNALS:
    void presetsListed(const QList<kagura::Preset> &presets);
    void promptsListed(const QList<kagura::Prompt> &prompts);
    void foldersListed(const QList<kagura::Folder> &folders);
    void notice(const QString &text);

private:
    struct Stores;

    void listPresets();
    void listPrompts();
    void listFolders();
    template <typename T>
    [[nodiscard]] std::function<void(const Result<T> &)> then(void (LibraryDesk::*list)());

    std::unique_ptr<Stores> m_stores;
};

} // namespace kagura
