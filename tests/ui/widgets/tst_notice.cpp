// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/notice.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATitleThereIsNothing()
    {
        QWidget parent;
        Notice notice(&parent);
        parent.show();
        QVERIFY(!notice.isVisible());
        notice.setText({NoticeText::Kind::Failure, u"The key was refused."_s});
        QVERIFY(notice.isVisible());
        QVERIFY(!notice.findChild<QPushButton *>(u"noticeStep"_s)->isVisible());
        QVERIFY(!notice.findChild<QLabel *>(u"noticeDetail"_s)->isVisible());
        notice.setText({});
        QVERIFY(!notice.isVisible());
    }

    void theNextStepIsAButton()
    {
        Notice notice;
        notice.setText(
            {NoticeText::Kind::Failure, u"No answer."_s, u"The server is off."_s, u"Try again"_s});
        QSignalSpy requested(&notice, &Notice::stepRequested);
        QTest::mouseClick(notice.findChild<QPushButton *>(u"noticeStep"_s), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
    }

    void foreignWordsAreNoMarkup()
    {
        Notice notice;
        notice.setText({NoticeText::Kind::Failure, u"<b>x</b>"_s, u"<img src='/etc/hostname'>"_s});
        for (const QLabel *label : notice.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

KAGURA_TEST(TestNotice)
#include "tst_notice.moc"
