// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/lease.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString pathOf(const QString &folder, const QString &name)
{
    return folder + u'/' + name + u".lease"_s;
}

} // namespace

Lease::Lease(QString folder, QString name)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_lock(pathOf(m_folder, m_name))
{}

Result<std::unique_ptr<Lease>> Lease::take(const QString &folder)
{
    if (!QFileInfo(folder).isDir()
        && !QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        && !QFileInfo(folder).isDir())
        return Error{Error::Kind::Storage,
                     u"%1 cannot be made; check permissions and space"_s.arg(folder)};
    const QStringList files = QDir(folder).entryList({u"*.lease"_s}, QDir::Files);
    for (const QString &file : files) {
        FileLock old(folder + u'/' + file);
        static_cast<void>(old.tryRemove());
    }
    std::unique_ptr<Lease> lease(
        new Lease(folder, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    if (!lease->m_lock.tryLock(FileLock::Kind::Exclusive))
        return Error{Error::Kind::Storage, u"%1 cannot be locked"_s.arg(lease->m_lock.path())};
    return lease;
}

Lease::~Lease()
{
    static_cast<void>(m_lock.tryRemove());
}

bool Lease::isAlive(const QString &folder, const QString &name)
{
    // The name comes from a file: it must not lead anywhere else.
    if (QUuid::fromString(name).isNull() || !QFileInfo::exists(pathOf(folder, name)))
        return false;
    FileLock probe(pathOf(folder, name));
    return !probe.tryLock(FileLock::Kind::Shared);
}

} // namespace kagura
