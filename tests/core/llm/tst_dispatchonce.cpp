// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dispatchonce.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

class TestDispatchOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHookRunsAtItsFirstCallOnlyInAllCopies();
    void aRefusalIsRemembered();
    void withoutAHookThereIsNone();
};

void TestDispatchOnce::theHookRunsAtItsFirstCallOnlyInAllCopies()
{
    int runs = 0;
    CallOptions options;
    options.beforeDispatch = [&runs]() -> std::optional<Error> {
        ++runs;
        return std::nullopt;
    };
    const DispatchOnce once(options);
    CallOptions copy = options;
    const DispatchOnce again(copy);
    QVERIFY(!copy.beforeDispatch());
    QVERIFY(!options.beforeDispatch());
    QVERIFY(!copy.beforeDispatch());
    QCOMPARE(runs, 1);
    QVERIFY(!once.hasRefused());
}

void TestDispatchOnce::aRefusalIsRemembered()
{
    CallOptions options;
    options.beforeDispatch = []() -> std::optional<Error> {
        return Error{Error::Kind::Quota, QStringLiteral("the budget is spent")};
    };
    const DispatchOnce once(options);
    QVERIFY(!once.hasRefused());
    QCOMPARE(options.beforeDispatch()->kind, Error::Kind::Quota);
    QVERIFY(once.hasRefused());
}

void TestDispatchOnce::withoutAHookThereIsNone()
{
    CallOptions options;
    const DispatchOnce once(options);
    QVERIFY(!options.beforeDispatch);
    QVERIFY(!once.hasRefused());
}

} // namespace

KAGURA_TEST(TestDispatchOnce)
#include "tst_dispatchonce.moc"
