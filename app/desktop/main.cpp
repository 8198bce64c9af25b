// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "app/services/interrupt.h"
#include "core/base/memoryguard.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace Qt::StringLiterals;

[[noreturn]] void endWithoutDisplay(const char *why)
{
    std::fprintf(
        stderr,
        "kagura: %s\n"
        "DISPLAY is \"%s\", WAYLAND_DISPLAY is \"%s\".\n"
        "In a terminal, use kagura-cli: kagura-cli chat \"How do I connect a provider?\"\n",
        why, qgetenv("DISPLAY").constData(), qgetenv("WAYLAND_DISPLAY").constData());
    std::_Exit(1);
}

// Which platform Qt was told to use, by whom ever: then a display may not be needed at all.
bool isPlatformChosen(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "-platform") == 0 || qstrcmp(argv[i], "--platform") == 0)
            return true;
    }
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

// A display that is named and not there makes Qt abort, with a core file and a sentence that helps
// nobody. What is fatal before there is a window can only be that.
void endInsteadOfAborting(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        endWithoutDisplay("the display cannot be used.");
    if (type == QtCriticalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

int main(int argc, char *argv[])
{
    if (!isPlatformChosen(argc, argv) && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        endWithoutDisplay("there is no display.");
#ifdef NDEBUG
    kagura::closeMemory(); // where keys are; debugging builds are there to be looked into
#endif
    const QtMessageHandler usual = qInstallMessageHandler(&endInsteadOfAborting);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QCoreApplication::setApplicationName(u"kagura"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KAGURA_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Kagura"_s);
    QGuiApplication::setDesktopFileName(u"org.kagura.Kagura"_s);

    // The end of a desktop session is an end like any other: what was typed and answered is kept.
    const kagura::Interrupt interrupt;
    QObject::connect(&interrupt, &kagura::Interrupt::requested, &application,
                     &QCoreApplication::quit);
    auto beginning = kagura::Desktop::Beginning::Start;
    int code = 0;
    do {
        QGuiApplication::setQuitOnLastWindowClosed(true);
        kagura::Desktop desktop;
        desktop.start(beginning);
        code = QApplication::exec();
        beginning = kagura::Desktop::Beginning::OtherLanguage;
        // The window that ends here with its Desktop is not the last one then.
        QGuiApplication::setQuitOnLastWindowClosed(code != kagura::Desktop::BeginAnew);
    } while (code == kagura::Desktop::BeginAnew);
    return code;
}
