// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules of CONTRIBUTING.md that a machine can check, over the whole source tree; and each rule over
// small trees with a planted fault, so that a rule that sees nothing does not pass for a clean house.

#include "tests/layout/layoutrules.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace kagura::layout;
using namespace Qt::StringLiterals;

namespace {

//! Sources of core that need no tst_ file of their own, and why: words, or the test that drives them.
QMap<QString, QString> coveredElsewhere()
{
    const QString store = u"tests/core/chat/tst_conversationstore.cpp"_s;
    const QString formats = u"tests/core/exchange/tst_formatreader.cpp"_s;
    const QString writers = u"tests/core/exchange/tst_conversationwriter.cpp"_s;
    const QString dialects = u"tests/core/llm/dialects/tst_dialect.cpp"_s;
    const QString schemas = u"tests/core/base/tst_jsonschema.cpp"_s;
    const QString kinds = u"tests/core/runs/tst_nodekinds.cpp"_s;
    const QString runs = u"tests/core/runs/tst_workflowrun.cpp"_s;
    const QString streams = u"tests/core/llm/dialects/tst_recordedstreams.cpp"_s;
    return {
        {u"core/agents/plancosts.cpp"_s, u"tests/core/agents/tst_planner.cpp"_s},
        {u"core/agents/planscope.cpp"_s, u"tests/core/agents/tst_planner.cpp"_s},
        {u"core/agents/planwalk.cpp"_s, u"tests/core/agents/tst_planner.cpp"_s},
        {u"core/agents/runplan.cpp"_s, u"tests/core/agents/tst_planner.cpp"_s},
        {u"core/auth/signinreply.cpp"_s, u"tests/core/auth/tst_signins.cpp"_s},
        {u"core/auth/signoutreply.cpp"_s, u"tests/core/auth/tst_signins.cpp"_s},
        {u"core/base/logging.cpp"_s, u"it declares logging categories and does nothing"_s},
        {u"core/base/schemacheck.cpp"_s, schemas},
        {u"core/base/schemawalk.cpp"_s, schemas},
        {u"core/cache/archivetable.cpp"_s, u"tests/core/cache/tst_cacheimport.cpp"_s},
        {u"core/cache/archivewriter.cpp"_s, u"tests/core/cache/tst_archivereader.cpp"_s},
        {u"core/cache/cacherefresh.cpp"_s, u"tests/app/tst_refreshcommand.cpp"_s},
        {u"core/cache/cacheexport.cpp"_s, u"tests/core/cache/tst_cacheimport.cpp"_s},
        {u"core/chat/conversationtable.cpp"_s, store},
        {u"core/chat/messagetable.cpp"_s, store},
        {u"core/chat/storedmessage.cpp"_s, store},
        {u"core/chat/conversationtree.cpp"_s, u"tests/core/exchange/tst_conversationimport.cpp"_s},
        {u"core/exchange/chatboxreader.cpp"_s, formats},
        {u"core/exchange/chatgptreader.cpp"_s, formats},
        {u"core/exchange/cherryreader.cpp"_s, formats},
        {u"core/exchange/claudereader.cpp"_s, formats},
        {u"core/exchange/foreignfile.cpp"_s, formats},
        {u"core/exchange/gpt4allreader.cpp"_s, formats},
        {u"core/exchange/htmlwriter.cpp"_s, writers},
        {u"core/exchange/jsonwriter.cpp"_s, writers},
        {u"core/exchange/kagurareader.cpp"_s, u"tests/core/exchange/tst_treejson.cpp"_s},
        {u"core/exchange/markdownwriter.cpp"_s, writers},
        {u"core/exchange/openwebuireader.cpp"_s, formats},
        {u"core/exchange/skiptally.cpp"_s, u"tests/core/exchange/tst_treebuilder.cpp"_s},
        {u"core/llm/dialects/anthropicdialect.cpp"_s, dialects},
        {u"core/llm/dialects/errorbody.cpp"_s, dialects},
        {u"core/llm/dialects/geminidialect.cpp"_s, dialects},
        {u"core/llm/dialects/httpencoding.cpp"_s, dialects},
        {u"core/llm/dialects/jsonview.cpp"_s, streams},
        {u"core/llm/dialects/ollamadialect.cpp"_s, dialects},
        {u"core/llm/dialects/openaichatdialect.cpp"_s, dialects},
        {u"core/llm/dialects/openairesponsesdialect.cpp"_s, dialects},
        {u"core/llm/dialects/ratelimitheaders.cpp"_s, streams},
        {u"core/llm/dialects/streamdecoder.cpp"_s, streams},
        {u"core/llm/dialects/toolcallassembler.cpp"_s, streams},
        {u"core/llm/provider.cpp"_s, u"a port: it has a destructor and nothing else"_s},
        {u"core/markdown/inlinelinks.cpp"_s, u"tests/core/markdown/tst_markdowninline.cpp"_s},
        {u"core/markdown/inlinescanner.cpp"_s, u"tests/core/markdown/tst_markdowninline.cpp"_s},
        {u"core/markdown/markdownleaves.cpp"_s, u"tests/core/markdown/tst_markdownparser.cpp"_s},
        {u"core/markdown/spanwriter.cpp"_s, u"tests/core/markdown/tst_blockwriter.cpp"_s},
        {u"core/net/networkworker.cpp"_s, u"tests/core/net/tst_qttransport.cpp"_s},
        {u"core/net/transport.cpp"_s, u"a port: it has a destructor and nothing else"_s},
        {u"core/tools/builtintools.cpp"_s, u"tests/core/tools/tst_toolregistry.cpp"_s},
        {u"core/tools/fetchreply.cpp"_s, u"tests/core/tools/tst_fetchurltool.cpp"_s},
        {u"core/tools/listfilestool.cpp"_s, u"tests/core/tools/tst_readfiletool.cpp"_s},
        {u"core/tools/poolreply.cpp"_s, u"tests/core/tools/tst_readfiletool.cpp"_s},
        {u"core/tools/tool.cpp"_s, u"tests/core/tools/tst_readfiletool.cpp"_s},
        {u"core/tools/toolrequest.cpp"_s, u"tests/core/tools/tst_toolapproval.cpp"_s},
        {u"core/runs/agentactivity.cpp"_s, runs},
        {u"core/runs/agentturns.cpp"_s, runs},
        {u"core/runs/answershape.cpp"_s, u"tests/core/runs/tst_runinputs.cpp"_s},
        {u"core/runs/contenthash.cpp"_s, u"tests/core/runs/tst_runjournal.cpp"_s},
        {u"core/runs/framerun.cpp"_s, runs},
        {u"core/runs/humanactivity.cpp"_s, runs},
        {u"core/runs/loopactivity.cpp"_s, runs},
        {u"core/runs/makeactivity.cpp"_s, runs},
        {u"core/runs/mapactivity.cpp"_s, runs},
        {u"core/runs/modelcall.cpp"_s, runs},
        {u"core/runs/modelrequest.cpp"_s, runs},
        {u"core/runs/nodeactivity.cpp"_s, runs},
        {u"core/runs/noderecord.cpp"_s, u"tests/core/runs/tst_runstate.cpp"_s},
        {u"core/runs/reduceactivity.cpp"_s, kinds},
        {u"core/runs/routeractivity.cpp"_s, kinds},
        {u"core/runs/runbudget.cpp"_s, u"tests/core/runs/tst_runstate.cpp"_s},
        {u"core/runs/runcontext.cpp"_s, runs},
        {u"core/runs/runrecorder.cpp"_s, u"tests/core/runs/tst_runjournal.cpp"_s},
        {u"core/runs/runtable.cpp"_s, u"tests/core/runs/tst_runjournal.cpp"_s},
        {u"core/runs/runvalueref.cpp"_s, u"tests/core/runs/tst_runstate.cpp"_s},
        {u"core/runs/subworkflowactivity.cpp"_s, kinds},
        {u"core/runs/teamactivity.cpp"_s, kinds},
        {u"core/runs/toolactivity.cpp"_s, kinds},
        {u"core/runs/toolcallrun.cpp"_s, kinds},
    };
}

const QString Head = u"// SPDX-FileCopyrightText: 2026 The Kagura authors\n"
                     "// SPDX-License-Identifier: GPL-3.0-or-later\n\n"_s;

//! A house of four rooms in which nothing is wrong.
SourceTree cleanTree()
{
    return {
        {u"core/README.md"_s,
         u"| room | may include | may use | what it is |\n|---|---|---|---|\n"
         "| `core/base` | | openssl | values |\n"
         "| `core/net` | base | Network, QImage | calls |\n"_s},
        {u"ui/README.md"_s,
         u"| `ui/theme` | | Gui | looks |\n| `ui/chat` | theme, core/base | Gui, Widgets | a page |\n"_s},
        {u"app/README.md"_s, u"| `app/cli` | core/* | | the command line |\n"_s},
        {u"core/base/CMakeLists.txt"_s,
         u"# SPDX-FileCopyrightText: x\n# SPDX-License-Identifier: GPL-3.0-or-later\nclock.cpp"_s},
        {u"core/base/clock.h"_s, Head + u"#pragma once\n#include <QString>\n"_s},
        {u"core/base/clock.cpp"_s,
         Head
             + u"#include \x22"
               "core/base/clock.h\"\n#include <openssl/evp.h>\n"_s},
        {u"tests/core/base/CMakeLists.txt"_s,
         u"# SPDX-FileCopyrightText: x\n# SPDX-License-Identifier: GPL-3.0-or-later\nCLASSES clock"_s},
        {u"tests/core/base/tst_clock.cpp"_s, Head + u"#include <QTest>\n"_s},
    };
}

SourceTree with(const QString &path, const QString &body)
{
    SourceTree tree = cleanTree();
    tree.insert(path, Head + body);
    return tree;
}

QStringList includeFaultsOf(const SourceTree &tree)
{
    static const QtHeaders qt = QtHeaders::installed();
    return includeFaults(tree, RoomTable::read(tree), qt);
}

QString ownInclude(const QString &target)
{
    return u"#include \x22%1\x22\n"_s.arg(target);
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private:
    SourceTree m_tree;

    static void expectNone(const QStringList &faults)
    {
        for (const QString &fault : faults) // one by one, as Qt Test cuts a long message
            qWarning("%s", qPrintable(fault));
        QVERIFY2(faults.isEmpty(), qPrintable(u"%1 faults, listed above"_s.arg(faults.size())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_tree = readSourceTree(QStringLiteral(KAGURA_SOURCE_DIR));
        QVERIFY(m_tree.size() > 100);
    }

    // The house as it stands.

    void tablesOfTheRoomsAreSound() { expectNone(RoomTable::read(m_tree).faults()); }
    void includesFollowTheTables() { expectNone(includeFaultsOf(m_tree)); }
    void filesAreShort() { expectNone(sizeFaults(m_tree)); }
    void filesAreNamedAfterTheirClass() { expectNone(nameFaults(m_tree)); }
    void classesOfCoreHaveTests() { expectNone(testFaults(m_tree, coveredElsewhere())); }
    void sourcesAreListed() { expectNone(unlistedFaults(m_tree)); }
    void forbiddenCallsAreNotMade() { expectNone(callFaults(m_tree)); }
    void filesSayTheirLicenceAndAreFinished() { expectNone(textFaults(m_tree)); }
    void coloursComeFromTheTheme() { expectNone(colourFaults(m_tree)); }
    void topLevelIsAsAgreed()
    {
        expectNone(topLevelFaults(QDir(QStringLiteral(KAGURA_SOURCE_DIR))
                                      .entryList(QDir::AllEntries | QDir::NoDotAndDotDot)));
    }

    // The rules themselves.

    void aCleanHouseHasNoFaults()
    {
        const SourceTree tree = cleanTree();
        expectNone(RoomTable::read(tree).faults() + includeFaultsOf(tree) + sizeFaults(tree)
                   + nameFaults(tree) + testFaults(tree, {}) + unlistedFaults(tree)
                   + callFaults(tree) + textFaults(tree) + colourFaults(tree));
    }

    void aPlantedIncludeIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an arrow that the table lacks")
            << u"core/base/x.cpp"_s << ownInclude(u"core/net/call.h"_s)
            << u"core/base/x.cpp:4: core/base may not include core/net"_s;
        QTest::newRow("core looks up into ui")
            << u"core/net/x.cpp"_s << ownInclude(u"ui/chat/page.h"_s)
            << u"core/net/x.cpp:4: core/net may not include ui/chat"_s;
        QTest::newRow("a page looks into another room of core than it may")
            << u"ui/chat/x.cpp"_s << ownInclude(u"core/net/call.h"_s)
            << u"ui/chat/x.cpp:4: ui/chat may not include core/net"_s;
        QTest::newRow("a room without a row")
            << u"core/misc/x.cpp"_s << QString()
            << u"core/misc/x.cpp:1: core/misc is a room without a row in its README"_s;
        QTest::newRow("a widget in core, with its module")
            << u"core/net/x.cpp"_s << u"#include <QtWidgets/QWidget>\n"_s
            << u"core/net/x.cpp:4: may not use Qt Widgets (<QtWidgets/QWidget>)"_s;
        QTest::newRow("a widget in core, bare")
            << u"core/net/x.cpp"_s << u"#include <QWidget>\n"_s
            << u"core/net/x.cpp:4: may not use Qt Widgets (<QWidget>)"_s;
        QTest::newRow("a type of Gui in core")
            << u"core/base/x.cpp"_s << u"#include <QColor>\n"_s
            << u"core/base/x.cpp:4: may not use Qt Gui (<QColor>)"_s;
        QTest::newRow("a module without a row's leave")
            << u"core/base/x.cpp"_s << u"#include <QNetworkReply>\n"_s
            << u"core/base/x.cpp:4: may not use Qt Network (<QNetworkReply>)"_s;
        QTest::newRow("a library without a row's leave")
            << u"core/net/x.cpp"_s << u"#include <openssl/evp.h>\n"_s
            << u"core/net/x.cpp:4: may not use openssl"_s;
        QTest::newRow("a header named from beside it")
            << u"core/base/x.cpp"_s << ownInclude(u"clock.h"_s)
            << u"core/base/x.cpp:4: may not include \"clock.h\": name it from the top, as \"core/…\""_s;
        QTest::newRow("an include after a space and a tab")
            << u"core/base/x.cpp"_s << u"\t#  include\t<QSqlQuery>\n"_s
            << u"core/base/x.cpp:4: may not use Qt Sql (<QSqlQuery>)"_s;
    }
    void aPlantedIncludeIsFound()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, body);
        QFETCH(const QString, expected);
        QCOMPARE(includeFaultsOf(with(path, body)), QStringList{expected});
    }

