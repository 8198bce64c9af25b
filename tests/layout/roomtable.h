// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/layout/sourcetree.h"

#include <QHash>
#include <QSet>

namespace kagura::layout {

//! What one row of a README's table allows a room.
struct Room
{
    //! Rooms whose headers it may include; `core/*` stands for all of core.
    QSet<QString> rooms;
    //! Qt modules beside Core, and libraries by the first part of their include (`openssl`).
    QSet<QString> libraries;
    //! Single headers of a module that it may not use as a whole (`QImage`).
    QSet<QString> headers;
};

//! The rooms of the house by folder, read from the tables in core/README.md, ui/README.md and
//! app/README.md, which are the only place where an arrow is written down.
class RoomTable
{
public:
    //! Reads the rows `| room | may include | may use | what it is |`. A bare room name means one in the
    //! folder of the README. What cannot be read is in faults().
    static RoomTable read(const SourceTree &tree);

    [[nodiscard]] bool contains(const QString &room) const { return m_rooms.contains(room); }
    [[nodiscard]] QStringList rooms() const { return m_rooms.keys(); }
    [[nodiscard]] Room room(const QString &name) const { return m_rooms.value(name); }
    [[nodiscard]] QStringList faults() const { return m_faults; }

    //! Whether a file of `from` may include one of `to`.
    [[nodiscard]] bool allows(const QString &from, const QString &to) const;

private:
    void readRow(const QString &path, const QStringList &cells);
    void checkTargets();

    QMap<QString, Room> m_rooms;
    QStringList m_faults;
};

//! Which Qt module has a header, learnt from the headers that are installed: `QLabel` → `Widgets`.
class QtHeaders
{
public:
    static QtHeaders installed();

    //! Empty for what is no header of Qt.
    [[nodiscard]] QString moduleOf(const QString &include) const;

private:
    QHash<QString, QString> m_modules;
};

//! The room of a file: its first two folders, `core/llm` for `core/llm/dialects/dialect.h`.
QString roomOf(const QString &path);

} // namespace kagura::layout
