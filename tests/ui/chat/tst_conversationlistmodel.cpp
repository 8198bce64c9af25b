// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/conversationlistmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsBelowHeadingsByAge();
    void rowsStayInOrderThroughAnyChange();
    void renameAsksAndChangesNothing();
    void headingsCannotBeSelected();
    void asksForMoreOnceAPage();
    void filterLooksAtEveryPage();
    void newDayMovesHeadings();
    void hostileTitleIsOneSafeLine();
    void foldersStandBetweenPinnedAndTheRest();
    void aCollapsedFolderHidesWhatIsInIt();
    void aFolderThatIsNotThereIsNone();
    void whatIsDroppedOnAFolderGoesThere();

private:
    const QDateTime m_now{QDate(2026, 3, 12), QTime(15, 0)};

    [[nodiscard]] ConversationRow row(const QString &id, int daysAgo, bool isPinned = false) const
    {
        return {id, u'T' + id, m_now.addDays(-daysAgo), isPinned, false};
    }
    [[nodiscard]] static QStringList shown(const ConversationListModel &model)
    {
        QStringList lines;
        for (int i = 0; i < model.rowCount(); ++i)
            lines.append(model.index(i).data().toString());
        return lines;
    }
};

void TestConversationListModel::sortsBelowHeadingsByAge()
{
    ConversationListModel model;
    model.setNow(m_now);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset({row(QStringLiteral("old"), 40), row(QStringLiteral("a"), 0),
                 row(QStringLiteral("y"), 1), row(QStringLiteral("w"), 6),
                 row(QStringLiteral("p"), 9, true)},
                false);
    QCOMPARE(shown(model).join(u','),
             QStringLiteral("Pinned,Tp,Today,Ta,Yesterday,Ty,Previous 7 days,Tw,Older,Told"));
    QCOMPARE(model.conversationCount(), 5);
}

void TestConversationListModel::rowsStayInOrderThroughAnyChange()
{
    QRandomGenerator random(3);
    ConversationListModel model;
    model.setNow(m_now);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int step = 0; step < 300; ++step) {
        const QString id = QString::number(random.bounded(25));
        if (random.bounded(4) == 0)
            model.remove(id);
        else
            model.upsert(row(id, int(random.bounded(20)), random.bounded(6) == 0));
        ConversationListModel fresh;
        fresh.setNow(m_now);
        QList<ConversationRow> all;
        for (int i = 0; i < 25; ++i) {
            if (const ConversationRow *known = model.conversation(QString::number(i)))
                all.append(*known);
        }
        fresh.reset(all, false);
        QCOMPARE(shown(model), shown(fresh));
    }
}

void TestConversationListModel::renameAsksAndChangesNothing()
{
    ConversationListModel model;
    model.setNow(m_now);
    model.reset({row(QStringLiteral("a"), 0)}, false);
    QSignalSpy asked(&model, &ConversationListModel::renameRequested);
    const QModelIndex index = model.indexOf(QStringLiteral("a"));
    QVERIFY(model.setData(index, QStringLiteral(" New\ntitle "), Qt::EditRole));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(1).toString(), QStringLiteral("New title"));
    QCOMPARE(index.data().toString(), QStringLiteral("Ta"));
    QVERIFY(!model.setData(index, QStringLiteral("  "), Qt::EditRole));
    QVERIFY(!model.setData(model.index(0), QStringLiteral("x"), Qt::EditRole));
    QCOMPARE(asked.size(), 1);
}

void TestConversationListModel::headingsCannotBeSelected()
{
    ConversationListModel model;
    model.setNow(m_now);
    model.reset({row(QStringLiteral("a"), 0)}, false);
    QCOMPARE(model.flags(model.index(0)), Qt::ItemFlags(Qt::NoItemFlags));
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsEditable));
}

void TestConversationListModel::asksForMoreOnceAPage()
{
    ConversationListModel model;
    model.setNow(m_now);
    QSignalSpy wanted(&model, &ConversationListModel::moreWanted);
    model.reset({row(QStringLiteral("a"), 0)}, true);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    model.append({row(QStringLiteral("b"), 1)}, false);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.conversationCount(), 2);
}

void TestConversationListModel::filterLooksAtEveryPage()
{
    ConversationListModel model; // without a model tester, which asks for more itself
    model.setNow(m_now);
    QSignalSpy wanted(&model, &ConversationListModel::moreWanted);
    model.reset({row(QStringLiteral("apple"), 0), row(QStringLiteral("pear"), 0)}, true);
    QCOMPARE(wanted.size(), 0);
    model.setFilter(QStringLiteral("APP t"));
    QCOMPARE(shown(model).join(u','), QStringLiteral("Today,Tapple"));
    QCOMPARE(wanted.size(), 1);
    model.append({row(QStringLiteral("pine"), 1)}, true);
    QCOMPARE(wanted.size(), 2);
    model.append({row(QStringLiteral("pineapple"), 2)}, false);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(shown(model).join(u','), QStringLiteral("Today,Tapple,Previous 7 days,Tpineapple"));
    model.setFilter({});
    QCOMPARE(model.conversationCount(), 4);
    QVERIFY(shown(model).contains(QStringLiteral("Tpear")));
}

