// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkerror.h"

#include "core/net/httprequest.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error network(const QString &message)
{
    return {Error::Kind::Network, message};
}

} // namespace

Error networkError(QNetworkReply::NetworkError code, const QUrl &url, const QString &tlsFault)
{
    const QString origin = originOf(url);
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return network(u"nothing listens at %1; is the server running?"_s.arg(origin));
    case QNetworkReply::HostNotFoundError:
        return network(
            u"the host name in %1 is not known; check the spelling and the network"_s.arg(origin));
    case QNetworkReply::RemoteHostClosedError:
        return network(u"%1 closed the connection before its answer was complete"_s.arg(origin));
    case QNetworkReply::ContentReSendError:
        return network(
            u"%1 closed the connection before it answered; the request was not sent again"_s.arg(
                origin));
    case QNetworkReply::SslHandshakeFailedError:
        return network(u"no secure connection to %1: %2"_s.arg(
            origin,
            tlsFault.isEmpty() ? u"the TLS handshake failed; does this port speak https?"_s
                               : tlsFault));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return network(
            u"the proxy for %1 cannot be reached; check the proxy settings"_s.arg(origin));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return network(u"the proxy for %1 wants a user name and password"_s.arg(origin));
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TimeoutError:
        return network(u"the network to %1 failed"_s.arg(origin));
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return {Error::Kind::Protocol,
                u"%1 does not answer as an HTTP server should"_s.arg(origin)};
    default:
        return network(u"the transfer from %1 failed (Qt network error %2)"_s.arg(origin).arg(
            static_cast<int>(code)));
    }
}

QString describe(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::UnableToVerifyFirstCertificate:
        return u"its certificate comes from an authority that this computer does not know; "
               "if it is your own, set its certificate file as the provider's CA file"_s;
    case QSslError::CertificateExpired:
        return u"its certificate has expired, or this computer's clock is wrong"_s;
    case QSslError::CertificateNotYetValid:
        return u"its certificate is not valid yet, or this computer's clock is wrong"_s;
    case QSslError::HostNameMismatch:
        return u"its certificate is for another host name"_s;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return u"its certificate has been revoked"_s;
    default:
        return u"its certificate is not acceptable (%1)"_s.arg(error.errorString());
    }
}

} // namespace kagura
