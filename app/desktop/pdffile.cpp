// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/pdffile.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QImage>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int Resolution = 600;
constexpr qreal MarginMm = 18;

constexpr qreal TextPoints = 10;

const char *const Style =
    "pre, code { font-family: monospace; font-size: 9pt; } "
    ".who { font-size: 9pt; font-weight: bold; } .end { font-style: italic; } "
    ".thoughts p { margin-left: 14pt; font-style: italic; } "
    "th, td { padding: 2pt; }";

//! A document that reads no file, whatever is in its text.
class ClosedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int type, const QUrl &name) override
    {
        QImage image;
        if (name.scheme().compare("data"_L1, Qt::CaseInsensitive) == 0)
            image = QImage::fromData(QTextDocument::loadResource(type, name).toByteArray());
        if (!image.isNull())
            return image;
        // Never nothing: Qt 6.4 would take the name for a path and open that.
        QImage none(1, 1, QImage::Format_ARGB32);
        none.fill(Qt::transparent);
        return none;
    }
};

// Qt prints a picture at its own size, also beyond the edge of the page.
void fitImages(QTextDocument &document, qreal width)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment fragment = at.fragment();
            QTextImageFormat format = fragment.charFormat().toImageFormat();
            if (!format.isValid())
                continue;
            const QImage image =
                document.resource(QTextDocument::ImageResource, QUrl(format.name()))
                    .value<QImage>();
            if (image.isNull() || image.width() <= width)
                continue;
            format.setWidth(width);
            format.setHeight(image.height() * width / image.width());
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            break; // the fragments of the block are others now; ours hold one picture each
        }
    }
}

} // namespace

Result<void> writePdf(const QString &html, const QString &title, const QString &path)
{
    QSaveFile file(path);
    const auto trouble = [&file] {
        return Error{Error::Kind::Storage,
                     u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString())};
    };
    if (!file.open(QIODevice::WriteOnly))
        return trouble();
    {
        QPdfWriter writer(&file);
        writer.setTitle(title);
        writer.setCreator(u"Kagura"_s);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm),
                              QPageLayout::Millimeter);
        writer.setResolution(Resolution);
        ClosedDocument document;
        // In points: the window's font is measured in pixels, and on paper those are tiny.
        QFont font = document.defaultFont();
        font.setPointSizeF(TextPoints);
        document.setDefaultFont(font);
        document.setDefaultStyleSheet(QString::fromLatin1(Style));
        document.setDocumentMargin(0);
        document.documentLayout()->setPaintDevice(&writer);
        document.setHtml(html);
        const QSizeF page = writer.pageLayout().paintRectPixels(Resolution).size();
        // Pictures are measured as on a screen, pages as on paper.
        fitImages(document, page.width() * 96.0 / Resolution);
        document.setPageSize(page);
        document.print(&writer);
    }
    if (file.error() != QFileDevice::NoError || !file.commit())
        return trouble();
    return {};
}

} // namespace kagura
