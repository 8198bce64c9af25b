// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// import and export of the built command line.

#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestImportExport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliProcess> m_cli;

    [[nodiscard]] static QString vector(const QString &name)
    {
        return QStringLiteral(KAGURA_SOURCE_DIR) + u"/tests/vectors/imports/"_s + name;
    }

    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_cli->homePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI)); }
    void cleanup() { m_cli.reset(); }

    void whatIsImportedIsToldFileByFile()
    {
        const QStringList arguments = {u"import"_s, u"--json"_s, vector(u"chatgpt.json"_s),
                                       vector(u"claude.json"_s)};
        const CliOutcome first = m_cli->run(arguments);
        QVERIFY2(first.exitCode == 0, (first.output + first.errors).constData());
        QCOMPARE(first.events.size(), 2);
        const Json &event = first.events.constFirst();
        QCOMPARE(jsonString(event, "event"), u"imported"_s);
        QCOMPARE(jsonString(event, "format"), u"ChatGPT"_s);
        QCOMPARE(jsonInteger(event, "added"), std::optional<qint64>(2));
        QCOMPARE(jsonInteger(event, "messages"), std::optional<qint64>(6));
        QCOMPARE(jsonMember(event, "skipped").size(), 1);

        const CliOutcome again = m_cli->run(arguments);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(jsonInteger(again.events.constFirst(), "added"), std::optional<qint64>(0));
        QCOMPARE(jsonInteger(again.events.constFirst(), "unchanged"), std::optional<qint64>(2));

        const CliOutcome plain = m_cli->run({u"import"_s, vector(u"open-webui.json"_s)});
        QVERIFY2(plain.output.contains("Open WebUI: 2 conversations added"),
                 plain.output.constData());
        QVERIFY(plain.output.contains("left out: 1 attached files"));
    }

    void aFileThatIsNoneIsRefusedAndTheNextComesIn()
    {
        QFile diary(m_cli->homePath(u"diary.txt"_s));
        QVERIFY(diary.open(QIODevice::WriteOnly) && diary.write("Dear diary") > 0);
        diary.close();
        const CliOutcome outcome =
            m_cli->run({u"import"_s, u"--json"_s, diary.fileName(), vector(u"claude.json"_s)});
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(jsonString(outcome.events.constFirst(), "event"), u"error"_s);
        QCOMPARE(jsonString(outcome.events.constFirst(), "kind"), u"protocol"_s);
        QCOMPARE(jsonString(outcome.events.constLast(), "event"), u"imported"_s);
        const CliOutcome none = m_cli->run({u"import"_s, m_cli->homePath(u"none.json"_s)});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.errors.contains("none.json cannot be read"), none.errors.constData());
        QCOMPARE(m_cli->run({u"import"_s}).exitCode, 2);
    }

    void everythingComesBackFromJson()
    {
        for (const QString &name : {u"chatgpt.json"_s, u"claude.json"_s, u"open-webui.json"_s,
                                    u"chatbox.json"_s, u"cherry-studio.json"_s})
            QCOMPARE(m_cli->run({u"import"_s, vector(name)}).exitCode, 0);
        const QString path = m_cli->homePath(u"all.json"_s);
        const CliOutcome written = m_cli->run(
            {u"export"_s, u"--all"_s, u"--format"_s, u"json"_s, u"-o"_s, path, u"--json"_s});
        QVERIFY2(written.exitCode == 0, (written.output + written.errors).constData());
        QCOMPARE(jsonString(written.events.constLast(), "event"), u"exported"_s);
        QCOMPARE(jsonInteger(written.events.constLast(), "conversations"),
                 std::optional<qint64>(8));

        CliProcess other(QStringLiteral(KAGURA_CLI));
        const CliOutcome read = other.run({u"import"_s, u"--json"_s, path});
        QCOMPARE(jsonInteger(read.events.constLast(), "added"), std::optional<qint64>(8));
        const CliOutcome again = other.run({u"export"_s, u"--all"_s, u"--format"_s, u"json"_s});
        // All but the time of the export, which is in the first line.
        QCOMPARE(again.output.mid(again.output.indexOf('\n')),
                 content(u"all.json"_s).mid(content(u"all.json"_s).indexOf('\n')));
    }

    void oneConversationIsWrittenInEachFormat()
    {
        QCOMPARE(m_cli->run({u"import"_s, vector(u"claude.json"_s)}).exitCode, 0);
        const CliOutcome markdown = m_cli->run({u"export"_s, u"last"_s});
        QCOMPARE(markdown.exitCode, 0);
        QVERIFY2(markdown.output.startsWith("# Bread\n"), markdown.output.constData());
        const QString path = m_cli->homePath(u"page.html"_s);
        const CliOutcome html =
            m_cli->run({u"export"_s, u"last"_s, u"--format"_s, u"html"_s, u"-o"_s, path});
        QCOMPARE(html.output, QByteArray());
        QVERIFY2(html.errors.contains("the conversation is in"), html.errors.constData());
        QVERIFY(content(u"page.html"_s).startsWith("<!DOCTYPE html>"));
    }

    void wrongUseAndWrongIdsSaySo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nothing named") << QStringList{} << 2;
        QTest::newRow("two things named") << QStringList{u"--all"_s, u"x"_s} << 2;
        QTest::newRow("an unknown format")
            << QStringList{u"--all"_s, u"--format"_s, u"docx"_s} << 2;
        QTest::newRow("no file for --json") << QStringList{u"--all"_s, u"--json"_s} << 2;
        QTest::newRow("an unknown id") << QStringList{u"nobody"_s} << 1;
        QTest::newRow("a folder that is not there")
            << QStringList{u"--all"_s, u"-o"_s, u"/nowhere/at/all.md"_s} << 1;
    }
    void wrongUseAndWrongIdsSaySo()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        const CliOutcome outcome = m_cli->run(QStringList{u"export"_s} + arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(!outcome.errors.isEmpty());
        QCOMPARE(outcome.output, QByteArray());
    }
};

KAGURA_TEST(TestImportExport)
#include "tst_importexport.moc"
