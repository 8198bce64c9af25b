// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/checkup.h"

#include "app/services/services.h"
#include "core/llm/chatreply.h"
#include "core/llm/environmentkeys.h"
#include "core/llm/localprobe.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QSqlDatabase>
#include <QSslSocket>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The keychain states its case at once or after its own limit; a checkup does not wait for a prompt.
constexpr auto KeychainPatience = 4s;

} // namespace

QString CheckFinding::word() const
{
    switch (verdict) {
    case Verdict::Good:
        return u"ok"_s;
    case Verdict::Note:
        return u"note"_s;
    case Verdict::Bad:
        break;
    }
    return u"fault"_s;
}

Checkup::Checkup(Services &services, QObject *parent)
    : Handle(parent)
    , m_services(services)
{
    QMetaObject::invokeMethod(this, &Checkup::start, Qt::QueuedConnection);
}

Checkup::~Checkup() = default;

void Checkup::start()
{
    if (isFinished())
        return;
    m_open = 4; // keychain, local servers, the Guide, the team: the rest answers at once
    report(Verdict::Good, u"version"_s,
           u"Kagura %1, Qt %2"_s.arg(QCoreApplication::applicationVersion(),
                                     QString::fromLatin1(qVersion())));
    checkDataFolder();
    checkSettings();
    checkTls();
    checkProxy();
    checkEnvironmentKeys();
    checkKeychain();
    checkLocalServers();
    checkGuide();
    m_services.team().whenClear(this, [this] { checkTeamCache(); });
}

void Checkup::cancel()
{
    finish(Error{Error::Kind::Cancelled, u"the checkup was stopped"_s});
}

bool Checkup::hasFault() const
{
    return std::any_of(m_findings.cbegin(), m_findings.cend(),
                       [](const CheckFinding &finding) { return finding.verdict == Verdict::Bad; });
}

void Checkup::report(Verdict verdict, const QString &subject, const QString &what)
{
    if (isFinished())
        return;
    m_findings.append({verdict, subject, what});
    Q_EMIT found(m_findings.constLast());
}

void Checkup::checkDataFolder()
{
    const Result<DataFolder> folder = DataFolder::open();
    if (!folder) {
        report(Verdict::Bad, u"data folder"_s, folder.error().message);
        return;
    }
    // Asks the file system itself; QStorageInfo needs a list of mounts, which a container may lack.
    std::error_code failure;
    const std::filesystem::space_info space =
        std::filesystem::space(QFile::encodeName(folder->path()).toStdString(), failure);
    if (failure) {
        report(Verdict::Note, u"data folder"_s, u"%1, free space unknown"_s.arg(folder->path()));
        return;
    }
    const std::uintmax_t freeMegabytes = space.available / (1024 * 1024);
    report(freeMegabytes < 100 ? Verdict::Bad : Verdict::Good, u"data folder"_s,
           u"%1, %2 MB free"_s.arg(folder->path()).arg(freeMegabytes));
    const bool hasDriver = QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
    report(hasDriver ? Verdict::Good : Verdict::Bad, u"database"_s,
           hasDriver ? u"SQLite is there"_s
                     : u"Qt's SQLite driver is missing; install libqt6sql6-sqlite"_s);
}

void Checkup::checkSettings()
{
    for (const Error &warning : m_services.warnings())
        report(Verdict::Bad, u"settings"_s, warning.message);
    if (m_services.warnings().isEmpty())
        report(Verdict::Good, u"settings"_s, m_services.settings().filePath());
}

void Checkup::checkTls()
{
    report(QSslSocket::supportsSsl() ? Verdict::Good : Verdict::Bad, u"TLS"_s,
           QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString()
                                     : u"Qt found no TLS library; install OpenSSL 3"_s);
}

void Checkup::checkProxy()
{
    const QNetworkProxyQuery query(QUrl(u"https://api.openai.com/"_s));
    const QNetworkProxy proxy = QNetworkProxyFactory::systemProxyForQuery(query).value(0);
    const bool isDirect =
        proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy;
    report(Verdict::Good, u"proxy"_s,
           isDirect ? u"none for the internet"_s
                    : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port()));
}

