// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/listfilestool.h"
#include "core/tools/readfiletool.h"
#include "core/tools/toolregistry.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestToolRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsAreFoundByTheirReference()
    {
        ToolRegistry registry;
        registry.add(u"builtin:read_file"_s, std::make_unique<ReadFileTool>());
        registry.add(u"builtin:list_files"_s, std::make_unique<ListFilesTool>());
        QCOMPARE(registry.refs(), (QStringList{u"builtin:list_files"_s, u"builtin:read_file"_s}));
        QCOMPARE(registry.find(u"builtin:read_file"_s)->spec().name, u"read_file"_s);
        QCOMPARE(registry.find(u"read_file"_s), nullptr);
    }
};

KAGURA_TEST(TestToolRegistry)
#include "tst_toolregistry.moc"
