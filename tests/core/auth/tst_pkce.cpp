// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/pkce.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestPkce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChallengeIsThatOfTheStandardsExample()
    {
        // RFC 7636, appendix B.
        QCOMPARE(pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void everyVerifierIsNewAndFitsTheStandard()
    {
        const QRegularExpression allowed(u"^[A-Za-z0-9_-]{43}$"_s);
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const Pkce pkce = makePkce();
            const QByteArray verifier = pkce.verifier.reveal();
            QVERIFY(allowed.match(QString::fromLatin1(verifier)).hasMatch());
            QVERIFY(!seen.contains(verifier));
            QCOMPARE(pkce.challenge, pkceChallenge(verifier));
            seen.insert(verifier);
        }
    }
};

KAGURA_TEST(TestPkce)
#include "tst_pkce.moc"