void Checkup::checkEnvironmentKeys()
{
    QStringList names;
    for (const EnvironmentKey &key : keysInEnvironment(QProcessEnvironment::systemEnvironment()))
        names.append(key.variable);
    report(names.isEmpty() ? Verdict::Note : Verdict::Good, u"environment keys"_s,
           names.isEmpty() ? u"none; set for example OPENAI_API_KEY, or use `kagura-cli keys set`"_s
                           : names.join(", "_L1));
}

void Checkup::checkKeychain()
{
    auto *keychain = &m_services.keychain();
    const auto say = [this, keychain, said = std::make_shared<bool>(false)] {
        if (std::exchange(*said, true))
            return;
        const QString names =
            keychain->names().isEmpty() ? u"no keys stored"_s : keychain->names().join(", "_L1);
        switch (keychain->state()) {
        case SecretStore::State::Available:
            report(Verdict::Good, u"keychain"_s, names);
            break;
        case SecretStore::State::Locked:
            report(Verdict::Note, u"keychain"_s,
                   u"locked; it will ask for its password when a key is needed (%1)"_s.arg(names));
            break;
        default:
            report(
                Verdict::Note, u"keychain"_s,
                u"%1 Keys can come from the environment or --key-fd, and live for one session in the window."_s
                    .arg(keychain->stateReason().isEmpty() ? u"It did not answer."_s
                                                           : keychain->stateReason()));
        }
        finishOne();
    };
    connect(keychain, &SecretStore::stateChanged, this, say);
    m_services.clock().callLater(KeychainPatience, this, say);
    keychain->refresh();
}

void Checkup::checkLocalServers()
{
    m_probe = std::make_unique<LocalProbe>(m_services.transport(), LocalProbe::usualPorts());
    connect(m_probe.get(), &Handle::finished, this, [this] {
        for (const LocalServer &server : m_probe->servers())
            report(Verdict::Good, u"local server"_s,
                   u"%1 at %2, %3 models"_s.arg(server.product, server.baseUrl.toString())
                       .arg(server.models.size()));
        if (m_probe->servers().isEmpty())
            report(
                Verdict::Note, u"local server"_s,
                u"none found; Ollama, LM Studio and others are found by themselves when they run"_s);
        finishOne();
    });
}

void Checkup::checkGuide()
{
    const QString name = Services::guideModel().provider;
    m_services.providers().prepare(name, this, [this](const Result<Provider *> &guide) {
        if (!guide) {
            report(Verdict::Bad, u"Guide"_s, guide.error().message);
            finishOne();
            return;
        }
        ChatRequest request;
        request.model = Services::guideModel().model;
        request.stream = false;
        request.messages = {Message::fromText(Role::User, u"What is Kagura?"_s)};
        m_guideReply = (*guide)->send(request, {});
        connect(m_guideReply.get(), &Handle::finished, this, [this] {
            const std::optional<Error> &failure = m_guideReply->failure();
            report(failure ? Verdict::Bad : Verdict::Good, u"Guide"_s,
                   failure ? failure->message
                           : u"answers in %1 ms"_s.arg(
                               m_guideReply->totalTime().value_or(0ms).count()));
            finishOne();
        });
    });
}

void Checkup::checkTeamCache()
{
    const TeamState state = m_services.team().state();
    const QString subject = u"shared cache"_s;
    if (state.kind == TeamState::Kind::Off) {
        report(Verdict::Good, subject, u"off: answers stay on this computer"_s);
        return finishOne();
    }
    if (state.kind != TeamState::Kind::Ready) {
        report(Verdict::Bad, subject,
               state.trouble.isEmpty() ? u"the keychain has not given its key yet"_s
                                       : state.trouble);
        return finishOne();
    }
    m_services.team().look(this, [this, state, subject](const Result<RedisTier::Look> &look) {
        if (look)
            report(Verdict::Good, subject,
                   u"%1 at %2, %3 ms away, %4 answers of team %5, key %6"_s
                       .arg(look->server, state.server)
                       .arg(double(look->roundTrip.count()) / 1000, 0, 'f', 1)
                       .arg(look->entries)
                       .arg(state.team, state.fingerprint));
        else
            report(Verdict::Bad, subject,
                   u"%1: %2; calls go on without it"_s.arg(state.server, look.error().message));
        finishOne();
    });
}

void Checkup::finishOne()
{
    if (--m_open == 0)
        finish();
}

} // namespace kagura
