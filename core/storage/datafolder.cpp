// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString configuredPath()
{
    const QString fromEnvironment = qEnvironmentVariable("KAGURA_DATA_DIR");
    if (!fromEnvironment.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(fromEnvironment));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kagura"_s;
}

} // namespace

DataFolder::DataFolder(QString path)
    : m_path(std::move(path))
{}

Result<DataFolder> DataFolder::open()
{
    const QString path = configuredPath();
    const QFileInfo before(path);
    if (before.exists() && !before.isDir())
        return Error{
            Error::Kind::Storage,
            u"the data folder %1 is a file; move it away or set KAGURA_DATA_DIR"_s.arg(path)};
    if (!before.exists()) {
        // The parents get the usual mode, the folder its own, before anything can be put into it.
        if (!QDir().mkpath(QFileInfo(path).path()) || !QDir().mkdir(path, OwnerOnly))
            return Error{
                Error::Kind::Storage,
                u"the data folder %1 cannot be made; check its parent's permissions and the space left"_s
                    .arg(path)};
    } else if (!QFile::setPermissions(path, OwnerOnly) || !QFileInfo(path).isWritable()) {
        return Error{Error::Kind::Storage,
                     u"the data folder %1 cannot be written; is it yours?"_s.arg(path)};
    }
    return DataFolder(path);
}

QString DataFolder::databasePath() const
{
    return m_path + u"/kagura.db"_s;
}

QString DataFolder::runsDatabasePath() const
{
    return m_path + u"/runs.db"_s;
}

QString DataFolder::cacheDatabasePath() const
{
    return m_path + u"/cache.db"_s;
}

QString DataFolder::installationKeyPath() const
{
    return m_path + u"/installation.key"_s;
}

QString DataFolder::leasePath() const
{
    return m_path + u"/processes"_s;
}

QString DataFolder::backupPath() const
{
    return m_path + u"/backups"_s;
}

} // namespace kagura
