// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/fetchreply.h"

#include "core/media/textdecoding.h"
#include "core/tools/htmltext.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int MostRedirects = 5;
constexpr qint64 MostBytes = 5LL * 1024 * 1024;
constexpr qsizetype MostCharacters = 100'000;
constexpr std::chrono::seconds Patience{30};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

//! "text/html" of "Text/HTML; charset=utf-8".
QString mediaType(const QList<HttpHeader> &headers)
{
    return QString::fromLatin1(headerValue(headers, "content-type"))
        .section(u';', 0, 0)
        .trimmed()
        .toLower();
}

} // namespace

FetchReply::FetchReply(Transport &transport,
                       HostResolver &resolver,
                       const QUrl &url,
                       QStringList hosts)
    : m_transport(transport)
    , m_resolver(resolver)
    , m_hosts(std::move(hosts))
{
    // Later: the caller has not connected to finished() yet.
    QMetaObject::invokeMethod(
        this, [this, url] { ask(url); }, Qt::QueuedConnection);
}

FetchReply::~FetchReply() = default;

void FetchReply::cancel()
{
    if (m_fetch)
        m_fetch->disconnect(this);
    m_fetch.reset();
    finish(Error{Error::Kind::Cancelled, u"cancelled by the caller"_s});
}

void FetchReply::refuse(const QString &message)
{
    finish(Error{Error::Kind::BadRequest, message});
}

bool FetchReply::isGranted(const QUrl &url) const
{
    const QString host = url.host().toLower();
    const QString place =
        host + u':' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    return std::any_of(m_hosts.begin(), m_hosts.end(), [&](const QString &granted) {
        return granted.toLower() == host || granted.toLower() == place;
    });
}

void FetchReply::ask(const QUrl &url)
{
    if (isFinished())
        return;
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return refuse(u"only whole addresses that begin with http:// or https:// are fetched"_s);
    if (!url.userInfo().isEmpty())
        return refuse(u"an address with a name and password in it is not fetched"_s);
    m_url = url.adjusted(QUrl::RemoveFragment);
    const QHostAddress literal(url.host());
    if (!literal.isNull())
        return judge(m_url, {literal});
    m_resolver.resolve(url.host(QUrl::FullyEncoded), this,
                       [this, asked = m_url](const QList<QHostAddress> &addresses) {
                           if (!isFinished())
                               judge(asked, addresses);
                       });
}

// All of them: which one a name gives next is not for us to choose.
void FetchReply::judge(const QUrl &url, const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return finish(Error{Error::Kind::Network, u"nobody knows the server %1"_s.arg(url.host())});
    if (!isGranted(url) && !std::all_of(addresses.begin(), addresses.end(), isPublicAddress))
        return refuse(u"%1 is no server of the public internet; the user can grant it when the run "
                      "is started"_s.arg(url.host()));
    fetch(url, addresses.constFirst());
}

void FetchReply::fetch(const QUrl &url, const QHostAddress &address)
{
    HttpRequest request;
    request.method = "GET";
    request.url = url;
    request.url.setHost(address.toString());
    request.headers = {{"Host", hostHeader(url)},
                       {"Accept", "text/html, text/*;q=0.9, application/json;q=0.9, */*;q=0.1"}};
    request.followsRedirects = false;
    request.maxBodyBytes = MostBytes;
    request.deadlines.total = Patience;
    if (url.scheme() == "https"_L1)
        request.network.peerName = url.host(QUrl::FullyEncoded);
    m_fetch = std::make_unique<HttpFetch>(m_transport, std::move(request));
    connect(m_fetch.get(), &Handle::finished, this, &FetchReply::fetched);
}

void FetchReply::fetched()
{
    if (m_fetch->failure())
        return finish(m_fetch->failure());
    const QByteArray location = headerValue(m_fetch->headers(), "location");
    if (isRedirect(m_fetch->status()) && !location.isEmpty())
        return follow(location);
    read();
}

void FetchReply::follow(const QByteArray &location)
{
    if (++m_redirects > MostRedirects)
        return refuse(u"%1 leads from one address to the next for ever"_s.arg(m_url.host()));
    const QUrl next = m_url.resolved(QUrl::fromEncoded(location));
    if (m_url.scheme() == "https"_L1 && next.scheme() == "http"_L1)
        return refuse(u"%1 leads to an address without encryption"_s.arg(m_url.host()));
    // Which runs within the fetch that is replaced.
    m_fetch.release()->deleteLater();
    ask(next);
}

void FetchReply::read()
{
    const QString type = mediaType(m_fetch->headers());
    const Result<DecodedText> decoded = decodeText(m_fetch->body());
    if (!decoded)
        return refuse(
            u"the page is no text but %1"_s.arg(type.isEmpty() ? u"something else"_s : type));
    const bool isHtml = type == "text/html"_L1 || type == "application/xhtml+xml"_L1;
    QString text = isHtml ? htmlText(decoded->text) : decoded->text;
    const bool isCut = text.size() > MostCharacters;
    text.truncate(MostCharacters);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    succeed(Json{{"url", toJson(m_url.toString(QUrl::FullyEncoded))},
                 {"status", m_fetch->status()},
                 {"content_type", toJson(type)},
                 {"text", toJson(text)},
                 {"truncated", isCut}});
}

} // namespace kagura
