// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace kagura;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEitherValueOrError()
    {
        const Result<int> value = 3;
        const Result<int> failure = Error{Error::Kind::Timeout, QStringLiteral("late")};
        QVERIFY(value.has_value() && !failure.has_value());
        QCOMPARE(*value, 3);
        QCOMPARE(failure.error().kind, Error::Kind::Timeout);
    }

    void handsMoveOnlyValuesOn()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 7);
    }

    void voidResultIsSuccessByDefault()
    {
        const Result<void> success;
        const Result<void> failure = Error{Error::Kind::Storage, QStringLiteral("full")};
        QVERIFY(success.has_value());
        QCOMPARE(failure.error().kind, Error::Kind::Storage);
    }
};

KAGURA_TEST(TestResult)
#include "tst_result.moc"
