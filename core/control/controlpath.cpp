// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlpath.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// sun_path holds 108 bytes with its zero. Qt binds in a temporary folder beside the socket first, to
// set its mode before anybody can connect, and that path is longer by up to nine.
constexpr qsizetype LongestPath = 107 - 9;

} // namespace

QString controlSocketPath(const QString &folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QString absolute = canonical.isEmpty() ? QDir(folder).absolutePath() : canonical;
    const QString inFolder = absolute + "/control.sock"_L1;
    if (QFile::encodeName(inFolder).size() <= LongestPath)
        return inFolder;
    const QByteArray digest =
        QCryptographicHash::hash(absolute.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/kagura-"_L1
        + QString::fromLatin1(digest) + ".sock"_L1;
}

} // namespace kagura
