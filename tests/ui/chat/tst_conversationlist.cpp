// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/conversationmenu.h"
#include "ui/chat/searchhitmodel.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestConversationList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ConversationListModel>();
        m_hits = std::make_unique<SearchHitModel>();
        m_list = std::make_unique<ConversationList>(*m_model, *m_hits);
        m_list->setChatStyle(test::sampleStyle());
        const QDateTime now = QDateTime::currentDateTime();
        m_model->setNow(now);
        m_model->reset({{u"a"_s, u"A"_s, now, false, false, {}},
                        {u"b"_s, u"B"_s, now.addSecs(-60), false, false, {}},
                        {u"c"_s, u"C"_s, now.addSecs(-120), false, false, {}},
                        {u"f"_s, u"F"_s, now, false, false, u"1"_s}},
                       false);
        m_model->setFolders({{u"1"_s, u"Work"_s}});
        m_list->resize(272, 600);
        m_list->show();
        m_list->setCurrent(u"a"_s);
        m_list->view().setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    }
    void cleanup()
    {
        m_list.reset();
        m_hits.reset();
        m_model.reset();
    }

    void severalAreChosenByKeyboardAndNotOpened()
    {
        const QSignalSpy opened(m_list.get(), &ConversationList::opened);
        const QSignalSpy deleted(m_list.get(), &ConversationList::deleteRequested);
        QTest::keyClick(&m_list->view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&m_list->view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(opened.size(), 0);
        const QStringList all = {u"a"_s, u"b"_s, u"c"_s};
        QCOMPARE(m_list->chosen(), all);
        QTest::keyClick(&m_list->view(), Qt::Key_Delete);
        QCOMPARE(deleted.first().first().toStringList(), all);
    }

    void whatArrivesLeavesTheChoiceAlone()
    {
        QTest::keyClick(&m_list->view(), Qt::Key_Down, Qt::ShiftModifier);
        m_model->upsert(
            {u"c"_s, u"C"_s, QDateTime::currentDateTime().addSecs(1), false, false, {}});
        QCOMPARE(m_list->chosen().size(), 2);
        m_list->setCurrent(u"f"_s);
        QCOMPARE(m_list->chosen(), QStringList{u"f"_s});
    }

    void aFolderIsCollapsedRenamedAndDeletedByKeyboard()
    {
        const QSignalSpy opened(m_list.get(), &ConversationList::opened);
        QListView &view = m_list->view();
        view.setCurrentIndex(m_model->indexOfFolder(u"1"_s));
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(!m_model->indexOf(u"f"_s).isValid());
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(m_model->indexOf(u"f"_s).isValid());
        QCOMPARE(view.currentIndex(), m_model->indexOfFolder(u"1"_s));
        const QSignalSpy renamed(m_model.get(), &ConversationListModel::folderRenameRequested);
        m_list->renameFolder(u"1"_s);
        auto *editor = view.findChild<QLineEdit *>(u"renameConversation"_s);
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"Play"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        const QSignalSpy deleted(m_list.get(), &ConversationList::folderDeleteRequested);
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(deleted.first().first().toString(), u"1"_s);
    }

    void theMenuMovesAllThatAreChosen()
    {
        QTest::keyClick(&m_list->view(), Qt::Key_Down, Qt::ShiftModifier);
        const QSignalSpy moved(m_list.get(), &ConversationList::moveRequested);
        const QSignalSpy pinned(m_list.get(), &ConversationList::pinRequested);
        const QSignalSpy made(m_list.get(), &ConversationList::newFolderRequested);
        const QStringList both = {u"a"_s, u"b"_s};
        press(u"moveMenu"_s, u"Work"_s);
        QCOMPARE(moved.first().first().toStringList(), both);
        QCOMPARE(moved.first().at(1).toString(), u"1"_s);
        press(u"moveMenu"_s, u"New folder"_s);
        QCOMPARE(made.first().first().toStringList(), both);
        press(u"conversationMenu"_s, u"Pin"_s);
        QCOMPARE(pinned.first().first().toStringList(), both);
        QVERIFY(pinned.first().at(1).toBool());
    }

private:
    void press(const QString &menuName, const QString &words)
    {
        const QRect row = m_list->view().visualRect(m_model->indexOf(u"a"_s));
        Q_EMIT m_list->view().customContextMenuRequested(row.center());
        auto *menu = m_list->findChild<ConversationMenu *>();
        QVERIFY(menu);
        QMenu *inner = menu->objectName() == menuName ? menu : menu->findChild<QMenu *>(menuName);
        QVERIFY(inner);
        for (QAction *action : inner->actions()) {
            if (action->text() == words)
                action->trigger();
        }
        menu->close();
        QTRY_VERIFY(!m_list->findChild<ConversationMenu *>());
    }

    std::unique_ptr<ConversationListModel> m_model;
    std::unique_ptr<SearchHitModel> m_hits;
    std::unique_ptr<ConversationList> m_list;
};

} // namespace

KAGURA_TEST(TestConversationList)

#include "tst_conversationlist.moc"
