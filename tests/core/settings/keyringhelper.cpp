// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One operation on the keychain, in a process of its own:
//   kagura-keyring-helper [--thread] state|await|read|write|remove [NAME]
// The secret of write comes from standard input. Prints one line: what came of it, the state of the
// store, whether the reply was waiting, the milliseconds it took, and for read the length of the secret
// and whether it is the one on standard input. Never prints a secret.

#include "core/base/logging.h"
#include "core/settings/keychainsecretstore.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>

using namespace kagura;

namespace {

const char *outcomeName(SecretReply::Outcome outcome)
{
    switch (outcome) {
    case SecretReply::Outcome::Pending:
        return "pending";
    case SecretReply::Outcome::Done:
        return "done";
    case SecretReply::Outcome::Missing:
        return "missing";
    case SecretReply::Outcome::Locked:
        return "locked";
    case SecretReply::Outcome::LockedOrMissing:
        return "locked-or-missing";
    case SecretReply::Outcome::Unavailable:
        return "unavailable";
    case SecretReply::Outcome::Failed:
        return "failed";
    case SecretReply::Outcome::Cancelled:
        return "cancelled";
    }
    return "";
}

QByteArray standardInput()
{
    QByteArray bytes;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        bytes.append(static_cast<char>(c));
    return bytes;
}

//! Everything of one run, in the thread that runs it.
class Run
{
public:
    Run(const QStringList &arguments, const QByteArray &input, std::function<void()> done)
        : m_settings(configFolder())
        , m_store(m_settings,
                  {std::chrono::milliseconds(150), std::chrono::milliseconds(2500),
                   std::chrono::milliseconds(800)})
        , m_verb(arguments.value(0))
        , m_name(arguments.value(1))
        , m_input(input)
        , m_done(std::move(done))
    {
        m_clock.start();
        if (const Result<void> loaded = m_settings.load(); !loaded)
            qCWarning(logSettings) << loaded.error().message;
    }

    void start()
    {
        if (m_verb == QLatin1String("state") || m_verb == QLatin1String("await")) {
            QObject::connect(&m_store, &SecretStore::stateChanged, &m_store, [this] {
                // A keyring that is there but has no collection yet is about to get one.
                const bool isReady = m_store.state() == SecretStore::State::Available
                    && m_store.stateReason().isEmpty();
                if (m_verb == QLatin1String("await") && !isReady)
                    return;
                finish("");
            });
            m_store.refresh();
            if (m_verb == QLatin1String("await"))
                poll();
            return;
        }
        if (m_verb == QLatin1String("write"))
            m_reply = m_store.write(m_name, Secret(m_input));
        else if (m_verb == QLatin1String("remove"))
            m_reply = m_store.remove(m_name);
        else
            m_reply = m_store.read(m_name);
        QObject::connect(m_reply.get(), &Handle::finished, &m_store, [this] {
            if (m_reply->failure())
                std::fprintf(stderr, "%s\n", qPrintable(m_reply->failure()->message));
            finish(outcomeName(m_reply->outcome()));
        });
    }

private:
    void poll()
    {
        QTimer::singleShot(50, &m_store, [this] {
            if (m_clock.elapsed() > 8000)
                finish("");
            else
                m_store.refresh(), poll();
        });
    }

    void finish(const char *outcome)
    {
        if (m_isFinished)
            return;
        m_isFinished = true;
        const bool isSame = m_reply && m_reply->secret() == Secret(m_input);
        std::printf("%s state=%s waiting=%d ms=%lld length=%lld same=%d names=%s\n", outcome,
                    qPrintable(secretStateName(m_store.state())), m_reply && m_reply->isWaiting(),
                    static_cast<long long>(m_clock.elapsed()),
                    static_cast<long long>(m_reply ? m_reply->secret().reveal().size() : 0), isSame,
                    qPrintable(m_store.names().join(QLatin1Char(','))));
        m_done();
    }

    Settings m_settings;
    KeychainSecretStore m_store;
    QString m_verb;
    QString m_name;
    QByteArray m_input;
    std::function<void()> m_done;
    std::unique_ptr<SecretReply> m_reply;
    QElapsedTimer m_clock;
    bool m_isFinished = false;
};

//! As the engine thread of the desktop does it.
class RunThread final : public QThread
{
public:
    RunThread(QStringList arguments, QByteArray input)
        : m_arguments(std::move(arguments))
        , m_input(std::move(input))
    {}

protected:
    void run() override
    {
        Run run(m_arguments, m_input, [this] { quit(); });
        run.start();
        exec();
    }

private:
    QStringList m_arguments;
    QByteArray m_input;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QByteArray input = standardInput();
    if (arguments.value(0) == QLatin1String("--thread")) {
        RunThread thread(arguments.mid(1), input);
        QObject::connect(&thread, &QThread::finished, &application, &QCoreApplication::quit);
        thread.start();
        const int code = QCoreApplication::exec();
        thread.wait();
        return code;
    }
    Run run(arguments, input, [] { QCoreApplication::exit(0); });
    run.start();
    return QCoreApplication::exec();
}
