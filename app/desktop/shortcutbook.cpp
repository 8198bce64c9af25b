// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shortcutbook.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

bool areSame(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && a == b;
}

} // namespace

ShortcutBook::ShortcutBook(QObject *parent)
    : QObject(parent)
{}

ShortcutBook::~ShortcutBook() = default;

void ShortcutBook::add(QAction *command, Holder holder)
{
    const QKeySequence keys = holder ? command->data().value<QKeySequence>() : command->shortcut();
    m_commands.append({command, std::move(holder), keys, keys});
}

QList<ShortcutEntry> ShortcutBook::entries() const
{
    QList<ShortcutEntry> entries;
    for (const Command &command : m_commands)
        entries.append(
            {command.action->objectName(), command.action->text(), command.keys, command.usual});
    return entries;
}

QList<ShortcutEntry> ShortcutBook::reserved()
{
    QList<ShortcutEntry> entries;
    const auto add = [&entries](const QString &name, const QList<QKeySequence> &all) {
        for (const QKeySequence &keys : all)
            entries.append({{}, name, keys, keys});
    };
    add(tr("All commands"), {QKeySequence(Qt::CTRL | Qt::Key_K)});
    for (int page = 1; page <= 9; ++page)
        add(tr("Page %1").arg(page), {QKeySequence(u"Ctrl+%1"_s.arg(page))});
    add(tr("Larger text"), {QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(tr("Copy"), QKeySequence::keyBindings(QKeySequence::Copy));
    add(tr("Cut"), QKeySequence::keyBindings(QKeySequence::Cut));
    add(tr("Paste"), QKeySequence::keyBindings(QKeySequence::Paste));
    add(tr("Undo while writing"), QKeySequence::keyBindings(QKeySequence::Undo));
    add(tr("Redo while writing"), QKeySequence::keyBindings(QKeySequence::Redo));
    add(tr("Select all"), QKeySequence::keyBindings(QKeySequence::SelectAll));
    return entries;
}

bool ShortcutBook::give(Command &command, const QKeySequence &keys)
{
    if (command.keys == keys)
        return false;
    command.keys = keys;
    if (command.holder) {
        command.action->setData(QVariant::fromValue(keys));
        command.holder(keys);
    } else {
        command.action->setShortcut(keys);
    }
    return true;
}

bool ShortcutBook::move(const QString &id, const QKeySequence &keys)
{
    const auto target =
        std::find_if(m_commands.begin(), m_commands.end(),
                     [&id](const Command &command) { return command.action->objectName() == id; });
    if (target == m_commands.end())
        return false;
    // Taken before it is given: two owners at once would be none.
    for (Command &command : m_commands) {
        if (&command != &*target && areSame(command.keys, keys))
            give(command, {});
    }
    return give(*target, keys);
}

void ShortcutBook::assign(const QString &id, const QKeySequence &keys)
{
    if (move(id, keys))
        Q_EMIT changed();
}

void ShortcutBook::resetAll()
{
    for (Command &command : m_commands)
        give(command, {});
    for (Command &command : m_commands)
        give(command, command.usual);
    Q_EMIT changed();
}

void ShortcutBook::restore(const Json &kept)
{
    if (!kept.is_object())
        return;
    const QList<ShortcutEntry> fixed = reserved();
    for (const auto &[id, value] : kept.items()) {
        const QKeySequence keys =
            QKeySequence::fromString(toQString(value), QKeySequence::PortableText);
        const bool isFixed =
            std::any_of(fixed.cbegin(), fixed.cend(),
                        [&keys](const ShortcutEntry &entry) { return areSame(entry.keys, keys); });
        const bool isReadable = value.is_string()
            && (toQString(value).isEmpty()
                || (!keys.isEmpty() && keys[0].key() != Qt::Key_unknown));
        if (isReadable && !isFixed)
            move(QString::fromStdString(id), keys);
    }
    Q_EMIT changed();
}

Json ShortcutBook::kept() const
{
    Json kept = Json::object();
    for (const Command &command : m_commands) {
        if (command.keys != command.usual)
            kept[command.action->objectName().toStdString()] =
                toJson(command.keys.toString(QKeySequence::PortableText));
    }
    return kept;
}

} // namespace kagura
