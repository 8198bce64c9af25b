// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/memoryguard.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace kagura {

bool closeMemory()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsSet("KAGURA_ALLOW_DUMPS")
        || QFile::exists(QStringLiteral("/.flatpak-info")))
        return false;
    // The soft limit alone: a program that this one starts may raise it again.
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        static_cast<void>(setrlimit(RLIMIT_CORE, &limit));
    }
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#else
    return false;
#endif
}

} // namespace kagura
