// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/lease.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsAliveAsLongAsItIsHeld()
    {
        auto lease = std::move(Lease::take(folder())).value();
        const QString name = lease->name();
        QVERIFY(Lease::isAlive(folder(), name));
        lease.reset();
        QVERIFY(!Lease::isAlive(folder(), name));
        QVERIFY(QDir(folder()).isEmpty());
    }

    void leasesOfOneFolderDoNotKnowEachOther()
    {
        const auto first = std::move(Lease::take(folder())).value();
        const auto second = std::move(Lease::take(folder())).value();
        QVERIFY(first->name() != second->name());
        QVERIFY(Lease::isAlive(folder(), first->name()));
        QVERIFY(Lease::isAlive(folder(), second->name()));
    }

    void whatADeadProcessLeftIsSweptAway()
    {
        QVERIFY(QDir().mkpath(folder()));
        const QString name = u"0b0e4e1c-2c4f-4b6e-9a55-0d1c3b6f5a11"_s;
        QFile file(folder() + u'/' + name + u".lease"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(!Lease::isAlive(folder(), name));
        const auto lease = std::move(Lease::take(folder())).value();
        QVERIFY(!file.exists());
        QVERIFY(Lease::isAlive(folder(), lease->name()));
    }

    void namesThatLeadElsewhereAreNobodys()
    {
        const auto lease = std::move(Lease::take(folder())).value();
        for (const QString &name :
             {QString(), u".."_s, u"../processes/"_s + lease->name(), u"/etc"_s})
            QVERIFY2(!Lease::isAlive(folder(), name), qPrintable(name));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QCOMPARE(Lease::take(m_folder->filePath(u"no/where"_s)).error().kind, Error::Kind::Storage);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"processes"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestLease)

#include "tst_lease.moc"
