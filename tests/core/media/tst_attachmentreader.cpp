// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentreader.h"
#include "core/media/pdfreader.h"
#include "tests/core/media/mediasamples.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAttachmentReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &data)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(data);
        return file.fileName();
    }
    static Result<Attachment> read(const AttachmentSource &source, const MediaLimits &limits = {})
    {
        ReadProgress progress;
        return readAttachment(source, limits, progress);
    }
    Result<Attachment> readFile(const QString &name,
                                const QByteArray &data,
                                const MediaLimits &limits = {})
    {
        return read(AttachmentSource::fromFile(write(name, data)), limits);
    }

private Q_SLOTS:
    void contentDecidesAndNotTheName()
    {
        const QByteArray png = encoded(twoHalves({30, 20}), "png");
        const Result<Attachment> image = readFile(u"letter.txt"_s, png);
        QVERIFY(image);
        QCOMPARE(image->kind, Attachment::Kind::Image);
        QCOMPARE(image->name, u"letter.txt"_s);
        QCOMPARE(image->pixels, QSize(30, 20));
        QCOMPARE(image->sourceBytes, png.size());
        QCOMPARE(image->preview.size(), QSize(30, 20));

        const Result<Attachment> text = readFile(u"picture.png"_s, "caf\xE9\n");
        QVERIFY(text);
        QCOMPARE(text->kind, Attachment::Kind::Text);
        QCOMPARE(text->text, u"café\n"_s);
        QCOMPARE(text->encoding, u"ISO-8859-1"_s);
        if (!canReadPdf())
            return;
        const Result<Attachment> pdf = readFile(u"data"_s, pdfOf({u"words"_s}));
        QVERIFY(pdf);
        QCOMPARE(pdf->kind, Attachment::Kind::Pdf);
        QCOMPARE(pdf->pages, 1);
        QVERIFY(pdf->text.contains(u"words"_s));
    }

    void anSvgGoesAlongAsItsText()
    {
        const Result<Attachment> svg = readFile(u"a.svg"_s, "<svg onload=\"run()\"/>");
        QVERIFY(svg);
        QCOMPARE(svg->kind, Attachment::Kind::Text);
    }

    void bytesAndPicturesWithoutAFileAreRead()
    {
        AttachmentSource pasted;
        pasted.name = u"Pasted text"_s;
        pasted.data = "words";
        QCOMPARE(read(pasted)->text, u"words"_s);
        AttachmentSource picture;
        picture.name = u"Pasted picture"_s;
        picture.image = twoHalves({10, 10});
        QCOMPARE(read(picture)->pixels, QSize(10, 10));
    }

    void whatCannotBeUsedSaysWhy()
    {
        const auto expect = [](const Result<Attachment> &result, const QString &word) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, Error::Kind::BadRequest);
            QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
        };
        MediaLimits limits;
        limits.fileBytes = 1024 * 1024;
        expect(readFile(u"long"_s, QByteArray(1024 * 1024 + 1, 'a'), limits), u"1 MiB"_s);
        limits.textLength = 10;
        expect(readFile(u"text"_s, "eleven char", limits), u"10 characters"_s);
        expect(readFile(u"empty"_s, {}), u"empty"_s);
        expect(readFile(u"data.bin"_s, QByteArray(64, '\0')), u"neither"_s);
        expect(read(AttachmentSource::fromFile(m_folder.path())), u"folder"_s);
        expect(read(AttachmentSource::fromFile(m_folder.filePath(u"none"_s))), u"no such file"_s);
        expect(read(AttachmentSource::fromFile(u"/dev/zero"_s)), u"device"_s);
    }

    void whoeverLostInterestIsNotServed()
    {
        ReadProgress progress;
        progress.isCancelled = true;
        const Result<Attachment> result =
            readAttachment(AttachmentSource::fromFile(write(u"a"_s, "a")), {}, progress);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    }
};

KAGURA_TEST(TestAttachmentReader)
#include "tst_attachmentreader.moc"
