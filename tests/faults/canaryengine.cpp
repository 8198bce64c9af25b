// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window has behind it, in a process of its own, used with a key as the window uses it:
//   kagura-canary-engine URL…
// The key comes from standard input. For each URL a provider is saved, gets the key, lists its models and
// is asked in a conversation that is kept; everything that came of it is printed. See tst_canary.cpp.

#include "app/services/services.h"
#include "core/base/logging.h"
#include "core/base/loghandler.h"
#include "core/chat/chatsession.h"
#include "core/chat/conversationstore.h"
#include "core/llm/modellistreply.h"
#include "core/llm/vendorprovider.h"
#include "core/settings/secretreply.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 15'000;

QByteArray standardInput()
{
    QByteArray bytes;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        bytes.append(static_cast<char>(c));
    return bytes;
}

void say(const char *what, const QString &text)
{
    std::printf("%s: %s\n", what, qUtf8Printable(text));
}

void say(const char *what, const std::optional<Error> &error)
{
    say(what, error ? errorKindName(error->kind) + u' ' + error->message : u"well"_s);
}

//! False: it did not end in time.
bool wait(Handle &handle)
{
    QSignalSpy finished(&handle, &Handle::finished);
    return handle.isFinished() || finished.wait(Patience);
}

class Engine
{
public:
    explicit Engine(const QString &folder, const QString &backups, const Lease &lease)
        : m_log(m_services.redactor())
        , m_database(Database::Options{folder, backups, {ConversationStore::schema()}})
        , m_store(m_database, m_services.clock(), lease)
    {
        m_services.start();
    }

    [[nodiscard]] bool use(const ProviderConfig &config, const Secret &key)
    {
        m_services.saveProvider(config);
        return keep(config.name, key) && listModels(config.name) && ask({config.name, u"m"_s})
            && ask({config.name, u"n"_s});
    }

    void logSecrets(QByteArray key) const
    {
        for (const QByteArray &form : {key, key.toBase64(), key.toPercentEncoding(), key.toHex()})
            qCWarning(logApp).noquote() << "a careless line:" << form;
    }

private:
    [[nodiscard]] bool keep(const QString &name, const Secret &key)
    {
        m_services.redactor().add(key);
        const std::unique_ptr<SecretReply> kept = m_services.keychain().write(name, key);
        if (!wait(*kept))
            return false;
        say("keychain", kept->failure());
        m_session = m_services.keys().session().write(name, key);
        return wait(*m_session);
    }

    [[nodiscard]] bool listModels(const QString &name)
    {
        std::unique_ptr<ModelListReply> list;
        m_services.providers().prepareVendor(name, &m_context,
                                             [&list](const Result<VendorProvider *> &vendor) {
                                                 if (vendor)
                                                     list = (*vendor)->listModels();
                                                 else
                                                     say("no vendor", vendor.error());
                                             });
        if (!QTest::qWaitFor([&list] { return list != nullptr; }, Patience) || !wait(*list))
            return false;
        say("models", list->failure());
        return true;
    }

    [[nodiscard]] bool ask(const ModelRef &model)
    {
        ChatSession::Services services;
        services.provider = [this](const QString &name, QObject *context,
                                   ChatSession::Services::Ready ready) {
            m_services.providers().prepare(name, context, std::move(ready));
        };
        ChatSession session(m_store, m_services.clock(), services);
        QObject::connect(&session, &ChatSession::messageChanged, &session,
                         [](const StoredMessage &message) {
                             say("message", message.text);
                             say("its failure", message.failure);
                         });
        QObject::connect(&session, &ChatSession::sendRefused, &session,
                         [](const QString &, const Error &error) { say("refused", error); });
        QSignalSpy finished(&session, &ChatSession::streamFinished);
        ChatSession::Draft draft;
        draft.text = u"hello, "_s + model.provider;
        draft.model = model;
        draft.options.retry.base = 1ms;
        session.send(draft);
        return finished.wait(Patience);
    }

    Services m_services{Services::Options()};
    LogHandler m_log;
    Database m_database;
    ConversationStore m_store;
    QObject m_context;
    std::unique_ptr<SecretReply> m_session;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QByteArray key = standardInput();
    const Result<DataFolder> folder = DataFolder::open();
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!folder || !lease)
        return 2;
    Engine engine(folder->databasePath(), folder->backupPath(), **lease);
    int count = 0;
    for (const QString &url : QCoreApplication::arguments().mid(1)) {
        ProviderConfig config;
        config.name = u"p%1"_s.arg(++count);
        config.dialect = dialectFromName(url.section(u'/', -1)).value_or(DialectId::OpenAiChat);
        config.baseUrl = QUrl(url);
        config.deadlines.idle = 300ms;
        if (!engine.use(config, Secret(key))) {
            say("did not end", url);
            return 1;
        }
    }
    engine.logSecrets(key);
    return 0;
}
