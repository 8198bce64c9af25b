// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlpath.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;

class TestControlPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path())); }
    void standsInTheFolderWhereItFits();
    void twoWaysToTheSameFolderMeet();
    void fitsASocketWhateverTheFolderIsCalled();

private:
    const QTemporaryDir m_runtime;
};

using namespace Qt::StringLiterals;

void TestControlPath::standsInTheFolderWhereItFits()
{
    QCOMPARE(controlSocketPath(u"/nonexistent/kagura"_s), u"/nonexistent/kagura/control.sock"_s);
}

void TestControlPath::twoWaysToTheSameFolderMeet()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QDir().mkpath(folder.filePath(u"real"_s)));
    QVERIFY(QFile::link(folder.filePath(u"real"_s), link));
    QCOMPARE(controlSocketPath(link), controlSocketPath(folder.filePath(u"real"_s)));
    QCOMPARE(controlSocketPath(link + u"/../real/"_s), controlSocketPath(link));
}

void TestControlPath::fitsASocketWhateverTheFolderIsCalled()
{
    for (int length = 1; length < 200; ++length) {
        const QString folder = u"/"_s + QString(length, QChar(0x795e)); // three bytes each
        QVERIFY(QFile::encodeName(controlSocketPath(folder)).size() <= 107);
    }
}

KAGURA_TEST(TestControlPath)
#include "tst_controlpath.moc"
