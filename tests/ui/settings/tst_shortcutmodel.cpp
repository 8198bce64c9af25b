// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/shortcutmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestShortcutModel : public QObject
{
    Q_OBJECT

private:
    static ShortcutEntry entry(const char *id, const char *keys, const char *usual = nullptr)
    {
        const QString name = QString::fromLatin1(id);
        return {name, name, QKeySequence(QString::fromLatin1(keys)),
                QKeySequence(QString::fromLatin1(usual == nullptr ? keys : usual))};
    }
    static QString text(const ShortcutModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void rowsAreCommandsAndReservedKeysAreNone()
    {
        ShortcutModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries({entry("Write", "Ctrl+L"), entry("Theme", "")}, {entry("Copy", "Ctrl+C")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ShortcutModel::Command), u"Write"_s);
        QCOMPARE(text(model, 0, ShortcutModel::Keys), u"Ctrl+L"_s);
        QCOMPARE(text(model, 1, ShortcutModel::Keys), QString());
        QVERIFY(!model.isAnyChanged());
    }

    void whatWasChangedSaysSo()
    {
        ShortcutModel model;
        model.setEntries({entry("Write", "Ctrl+J", "Ctrl+L"), entry("Stop", "", "Esc")}, {});
        QVERIFY(text(model, 0, ShortcutModel::Keys).contains(u"changed"_s));
        QVERIFY(text(model, 1, ShortcutModel::Keys).contains(u"none"_s));
        QVERIFY(model.isAnyChanged());
    }

    void lettersOfTheNameOrTheKeysFindACommand()
    {
        ShortcutModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries({entry("Write", "Ctrl+L"), entry("Theme", "Ctrl+T")}, {});
        model.setTyped(u" THE "_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(u"Theme"_s), 0);
        model.setTyped(u"ctrl+l"_s);
        QCOMPARE(text(model, 0, ShortcutModel::Command), u"Write"_s);
        model.setTyped(u"zzz"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(u"Theme"_s), -1);
        // Who is not shown has its keys all the same.
        QCOMPARE(model.ownerOf(QKeySequence(u"Ctrl+T"_s), {})->id, u"Theme"_s);
    }

    void theOwnerOfKeysIsNamed()
    {
        ShortcutModel model;
        model.setEntries({entry("Write", "Ctrl+L"), entry("Theme", "")}, {entry("Copy", "Ctrl+C")});
        QCOMPARE(model.ownerOf(QKeySequence(u"Ctrl+L"_s), u"Theme"_s)->id, u"Write"_s);
        QVERIFY(!model.ownerOf(QKeySequence(u"Ctrl+L"_s), u"Write"_s));
        QVERIFY(!model.ownerOf({}, u"Write"_s)); // no keys are nobody's
        QVERIFY(!model.ownerOf(QKeySequence(u"Ctrl+C"_s), {}));
        QCOMPARE(model.reservedFor(QKeySequence(u"Ctrl+C"_s))->name, u"Copy"_s);
    }

    void aChangeOfKeysKeepsTheRows()
    {
        ShortcutModel model;
        model.setEntries({entry("Write", "Ctrl+L"), entry("Theme", "")}, {});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setEntries({entry("Write", "Ctrl+J", "Ctrl+L"), entry("Theme", "")}, {});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
    }
};

KAGURA_TEST(TestShortcutModel)
#include "tst_shortcutmodel.moc"
