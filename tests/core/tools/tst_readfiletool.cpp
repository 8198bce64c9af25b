// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/listfilestool.h"
#include "core/tools/readfiletool.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestReadFileTool : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    ReadFileTool m_read;
    ListFilesTool m_list;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    //! The output, or an object with the message of its failure.
    Json ran(Tool &tool, const Json &arguments) const
    {
        const std::unique_ptr<ToolReply> reply = tool.run({arguments, {m_folder.path(), {}}, {}});
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
            return Json();
        return reply->failure() ? Json{{"failure", toJson(reply->failure()->message)}}
                                : reply->output();
    }

private Q_SLOTS:
    void aFileIsReadInItsEncoding()
    {
        write(u"a.txt"_s, "caf\xE9");
        QCOMPARE(ran(m_read, {{"path", "a.txt"}}),
                 (Json{{"path", "a.txt"},
                       {"text", "caf\u00e9"},
                       {"encoding", "ISO-8859-1"},
                       {"next_offset", nullptr}}));
    }

    void aLongFileComesInPiecesThatCutNoCharacter()
    {
        const QString whole = QString(u"a\U0001F3B5"_s).repeated(1000);
        write(u"long.txt"_s, whole.toUtf8());
        QString read;
        Json next = 0;
        int pieces = 0;
        while (!next.is_null() && ++pieces < 2000) {
            const Json piece =
                ran(m_read, {{"path", "long.txt"}, {"offset", next}, {"limit", 1000}});
            read += toQString(piece["text"]);
            next = piece["next_offset"];
        }
        QCOMPARE(read, whole);
        QCOMPARE(pieces, 4);
        QCOMPARE(ran(m_read, {{"path", "long.txt"}, {"offset", 999'999}})["text"], Json(""));
    }

    void whatIsNoTextIsSaidToBeNone()
    {
        write(u"b.bin"_s, QByteArray(100, '\0'));
        const Json answer = ran(m_read, {{"path", "b.bin"}});
        QVERIFY(toQString(answer["failure"]).startsWith(u"b.bin: "_s));
    }

    void filesAreListedWithTheirSizes()
    {
        write(u"c.txt"_s, "abc");
        const Json answer = ran(m_list, Json::object());
        QCOMPARE(answer["truncated"], Json(false));
        const Json wanted = {{"path", "c.txt"}, {"bytes", 3}};
        QVERIFY(std::find(answer["files"].begin(), answer["files"].end(), wanted)
                != answer["files"].end());
    }

    void nothingIsReadWithoutAGrant()
    {
        for (Tool *tool : std::initializer_list<Tool *>{&m_read, &m_list}) {
            const std::unique_ptr<ToolReply> reply = tool->run({{{"path", "a.txt"}}, {}, {}});
            QSignalSpy finished(reply.get(), &Handle::finished);
            QVERIFY(finished.wait());
            QVERIFY(reply->failure());
            QVERIFY(reply->failure()->message.contains(u"no folder was granted"_s));
            QVERIFY(reply->output().is_null());
        }
    }

    void aCancelledCallEndsOnce()
    {
        const std::unique_ptr<ToolReply> reply =
            m_read.run({{{"path", "c.txt"}}, {m_folder.path(), {}}, {}});
        QSignalSpy finished(reply.get(), &Handle::finished);
        reply->cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(reply->failure()->kind, Error::Kind::Cancelled);
        QTest::qWait(20);
        QCOMPARE(finished.count(), 1);
        QVERIFY(reply->output().is_null());
    }
};

KAGURA_TEST(TestReadFileTool)
#include "tst_readfiletool.moc"
