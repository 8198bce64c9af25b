// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkcall.h"

#include "core/net/networkerror.h"
#include "core/net/onetimebody.h"

#include <QLibraryInfo>
#include <QSslConfiguration>
#include <QVersionNumber>

#include <algorithm>
#include <array>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 ReadBufferBytes =
    256 * 1024; // Qt reads no further: the kernel fills up, TCP pushes back
constexpr auto DrainPatience = 100ms; // for the last chunk behind the protocol's end mark
constexpr int MaxRedirects = 5;
constexpr qint64 MaxRedirectBytes = 64 * 1024; // its page is read and thrown away
constexpr auto LookEvery = 5s; // for a header without end

bool http2IsSafe()
{
    // CVE-2023-51714 and CVE-2024-39936.
    return QLibraryInfo::version() >= QVersionNumber(6, 5, 8);
}

QNetworkRequest toQt(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest qt(request.url);
    qt.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                    QNetworkRequest::ManualRedirectPolicy);
    qt.setAttribute(QNetworkRequest::Http2AllowedAttribute, http2IsSafe());
    qt.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    qt.setRawHeader("User-Agent", "Kagura/" KAGURA_VERSION);
    // A compressed stream comes in lumps, and Qt inflates what it is sent however large it becomes.
    qt.setRawHeader("Accept-Encoding", "identity");
    qt.setRawHeader("Accept-Language", "*");
    for (const HttpHeader &header : request.headers)
        qt.setRawHeader(header.name, header.value);
    for (const CredentialHeader &credential : request.credentials)
        qt.setRawHeader(credential.name, credential.prefix + credential.secret.reveal());
    if (request.url.scheme() == "https"_L1)
        qt.setSslConfiguration(tls);
    if (!request.network.peerName.isEmpty())
        qt.setPeerVerifyName(request.network.peerName);
    return qt;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error timeout(const QString &message)
{
    return {Error::Kind::Timeout, message};
}

} // namespace

NetworkCall::NetworkCall(ManagerPool &pool, HttpRequest request, std::shared_ptr<BodySink> sink)
    : m_pool(pool)
    , m_request(std::move(request))
    , m_sink(std::move(sink))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &NetworkCall::checkDeadlines);
    connect(&m_pool, &ManagerPool::hung, this, [this](const ManagerPool::Slot *slot) {
        if (m_slot.get() == slot)
            abort({Error::Kind::Network,
                   u"%1 sends a header without end"_s.arg(originOf(m_request.url))});
    });
}

NetworkCall::~NetworkCall()
{
    releaseReply();
}

void NetworkCall::start()
{
    m_startedAt = std::chrono::steady_clock::now();
    dispatch();
}

void NetworkCall::dispatch()
{
    Result<std::shared_ptr<ManagerPool::Slot>> slot =
        m_pool.acquire(m_request.url, m_request.network);
    if (!slot) {
        finish(slot.error());
        Q_EMIT done();
        return;
    }
    m_slot = *slot;
    QNetworkRequest request = toQt(m_request, m_slot->tls);
    m_isSent = false;
    m_hasHead = false;
    m_isRedirect = false;
    m_bodyBytes = 0;
    m_dispatchedAt = m_lastByteAt = m_lastProgressAt = std::chrono::steady_clock::now();
    m_nextLookAt = m_dispatchedAt + LookEvery;
    if (m_request.body.isEmpty()) {
        watch(m_request.method == "GET"
                  ? m_slot->manager->get(request)
                  : m_slot->manager->sendCustomRequest(request, m_request.method));
    } else {
        auto body = std::make_unique<OneTimeBody>(m_request.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        QNetworkReply *reply =
            m_slot->manager->sendCustomRequest(request, m_request.method, body.get());
        body.release()->setParent(reply);
        watch(reply);
    }
    armTimer();
}

void NetworkCall::watch(QNetworkReply *reply)
{
    m_reply = reply;
    reply->setReadBufferSize(ReadBufferBytes);
    // A request with a body starts from the event loop, and forgets the size that was set before it did.
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(ReadBufferBytes); }, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_isSent = true;
        armTimer();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &NetworkCall::readHead);
    connect(reply, &QNetworkReply::readyRead, this, &NetworkCall::readBody);
    connect(reply, &QNetworkReply::finished, this, &NetworkCall::replyFinished);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList faults;
        for (const QSslError &error : errors)
            faults.append(describe(error));
        faults.removeDuplicates();
        m_tlsFault = faults.join(u"; "_s);
        if (m_slot)
            m_slot->tlsFault = m_tlsFault;
    });
}

