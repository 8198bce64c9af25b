// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/linkdialog.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace kagura;

class TestLinkDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void onlyThreeSchemesReachTheOpener_data();
    void onlyThreeSchemesReachTheOpener();
    void theRealHostIsShown_data();
    void theRealHostIsShown();
    void cancelOpensNothing();

public Q_SLOTS:
    void take(const QUrl &url) { m_opened.append(url); }

private:
    QList<QUrl> m_opened;
};

namespace {

constexpr const char *handledSchemes[] = {"http",       "https", "mailto", "file",
                                          "javascript", "ftp",   "data",   "ssh"};

} // namespace

void TestLinkDialog::initTestCase()
{
    for (const char *scheme : handledSchemes)
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "take");
}

void TestLinkDialog::cleanupTestCase()
{
    for (const char *scheme : handledSchemes)
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestLinkDialog::init()
{
    m_opened.clear();
}

void TestLinkDialog::onlyThreeSchemesReachTheOpener_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isOpened");
    for (const char *target : {"https://a.example/x?y=1", "http://a.example", "mailto:a@b.example",
                               "HTTPS://A.EXAMPLE/", "https://bank.example@evil.example/",
                               "https://a.example/%0d%0aX: y", "https://\xd0\xb0pple.com/"})
        QTest::addRow("%s", QByteArray(target).toPercentEncoding().constData())
            << QString::fromUtf8(target) << true;
    for (const char *target : {"file:///etc/passwd",
                               "FILE:///etc/passwd",
                               "javascript:alert(1)",
                               "data:text/html,x",
                               "ftp://a.example",
                               "ssh://a.example",
                               "smb://a/b",
                               "\\\\host\\share",
                               "//a.example/x",
                               "/etc/passwd",
                               "a.md",
                               "#x",
                               "?x",
                               "tel:1",
                               "sms:1",
                               "vbscript:x",
                               "ms-settings:x",
                               "steam://run/1",
                               "vscode://file/x",
                               "about:blank",
                               "chrome://x",
                               "view-source:http://a",
                               "blob:http://a",
                               "intent://a",
                               "jar:http://a!/b",
                               "ldap://a",
                               "telnet://a",
                               "gopher://a",
                               "news:a",
                               "irc://a",
                               "magnet:?x",
                               "ws://a",
                               "http:a",
                               "http:///a",
                               "https:",
                               "mailto:",
                               "http",
                               "",
                               " ",
                               "java\nscript:alert(1)",
                               "java\tscript:alert(1)",
                               "\x01javascript:alert(1)",
                               "javascript&colon;alert(1)",
                               "\xe2\x80\xaejavascript:alert(1)",
                               "http\xef\xbc\x9a//a.example",
                               "https:\\\\a.example",
                               "file:\\\\host\\share",
                               "ms-msdt:/id PCWDiagnostic",
                               "search-ms:query=x",
                               "dict://a/x",
                               "x-apple:1"})
        QTest::addRow("%s", QByteArray(target).toPercentEncoding().constData())
            << QString::fromUtf8(target) << false;
}

void TestLinkDialog::onlyThreeSchemesReachTheOpener()
{
    QFETCH(QString, target);
    QFETCH(bool, isOpened);
    QWidget window;
    QCOMPARE(openLink(target, test::sampleStyle(), &window), isOpened);
    auto *dialog = window.findChild<LinkDialog *>();
    QCOMPARE(dialog != nullptr, isOpened);
    if (dialog)
        dialog->findChild<QPushButton *>(QStringLiteral("linkOpen"))->click();
    QCOMPARE(m_opened.size(), isOpened ? 1 : 0);
}

void TestLinkDialog::theRealHostIsShown_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("hasWarning");
    QTest::newRow("a plain one") << QStringLiteral("https://a.example/b")
                                 << QStringLiteral("a.example") << false;
    QTest::newRow("a name before the host") << QStringLiteral("https://bank.example@evil.example/")
                                            << QStringLiteral("evil.example") << true;
    QTest::newRow("letters that look alike") << QString::fromUtf8("https://\xd0\xb0pple.com/")
                                             << QStringLiteral("xn--pple-43d.com") << true;
    QTest::newRow("a port") << QStringLiteral("https://a.example:8443/")
                            << QStringLiteral("a.example:8443") << false;
    QTest::newRow("not encrypted")
        << QStringLiteral("http://a.example/") << QStringLiteral("a.example") << true;
    QTest::newRow("a letter") << QStringLiteral("mailto:a@b.example?subject=x")
                              << QStringLiteral("a@b.example") << false;
}

void TestLinkDialog::theRealHostIsShown()
{
    QFETCH(QString, target);
    QFETCH(QString, host);
    QFETCH(bool, hasWarning);
    LinkDialog dialog(LinkDialog::openable(target), test::sampleStyle(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *label = dialog.findChild<QLabel *>(QStringLiteral("linkHost"));
    QCOMPARE(label->text(), host);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(dialog.findChild<QLabel *>(QStringLiteral("linkWarning")) != nullptr, hasWarning);
}

void TestLinkDialog::cancelOpensNothing()
{
    QWidget window;
    QVERIFY(openLink(QStringLiteral("https://a.example"), test::sampleStyle(), &window));
    window.findChild<LinkDialog *>()->reject();
    QVERIFY(m_opened.isEmpty());
}

KAGURA_TEST(TestLinkDialog)
#include "tst_linkdialog.moc"
