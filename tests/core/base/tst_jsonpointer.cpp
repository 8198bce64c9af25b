// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonpointer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestJsonPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysWithSignsOfThePointerAreEscaped()
    {
        QCOMPARE(joinedPointer(QString(), u"nodes"_s), u"/nodes"_s);
        QCOMPARE(joinedPointer(u"/nodes"_s, u"a/b~c"_s), u"/nodes/a~1b~0c"_s);
        QCOMPARE(joinedPointer(u"/nodes"_s, u"~1"_s), u"/nodes/~01"_s);
    }
};

KAGURA_TEST(TestJsonPointer)
#include "tst_jsonpointer.moc"
