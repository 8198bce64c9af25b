// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameThatLeadsBack()
    {
        QStringList names;
        for (int i = 0; i <= static_cast<int>(Error::Kind::Internal); ++i) {
            const auto kind = static_cast<Error::Kind>(i);
            const QString name = errorKindName(kind);
            QVERIFY(!name.isEmpty() && !names.contains(name));
            QCOMPARE(errorKindFromName(name), std::optional(kind));
            names.append(name);
        }
        QCOMPARE(errorKindFromName(QStringLiteral("no_such_kind")), std::nullopt);
    }

    void namesAreThoseOfTheDocumentedVocabulary()
    {
        QCOMPARE(errorKindName(Error::Kind::RateLimited), QStringLiteral("rate_limited"));
        QCOMPARE(errorKindName(Error::Kind::ContextLength), QStringLiteral("context_length"));
        QCOMPARE(errorKindName(Error::Kind::Truncated), QStringLiteral("truncated"));
    }
};

KAGURA_TEST(TestError)
#include "tst_error.moc"
