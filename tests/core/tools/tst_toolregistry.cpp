// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonschema.h"
#include "core/tools/builtintools.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestToolRegistry : public QObject
{
    Q_OBJECT

private:
    FakeTransport m_transport;
    SystemResolver m_resolver;
    ToolRegistry m_registry;

private Q_SLOTS:
    void initTestCase() { addBuiltinTools(m_registry, m_transport, m_resolver); }

    void toolsAreFoundByTheirReference()
    {
        QCOMPARE(
            m_registry.refs(),
            (QStringList{u"builtin:fetch_url"_s, u"builtin:list_files"_s, u"builtin:read_file"_s}));
        QCOMPARE(m_registry.find(u"builtin:read_file"_s)->spec().name, u"read_file"_s);
        QCOMPARE(m_registry.find(u"read_file"_s), nullptr);
    }

    void eachToolSaysWhatItTakesAndChangesNothing()
    {
        for (const QString &ref : m_registry.refs()) {
            const Tool &tool = *m_registry.find(ref);
            QCOMPARE(u"builtin:"_s + tool.spec().name, ref);
            QVERIFY(!tool.spec().description.isEmpty());
            QCOMPARE(tool.effect(), ToolEffect::None);
            const Result<JsonSchema> schema = JsonSchema::read(tool.spec().parameters);
            QVERIFY(schema);
            QVERIFY(!schema->faults({{"unknown", 1}}).isEmpty());
        }
    }
};

KAGURA_TEST(TestToolRegistry)
#include "tst_toolregistry.moc"
