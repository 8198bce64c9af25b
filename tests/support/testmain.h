// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace kagura::test {

using TestFactory = std::function<std::unique_ptr<QObject>()>;

//! Makes a test class known to testmain.cpp; called before main() by KAGURA_TEST.
bool registerTest(const char *className, TestFactory factory);

} // namespace kagura::test

//! Stands once at the end of each tst_<class>.cpp, before the include of its .moc file.
#define KAGURA_TEST(Class)                                                                         \
    static const bool kagura_registered_##Class = kagura::test::registerTest(                      \
        #Class, [] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });
