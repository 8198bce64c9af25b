// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/conversationlistmodel.h"

#include <QAbstractItemModelTester>
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

KAGURA_TEST(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
