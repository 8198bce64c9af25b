// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;

// Qt itself only aborts, with a sentence that helps nobody.
bool hasDisplay()
{
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return true;
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

} // namespace

int main(int argc, char *argv[])
{
    if (!hasDisplay()) {
        std::fputs("kagura: there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
                   "In a terminal, use kagura-cli: kagura-cli chat \"How do I connect a model?\"\n",
                   stderr);
        return 1;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kagura"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KAGURA_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Kagura"_s);
    QGuiApplication::setDesktopFileName(u"org.kagura.Kagura"_s);

    kagura::Desktop desktop;
    desktop.start();
    return QApplication::exec();
}
