// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guides in docs/, done as they say: a block of JSON with a name is that file, blocks of commands run
// in a folder where the files stand, and a block of text behind one is what it prints.

#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

const QString Folder = QStringLiteral(KAGURA_SOURCE_DIR) + u"/docs/"_s;

struct Block
{
    QString kind; //!< "json hello.kagura.json", "sh", "text"
    QString text;
    int line = 0;
};

QList<Block> blocksOf(const QString &guide)
{
    QFile file(Folder + guide);
    QList<Block> blocks;
    if (!file.open(QIODevice::ReadOnly))
        return blocks;
    std::optional<Block> open;
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (!line.startsWith("```"_L1)) {
            if (open)
                open->text += line + u'\n';
        } else if (open) {
            blocks.append(*std::exchange(open, std::nullopt));
        } else {
            open = Block{line.mid(3).trimmed(), {}, number};
        }
    }
    return blocks;
}

//! What is printed, with `…` for anything in a line, and alone for any lines.
QRegularExpression expectation(const QString &text)
{
    QString pattern;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line == u"\u2026"_s) {
            pattern += u"(?:.*\\n)*"_s;
            continue;
        }
        QStringList parts;
        for (const QString &part : line.split(u'\u2026'))
            parts.append(QRegularExpression::escape(part));
        pattern += parts.join(u".*"_s) + u"\\n"_s;
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

class TestGuides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandAndFileWorksAsItIsWritten_data()
    {
        QTest::addColumn<QString>("guide");
        for (const char *guide : {"streaming.md", "workflows.md"})
            QTest::newRow(guide) << QString::fromLatin1(guide);
    }
    void everyCommandAndFileWorksAsItIsWritten()
    {
        QFETCH(const QString, guide);
        CliProcess shell(u"/bin/bash"_s);
        const QString programs = QFileInfo(QStringLiteral(KAGURA_CLI)).path();
        shell.setEnvironment(u"PATH"_s, programs + u':' + qEnvironmentVariable("PATH"));
        const QDir work(shell.homePath());
        const QList<Block> blocks = blocksOf(guide);
        QVERIFY(blocks.size() > 3);
        QString printed;
        for (const Block &block : blocks) {
            const QString place = u"%1:%2: "_s.arg(guide).arg(block.line);
            if (block.kind.startsWith("json "_L1)) {
                QFile file(work.filePath(block.kind.section(u' ', 1)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(block.text.toUtf8());
            } else if (block.kind == "sh"_L1) {
                const CliOutcome outcome =
                    shell.run({u"-c"_s, u"cd '%1' || exit\n"_s.arg(work.path()) + block.text});
                printed = QString::fromUtf8(outcome.output + outcome.errors);
                QVERIFY2(outcome.exitCode == 0, qPrintable(place + printed));
            } else if (block.kind == "text"_L1) {
                QVERIFY2(expectation(block.text).match(printed).hasMatch(),
                         qPrintable(place + u"it prints\n"_s + printed));
            } else {
                QFAIL(qPrintable(place + u"neither a file nor commands nor what they print"_s));
            }
        }
    }
};

KAGURA_TEST(TestGuides)
#include "tst_guides.moc"
