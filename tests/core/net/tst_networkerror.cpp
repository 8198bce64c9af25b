// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkerror.h"
#include "tests/support/testmain.h"

#include <QMetaEnum>
#include <QTest>

namespace {

using namespace kagura;
using namespace Qt::StringLiterals;

class TestNetworkError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultNamesTheOriginAndNothingMore();
    void aTlsFaultIsTold();
    void everyCertificateProblemHasWords();
};

void TestNetworkError::everyFaultNamesTheOriginAndNothingMore()
{
    const QUrl url(u"https://user:canary@api.example/canary?key=canary#canary"_s);
    const QMetaEnum codes = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    QVERIFY(codes.keyCount() > 20);
    for (int i = 0; i < codes.keyCount(); ++i) {
        const auto code = static_cast<QNetworkReply::NetworkError>(codes.value(i));
        const Error error = networkError(code, url, {});
        QVERIFY2(error.message.contains(u"https://api.example:443"_s), codes.key(i));
        QVERIFY2(!error.message.contains(u"canary"_s), qPrintable(error.message));
        QVERIFY(error.kind == Error::Kind::Network || error.kind == Error::Kind::Protocol);
    }
}

void TestNetworkError::aTlsFaultIsTold()
{
    const QString fault = describe(QSslError(QSslError::CertificateExpired));
    const Error error =
        networkError(QNetworkReply::SslHandshakeFailedError, QUrl(u"https://api.example"_s), fault);
    QVERIFY2(error.message.contains(u"expired"_s), qPrintable(error.message));
}

void TestNetworkError::everyCertificateProblemHasWords()
{
    for (int code = QSslError::UnableToGetIssuerCertificate; code <= QSslError::OcspStatusUnknown;
         ++code) {
        const QString text = describe(QSslError(static_cast<QSslError::SslError>(code)));
        QVERIFY2(text.startsWith(u"its certificate"_s), qPrintable(text));
    }
}

} // namespace

KAGURA_TEST(TestNetworkError)

#include "tst_networkerror.moc"
