// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/pdfreader.h"

#ifdef KAGURA_HAS_POPPLER
#include <memory>
#include <mutex>
#include <poppler-qt6.h>
#endif

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error refuse(const QString &why)
{
    return {Error::Kind::BadRequest, why};
}

} // namespace

#ifdef KAGURA_HAS_POPPLER

bool canReadPdf()
{
    return true;
}

Result<PdfText> readPdf(const QByteArray &bytes, const MediaLimits &limits, ReadProgress &progress)
{
    // What poppler says of a damaged file would quote the file in our log.
    static std::once_flag quiet;
    std::call_once(quiet, [] {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, QVariant());
    });
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return refuse(u"the PDF is damaged"_s);
    if (document->isLocked())
        return refuse(u"the PDF is locked by a password; save it without one"_s);
    PdfText pdf;
    pdf.pages = document->numPages();
    if (pdf.pages > limits.pdfPages)
        return refuse(
            u"%1 pages are more than the %2 that are read"_s.arg(pdf.pages).arg(limits.pdfPages));
    bool hasText = false;
    for (int i = 0; i < pdf.pages; ++i) {
        if (progress.isCancelled)
            return Error{Error::Kind::Cancelled, u"reading was stopped"_s};
        const std::unique_ptr<Poppler::Page> page = document->page(i);
        const QString text = page ? page->text(QRectF()).trimmed() : QString();
        hasText = hasText || !text.isEmpty();
        pdf.text += u"[Page %1]\n%2\n\n"_s.arg(i + 1).arg(text);
        if (pdf.text.size() > limits.textLength)
            return refuse(
                u"it has more than the %1 characters that are read"_s.arg(limits.textLength));
        progress.permille = 100 + 900 * (i + 1) / pdf.pages;
    }
    if (!hasText)
        return refuse(u"the PDF has no text, only pictures of pages; attach them as pictures"_s);
    return pdf;
}

#else

bool canReadPdf()
{
    return false;
}

Result<PdfText> readPdf(const QByteArray &, const MediaLimits &, ReadProgress &)
{
    return refuse(
        u"this build of Kagura cannot read PDF, because poppler-qt6 was not there when it "
        "was made; attach the text instead"_s);
}

#endif

} // namespace kagura
