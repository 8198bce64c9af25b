// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/filelock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kagura {

namespace {

constexpr mode_t OwnerOnly = 0600;

int operationOf(FileLock::Kind kind)
{
    return kind == FileLock::Kind::Shared ? LOCK_SH : LOCK_EX;
}

} // namespace

FileLock::FileLock(QString path)
    : m_path(std::move(path))
{}

FileLock::~FileLock()
{
    unlock();
}

bool FileLock::tryLock(Kind kind)
{
    return acquire(operationOf(kind) | LOCK_NB);
}

bool FileLock::lock(Kind kind)
{
    return acquire(operationOf(kind));
}

void FileLock::unlock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

bool FileLock::tryRemove()
{
    if (!tryLock(Kind::Exclusive))
        return false;
    const bool isRemoved = ::unlink(QFile::encodeName(m_path).constData()) == 0;
    unlock();
    return isRemoved;
}

bool FileLock::acquire(int operation)
{
    while (true) {
        if (m_descriptor < 0)
            m_descriptor = ::open(QFile::encodeName(m_path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly);
        if (m_descriptor < 0)
            return false;
        int result = 0;
        do {
            result = ::flock(m_descriptor, operation);
        } while (result != 0 && errno == EINTR);
        if (result != 0) {
            unlock();
            return false;
        }
        if (isOfPath())
            return true;
        // Whoever held it before has removed the file; a lock on it would exclude nobody.
        unlock();
    }
}

bool FileLock::isOfPath() const
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &held) == 0
        && ::stat(QFile::encodeName(m_path).constData(), &named) == 0 && held.st_ino == named.st_ino
        && held.st_dev == named.st_dev;
}

} // namespace kagura
