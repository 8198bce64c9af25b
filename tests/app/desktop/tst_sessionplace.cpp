// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatcontroller.h"
#include "app/desktop/sessionplace.h"
#include "core/settings/settings.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/shell/mainwindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

//! The window as it is at one start.
struct Started
{
    Started()
    {
        static_cast<void>(saved.load());
        window.addPage(&chat.page(), u"chat"_s, u"Chat"_s);
        other.setObjectName(u"otherPage"_s);
        window.addPage(&other, u"settings"_s, u"Other"_s);
        place = std::make_unique<SessionPlace>(window, chat, engine, saved);
    }
    ~Started()
    {
        place.reset();
        chat.page().setParent(nullptr); // the window must not end what others own
        other.setParent(nullptr);
    }
    Q_DISABLE_COPY_MOVE(Started)

    Settings saved{configFolder()};
    ChatEngine engine;
    ChatController chat{engine};
    QWidget other;
    MainWindow window;
    std::unique_ptr<SessionPlace> place;
};

} // namespace

class TestSessionPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
    }
    void cleanup()
    {
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void whereAPersonWasIsTakenUpAgain()
    {
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
        {
            Started first;
            first.engine.start();
            QVERIFY(first.chat.page().conversation().isEmpty());
            first.chat.open(conversation);
            QTRY_COMPARE_WITH_TIMEOUT(first.chat.page().conversation(), conversation, patience);
            first.window.showPage(&first.other);
        }
        Started second;
        QVERIFY(second.window.page(u"otherPage"_s)->isVisibleTo(&second.window));
        second.engine.start();
        QTRY_COMPARE_WITH_TIMEOUT(second.chat.page().conversation(), conversation, patience);
    }

    void aNewConversationIsAPlaceToo()
    {
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
        {
            Started first;
            first.engine.start();
            first.chat.open(conversation);
            QTRY_COMPARE_WITH_TIMEOUT(first.chat.page().conversation(), conversation, patience);
            first.chat.newConversation();
        }
        Started second;
        QSignalSpy listed(&second.engine, &ChatEngine::conversationsListed);
        second.engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), patience);
        QVERIFY(second.chat.page().conversation().isEmpty());
    }

    void whatWasBegunMeanwhileIsNotLeft()
    {
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
        {
            Started first;
            first.engine.start();
            first.chat.open(conversation);
            QTRY_COMPARE_WITH_TIMEOUT(first.chat.page().conversation(), conversation, patience);
        }
        Started second;
        QSignalSpy listed(&second.engine, &ChatEngine::conversationsListed);
        second.chat.page().composer().edit().setPlainText(u"Quickly, before"_s);
        second.engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), patience);
        QVERIFY(second.chat.page().conversation().isEmpty());
        QCOMPARE(second.chat.page().draftText(), u"Quickly, before"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

KAGURA_TEST(TestSessionPlace)
#include "tst_sessionplace.moc"
