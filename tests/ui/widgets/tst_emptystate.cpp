// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/emptystate.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneActionIsAButton()
    {
        EmptyState state(u"No provider is connected."_s, u"Connect a model…"_s);
        QSignalSpy requested(&state, &EmptyState::actionRequested);
        const QList<QPushButton *> buttons = state.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        QTest::mouseClick(buttons.constFirst(), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
    }
};

KAGURA_TEST(TestEmptyState)
#include "tst_emptystate.moc"
