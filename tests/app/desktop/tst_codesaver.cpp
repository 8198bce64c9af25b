// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/codesaver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;

class TestCodeSaver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheCodeWithALastLineEnd();
    void saysWhyItCouldNotBeSaved();
    void aSuggestedNameIsNeverAPath();
};

void TestCodeSaver::writesTheCodeWithALastLineEnd()
{
    const QTemporaryDir folder;
    QWidget page;
    CodeSaver saver(page);
    const QString path = folder.filePath(QStringLiteral("a.cpp"));
    QVERIFY(saver.write(QStringLiteral("int a;"), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("int a;\n"));
}

void TestCodeSaver::saysWhyItCouldNotBeSaved()
{
    QWidget page;
    CodeSaver saver(page);
    QSignalSpy notified(&saver, &CodeSaver::notified);
    QVERIFY(!saver.write(QStringLiteral("x"), QStringLiteral("/nowhere/at/all/a.cpp")));
    QCOMPARE(notified.size(), 1);
    QVERIFY(notified.first().first().toString().contains(QStringLiteral("could not be saved")));
}

void TestCodeSaver::aSuggestedNameIsNeverAPath()
{
    QWidget page;
    CodeSaver saver(page);
    saver.ask(QStringLiteral("x"), QStringLiteral("../../etc/passwd"));
    auto *dialog = page.findChild<QFileDialog *>(QStringLiteral("saveCodeDialog"));
    QVERIFY(dialog);
    QVERIFY(!dialog->selectedFiles().value(0).contains(QStringLiteral("etc/passwd")));
    dialog->reject();
}

KAGURA_TEST(TestCodeSaver)
#include "tst_codesaver.moc"