void NetworkCall::readHead()
{
    if (m_hasHead || !m_reply || m_isEnded)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return;
    m_hasHead = true;
    m_status = status;
    if (m_slot)
        m_slot->tlsFault.clear();
    m_isRedirect = m_request.followsRedirects && isRedirect(status);
    m_isSent = true;
    m_lastByteAt = m_lastProgressAt = std::chrono::steady_clock::now();
    armTimer();
    if (m_isRedirect)
        return; // its body is not the answer; replyFinished() follows it
    HttpHead head{status, {}};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        head.headers.append({name, value});
    m_sink->head(head);
}

void NetworkCall::readBody()
{
    readHead();
    // One buffer a thread: a read is copied once, into here, and decoded from here.
    thread_local std::array<char, 64 * 1024> buffer;
    while (m_reply && !m_isFull) {
        const qint64 size = m_reply->read(buffer.data(), buffer.size());
        if (size <= 0)
            return;
        m_lastByteAt = std::chrono::steady_clock::now();
        if (m_isEnded || !m_hasHead)
            continue;
        m_bodyBytes += size;
        if (m_bodyBytes > (m_isRedirect ? MaxRedirectBytes : m_request.maxBodyBytes)) {
            abort({Error::Kind::Protocol,
                   u"the answer of %1 is larger than %2 bytes"_s.arg(originOf(m_request.url))
                       .arg(m_request.maxBodyBytes)});
            return;
        }
        if (m_isRedirect)
            continue;
        const BodySink::State state = m_sink->write(QByteArrayView(buffer.data(), size));
        if (const qint64 progress = m_sink->progress(); progress != m_seenProgress) {
            m_seenProgress = progress;
            m_lastProgressAt = m_lastByteAt;
        }
        m_isFull = state == BodySink::State::Full;
        if (state == BodySink::State::Done)
            drainAndEnd();
    }
}

void NetworkCall::resume()
{
    if (!m_isFull)
        return;
    m_isFull = false;
    // The pause was the consumer's, not the server's.
    m_lastByteAt = m_lastProgressAt = std::chrono::steady_clock::now();
    if (!m_reply)
        return;
    const QPointer<QNetworkReply> reply = m_reply;
    readBody();
    if (reply && reply == m_reply && reply->isFinished() && !m_isFull)
        replyFinished();
    else
        armTimer();
}

void NetworkCall::replyFinished()
{
    readHead();
    readBody(); // readyRead does not always come before finished
    if (!m_reply || m_isFull)
        return; // what is still buffered is read, and judged, after resume()
    if (m_isEnded) {
        releaseReply();
        Q_EMIT done();
        return;
    }
    if (m_isRedirect) {
        const std::optional<Error> refused = redirect();
        if (!refused)
            return;
        finish(refused);
    } else {
        finish(judgeEnd());
    }
    releaseReply();
    Q_EMIT done();
}

std::optional<Error> NetworkCall::judgeEnd() const
{
    const QNetworkReply::NetworkError code = m_reply->error();
    // 4xx and 5xx are answers, not failures of the transfer; Qt calls them errors all the same.
    const bool isHttpError = code >= QNetworkReply::ContentAccessDenied
        && code <= QNetworkReply::UnknownServerError && code != QNetworkReply::ContentReSendError
        && code != QNetworkReply::UnknownContentError;
    if (code != QNetworkReply::NoError
        && !(m_hasHead && m_status >= 400
             && (isHttpError || code == QNetworkReply::UnknownContentError)))
        return networkError(code, m_request.url,
                            m_tlsFault.isEmpty() && m_slot ? m_slot->tlsFault : m_tlsFault);
    if (!m_hasHead)
        return networkError(QNetworkReply::ProtocolFailure, m_request.url, m_tlsFault);
    // Qt 6.4 ends a body that is too short without an error.
    bool hasLength = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&hasLength);
    const bool hasBody = m_request.method != "HEAD" && m_status != 204 && m_status != 304;
    if (hasLength && hasBody && !m_reply->hasRawHeader("Content-Encoding") && length != m_bodyBytes)
        return Error{Error::Kind::Truncated,
                     u"%1 promised %2 bytes and sent %3"_s.arg(originOf(m_request.url))
                         .arg(length)
                         .arg(m_bodyBytes)};
    return std::nullopt;
}