    void anAllowedIncludeIsNoFault_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::newRow("its own room") << u"core/base/x.cpp"_s << ownInclude(u"core/base/clock.h"_s);
        QTest::newRow("an arrow of the table")
            << u"core/net/x.cpp"_s << ownInclude(u"core/base/clock.h"_s);
        QTest::newRow("all of core") << u"app/cli/x.cpp"_s << ownInclude(u"core/net/call.h"_s);
        QTest::newRow("a module of the table")
            << u"core/net/x.cpp"_s << u"#include <QTcpSocket>\n"_s;
        QTest::newRow("a single header of the table")
            << u"core/net/x.cpp"_s << u"#include <QImage>\n"_s;
        QTest::newRow("commented out")
            << u"core/base/x.cpp"_s << u"// #include <QWidget>\n/*\n#include <QWidget>\n*/\n"_s;
        QTest::newRow("inside a raw string")
            << u"core/base/x.cpp"_s << u"auto s = R\"x(\n#include <QWidget>\n)x\";\n"_s;
        QTest::newRow("the standard library") << u"core/base/x.cpp"_s << u"#include <chrono>\n"_s;
    }
    void anAllowedIncludeIsNoFault()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, body);
        expectNone(includeFaultsOf(with(path, body)));
    }

    void anUnsoundTableIsFound_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a row without all cells")
            << u"| `core/base` | | values |\n"_s
            << u"core/README.md: the row of core/base has 3 cells, not 4"_s;
        QTest::newRow("an arrow to nowhere")
            << u"| `core/base` | nowhere | | values |\n"_s
            << u"core/base may include core/nowhere, which is no room"_s;
        QTest::newRow("a room that stands twice")
            << u"| `core/base` | | | values |\n| `core/base` | | | again |\n"_s
            << u"core/README.md: core/base stands twice"_s;
        QTest::newRow("a ring") << u"| `core/a` | b | | one |\n| `core/b` | a | | other |\n"_s
                                << u"core/a and core/b include each other"_s;
    }
    void anUnsoundTableIsFound()
    {
        QFETCH(const QString, rows);
        QFETCH(const QString, expected);
        SourceTree tree = cleanTree();
        tree.insert(u"core/README.md"_s, rows);
        QVERIFY2(RoomTable::read(tree).faults().contains(expected),
                 qPrintable(RoomTable::read(tree).faults().join(u'\n')));
        tree.remove(u"core/README.md"_s);
        QVERIFY(RoomTable::read(tree).faults().contains(
            u"core/README.md: is missing, and with it the table of its rooms"_s));
    }

    void aForbiddenCallIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("call");
        const auto row = [](const char *name, const QString &path, const QString &call) {
            QTest::newRow(name) << path << call;
        };
        row("then", u"core/net/x.cpp"_s, u"future.then(this, work);"_s);
        row("then in a test", u"tests/core/net/x.cpp"_s, u"future.then (work);"_s);
        row("waitForFinished", u"core/net/x.cpp"_s, u"future.waitForFinished();"_s);
        row("waitForReadyRead", u"ui/chat/x.cpp"_s, u"socket->waitForReadyRead(100);"_s);
        row("QEventLoop", u"app/cli/x.cpp"_s, u"QEventLoop loop;"_s);
        row("processEvents", u"ui/chat/x.cpp"_s, u"QCoreApplication::processEvents();"_s);
        row("moveToThread", u"core/base/x.cpp"_s, u"worker->moveToThread(&thread);"_s);
        row("SIGNAL", u"tests/core/net/x.cpp"_s, u"connect(a, SIGNAL(done()), b, nullptr);"_s);
        row("QThread::msleep", u"tests/core/net/x.cpp"_s, u"QThread::msleep(5);"_s);
        row("qSleep", u"tests/core/net/x.cpp"_s, u"QTest::qSleep(5);"_s);
        row("sleep_for", u"core/net/x.cpp"_s, u"std::this_thread::sleep_for(1s);"_s);
        row("DirectConnection", u"core/net/x.cpp"_s, u"Qt::DirectConnection"_s);
        row("ignoreSslErrors", u"core/net/x.cpp"_s, u"reply->ignoreSslErrors();"_s);
        row("setInsecureFallback", u"core/net/x.cpp"_s, u"job.setInsecureFallback(true);"_s);
        row("std::system", u"app/cli/x.cpp"_s, u"std::system(command);"_s);
        row("system", u"app/cli/x.cpp"_s, u"return system(command);"_s);
        row("popen", u"app/cli/x.cpp"_s, u"FILE *f = popen(command, mode);"_s);
        row("setIndexWidget", u"ui/chat/x.cpp"_s, u"view->setIndexWidget(index, widget);"_s);
        row("a singleton", u"core/net/x.h"_s, u"static Pool &instance();"_s);
    }
    void aForbiddenCallIsFound()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, call);
        const QStringList faults = callFaults(with(path, call));
        QCOMPARE(faults.size(), 1);
        QVERIFY2(faults.first().startsWith(path + u":4: "_s), qPrintable(faults.first()));
        // The same words in a comment or a string are talk, not a call.
        expectNone(callFaults(with(
            path, u"// "_s + call + u"\n/* "_s + call + u" */ auto s = \""_s + call + u"\";"_s)));
    }

    void anAllowedCallIsNoFault()
    {
        expectNone(callFaults(
            with(u"tests/core/net/x.cpp"_s,
                 u"QEventLoop l; process.waitForFinished(); std::this_thread::sleep_for(1s);"_s)));
        expectNone(callFaults(
            with(u"core/net/x.cpp"_s,
                 u"worker->moveToThread(&m_thread); file.system(1); m_system(1); a.thenDo(1);"_s)));
    }

    void aFileThatIsTooLongIsFound()
    {
        expectNone(sizeFaults(with(u"tests/core/base/x.cpp"_s, u"\n"_s.repeated(597))));
        QCOMPARE(sizeFaults(with(u"tests/core/base/x.cpp"_s, u"\n"_s.repeated(598))).size(), 1);
    }

    void aNameThatSaysNothingIsFound()
    {
        expectNone(nameFaults(with(u"core/base/utility2.cpp"_s, QString())));
        QCOMPARE(nameFaults(with(u"core/base/utils.cpp"_s, QString())).size(), 1);
        QCOMPARE(nameFaults(with(u"core/base/ChatReply.h"_s, QString())).size(), 1);
        QCOMPARE(nameFaults(with(u"core/base/chat_reply.h"_s, QString())).size(), 1);
        QCOMPARE(nameFaults(with(u"core/base/tst_clock.h"_s, QString())).size(), 1);
    }

    void aClassWithoutATestIsFound()
    {
        const SourceTree tree = with(u"core/net/dialects/x.cpp"_s, QString());
        QCOMPARE(testFaults(tree, {}),
                 QStringList{u"core/net/dialects/x.cpp:1: has no tst_x.cpp in tests/core/net"_s});
        for (const QString &test :
             {u"tests/core/net/tst_x.cpp"_s, u"tests/core/net/dialects/tst_x.cpp"_s}) {
            SourceTree tested = tree;
            tested.insert(test, Head);
            expectNone(testFaults(tested, {}));
        }
        expectNone(testFaults(tree, {{u"core/net/dialects/x.cpp"_s, u"a value"_s}}));
        expectNone(
            testFaults(tree, {{u"core/net/dialects/x.cpp"_s, u"tests/core/base/tst_clock.cpp"_s}}));
    }

    void anEntryThatIsOutOfDateIsFound()
    {
        QCOMPARE(testFaults(cleanTree(), {{u"core/base/gone.cpp"_s, u"a value"_s}}).size(), 1);
        QCOMPARE(testFaults(cleanTree(), {{u"core/base/clock.cpp"_s, u"a value"_s}}).size(), 1);
        QCOMPARE(testFaults(with(u"core/base/x.cpp"_s, QString()),
                            {{u"core/base/x.cpp"_s, u"tests/core/base/tst_gone.cpp"_s}})
                     .size(),
                 1);
    }

    void aSourceThatNobodyBuildsIsFound()
    {
        QCOMPARE(unlistedFaults(with(u"core/base/lock.cpp"_s, QString())),
                 QStringList{u"core/base/lock.cpp:1: no CMakeLists.txt names it"_s});
        QCOMPARE(unlistedFaults(with(u"tests/core/base/tst_loc.cpp"_s, QString())).size(), 1);
        SourceTree below = with(u"core/base/parts/hand.cpp"_s, QString());
        below[u"core/base/CMakeLists.txt"_s] += u"\nparts/hand.h parts/hand.cpp"_s;
        expectNone(unlistedFaults(below));
    }

    void unfinishedOrNamelessTextIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("no SPDX lines") << u"core/base/x.cpp"_s << u"int x;\n"_s << 1;
        QTest::newRow("another licence")
            << u"core/base/x.cpp"_s << QString(Head).replace("GPL-3.0-or-later"_L1, "MIT"_L1) << 1;
        QTest::newRow("a script without SPDX lines") << u"run.sh"_s << u"#!/bin/sh\n"_s << 1;
        QTest::newRow("a script with them") << u"run.sh"_s << u"#!/bin/sh\n"_s + Head << 0;
        QTest::newRow("a header without pragma") << u"core/base/x.h"_s << Head << 1;
        QTest::newRow("a header with pragma in a comment")
            << u"core/base/x.h"_s << Head + u"// #pragma once\n"_s << 1;
        QTest::newRow("a header with pragma")
            << u"core/base/x.h"_s << Head + u"#pragma once\n"_s << 0;
        QTest::newRow("a note of unfinished work") << u"core/base/x.cpp"_s
                                                   << Head
                + u"int x; // TO"
                  "DO: y\n"_s << 1;
        QTest::newRow("one in CMake") << u"cmake/x.cmake"_s
                                      << Head
                + u"# FIX"
                  "ME\n"_s << 1;
        QTest::newRow("the word inside another") << u"core/base/x.cpp"_s
                                                 << Head
                + u"// HA"
                  "CKS XX"
                  "XL\n"_s << 0;
        QTest::newRow("the word in a string") << u"core/base/x.cpp"_s
                                              << Head
                + u"auto x = \"TO"
                  "DO\";\n"_s << 0;
    }
    void unfinishedOrNamelessTextIsFound()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const int, count);
        SourceTree tree = cleanTree();
        tree.insert(path, text);
        const QStringList faults = textFaults(tree);
        QVERIFY2(faults.size() == count, qPrintable(faults.join(u'\n')));
    }

    void aLiteralColourIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("count");
        QTest::newRow("six digits") << u"ui/chat/x.cpp"_s << u"QColor c(u\"#34539B\"_s);"_s << 1;
        QTest::newRow("three digits in a style sheet")
            << u"ui/chat/x.cpp"_s << u"setStyleSheet(u\"color: #fff\"_s);"_s << 1;
        QTest::newRow("a named colour")
            << u"ui/chat/x.cpp"_s << u"painter.setPen(Qt::darkGray);"_s << 1;
        QTest::newRow("numbers") << u"app/desktop/x.cpp"_s << u"QColor{10, 20, 30}"_s << 1;
        QTest::newRow("a packed number")
            << u"ui/chat/x.cpp"_s << u"QColor::fromRgb(0xff0000)"_s << 1;
        QTest::newRow("in the theme") << u"ui/theme/x.cpp"_s << u"QColor c(u\"#34539B\"_s);"_s << 0;
        QTest::newRow("a token") << u"ui/chat/x.cpp"_s
                                 << u"painter.setPen(theme.color(Token::Border));"_s << 0;
        QTest::newRow("a number of an issue") << u"ui/chat/x.cpp"_s << u"// see #123\n"_s << 0;
        QTest::newRow("transparent")
            << u"ui/chat/x.cpp"_s << u"pixmap.fill(Qt::transparent);"_s << 0;
    }
    void aLiteralColourIsFound()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, body);
        QFETCH(const int, count);
        const QStringList faults = colourFaults(with(path, body));
        QVERIFY2(faults.size() == count, qPrintable(faults.join(u'\n')));
    }

    void aStrangerAtTheTopIsFound()
    {
        expectNone(topLevelFaults({u"core"_s, u"README.md"_s, u".clang-format"_s}));
        QCOMPARE(topLevelFaults({u"src"_s}),
                 QStringList{u"src:1: has no place at the top of the tree"_s});
    }

    void viewsKeepLinesAndColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("a line comment") << u"a; // b\nc;"_s << u"a;     \nc;"_s;
        QTest::newRow("a block comment over lines") << u"a /* b\nc */ d"_s << u"a     \n     d"_s;
        QTest::newRow("a string with an escaped quote")
            << u"f(\"a\\\"b\"); g"_s << u"f(\"    \"); g"_s;
        QTest::newRow("a comment mark in a string") << u"f(\"//\"); g"_s << u"f(\"  \"); g"_s;
        QTest::newRow("a separated number") << u"x = 10'000; // '\ny"_s << u"x = 10'000;     \ny"_s;
        QTest::newRow("a separated hexadecimal number")
            << u"x = 0xff'00; f(\"a\")"_s << u"x = 0xff'00; f(\" \")"_s;
        QTest::newRow("a character") << u"f('\"'); g(\"a\")"_s << u"f(' '); g(\" \")"_s;
        QTest::newRow("a prefixed character") << u"f(u'\"'); g(\"a\")"_s << u"f(u' '); g(\" \")"_s;
        QTest::newRow("a raw string") << u"f(R\"x(a)\"b)x\"); g"_s << u"f(R\"        \"); g"_s;
        QTest::newRow("a prefixed raw string")
            << u"f(uR\"(a\"b)\"_s); g"_s << u"f(uR\"     \"_s); g"_s;
        QTest::newRow("an open comment at the end") << u"a /* b"_s << u"a     "_s;
    }
    void viewsKeepLinesAndColumns()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        const SourceViews views = viewsOf(text);
        QCOMPARE(views.code, code);
        QCOMPARE(views.codeAndStrings.size(), text.size());
        QCOMPARE(views.comments.size(), text.size());
    }
};

KAGURA_TEST(TestLayout)
#include "tst_layout.moc"
