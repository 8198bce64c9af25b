// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/settings/signindialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestSignInDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SignInDialog> m_dialog;

    void open(const QString &clientId)
    {
        m_dialog = std::make_unique<SignInDialog>(u"Google"_s, clientId, Theme());
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    [[nodiscard]] QLineEdit &field(const char *name) const
    {
        return *m_dialog->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton &start() const
    {
        return *m_dialog->findChild<QPushButton *>(u"openBrowser"_s);
    }
    [[nodiscard]] Notice &notice() const { return *m_dialog->findChild<Notice *>(); }

private Q_SLOTS:
    void needsAClientIdAndNothingElse()
    {
        open({});
        QVERIFY(!start().isEnabled());
        QTest::keyClicks(&field("clientId"), u"  "_s);
        QVERIFY(!start().isEnabled());
        QTest::keyClicks(&field("clientId"), u"id "_s);
        QSignalSpy requested(m_dialog.get(), &SignInDialog::signInRequested);
        QTest::keyClick(&field("clientId"), Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.at(0).at(0).toString(), u"id"_s);
        QVERIFY(requested.at(0).at(1).value<Secret>().isEmpty());
    }

    void theSecretIsNeverShownAndForgottenAtTheEnd()
    {
        open(u"id"_s);
        QTest::keyClicks(&field("clientSecret"), u"canary"_s);
        QVERIFY(!field("clientSecret").displayText().contains(u"canary"_s));
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(field("clientSecret").text().isEmpty());
    }

    void theAddressCanAlwaysBeCopied_data()
    {
        QTest::addColumn<bool>("isOpened");
        QTest::newRow("the browser opened") << true;
        QTest::newRow("there is no browser") << false;
    }
    void theAddressCanAlwaysBeCopied()
    {
        QFETCH(const bool, isOpened);
        open(u"id"_s);
        start().click();
        QVERIFY(!start().isEnabled()); // one at a time
        m_dialog->showBrowser(QUrl(u"https://a.example/?x=%2F"_s), isOpened);
        notice().findChild<QPushButton *>(u"noticeStep"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://a.example/?x=%2F"_s);
    }

    void afterAFailureAnotherAttemptIsOneKeyAway()
    {
        open(u"id"_s);
        QSignalSpy requested(m_dialog.get(), &SignInDialog::signInRequested);
        start().click();
        m_dialog->showFailure({NoticeText::Kind::Failure, u"It did not work."_s, u"Because."_s});
        QCOMPARE(notice().text().title, u"It did not work."_s);
        QVERIFY(field("clientId").isEnabled());
        QCOMPARE(field("clientId").text(), u"id"_s);
        QTest::keyClick(&start(), Qt::Key_Return);
        QCOMPARE(requested.count(), 2);
    }

    void everythingHasANameAndIsReachedByTab()
    {
        open(u"id"_s);
        const QStringList faults = accessFaults(*m_dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

KAGURA_TEST(TestSignInDialog)
#include "tst_signindialog.moc"
