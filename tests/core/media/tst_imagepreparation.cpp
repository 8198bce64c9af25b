// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/imagepreparation.h"
#include "tests/core/media/mediasamples.h"
#include "tests/support/testmain.h"

#include <QImageReader>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestImagePreparation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreToldByTheirFirstBytes()
    {
        const QImage image = twoHalves({4, 4});
        QCOMPARE(imageFormatOf(encoded(image, "png")), QByteArray("png"));
        QCOMPARE(imageFormatOf(encoded(image, "jpeg")), QByteArray("jpeg"));
        QCOMPARE(imageFormatOf(encoded(image, "bmp")), QByteArray("bmp"));
        QCOMPARE(imageFormatOf("GIF89a...."), QByteArray("gif"));
        QCOMPARE(imageFormatOf(QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16)), QByteArray("webp"));
        QCOMPARE(imageFormatOf("BM is how this text of mine begins, and it is none"), QByteArray());
        QCOMPARE(imageFormatOf("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), QByteArray());
        QCOMPARE(imageFormatOf({}), QByteArray());
    }

    // What an SVG says is not for our renderer, not even under another name.
    void anSvgIsNeverDrawn()
    {
        const Result<PreparedImage> image = prepareImage(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "png", {});
        QVERIFY(!image);
    }

    void aLargePictureIsScaledToTheLongestEdge()
    {
        MediaLimits limits;
        limits.longestEdge = 100;
        limits.previewEdge = 20;
        for (const char *format : {"png", "jpeg"}) {
            const Result<PreparedImage> image =
                prepareImage(encoded(twoHalves({400, 200}), format), format, limits);
            QVERIFY(image);
            QCOMPARE(image->pixels, QSize(100, 50));
            QCOMPARE(image->preview.size(), QSize(20, 10));
            const QImage decoded = QImage::fromData(image->data);
            QCOMPARE(decoded.size(), QSize(100, 50));
            QVERIFY(decoded.pixelColor(10, 25).red() > 200);
            QVERIFY(decoded.pixelColor(90, 25).blue() > 200);
        }
    }

    void aSmallPictureKeepsItsPixels()
    {
        const QImage original = twoHalves({40, 20});
        const Result<PreparedImage> image = prepareImage(encoded(original, "png"), "png", {});
        QVERIFY(image);
        QCOMPARE(image->mimeType, u"image/png"_s);
        QCOMPARE(QImage::fromData(image->data).convertToFormat(QImage::Format_RGB32), original);
    }

    void aPhotoIsTurnedUprightAndLosesItsMetadata()
    {
        const QByteArray photo = turnedJpeg(twoHalves({64, 32}));
        QVERIFY(photo.contains("Kyot") && photo.contains("Exif"));
        const Result<PreparedImage> image = prepareImage(photo, "jpeg", {});
        QVERIFY(image);
        QCOMPARE(image->mimeType, u"image/jpeg"_s);
        QCOMPARE(image->pixels, QSize(32, 64));
        const QImage decoded = QImage::fromData(image->data);
        QVERIFY(decoded.pixelColor(16, 10).red() > 200); // what was left is on top
        QVERIFY(!image->data.contains("Kyot") && !image->data.contains("Exif"));
    }

    void wordsInAPngAreNotPassedOn()
    {
        QImage original = twoHalves({20, 10});
        original.setText(u"Author"_s, u"Somebody"_s);
        const QByteArray png = encoded(original, "png");
        QVERIFY(png.contains("Somebody"));
        const Result<PreparedImage> image = prepareImage(png, "png", {});
        QVERIFY(image);
        QVERIFY(!image->data.contains("Somebody"));
        QVERIFY(QImage::fromData(image->data).textKeys().isEmpty());
    }

    void transparencyIsKeptAndALargeOpaqueOneBecomesJpeg()
    {
        QImage glass(50, 50, QImage::Format_ARGB32);
        glass.fill(Qt::transparent);
        MediaLimits limits;
        limits.pngBytes = 1;
        const Result<PreparedImage> transparent =
            prepareImage(encoded(glass, "png"), "png", limits);
        QCOMPARE(transparent->mimeType, u"image/png"_s);
        QCOMPARE(QImage::fromData(transparent->data).pixelColor(5, 5).alpha(), 0);
        QCOMPARE(prepareImage(encoded(twoHalves({50, 50}), "png"), "png", limits)->mimeType,
                 u"image/jpeg"_s);
    }

    void ofAnAnimationTheFirstFrameIsTaken()
    {
        // Two frames of one pixel, red and then blue.
        const QByteArray gif = QByteArray::fromBase64(
            "R0lGODlhAQABAIAAAP8AAAAA/"
            "yH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJMAQA7");
        QCOMPARE(imageFormatOf(gif), QByteArray("gif"));
        const Result<PreparedImage> image = prepareImage(gif, "gif", {});
        QVERIFY(image);
        QCOMPARE(QImage::fromData(image->data).pixelColor(0, 0), QColor(Qt::red));
    }

    void tooManyPixelsAreRefusedBeforeTheyAreDecoded()
    {
        MediaLimits limits;
        limits.imagePixels = 1000;
        const QByteArray png = encoded(twoHalves({50, 50}), "png");
        // It is cut short: whoever decodes it fails with another reason.
        const Result<PreparedImage> image = prepareImage(png.chopped(20), "png", limits);
        QVERIFY(!image);
        QVERIFY(image.error().message.contains(u"50 × 50 pixels"_s));
    }

    void aDamagedPictureSaysSo()
    {
        const Result<PreparedImage> image =
            prepareImage(encoded(twoHalves({50, 50}), "png").chopped(20), "png", {});
        QVERIFY(!image);
        QCOMPARE(image.error().kind, Error::Kind::BadRequest);
        QVERIFY(image.error().message.contains(u"damaged"_s));
    }

    void aFormatWithoutADecoderIsNamed()
    {
        const Result<PreparedImage> image = prepareImage("anything", "heic", {});
        QVERIFY(!image);
        QVERIFY(image.error().message.contains(u"HEIC"_s));
    }

    void aPreviewIsSmallAndOfPicturesOnly()
    {
        MediaLimits limits;
        limits.previewEdge = 20;
        const QByteArray png = encoded(twoHalves({400, 200}), "png");
        QCOMPARE(imageSizeOf(png), QSize(400, 200));
        QCOMPARE(previewOf(png, limits).size(), QSize(20, 10));
        QVERIFY(!imageSizeOf("text").isValid());
        QVERIFY(previewOf("text", limits).isNull());
        limits.imagePixels = 100;
        QVERIFY(previewOf(png, limits).isNull());
    }

    void aPictureOfTheClipboardIsPreparedLikeAFile()
    {
        MediaLimits limits;
        limits.longestEdge = 10;
        const Result<PreparedImage> image = prepareImage(twoHalves({40, 20}), limits);
        QVERIFY(image);
        QCOMPARE(image->pixels, QSize(10, 5));
        QVERIFY(!prepareImage(QImage(), limits));
    }
};

KAGURA_TEST(TestImagePreparation)
#include "tst_imagepreparation.moc"
