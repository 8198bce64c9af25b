// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/shell/commandmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCommandModel : public QObject
{
    Q_OBJECT

private:
    static QStringList namesIn(const CommandModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names;
    }

private Q_SLOTS:
    void theBestComesFirstAndWhatCannotBeUsedNotAtAll()
    {
        QAction folder(u"Open the data folder"_s);
        QAction dark(u"Theme: dark"_s);
        QAction stop(u"Stop the answer"_s);
        CommandModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setCommands({&folder, &dark, &stop});
        QCOMPARE(namesIn(model),
                 QStringList({u"Open the data folder"_s, u"Theme: dark"_s, u"Stop the answer"_s}));
        model.setTyped(u"th"_s);
        QCOMPARE(namesIn(model).constFirst(), u"Theme: dark"_s);
        QCOMPARE(model.commandAt(model.index(0)), &dark);
        dark.setEnabled(false);
        model.setTyped(u"the"_s);
        QVERIFY(!namesIn(model).contains(u"Theme: dark"_s));
        model.setTyped(u"xyz"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.commandAt({}), nullptr);
    }

    void keysOfAPageAreShownThoughItHoldsThemItself()
    {
        QAction own(u"Quit"_s);
        own.setShortcut(QKeySequence(u"Ctrl+Q"_s));
        QAction page(u"New conversation"_s);
        page.setData(QVariant::fromValue(QKeySequence(u"Ctrl+N"_s)));
        CommandModel model;
        model.setCommands({&own, &page});
        QCOMPARE(model.index(0).data(CommandModel::KeysRole).toString(), u"Ctrl+Q"_s);
        QCOMPARE(model.index(1).data(CommandModel::KeysRole).toString(), u"Ctrl+N"_s);
    }
};

KAGURA_TEST(TestCommandModel)
#include "tst_commandmodel.moc"
