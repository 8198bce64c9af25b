// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/shell/connectdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

const QList<ConnectChoice> Choices = {
    {u"openai"_s, u"OpenAI"_s, u"https://api.openai.com/v1"_s, u"/chat/completions"_s, true},
    {u"anthropic"_s, u"Anthropic"_s, u"https://api.anthropic.com/v1"_s, u"/messages"_s, true},
    {u"ollama"_s, u"Ollama"_s, u"http://127.0.0.1:11434"_s, u"/api/chat"_s, false},
};

ConnectDialog::Ports ports()
{
    return {[](const QString &pasted) {
                const QString text = pasted.trimmed();
                return text.size() < 8 || text.contains(u' ') ? Secret() : Secret(text.toUtf8());
            },
            [](const Secret &key) {
                QByteArray bytes = key.reveal();
                const bool isAnthropic = bytes.startsWith("sk-ant-");
                wipe(bytes);
                return isAnthropic ? u"anthropic"_s : QString();
            }};
}

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_parent;
    QPointer<ConnectDialog> m_dialog;

    template <typename T>
    T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init()
    {
        m_parent = std::make_unique<QWidget>();
        m_dialog = new ConnectDialog(Choices, Theme(), ports(), m_parent.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void cleanup() { m_parent.reset(); }

    void aPastedKeyFindsItsProviderAndShowsWhereCallsGo()
    {
        QTest::keyClicks(part<QLineEdit>("key"), u"sk-ant-0123456789"_s);
        QCOMPARE(part<QComboBox>("provider")->currentData().toString(), u"anthropic"_s);
        QVERIFY(
            part<QLabel>("target")->text().contains(u"https://api.anthropic.com/v1/messages"_s));
        QVERIFY(part<QPushButton>("connect")->isEnabled());
    }

    void theFinalUrlFollowsTheBaseUrlAsItIsTyped()
    {
        auto *url = part<QLineEdit>("baseUrl");
        url->setText(u"https://llm.team.example/v1/"_s);
        QVERIFY(part<QLabel>("target")->text().endsWith(
            u"https://llm.team.example/v1/chat/completions"_s));
        url->setText(u"llm.team.example"_s);
        QVERIFY(part<QLabel>("target")->text().isEmpty());
        QVERIFY(!part<QLabel>("obstacle")->text().isEmpty());
        QVERIFY(!part<QPushButton>("test")->isEnabled());
    }

    void itSaysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("canConnect");
        QTest::newRow("no key") << u"openai"_s << QString() << false;
        QTest::newRow("no key possible") << u"openai"_s << u"two words here"_s << false;
        QTest::newRow("a key") << u"openai"_s << u"sk-0123456789"_s << true;
        QTest::newRow("none needed") << u"ollama"_s << QString() << true;
    }

    void itSaysWhatIsMissing()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, key);
        QFETCH(const bool, canConnect);
        m_dialog->select(provider);
        part<QLineEdit>("key")->setText(key);
        QCOMPARE(part<QPushButton>("connect")->isEnabled(), canConnect);
        QCOMPARE(part<QLabel>("obstacle")->text().isEmpty(), canConnect);
    }

    void theKeyIsNeverShownAndGoneAfterwards()
    {
        auto *key = part<QLineEdit>("key");
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        key->setText(u"sk-0123456789"_s);
        QVERIFY(!key->displayText().contains(u"0123"_s));
        QSignalSpy connected(m_dialog, &ConnectDialog::connectRequested);
        QTest::mouseClick(part<QPushButton>("connect"), Qt::LeftButton);
        QCOMPARE(connected.count(), 1);
        const auto request = connected.constFirst().constFirst().value<ConnectRequest>();
        QCOMPARE(request.provider, u"openai"_s);
        QCOMPARE(request.key, Secret("sk-0123456789"));
        QVERIFY(key->text().isEmpty());
        QTRY_VERIFY(m_dialog.isNull());
    }

    void aTestIsAskedOnceAndItsResultStandsUntilSomethingChanges()
    {
        m_dialog->select(u"ollama"_s);
        QSignalSpy tested(m_dialog, &ConnectDialog::testRequested);
        auto *test = part<QPushButton>("test");
        QTest::mouseClick(test, Qt::LeftButton);
        QTest::mouseClick(test, Qt::LeftButton);
        QCOMPARE(tested.count(), 1);
        m_dialog->showTestResult(
            {NoticeText::Kind::Failure, u"Nothing answers there."_s, u"Start Ollama."_s});
        auto *result = part<Notice>("testResult");
        QVERIFY(result->isVisible());
        QCOMPARE(result->text().title, u"Nothing answers there."_s);
        QVERIFY(test->isEnabled());
        part<QLineEdit>("baseUrl")->setText(u"http://127.0.0.1:11500"_s);
        QVERIFY(!result->isVisible());
    }

    void whereTheKeyRestsIsSaid()
    {
        m_dialog->setKeyPlace(u"until Kagura is closed"_s, false);
        QVERIFY(part<QLabel>("keyPlace")->isVisible());
        QCOMPARE(part<QLabel>("keyPlace")->text(), u"The key is kept until Kagura is closed."_s);
    }

    void everythingHasANameAndIsReachedByTheKeyboard()
    {
        m_dialog->select(u"ollama"_s);
        m_dialog->showTestResult({NoticeText::Kind::Failure, u"x"_s, u"y"_s, u"Next"_s});
        const QStringList faults = test::accessFaults(*m_dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

KAGURA_TEST(TestConnectDialog)
#include "tst_connectdialog.moc"
