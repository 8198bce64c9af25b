// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sharedtier.h"
#include "tests/core/cache/fakesharedtier.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace kagura;
using namespace kagura::test;

class TestSharedTier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(SharedEvent::TooLarge); ++i)
            names.insert(sharedEventName(static_cast<SharedEvent>(i)));
        QCOMPARE(names.size(), 10);
        QCOMPARE(sharedEventName(SharedEvent::Late), QStringLiteral("late"));
    }

    void eventsAreCountedAndTold()
    {
        FakeSharedTier tier;
        QList<SharedEvent> told;
        connect(&tier, &SharedTier::counted, this, [&](SharedEvent event) { told.append(event); });
        tier.play(SharedEvent::Late);
        tier.play(SharedEvent::Late);
        tier.play(SharedEvent::Stored);
        QCOMPARE(tier.count(SharedEvent::Late), 2);
        QCOMPARE(tier.count(SharedEvent::Stored), 1);
        QCOMPARE(tier.count(SharedEvent::Hit), 0);
        QCOMPARE(told,
                 (QList<SharedEvent>{SharedEvent::Late, SharedEvent::Late, SharedEvent::Stored}));
    }
};

KAGURA_TEST(TestSharedTier)
#include "tst_sharedtier.moc"
