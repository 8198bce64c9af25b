// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/outgrowndialog.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestOutgrownDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWouldBeLeftOutIsShown()
    {
        open();
        auto *list = m_dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), u"You: first question"_s);
        QCOMPARE(list->item(1)->text(), u"Answer: first answer"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
    }

    void eachWayOutIsToldOnce_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<OutgrownChoice>("expected");
        QTest::newRow("everything") << u"sendEverything"_s << OutgrownChoice::SendAll;
        QTest::newRow("oldest left out") << u"dropOldest"_s << OutgrownChoice::DropOldest;
        QTest::newRow("escape") << QString() << OutgrownChoice::Cancel;
    }

    void eachWayOutIsToldOnce()
    {
        QFETCH(QString, button);
        QFETCH(OutgrownChoice, expected);
        open();
        QList<OutgrownChoice> chosen;
        connect(m_dialog, &OutgrownDialog::chosen, this,
                [&chosen](OutgrownChoice choice) { chosen.append(choice); });
        if (button.isEmpty())
            QTest::keyClick(m_dialog, Qt::Key_Escape);
        else
            QTest::keyClick(m_dialog->findChild<QPushButton *>(button), Qt::Key_Space);
        QCOMPARE(chosen, QList<OutgrownChoice>{expected});
    }

    void aMessageThatIsTooLongByItselfIsNotCut()
    {
        m_outgrown.dropped.clear();
        open();
        QVERIFY(!m_dialog->findChild<QPushButton *>(u"dropOldest"_s));
        QVERIFY(m_dialog->findChild<QPushButton *>(u"sendEverything"_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
    }

private:
    void open()
    {
        m_dialog = new OutgrownDialog(m_outgrown, u"large"_s, test::sampleStyle(), nullptr);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    Outgrown m_outgrown{210'000,
                        200'000,
                        {{Role::User, u"first question"_s}, {Role::Assistant, u"first answer"_s}},
                        150'000};
    OutgrownDialog *m_dialog = nullptr;
};

KAGURA_TEST(TestOutgrownDialog)
#include "tst_outgrowndialog.moc"