// Follows the redirect and returns nothing, or says why it is not followed.
std::optional<Error> NetworkCall::redirect()
{
    const QString from = originOf(m_request.url);
    const QUrl target = m_request.url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    const QString scheme = target.scheme().toLower();
    const bool isRead = m_request.method == "GET" || m_request.method == "HEAD";
    const auto refuse = [this](const QString &message) {
        return Error{Error::Kind::BadRequest, message, m_status};
    };
    if (!m_reply->hasRawHeader("Location") || !target.isValid() || target.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1))
        return refuse(u"%1 redirects to an address that is none of the web"_s.arg(from));
    if (++m_redirects > MaxRedirects)
        return refuse(u"%1 redirects more than %2 times"_s.arg(from).arg(MaxRedirects));
    if (originOf(target) != from) {
        // Neither a key nor a prompt goes to a place that the user did not name.
        if (!isRead || (m_request.url.scheme() == "https"_L1 && scheme != "https"_L1))
            return refuse(
                u"%1 redirects to %2; if that is the right server, set it as the base URL"_s.arg(
                    from, originOf(target)));
        m_request.credentials.clear();
        // A header that the user added may be a credential, too.
        m_request.headers.removeIf([](const HttpHeader &header) {
            return header.name.compare("Accept", Qt::CaseInsensitive) != 0;
        });
    }
    if (!isRead && m_status != 307 && m_status != 308)
        return refuse(
            u"%1 answers the request with a redirect to another page; check the base URL"_s.arg(
                from));
    m_request.url = target;
    releaseReply();
    dispatch();
    return std::nullopt;
}

// The answer is complete. The connection can serve the next call if its last bytes are read first.
void NetworkCall::drainAndEnd()
{
    finish(std::nullopt);
    if (m_reply && !m_reply->isFinished()) // else replyFinished() is what called, or comes
        m_timer.start(DrainPatience);
}

void NetworkCall::abort(const Error &reason)
{
    if (m_isEnded)
        return; // the owner of a finished call lets go of it; its connection is drained all the same
    finish(reason);
    if (m_slot && !m_hasHead)
        m_pool.suspect(m_slot);
    releaseReply();
    Q_EMIT done();
}

void NetworkCall::shutDown(const Error &reason)
{
    finish(reason);
    releaseReply();
}

void NetworkCall::finish(const std::optional<Error> &failure)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_timer.stop();
    m_sink->end(failure);
}

void NetworkCall::releaseReply()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        if (!reply->isFinished())
            reply->abort();
        reply->deleteLater();
    }
    if (const std::shared_ptr<ManagerPool::Slot> slot = std::exchange(m_slot, nullptr))
        m_pool.release(slot);
}

std::optional<NetworkCall::Time> NetworkCall::nextDeadline() const
{
    const Deadlines &limits = m_request.deadlines;
    std::optional<Time> next;
    const auto add = [&next](Time from, const std::optional<std::chrono::milliseconds> &limit) {
        if (limit && (!next || from + *limit < *next))
            next = from + *limit;
    };
    add(m_startedAt, limits.total);
    if (!m_hasHead) {
        add(m_dispatchedAt, limits.firstByte);
        add(m_nextLookAt, 0ms);
        if (!m_isSent)
            add(m_dispatchedAt, limits.connect);
    } else if (!m_isFull) {
        add(m_lastByteAt, limits.idle);
        add(m_lastProgressAt, limits.progress);
    }
    return next;
}

// The timer is not moved at every byte: it looks at the time stamps when it fires, and goes on waiting.
void NetworkCall::armTimer()
{
    if (m_isEnded)
        return;
    if (const std::optional<Time> next = nextDeadline()) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now());
        m_timer.start(std::max(left, 1ms));
    } else {
        m_timer.stop();
    }
}

void NetworkCall::checkDeadlines()
{
    if (m_isEnded) { // the drain has taken long enough
        releaseReply();
        Q_EMIT done();
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const Deadlines &limits = m_request.deadlines;
    const QString origin = originOf(m_request.url);
    const auto passed = [now](Time from, const std::optional<std::chrono::milliseconds> &limit) {
        return limit && from + *limit <= now;
    };
    if (!m_hasHead && m_nextLookAt <= now) {
        m_nextLookAt = now + LookEvery;
        m_pool.look(m_slot);
    }
    if (passed(m_startedAt, limits.total))
        abort(timeout(u"the call to %1 took longer than its limit"_s.arg(origin)));
    else if (!m_hasHead && !m_isSent && passed(m_dispatchedAt, limits.connect))
        abort(timeout(u"no connection to %1 in time"_s.arg(origin)));
    else if (!m_hasHead && passed(m_dispatchedAt, limits.firstByte))
        abort(
            timeout(u"%1 accepted the request and did not begin to answer in time"_s.arg(origin)));
    else if (m_hasHead && !m_isFull && passed(m_lastByteAt, limits.idle))
        abort(timeout(u"%1 stopped in the middle of its answer"_s.arg(origin)));
    else if (m_hasHead && !m_isFull && passed(m_lastProgressAt, limits.progress))
        abort(timeout(u"%1 keeps the connection alive and sends no answer"_s.arg(origin)));
    else
        armTimer();
}

} // namespace kagura
