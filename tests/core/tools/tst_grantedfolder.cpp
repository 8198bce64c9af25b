// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/grantedfolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestGrantedFolder : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_root;
    QString m_granted;

    void write(const QString &path, const QByteArray &bytes) const
    {
        const QString whole = m_root.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void link(const QString &target, const QString &path) const
    {
        QCOMPARE(::symlink(QFile::encodeName(target).constData(),
                           QFile::encodeName(m_root.filePath(path)).constData()),
                 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_granted = m_root.filePath(u"granted"_s);
        write(u"granted/a.txt"_s, "a");
        write(u"granted/sub/b.txt"_s, "bb");
        write(u"granted/sub/deep/\u82b1.txt"_s, "ccc");
        write(u"granted/.env"_s, "KEY=secret");
        write(u"granted/.git/config"_s, "secret");
        write(u"granted/CON"_s, "a plain name here");
        write(u"outside/secret.txt"_s, "secret");
        link(m_root.filePath(u"outside"_s), u"granted/out"_s);
        link(m_root.filePath(u"outside/secret.txt"_s), u"granted/out.txt"_s);
        link(u"../outside/secret.txt"_s, u"granted/relative.txt"_s);
        link(u"/etc"_s, u"granted/sub/etc"_s);
        link(u"a.txt"_s, u"granted/inner.txt"_s);
        link(u"loop"_s, u"granted/loop"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(m_root.filePath(u"granted/pipe"_s)).constData(), 0600),
                 0);
    }

    void filesAreListedWithoutLinksAndHiddenOnes()
    {
        const Result<GrantedFolder::Listing> all = GrantedFolder::open(m_granted)->list({}, {});
        QVERIFY(all);
        QCOMPARE(all->files,
                 (QList<GrantedFolder::Entry>{{u"CON"_s, 17},
                                              {u"a.txt"_s, 1},
                                              {u"sub/b.txt"_s, 2},
                                              {u"sub/deep/\u82b1.txt"_s, 3}}));
        QVERIFY(!all->isCut);
        QCOMPARE(GrantedFolder::open(m_granted)->list(u"sub/deep"_s, {})->files,
                 (QList<GrantedFolder::Entry>{{u"sub/deep/\u82b1.txt"_s, 3}}));
    }

    void aListIsCutAndSaysSo()
    {
        GrantedFolder::Limits limits;
        limits.entries = 2;
        const Result<GrantedFolder::Listing> few = GrantedFolder::open(m_granted)->list({}, limits);
        QCOMPARE(few->files.size(), 2);
        QVERIFY(few->isCut);
        limits = {};
        limits.depth = 1;
        const Result<GrantedFolder::Listing> flat =
            GrantedFolder::open(m_granted)->list({}, limits);
        QCOMPARE(flat->files.size(), 3);
        QVERIFY(flat->isCut);
    }

    void aFileIsRead()
    {
        QCOMPARE(*GrantedFolder::open(m_granted)->read(u"sub/deep/\u82b1.txt"_s, {}), "ccc");
        QCOMPARE(*GrantedFolder::open(m_granted)->read(u"./sub//b.txt"_s, {}), "bb");
    }

    // What leads out, and what is no file.
    void nothingOutsideIsRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");

        const auto row = [](const char *name, const QString &path, const char *says) {
            QTest::newRow(name) << path << QString::fromLatin1(says);
        };
        row("upwards", u"../outside/secret.txt"_s, "lead out");
        row("upwards in the middle", u"sub/../../outside/secret.txt"_s, "lead out");
        row("upwards and back", u"sub/../a.txt"_s, "lead out");
        row("upwards at the end", u"sub/.."_s, "lead out");
        row("absolute", u"/etc/passwd"_s, "without a /");
        row("two slashes", u"//etc/passwd"_s, "without a /");
        row("of the machine", u"/proc/self/environ"_s, "without a /");
        row("a link to a file", u"out.txt"_s, "links are not followed");
        row("a relative link", u"relative.txt"_s, "links are not followed");
        row("a link to a folder", u"out/secret.txt"_s, "link");
        row("a link below", u"sub/etc/passwd"_s, "link");
        row("a link that stays inside", u"inner.txt"_s, "links are not followed");
        row("a link to itself", u"loop"_s, "links are not followed");
        row("hidden", u".env"_s, "hidden");
        row("in a hidden folder", u".git/config"_s, "hidden");
        row("hidden behind a point", u"./.env"_s, "hidden");
        row("three points", u"..."_s, "hidden");
        row("a zero", u"a.txt"_s + QChar::Null + u".png"_s, "zero character");
        row("a zero first", QChar::Null + u"a.txt"_s, "zero character");
        row("long", QString(5000, u'a'), "too long");
        row("a long name", QString(300, u'a'), "");
        row("many steps", QString(u"a/"_s).repeated(2000), "nothing of that name");
        row("nothing", QString(), "this is a folder");
        row("only slashes and points", u"./."_s, "this is a folder");
        row("a folder", u"sub"_s, "this is a folder");
        row("a pipe", u"pipe"_s, "no ordinary file");
        row("what is not there", u"b.txt"_s, "nothing of that name");
        row("through a file", u"a.txt/b"_s, "where a folder should be");
        row("an address", u"file:///etc/passwd"_s, "nothing of that name");
        row("another kind of slash", u"..\\outside\\secret.txt"_s, "hidden");
        row("encoded", u"%2e%2e/outside/secret.txt"_s, "nothing of that name");
        row("the home", u"~/secret.txt"_s, "nothing of that name");
    }
    void nothingOutsideIsRead()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, says);
        const Result<GrantedFolder> folder = GrantedFolder::open(m_granted);
        const Result<QByteArray> read = folder->read(path, {});
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
        if (const Result<GrantedFolder::Listing> listing = folder->list(path, {})) {
            for (const GrantedFolder::Entry &file : listing->files)
                QVERIFY2(!file.path.contains(u"secret"_s) && !file.path.contains(u"passwd"_s),
                         qPrintable(file.path));
        }
    }

    void noLinkPutThereMeanwhileLeadsOut()
    {
        write(u"granted/race/secret.txt"_s, "inside");
        const QByteArray place = QFile::encodeName(m_root.filePath(u"granted/race"_s));
        const QByteArray aside = QFile::encodeName(m_root.filePath(u"granted/aside"_s));
        const QByteArray outside = QFile::encodeName(m_root.filePath(u"outside"_s));
        std::atomic<bool> isOver{false};
        std::thread swapper([&] {
            while (!isOver) {
                std::ignore = std::rename(place.constData(), aside.constData());
                std::ignore = ::symlink(outside.constData(), place.constData());
                std::ignore = ::unlink(place.constData());
                std::ignore = std::rename(aside.constData(), place.constData());
            }
        });
        int escapes = 0;
        const Result<GrantedFolder> folder = GrantedFolder::open(m_granted);
        for (int i = 0; i < 3000; ++i) {
            const Result<QByteArray> read = folder->read(u"race/secret.txt"_s, {});
            escapes += read && *read == "secret" ? 1 : 0;
        }
        isOver = true;
        swapper.join();
        QCOMPARE(escapes, 0);
        const Result<QByteArray> quiet = folder->read(u"race/secret.txt"_s, {});
        QVERIFY2(quiet, quiet ? "" : qPrintable(quiet.error().message));
        QCOMPARE(*quiet, QByteArray("inside"));
    }

    void aFileThatIsTooLargeIsRefused()
    {
        GrantedFolder::Limits limits;
        limits.fileBytes = 2;
        QVERIFY(GrantedFolder::open(m_granted)->read(u"sub/b.txt"_s, limits));
        const Result<QByteArray> read =
            GrantedFolder::open(m_granted)->read(u"sub/deep/\u82b1.txt"_s, limits);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"larger than"_s));
    }

    void withoutAFolderNothingIsOpen()
    {
        for (const QString &path : {QString(), u"relative"_s, m_root.filePath(u"nowhere"_s)}) {
            const Result<GrantedFolder> folder = GrantedFolder::open(path);
            QVERIFY(!folder);
            QCOMPARE(folder.error().kind, Error::Kind::BadRequest);
        }
    }
};

KAGURA_TEST(TestGrantedFolder)
#include "tst_grantedfolder.moc"
