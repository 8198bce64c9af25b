// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/settings/teampane.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestTeamPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<TeamPane>();
        m_pane->setTheme(Theme());
        m_pane->showEntry({u"redis://cache:6379"_s,
                           u"design"_s,
                           u"In use: 0123abcd"_s,
                           {NoticeText::Kind::Neutral, u"On"_s, u"All is well."_s, u"Test"_s}});
        m_pane->resize(1000, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
    }

    void everyControlIsReachedAndNamed()
    {
        const QStringList faults = test::accessFaults(*m_pane);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aServerIsChosenOnceItIsTyped()
    {
        QSignalSpy chosen(m_pane.get(), &TeamPane::serverChosen);
        QLineEdit *field = this->field(u"teamServer"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0); // nothing was changed
        field->setText(u" redis://other "_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), u"redis://other"_s);
    }

    void secretsLeaveTheirFields_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("key") << u"teamKey"_s;
        QTest::newRow("password") << u"teamPassword"_s;
    }
    void secretsLeaveTheirFields()
    {
        QFETCH(const QString, name);
        QLineEdit *field = this->field(name);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        Secret given;
        for (const auto signal : {&TeamPane::keyGiven, &TeamPane::passwordGiven})
            connect(m_pane.get(), signal, this, [&given](const Secret &one) { given = one; });
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(given.isEmpty());
        QTest::keyClicks(field, u"secret"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(given.reveal(), QByteArray("secret"));
        QVERIFY(field->text().isEmpty());
    }

    void whatIsBeingTypedStays()
    {
        QLineEdit *field = this->field(u"teamServer"_s);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        field->setText(u"redis://ha"_s);
        m_pane->showEntry({u"redis://cache:6379"_s, u"other"_s, {}, {}});
        QCOMPARE(field->text(), u"redis://ha"_s);
        QCOMPARE(this->field(u"teamName"_s)->text(), u"other"_s);
    }

    void theNextStepIsAButton()
    {
        QSignalSpy test(m_pane.get(), &TeamPane::testRequested);
        QSignalSpy made(m_pane.get(), &TeamPane::newKeyRequested);
        for (QPushButton *button : m_pane->findChildren<QPushButton *>())
            button->click();
        QCOMPARE(test.size(), 1);
        QCOMPARE(made.size(), 1);
    }

private:
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return m_pane->findChild<QLineEdit *>(name);
    }

    std::unique_ptr<TeamPane> m_pane;
};

KAGURA_TEST(TestTeamPane)
#include "tst_teampane.moc"
