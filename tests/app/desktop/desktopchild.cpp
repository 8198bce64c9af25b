// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop application with somebody who sends a message and goes on typing until the process is
// killed; see tst_desktopkill.cpp. Usage: kagura-desktop-child PORT QUESTION [CONVERSATION]
//
// Prints what a person could have seen, with the time in ms:
//   draft TIME TEXT   the draft of CONVERSATION, once it is open
//   go TIME           the window can be typed into; the question is about to be sent
//   kept TIME ID      the question stands in the conversation of that id
//   shown TIME COUNT  so many characters of the answer are in the window
//   typed TIME TEXT   the draft so far

#include "app/desktop/desktop.h"
#include "core/llm/providersettings.h"
#include "core/settings/settings.h"
#include "core/storage/datafolder.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/transcriptview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

void print(const QByteArray &what, const QByteArray &text = {})
{
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    std::printf("%s %lld %s\n", what.constData(), static_cast<long long>(now.count()),
                text.constData());
    std::fflush(stdout);
}

void configure(const QString &port)
{
    Settings settings(configFolder());
    if (!settings.load())
        return;
    ProviderConfig provider;
    provider.name = u"local"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port));
    provider.needsKey = false;
    settings.setJson(settings::Providers, providersToJson({provider}));
    settings.setValue(settings::DefaultModel, u"local/model"_s);
    settings.setValue(settings::ProbeLocalServers, false);
    settings.setValue(settings::CacheModeName, u"off"_s);
    static_cast<void>(settings.flush());
}

//! Does one step a tick, so that the window lives meanwhile.
class Person final : public QObject
{
public:
    Person(QString question, QString conversation)
        : m_question(std::move(question))
        , m_conversation(std::move(conversation))
    {
        connect(&m_tick, &QTimer::timeout, this, &Person::act);
        m_tick.start(10);
    }

private:
    void act()
    {
        ChatPage *page = findPage();
        if (!page)
            return;
        TranscriptModel &model = page->transcript().model();
        switch (m_step) {
        case Step::Start:
            if (page->picker().current().isEmpty() || !page->composer().edit().isVisible())
                return;
            m_step = m_conversation.isEmpty() ? Step::Send : Step::Reopen;
            if (!m_conversation.isEmpty())
                Q_EMIT page->list().opened(m_conversation);
            return;
        case Step::Reopen:
            if (page->conversation() != m_conversation)
                return;
            print("draft", page->composer().text().toUtf8());
            Q_EMIT page->newConversationRequested();
            m_step = Step::Send;
            return;
        case Step::Send:
            print("go");
            type(*page, m_question);
            key(*page, Qt::Key_Return, {});
            m_step = Step::Await;
            return;
        case Step::Await:
            if (model.rowCount() < 2 || page->conversation().isEmpty())
                return;
            print("kept", page->conversation().toUtf8());
            m_step = Step::Write;
            return;
        case Step::Write:
            if (++m_ticks % 3 == 0)
                type(*page, u"%1 "_s.arg(m_ticks));
            print("typed", page->composer().text().toUtf8());
            print("shown", QByteArray::number(model.message(model.rowCount() - 1).text.size()));
            return;
        }
    }

    static ChatPage *findPage()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *page = window->findChild<ChatPage *>(u"chatPage"_s))
                return page;
        }
        return nullptr;
    }

    static void key(ChatPage &page, int code, const QString &text)
    {
        QKeyEvent press(QEvent::KeyPress, code, {}, text);
        QApplication::sendEvent(&page.composer().edit(), &press);
    }

    static void type(ChatPage &page, const QString &text)
    {
        for (const QChar character : text)
            key(page, 0, QString(character));
    }

    enum class Step : std::uint8_t { Start, Reopen, Send, Await, Write };

    QTimer m_tick;
    QString m_question;
    QString m_conversation;
    Step m_step = Step::Start;
    int m_ticks = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    configure(arguments.value(1));
    Desktop desktop;
    desktop.start();
    const Person person(arguments.value(2), arguments.value(3));
    return QApplication::exec();
}
