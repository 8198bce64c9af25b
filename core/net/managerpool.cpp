// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/managerpool.h"

#include "core/base/logging.h"

#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto IdleLife = 120s;
constexpr auto AnswerPatience = 500ms;

// The system's answer for each URL, as the environment or the desktop has it.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

QNetworkProxy customProxy(const QUrl &url)
{
    const bool isSocks = url.scheme().startsWith("socks"_L1);
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                         url.host(), static_cast<quint16>(url.port(isSocks ? 1080 : 8080)),
                         url.userName(), url.password());
}

} // namespace

ManagerPool::Slot::Slot(QString slotOrigin, NetworkProfile slotProfile)
    : origin(std::move(slotOrigin))
    , profile(std::move(slotProfile))
{}

ManagerPool::ManagerPool()
{
    m_idleTimer.setInterval(30s);
    connect(&m_idleTimer, &QTimer::timeout, this, &ManagerPool::dropIdle);
}

ManagerPool::~ManagerPool()
{
    m_slots.clear();
    if (m_reaper) {
        m_reaper->quit();
        // A manager that hangs takes five seconds to die. The process does not wait for it: the thread
        // object is left behind rather than destroyed while it runs.
        if (m_reaper->wait(QDeadlineTimer(200)))
            delete m_reaper;
    }
}

Result<std::shared_ptr<ManagerPool::Slot>> ManagerPool::acquire(const QUrl &url,
                                                                const NetworkProfile &profile)
{
    const QString origin = originOf(url);
    std::shared_ptr<Slot> best;
    for (const std::shared_ptr<Slot> &slot : m_slots) {
        const bool fits = !slot->isParked && !slot->isBeingAsked && slot->live < RepliesPerManager
            && slot->origin == origin && slot->profile == profile;
        // The fullest that has room: connections are reused, and the others may go idle.
        if (fits && (!best || slot->live > best->live))
            best = slot;
    }
    if (!best) {
        Result<std::unique_ptr<QNetworkAccessManager>> manager = makeManager(url, profile);
        if (!manager)
            return manager.error();
        best = std::make_shared<Slot>(origin, profile);
        best->manager = std::move(manager).value();
        m_slots.push_back(best);
    }
    ++best->live;
    return best;
}

void ManagerPool::release(const std::shared_ptr<Slot> &slot)
{
    --slot->live;
    slot->idleSince = std::chrono::steady_clock::now();
    if (slot->isParked && slot->live == 0)
        reap(*slot);
    else if (!m_idleTimer.isActive())
        m_idleTimer.start();
}

void ManagerPool::suspect(const std::shared_ptr<Slot> &slot)
{
    if (slot->isParked || std::exchange(slot->isBeingAsked, true))
        return;
    // All connections of a manager live in one thread of its own. A healthy one refuses this within a
    // millisecond, as nothing listens on the discard port; one that is caught in a header says nothing.
    QNetworkRequest request(QUrl(u"http://127.0.0.1:9/"_s));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply *question = slot->manager->head(request);
    connect(question, &QNetworkReply::finished, question, &QObject::deleteLater);
    connect(question, &QNetworkReply::finished, this, [slot] { slot->isBeingAsked = false; });
    QTimer::singleShot(AnswerPatience, this, [this, slot] {
        if (slot->isBeingAsked)
            park(slot);
    });
}

void ManagerPool::park(const std::shared_ptr<Slot> &slot)
{
    qCWarning(logNet, "a connection hangs in its header; its manager is replaced");
    slot->isParked = true;
    std::erase(m_slots, slot);
    if (slot->live == 0)
        reap(*slot);
    else
        Q_EMIT hung(slot.get());
}

// Destroying a hanging manager was measured to block its thread for five seconds.
void ManagerPool::reap(Slot &slot)
{
    if (!slot.manager)
        return;
    if (!m_reaper) {
        m_reaper = new QThread;
        m_reaper->setObjectName(u"kagura-reaper"_s);
        m_reaper->start();
    }
    QNetworkAccessManager *manager = slot.manager.release();
    manager->disconnect(this);
    manager->moveToThread(m_reaper);
    manager->deleteLater();
}

void ManagerPool::dropIdle()
{
    const auto limit = std::chrono::steady_clock::now() - IdleLife;
    std::erase_if(m_slots, [limit](const std::shared_ptr<Slot> &slot) {
        return slot->live == 0 && !slot->isBeingAsked && slot->idleSince < limit;
    });
    if (m_slots.empty())
        m_idleTimer.stop();
}

Result<std::unique_ptr<QNetworkAccessManager>> ManagerPool::makeManager(
    const QUrl &url, const NetworkProfile &profile)
{
    // Checked here, once, rather than failing with a TLS error that names no file.
    if (const Result<QSslConfiguration> tls = tlsConfiguration(profile); !tls)
        return tls.error();
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    if (isLoopback(url) || profile.proxy == NetworkProfile::Proxy::None)
        manager->setProxy(QNetworkProxy::NoProxy);
    else if (profile.proxy == NetworkProfile::Proxy::Custom)
        manager->setProxy(customProxy(profile.proxyUrl));
    else
        manager->setProxyFactory(new SystemProxies);
    return manager;
}

Result<QSslConfiguration> tlsConfiguration(const NetworkProfile &profile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (profile.caFile.isEmpty())
        return tls;
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(profile.caFile, QSsl::Pem);
    if (authorities.isEmpty())
        return Error{Error::Kind::BadRequest,
                     u"the certificate file %1 cannot be read or holds no PEM certificate"_s.arg(
                         profile.caFile)};
    tls.addCaCertificates(authorities);
    return tls;
}

} // namespace kagura
