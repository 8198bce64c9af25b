// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/layout/roomtable.h"

#include <QDir>
#include <QLibraryInfo>

namespace kagura::layout {

namespace {

using namespace Qt::StringLiterals;

QStringList cellsOf(const QString &line)
{
    QStringList cells;
    for (const QString &cell : line.split(u'|'))
        cells.append(cell.trimmed().remove(u'`'));
    // What stands before the first and after the last bar is no cell.
    return cells.size() > 2 ? cells.sliced(1, cells.size() - 2) : QStringList();
}

QStringList namesIn(const QString &cell)
{
    QStringList names;
    for (const QString &name : cell.split(u',', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    return names;
}

} // namespace

RoomTable RoomTable::read(const SourceTree &tree)
{
    RoomTable table;
    for (const QString &path : {u"core/README.md"_s, u"ui/README.md"_s, u"app/README.md"_s}) {
        if (!tree.contains(path)) {
            table.m_faults.append(path + u": is missing, and with it the table of its rooms"_s);
            continue;
        }
        for (const QString &line : tree.value(path).split(u'\n')) {
            if (line.startsWith("| `"_L1 + path.section(u'/', 0, 0) + u'/'))
                table.readRow(path, cellsOf(line));
        }
    }
    table.checkTargets();
    return table;
}

void RoomTable::readRow(const QString &path, const QStringList &cells)
{
    if (cells.size() != 4) {
        m_faults.append(
            u"%1: the row of %2 has %3 cells, not 4"_s.arg(path, cells.value(0)).arg(cells.size()));
        return;
    }
    const QString top = path.section(u'/', 0, 0);
    Room room;
    for (const QString &name : namesIn(cells.at(1)))
        room.rooms.insert(name.contains(u'/') ? name : top + u'/' + name);
    for (const QString &name : namesIn(cells.at(2))) {
        const bool isHeader = name.startsWith(u'Q') && name.size() > 1 && name.at(1).isUpper();
        (isHeader ? room.headers : room.libraries).insert(name);
    }
    if (m_rooms.contains(cells.at(0)))
        m_faults.append(u"%1: %2 stands twice"_s.arg(path, cells.at(0)));
    m_rooms.insert(cells.at(0), room);
}

void RoomTable::checkTargets()
{
    for (auto room = m_rooms.cbegin(); room != m_rooms.cend(); ++room) {
        for (const QString &target : room->rooms) {
            if (!target.endsWith("/*"_L1) && !m_rooms.contains(target))
                m_faults.append(u"%1 may include %2, which is no room"_s.arg(room.key(), target));
            if (target != room.key() && allows(target, room.key()))
                m_faults.append(u"%1 and %2 include each other"_s.arg(room.key(), target));
        }
    }
}

bool RoomTable::allows(const QString &from, const QString &to) const
{
    const QSet<QString> rooms = m_rooms.value(from).rooms;
    return from == to || rooms.contains(to) || rooms.contains(to.section(u'/', 0, 0) + "/*"_L1);
}

QtHeaders QtHeaders::installed()
{
    QtHeaders headers;
    const QDir folder(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : folder.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const QString &header : QDir(folder.filePath(module)).entryList(QDir::Files))
            headers.m_modules.insert(header, module.sliced(2));
    }
    return headers;
}

QString QtHeaders::moduleOf(const QString &include) const
{
    const QString folder = include.section(u'/', 0, 0);
    if (folder != include && folder.size() > 2 && folder.startsWith("Qt"_L1)
        && folder.at(2).isUpper())
        return folder.sliced(2);
    return m_modules.value(include);
}

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

} // namespace kagura::layout
