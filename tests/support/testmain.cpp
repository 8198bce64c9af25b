// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main() of every test program: `tst_core_llm` runs all its classes, `tst_core_llm chatreply …`
// runs TestChatReply with Qt Test's own arguments. An unknown name is an error, not an empty pass.

#include "tests/support/testmain.h"

#ifdef KAGURA_TEST_GUI
#include <QApplication>
#else
#include <QCoreApplication>
#endif
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <utility>
#include <vector>

namespace {

struct Registered
{
    QString name;
    kagura::test::TestFactory make;
};

std::vector<Registered> &registry()
{
    static std::vector<Registered> tests;
    return tests;
}

} // namespace

bool kagura::test::registerTest(const char *className, TestFactory factory)
{
    QString name = QString::fromLatin1(className).toLower();
    if (name.startsWith(QLatin1String("test")))
        name.remove(0, 4);
    registry().push_back({name, std::move(factory)});
    return true;
}

int main(int argc, char *argv[])
{
#ifdef KAGURA_TEST_GUI
    const QApplication application(argc, argv);
#else
    const QCoreApplication application(argc, argv);
#endif
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("kagura-test"));

    QStringList arguments = QCoreApplication::arguments();
    QString wanted;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(QLatin1Char('-')))
        wanted = arguments.takeAt(1).toLower();
    int failures = 0;
    int executed = 0;
    for (const Registered &test : registry()) {
        if (!wanted.isEmpty() && test.name != wanted)
            continue;
        ++executed;
        const std::unique_ptr<QObject> object = test.make();
        failures += QTest::qExec(object.get(), arguments);
    }
    if (executed == 0) {
        std::fprintf(stderr, "no test class is called %s\n", qPrintable(wanted));
        return 2;
    }
    return failures > 0 ? 1 : 0;
}
