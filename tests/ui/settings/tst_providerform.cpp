// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/providerform.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestProviderForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFieldThatIsLeftIsApplied();
    void aBadFieldSaysWhyAndChangesNothing();
    void theFinalAddressFollowsTyping();
    void whatIsBeingTypedIsNotOverwritten();
    void headersAreAppliedWhenTheyAreLeft();
    void testsWhatIsInTheFields();
    void aSignInIsOfferedWhereThereIsOneAndTakenBackAfterwards();

private:
    [[nodiscard]] static ProviderEntry entry()
    {
        ProviderEntry made;
        made.config.name = u"team"_s;
        made.config.baseUrl = QUrl(u"https://llm.team.example/v1"_s);
        made.title = u"Team gateway"_s;
        made.callPath = u"/chat/completions"_s;
        made.keyWords = u"In the keychain"_s;
        return made;
    }
    [[nodiscard]] QLineEdit *field(const char *name) const
    {
        return m_form->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString hint(const char *name) const
    {
        return m_form->findChild<Label *>(QString::fromLatin1(name))->text();
    }
    static void retype(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    std::unique_ptr<ProviderForm> m_form;
};

void TestProviderForm::init()
{
    m_form = std::make_unique<ProviderForm>();
    m_form->setTheme(Theme());
    m_form->setEntry(entry());
    m_form->resize(800, 700);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    m_form->activateWindow();
}

void TestProviderForm::aFieldThatIsLeftIsApplied()
{
    QSignalSpy changed(m_form.get(), &ProviderForm::configChanged);
    retype(field("idle"), u"90"_s);
    QCOMPARE(changed.size(), 0);
    QTest::keyClick(field("idle"), Qt::Key_Tab);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<ProviderConfig>().deadlines.idle,
             std::optional<std::chrono::milliseconds>(std::chrono::seconds(90)));
    QTest::keyClick(field("total"), Qt::Key_Tab); // nothing was typed there
    QCOMPARE(changed.size(), 1);
}

void TestProviderForm::aSignInIsOfferedWhereThereIsOneAndTakenBackAfterwards()
{
    auto *button = m_form->findChild<QPushButton *>(u"signIn"_s);
    auto *replace = m_form->findChild<QPushButton *>(u"replaceKey"_s);
    QVERIFY(button->isHidden());
    ProviderEntry google = entry();
    google.signInTitle = u"Google"_s;
    m_form->setEntry(google);
    QVERIFY(!button->isHidden() && !replace->isHidden());
    QVERIFY(button->text().contains(u"Google"_s));
    QSignalSpy in(m_form.get(), &ProviderForm::signInRequested);
    QSignalSpy out(m_form.get(), &ProviderForm::signOutRequested);
    button->click();
    google.isSignedIn = true;
    m_form->setEntry(google);
    QVERIFY(replace->isHidden()); // a key would not be used
    button->click();
    QCOMPARE(in.count(), 1);
    QCOMPARE(out.count(), 1);
}

void TestProviderForm::aBadFieldSaysWhyAndChangesNothing()
{
    QSignalSpy changed(m_form.get(), &ProviderForm::configChanged);
    retype(field("baseUrl"), u"llm.team"_s);
    QTest::keyClick(field("baseUrl"), Qt::Key_Return);
    QCOMPARE(changed.size(), 0);
    QVERIFY(hint("baseUrlHint").contains(u"https://"_s));
    retype(field("baseUrl"), u"https://other.example/v1"_s);
    QTest::keyClick(field("baseUrl"), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QVERIFY(hint("baseUrlHint").contains(u"Calls go to"_s));
}

void TestProviderForm::theFinalAddressFollowsTyping()
{
    retype(field("baseUrl"), u"https://a.example/v1/"_s);
    QCOMPARE(hint("baseUrlHint"), u"Calls go to https://a.example/v1/chat/completions"_s);
}

void TestProviderForm::whatIsBeingTypedIsNotOverwritten()
{
    retype(field("idle"), u"4"_s);
    ProviderEntry newer = entry();
    newer.config.limits.concurrency = 3;
    newer.stateWords = u"4 models"_s;
    m_form->setEntry(newer);
    QCOMPARE(field("idle")->text(), u"4"_s);
    QCOMPARE(field("concurrency")->text(), u"3"_s);
}

void TestProviderForm::headersAreAppliedWhenTheyAreLeft()
{
    QSignalSpy changed(m_form.get(), &ProviderForm::configChanged);
    auto *headers = m_form->findChild<QPlainTextEdit *>(u"headers"_s);
    headers->setFocus();
    QTest::keyClicks(headers, u"X-Team: blue"_s);
    QTest::keyClick(headers, Qt::Key_Tab);
    QCOMPARE(changed.size(), 1);
    const QList<HttpHeader> expected = {{"X-Team", "blue"}};
    QCOMPARE(changed.first().first().value<ProviderConfig>().headers, expected);
}

void TestProviderForm::testsWhatIsInTheFields()
{
    QSignalSpy tested(m_form.get(), &ProviderForm::testRequested);
    field("baseUrl")->setText(u"https://b.example/v1"_s);
    m_form->findChild<QPushButton *>(u"testProvider"_s)->click();
    QCOMPARE(tested.size(), 1);
    QCOMPARE(tested.first().first().value<ProviderConfig>().baseUrl,
             QUrl(u"https://b.example/v1"_s));
    field("baseUrl")->setText(u"nowhere"_s);
    m_form->findChild<QPushButton *>(u"testProvider"_s)->click();
    QCOMPARE(tested.size(), 1);
}

KAGURA_TEST(TestProviderForm)
#include "tst_providerform.moc"
