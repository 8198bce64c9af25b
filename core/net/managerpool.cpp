// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/managerpool.h"

#include "core/base/logging.h"
#include "core/net/unreadconnections.h"

#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto IdleLife = 120s;
constexpr auto AnswerPatience = 250ms;
constexpr int AnswerTries = 2; // a timer may be late, and fire before the answer that came in time
constexpr auto CutEvery = 40ms; // what waits unread goes up and down, so that one look may miss it
constexpr int CutTries = 10;

// The proxy of each URL under one profile. Asked per URL, so that loopback never goes through one.
class ProfileProxies final : public QNetworkProxyFactory
{
public:
    explicit ProfileProxies(const NetworkProfile &profile)
        : m_profile(profile)
    {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()) || m_profile.proxy == NetworkProfile::Proxy::None)
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_profile.proxy == NetworkProfile::Proxy::System)
            return systemProxyForQuery(query);
        const QUrl &url = m_profile.proxyUrl;
        const bool isSocks = url.scheme().startsWith("socks"_L1);
        return {QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                              url.host(), static_cast<quint16>(url.port(isSocks ? 1080 : 8080)),
                              url.userName(), url.password())};
    }

private:
    NetworkProfile m_profile;
};

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

bool isUsableProxy(const QUrl &url)
{
    static const QStringList schemes = {u"http"_s, u"socks"_s, u"socks5"_s, u"socks5h"_s};
    return url.isValid() && !url.host().isEmpty() && schemes.contains(url.scheme().toLower());
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
    // One of them may hang without anybody having noticed yet, and would take five seconds to die.
    for (const std::shared_ptr<Slot> &slot : m_slots)
        reap(*slot);
    if (!m_reaper)
        return;
    m_reaper->quit();
    bool isOver = m_reaper->wait(QDeadlineTimer(CutEvery));
    for (int i = 0; i < CutTries && !isOver; ++i) {
        for (const std::shared_ptr<Slot> &slot : m_slots)
            cutUnreadConnections(slot->peerPort);
        isOver = m_reaper->wait(QDeadlineTimer(CutEvery));
    }
    // Rather left behind than destroyed while it runs.
    if (isOver)
        delete m_reaper;
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
        Result<std::shared_ptr<Slot>> made = makeSlot(url, profile);
        if (!made)
            return made.error();
        best = std::move(made).value();
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
    slot->patience = AnswerTries;
    waitForAnswer(slot);
}

void ManagerPool::waitForAnswer(const std::shared_ptr<Slot> &slot)
{
    QTimer::singleShot(AnswerPatience, this, [this, slot] {
        if (!slot->isBeingAsked)
            return;
        if (--slot->patience > 0)
            waitForAnswer(slot);
        else
            park(slot);
    });
}

void ManagerPool::look(const std::shared_ptr<Slot> &slot)
{
    if (unreadConnections(slot->peerPort) > 0)
        suspect(slot);
}

void ManagerPool::park(const std::shared_ptr<Slot> &slot)
{
    qCWarning(logNet, "a connection hangs in its header; its manager is replaced");
    slot->isParked = true;
    std::erase(m_slots, slot);
    cutFlood(slot->peerPort, CutTries);
    if (slot->live == 0)
        reap(*slot);
    else
        Q_EMIT hung(slot.get());
}

// Without this its thread reads on, a byte a system call, for as long as the server sends.
void ManagerPool::cutFlood(quint16 peerPort, int triesLeft)
{
    if (cutUnreadConnections(peerPort) == 0 && triesLeft > 1)
        QTimer::singleShot(CutEvery, this,
                           [this, peerPort, triesLeft] { cutFlood(peerPort, triesLeft - 1); });
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

Result<std::shared_ptr<ManagerPool::Slot>> ManagerPool::makeSlot(const QUrl &url,
                                                                 const NetworkProfile &profile)
{
    const bool hasProxy = profile.proxy == NetworkProfile::Proxy::Custom && !isLoopback(url);
    if (hasProxy && !isUsableProxy(profile.proxyUrl))
        return Error{Error::Kind::BadRequest,
                     u"the proxy setting is not of the form http://host:port or "
                     "socks5://host:port"_s};
    // Checked here, once, rather than failing with a TLS error that names no file.
    Result<QSslConfiguration> tls = tlsConfiguration(profile);
    if (!tls)
        return tls.error();
    auto slot = std::make_shared<Slot>(originOf(url), profile);
    slot->tls = std::move(tls).value();
    slot->peerPort = static_cast<quint16>(
        hasProxy ? profile.proxyUrl.port(8080) : url.port(url.scheme() == "https"_L1 ? 443 : 80));
    slot->manager = std::make_unique<QNetworkAccessManager>();
    slot->manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    slot->manager->setAutoDeleteReplies(false);
    slot->manager->setProxyFactory(new ProfileProxies(profile));
    return slot;
}

} // namespace kagura