void TestConversationListModel::newDayMovesHeadings()
{
    ConversationListModel model;
    model.setNow(m_now);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset({row(QStringLiteral("a"), 0), row(QStringLiteral("b"), 1)}, false);
    model.setNow(m_now.addDays(1));
    QCOMPARE(shown(model).join(u','), QStringLiteral("Yesterday,Ta,Previous 7 days,Tb"));
}

void TestConversationListModel::hostileTitleIsOneSafeLine()
{
    ConversationListModel model;
    model.setNow(m_now);
    ConversationRow hostile = row(QStringLiteral("a"), 0);
    hostile.title = QStringLiteral("x\n\u202Ey\u001B[2J");
    model.reset({hostile}, false);
    const QString title = model.indexOf(QStringLiteral("a")).data().toString();
    QVERIFY(!title.contains(u'\n') && !title.contains(QChar(0x202E))
            && !title.contains(QChar(0x1B)));
    hostile.title.clear();
    model.upsert(hostile);
    QCOMPARE(model.indexOf(QStringLiteral("a")).data().toString(),
             QStringLiteral("New conversation"));
}

void TestConversationListModel::foldersStandBetweenPinnedAndTheRest()
{
    ConversationListModel model;
    model.setNow(m_now);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    ConversationRow filed = row(QStringLiteral("f"), 40);
    filed.folder = QStringLiteral("1");
    ConversationRow pinned = row(QStringLiteral("p"), 3, true);
    pinned.folder = QStringLiteral("1");
    model.reset({row(QStringLiteral("a"), 0), pinned}, false);
    model.setFolders({{QStringLiteral("2"), QStringLiteral("Empty")},
                      {QStringLiteral("1"), QStringLiteral("Work")}});
    model.add({filed});
    QCOMPARE(shown(model).join(u','), QStringLiteral("Pinned,Tp,Empty,Work,Tf,Today,Ta"));
    QCOMPARE(
        model.indexOfFolder(QStringLiteral("1")).data(ConversationListModel::CountRole).toInt(), 1);
    model.setFilter(QStringLiteral("Tf"));
    QCOMPARE(shown(model).join(u','), QStringLiteral("Work,Tf"));
}

void TestConversationListModel::aCollapsedFolderHidesWhatIsInIt()
{
    ConversationListModel model;
    model.setNow(m_now);
    ConversationRow filed = row(QStringLiteral("f"), 1);
    filed.folder = QStringLiteral("1");
    model.reset({filed}, false);
    model.setFolders({{QStringLiteral("1"), QStringLiteral("Work")}});
    model.setCollapsed(QStringLiteral("1"), true);
    QCOMPARE(shown(model).join(u','), QStringLiteral("Work"));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Folder Work, collapsed"));
    model.setFilter(QStringLiteral("Tf"));
    QCOMPARE(shown(model).join(u','), QStringLiteral("Work,Tf"));
    model.setFilter({});
    model.setCollapsed(QStringLiteral("1"), false);
    QCOMPARE(shown(model).join(u','), QStringLiteral("Work,Tf"));
    QSignalSpy renamed(&model, &ConversationListModel::folderRenameRequested);
    QVERIFY(model.setData(model.index(0), QStringLiteral("Play"), Qt::EditRole));
    QCOMPARE(renamed.first().first().toString(), QStringLiteral("1"));
}

void TestConversationListModel::aFolderThatIsNotThereIsNone()
{
    ConversationListModel model;
    model.setNow(m_now);
    ConversationRow filed = row(QStringLiteral("f"), 0);
    filed.folder = QStringLiteral("gone");
    model.reset({filed}, false);
    QCOMPARE(shown(model).join(u','), QStringLiteral("Today,Tf"));
}

void TestConversationListModel::whatIsDroppedOnAFolderGoesThere()
{
    ConversationListModel model;
    model.setNow(m_now);
    ConversationRow filed = row(QStringLiteral("f"), 0);
    filed.folder = QStringLiteral("1");
    model.reset({filed, row(QStringLiteral("a"), 0), row(QStringLiteral("b"), 0)}, false);
    model.setFolders({{QStringLiteral("1"), QStringLiteral("Work")}});
    const std::unique_ptr<QMimeData> dragged(
        model.mimeData({model.indexOf(QStringLiteral("a")), model.indexOf(QStringLiteral("b"))}));
    QSignalSpy moved(&model, &ConversationListModel::moveRequested);
    const QModelIndex heading = model.indexOfFolder(QStringLiteral("1"));
    QVERIFY(model.canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, heading));
    model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, heading);
    const QStringList expected = {QStringLiteral("a"), QStringLiteral("b")};
    QCOMPARE(moved.first().first().toStringList(), expected);
    QCOMPARE(moved.first().at(1).toString(), QStringLiteral("1"));
    model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, model.indexOf(QStringLiteral("f")));
    QCOMPARE(moved.at(1).at(1).toString(), QStringLiteral("1"));
    model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, model.indexOf(QStringLiteral("a")));
    QCOMPARE(moved.at(2).at(1).toString(), QString());
    const QModelIndex today = model.index(2);
    QCOMPARE(today.data().toString(), QStringLiteral("Today"));
    QVERIFY(!model.canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, today));
}

KAGURA_TEST(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
