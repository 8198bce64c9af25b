// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "ui/settings/shortcutentry.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;

namespace kagura {

//! The keys of all commands: which they are, which they were at first, and what of it is to be kept.
//! A change holds at once.
//!
//! A command has its keys as the shortcut of its action or, where a page holds them itself, in its
//! data(); then the page is told. Its object name is what the settings know it by.
//!
//! Thread: the GUI thread. Lifetime: the actions outlive it. Errors: none; what cannot be read of the
//! settings leaves a command as it is.
class ShortcutBook final : public QObject
{
    Q_OBJECT

public:
    using Holder = std::function<void(const QKeySequence &keys)>;

    explicit ShortcutBook(QObject *parent = nullptr);
    ~ShortcutBook() override;

    //! holder: the page that has the keys; empty: the action itself.
    void add(QAction *command, Holder holder = {});

    [[nodiscard]] QList<ShortcutEntry> entries() const;
    //! What no command can have: keys of the frame, and of writing.
    [[nodiscard]] static QList<ShortcutEntry> reserved();

    //! Takes them from whoever has them. An unknown id is ignored.
    void assign(const QString &id, const QKeySequence &keys);
    void resetAll();

    //! \name For the settings: the portable text of the keys by id, of what was changed alone
    //! @{
    void restore(const Json &kept);
    [[nodiscard]] Json kept() const;
    //! @}

Q_SIGNALS:
    void changed();

private:
    struct Command
    {
        QAction *action = nullptr;
        Holder holder;
        QKeySequence keys;
        QKeySequence usual;
    };

    bool give(Command &command, const QKeySequence &keys);
    bool move(const QString &id, const QKeySequence &keys);

    QList<Command> m_commands;
};

} // namespace kagura
