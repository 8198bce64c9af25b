// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/pdfreader.h"
#include "tests/core/media/mediasamples.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestPdfReader : public QObject
{
    Q_OBJECT

private:
    static Result<PdfText> read(const QByteArray &bytes, const MediaLimits &limits = {})
    {
        ReadProgress progress;
        return readPdf(bytes, limits, progress);
    }
    static void expect(const Result<PdfText> &pdf, Error::Kind kind, const QString &word)
    {
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().kind, kind);
        QVERIFY2(pdf.error().message.contains(word), qPrintable(pdf.error().message));
    }

private Q_SLOTS:
    void withoutPopplerEachPdfIsRefusedWithTheReason()
    {
        if (canReadPdf())
            QSKIP("this build can read PDF");
        expect(read(pdfOf({u"words"_s})), Error::Kind::BadRequest, u"poppler"_s);
    }

    void theTextComesPageByPage()
    {
        if (!canReadPdf())
            QSKIP("needs poppler-qt6");
        ReadProgress progress;
        const Result<PdfText> pdf =
            readPdf(pdfOf({u"The first"_s, {}, u"The third"_s}), {}, progress);
        QVERIFY(pdf);
        QCOMPARE(pdf->pages, 3);
        QCOMPARE(pdf->text, u"[Page 1]\nThe first\n\n[Page 2]\n\n\n[Page 3]\nThe third\n\n"_s);
        QCOMPARE(progress.permille.load(), 1000);
    }

    void whatCannotBeUsedSaysWhy()
    {
        if (!canReadPdf())
            QSKIP("needs poppler-qt6");
        const Error::Kind refused = Error::Kind::BadRequest;
        MediaLimits limits;
        limits.pdfPages = 2;
        expect(read(pdfOf({u"a"_s, u"b"_s, u"c"_s}), limits), refused, u"3 pages"_s);
        limits = {};
        limits.textLength = 20;
        expect(read(pdfOf({u"more than twenty characters"_s}), limits), refused, u"20 char"_s);
        expect(read(pdfOf({{}, {}})), refused, u"no text"_s);
        expect(read("%PDF-1.4 and nothing else"), refused, u"damaged"_s);
    }

    void itStopsAtTheNextPage()
    {
        if (!canReadPdf())
            QSKIP("needs poppler-qt6");
        ReadProgress progress;
        progress.isCancelled = true;
        expect(readPdf(pdfOf({u"a"_s}), {}, progress), Error::Kind::Cancelled, u"stopped"_s);
    }
};

KAGURA_TEST(TestPdfReader)
#include "tst_pdfreader.moc"
