// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keydescriptor.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace kagura;

class TestKeyDescriptor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneLine_data();
    void readsOneLine();
    void theDescriptorIsClosedAfterwards();
    void whatIsNoKeyIsRefused_data();
    void whatIsNoKeyIsRefused();
    void aWriterThatNeverClosesIsNotWaitedForLong();
    void badDescriptorsAreRefused_data();
    void badDescriptorsAreRefused();
};

namespace {

//! The reading end of a pipe that holds bytes and is closed for writing.
int pipeWith(const QByteArray &bytes)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return -1;
    ::fcntl(ends[1], F_SETPIPE_SZ, 64 * 1024);
    const bool isWritten =
        ::write(ends[1], bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    ::close(ends[1]);
    return isWritten ? ends[0] : -1;
}

} // namespace

void TestKeyDescriptor::readsOneLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("without an end of line") << QByteArray("sk-one");
    QTest::newRow("with one") << QByteArray("sk-one\n");
    QTest::newRow("with carriage return") << QByteArray("sk-one\r\n");
    QTest::newRow("with more lines") << QByteArray("sk-one\nsecond\n");
    QTest::newRow("with spaces around") << QByteArray("  sk-one \n");
}

void TestKeyDescriptor::readsOneLine()
{
    QFETCH(const QByteArray, bytes);
    const Result<Secret> key = readKeyDescriptor(pipeWith(bytes));
    QVERIFY(key);
    QCOMPARE(key->reveal(), QByteArray("sk-one"));
}

void TestKeyDescriptor::theDescriptorIsClosedAfterwards()
{
    const int descriptor = pipeWith("sk-one\n");
    QVERIFY(readKeyDescriptor(descriptor));
    QCOMPARE(::fcntl(descriptor, F_GETFD), -1);
    QCOMPARE(errno, EBADF);
}

void TestKeyDescriptor::whatIsNoKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("white space") << QByteArray(" \t\n");
    QTest::newRow("too much") << QByteArray(20 * 1024, 'x');
}

void TestKeyDescriptor::whatIsNoKeyIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const Result<Secret> key = readKeyDescriptor(pipeWith(bytes));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::BadRequest);
}

void TestKeyDescriptor::aWriterThatNeverClosesIsNotWaitedForLong()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    QCOMPARE(::write(ends[1], "sk-", 3), ssize_t(3));
    QElapsedTimer clock;
    clock.start();
    const Result<Secret> key = readKeyDescriptor(ends[0], std::chrono::milliseconds(100));
    ::close(ends[1]);
    QVERIFY(!key);
    QVERIFY(key.error().message.contains(QStringLiteral("in time")));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

void TestKeyDescriptor::badDescriptorsAreRefused_data()
{
    QTest::addColumn<int>("descriptor");
    QTest::newRow("negative") << -1;
    QTest::newRow("standard output") << 1;
    QTest::newRow("standard error") << 2;
    QTest::newRow("not open") << 987;
}

void TestKeyDescriptor::badDescriptorsAreRefused()
{
    QFETCH(const int, descriptor);
    const Result<Secret> key = readKeyDescriptor(descriptor, std::chrono::milliseconds(100));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::BadRequest);
    QVERIFY(::fcntl(1, F_GETFD) != -1 && ::fcntl(2, F_GETFD) != -1);
}

KAGURA_TEST(TestKeyDescriptor)
#include "tst_keydescriptor.moc"
