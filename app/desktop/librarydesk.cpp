// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/librarydesk.h"

#include "core/chat/promptfile.h"

#include <QFile>
#include <QSaveFile>

namespace kagura {

namespace {

PromptFormat formatOf(const QString &path)
{
    return path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) ? PromptFormat::AsJson
                                                                       : PromptFormat::AsMarkdown;
}

} // namespace

struct LibraryDesk::Stores
{
    PresetStore presets;
    PromptStore prompts;
    FolderStore folders;
};

LibraryDesk::LibraryDesk(QObject *parent)
    : QObject(parent)
{}

LibraryDesk::~LibraryDesk() = default;

void LibraryDesk::start(Database &database, const Clock &clock)
{
    m_stores = std::make_unique<Stores>(
        Stores{PresetStore(database), PromptStore(database), FolderStore(database, clock)});
    const auto listAll = [this] {
        listFolders();
        listPresets();
        listPrompts();
    };
    connect(&database, &Database::changedElsewhere, this, listAll);
    connect(&database, &Database::restored, this, listAll);
    listAll();
}

//! Lists again what was changed, or says what was wrong.
template <typename T>
std::function<void(const Result<T> &)> LibraryDesk::then(void (LibraryDesk::*list)())
{
    return [this, list](const Result<T> &done) {
        if (!done)
            Q_EMIT notice(done.error().message);
        (this->*list)();
    };
}

void LibraryDesk::savePreset(const Preset &preset)
{
    if (m_stores)
        m_stores->presets.save(preset, this, then<Preset>(&LibraryDesk::listPresets));
}

void LibraryDesk::removePreset(const QString &id)
{
    if (m_stores)
        m_stores->presets.remove(id, this, then<void>(&LibraryDesk::listPresets));
}

void LibraryDesk::savePrompts(const QList<Prompt> &prompts)
{
    if (m_stores)
        m_stores->prompts.save(prompts, this, then<QList<Prompt>>(&LibraryDesk::listPrompts));
}

void LibraryDesk::removePrompt(const QString &id)
{
    if (m_stores)
        m_stores->prompts.remove(id, this, then<void>(&LibraryDesk::listPrompts));
}

void LibraryDesk::importPrompts(const QString &path)
{
    if (!m_stores)
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT notice(tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    const Result<QList<Prompt>> prompts =
        readPrompts(file.read(mostPromptBytes + 1), formatOf(path));
    if (!prompts) {
        Q_EMIT notice(tr("Not imported: %1").arg(prompts.error().message));
        return;
    }
    m_stores->prompts.save(*prompts, this, [this](const Result<QList<Prompt>> &saved) {
        then<QList<Prompt>> (&LibraryDesk::listPrompts)(saved);
        if (saved)
            Q_EMIT notice(saved->size() == 1
                              ? tr("1 prompt imported")
                              : tr("%n prompts imported", nullptr, int(saved->size())));
    });
}

void LibraryDesk::exportPrompts(const QString &path)
{
    if (!m_stores)
        return;
    m_stores->prompts.load(this, [this, path](const Result<QList<Prompt>> &prompts) {
        if (!prompts) {
            Q_EMIT notice(prompts.error().message);
            return;
        }
        QSaveFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly)
            && file.write(writePrompts(*prompts, formatOf(path))) >= 0 && file.commit();
        const QString written = prompts->size() == 1
            ? tr("The prompt is in %1")
            : tr("%n prompts are in %1", nullptr, int(prompts->size()));
        Q_EMIT notice(isWritten ? written.arg(path)
                                : tr("%1 cannot be written: %2").arg(path, file.errorString()));
    });
}

void LibraryDesk::saveFolder(const Folder &folder)
{
    if (m_stores)
        m_stores->folders.save(folder, this, then<Folder>(&LibraryDesk::listFolders));
}

void LibraryDesk::removeFolder(const QString &id)
{
    if (m_stores)
        m_stores->folders.remove(id, this, then<void>(&LibraryDesk::listFolders));
}

void LibraryDesk::restoreFolder(const QString &id)
{
    if (m_stores)
        m_stores->folders.restore(id, this, then<void>(&LibraryDesk::listFolders));
}

void LibraryDesk::listPresets()
{
    m_stores->presets.load(this, [this](const Result<QList<Preset>> &presets) {
        if (presets)
            Q_EMIT presetsListed(*presets);
        else
            Q_EMIT notice(presets.error().message);
    });
}

void LibraryDesk::listPrompts()
{
    m_stores->prompts.load(this, [this](const Result<QList<Prompt>> &prompts) {
        if (prompts)
            Q_EMIT promptsListed(*prompts);
        else
            Q_EMIT notice(prompts.error().message);
    });
}

void LibraryDesk::listFolders()
{
    m_stores->folders.load(this, [this](const Result<QList<Folder>> &folders) {
        if (folders)
            Q_EMIT foldersListed(*folders);
        else
            Q_EMIT notice(folders.error().message);
    });
}

} // namespace kagura
