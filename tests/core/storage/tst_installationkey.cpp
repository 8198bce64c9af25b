// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/installationkey.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestInstallationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itStaysTheSameAndIsForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        const Result<Secret> first = installationKey(path);
        QVERIFY(first);
        QCOMPARE(first->reveal().size(), 32);
        QVERIFY(*installationKey(path) == *first);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void everyFolderHasItsOwn()
    {
        const QTemporaryDir folder;
        QVERIFY(!(*installationKey(folder.filePath(u"a"_s))
                  == *installationKey(folder.filePath(u"b"_s))));
        QVERIFY(!(temporaryKey() == temporaryKey()));
    }

    void allWhoMakeItAtOnceGetTheSame()
    {
        for (int round = 0; round < 200; ++round) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"key"_s);
            std::vector<Secret> keys(4);
            std::vector<std::thread> threads;
            threads.reserve(keys.size());
            for (Secret &key : keys)
                threads.emplace_back([&key, path] { key = *installationKey(path); });
            for (std::thread &thread : threads)
                thread.join();
            for (const Secret &key : keys)
                QVERIFY(!key.isEmpty() && key == keys.front());
        }
    }

    void aBrokenFileIsReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short");
        file.close();
        const Result<Secret> key = installationKey(path);
        QVERIFY(key);
        QCOMPARE(key->reveal().size(), 32);
        QVERIFY(*installationKey(path) == *key);
    }

    void aFolderThatIsMissingIsAnError()
    {
        const Result<Secret> key = installationKey(u"/nowhere/at/all/key"_s);
        QVERIFY(!key);
        QCOMPARE(key.error().kind, Error::Kind::Storage);
        QVERIFY(key.error().message.contains(u"/nowhere/at/all/key"_s));
    }
};

KAGURA_TEST(TestInstallationKey)
#include "tst_installationkey.moc"
