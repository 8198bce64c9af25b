// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the manual about the command line, held against what the built program says of itself.

#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &path)
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR) + u"/resources/manual/"_s + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! "-m" and "--model", wherever they stand alone.
QSet<QString> flagsIn(const QString &text)
{
    static const QRegularExpression flag(u"(?<![\\w-])(?:--[a-z][a-z-]*|-[a-z])(?![\\w-])"_s);
    QSet<QString> flags;
    for (auto match = flag.globalMatch(text); match.hasNext();)
        flags.insert(match.next().captured());
    return flags;
}

QSet<QString> commandsIn(const QString &text)
{
    static const QRegularExpression command(u"kagura-cli ([a-z]+)"_s);
    QSet<QString> commands;
    for (auto match = command.globalMatch(text); match.hasNext();)
        commands.insert(match.next().captured(1));
    return commands - QSet<QString>{u"talks"_s, u"help"_s};
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list = set.values();
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

class TestCommandLineManual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        CliProcess cli(QStringLiteral(KAGURA_CLI));
        m_usage = QString::fromUtf8(cli.run({u"--help"_s}).output);
        m_commands = commandsIn(m_usage);
        QVERIFY(m_commands.contains(u"chat"_s) && m_commands.contains(u"doctor"_s));
        for (const QString &command : std::as_const(m_commands)) {
            const CliOutcome outcome = cli.run({command, u"--help"_s});
            QCOMPARE(outcome.exitCode, 0);
            m_help[command] = QString::fromUtf8(outcome.output);
            QVERIFY2(m_help[command].startsWith(u"Usage: kagura-cli %1"_s.arg(command)),
                     outcome.output.constData());
        }
        m_page = contentOf(u"05-the-command-line.md"_s);
        QVERIFY(m_page.size() > 1000);
    }

    void everyFlagIsInTheManual()
    {
        const QSet<QString> told = flagsIn(m_page);
        QVERIFY(flagsOfAll().contains(u"--fallback"_s)); // the page of help was read at all
        QCOMPARE(sorted(flagsOfAll() - told), QStringList());
    }

    void theManualTellsOfNoOtherFlag()
    {
        QCOMPARE(sorted(flagsIn(m_page) - flagsOfAll() - QSet<QString>{u"--version"_s}),
                 QStringList());
    }

    void noPageTellsOfAFlagThatIsNotThere()
    {
        const QDir pages(QStringLiteral(KAGURA_SOURCE_DIR) + u"/resources/manual"_s);
        for (const QString &page : pages.entryList({u"*.md"_s})) {
            const QStringList lines = contentOf(page).split(u'\n');
            for (const QString &line : lines) {
                const qsizetype call = line.indexOf(u"kagura-cli "_s);
                const QSet<QString> told = call < 0 ? QSet<QString>() : flagsIn(line.mid(call));
                QVERIFY2((told - flagsOfAll() - QSet<QString>{u"--version"_s}).isEmpty(),
                         qPrintable(page + u": "_s + line));
            }
        }
    }

    void everyFlagOfTheManualsListHasItsValue()
    {
        // "--temperature NUMBER" in the manual is "--temperature <number>" in the help.
        static const QRegularExpression flag(u"(--[a-z][a-z-]*)(?: <([a-z]+)>)?"_s);
        for (auto match = flag.globalMatch(m_help[u"chat"_s]); match.hasNext();) {
            const QRegularExpressionMatch one = match.next();
            if (one.captured(2).isEmpty())
                continue;
            const QRegularExpression told(one.captured(1) + u" [A-Z0-9]"_s);
            QVERIFY2(m_page.contains(told), qPrintable(one.captured()));
        }
    }

    void everyCommandIsInTheManualAndInTheUsage()
    {
        QCOMPARE(sorted(commandsIn(m_page)), sorted(m_commands));
    }

    void theExitCodesAreThoseOfTheUsage()
    {
        static const QRegularExpression row(u"\\| (\\d+) \\|"_s);
        for (auto match = row.globalMatch(m_page); match.hasNext();)
            QVERIFY2(m_usage.contains(match.next().captured(1) + u' '), qPrintable(m_usage));
    }

private:
    [[nodiscard]] QSet<QString> flagsOfAll() const
    {
        QSet<QString> all = flagsIn(m_usage);
        for (const QString &help : m_help)
            all.unite(flagsIn(help));
        return all;
    }

    QSet<QString> m_commands;
    QHash<QString, QString> m_help;
    QString m_usage;
    QString m_page;
};

KAGURA_TEST(TestCommandLineManual)
#include "tst_commandlinemanual.moc"
