// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/installationkey.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>
#include <optional>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype KeyBytes = 32;

// Nothing: no such file, or none that may be read.
std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(KeyBytes + 1);
}

bool isKey(const std::optional<QByteArray> &content)
{
    return content && content->size() == KeyBytes;
}

QByteArray randomBytes()
{
    QByteArray bytes(KeyBytes, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

// Who comes second finds the key of the first, and always a whole one. Not by QFile::rename(): where the
// file comes into being between its look and its act, Qt 6.4 writes over it.
bool giveName(const QString &file, const QString &path)
{
#ifdef Q_OS_UNIX
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(path).constData()) == 0)
        return true;
    if (errno == EEXIST)
        return false;
#endif
    return QFile::copy(file, path); // where a file cannot have two names
}

bool putNew(const QString &path, const QByteArray &bytes)
{
    QTemporaryFile file(path + u".XXXXXX"_s); // for its owner only
    return file.open() && file.write(bytes) == bytes.size() && file.flush()
        && giveName(file.fileName(), path);
}

Secret secretOf(QByteArray bytes)
{
    Secret key(bytes);
    wipe(bytes);
    return key;
}

bool putInstead(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

Secret temporaryKey()
{
    return secretOf(randomBytes());
}

Result<Secret> installationKey(const QString &path)
{
    std::optional<QByteArray> found = contentOf(path);
    if (isKey(found))
        return secretOf(*std::move(found));
    // Only what was seen to be broken is written over: a file that is there now and was not a moment ago
    // is somebody else's whole key.
    QByteArray fresh = randomBytes();
    if (found ? putInstead(path, fresh) : putNew(path, fresh))
        return secretOf(std::move(fresh));
    found = contentOf(path);
    if (isKey(found))
        return secretOf(*std::move(found));
    return Error{
        Error::Kind::Storage,
        u"%1 cannot be written; check the permissions of its folder and the space left"_s.arg(
            path)};
}

} // namespace kagura
