// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/attachment.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestAttachment : public QObject
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

private Q_SLOTS:
    void textComesWithItsName()
    {
        const Result<MessagePart> part =
            readAttachment(write(u"notes.txt"_s, "gr\xc3\xbc\xc3\x9f\n"));
        QVERIFY(part);
        QCOMPARE(std::get<TextPart>(*part),
                 (TextPart{u"File notes.txt:\ngrüß\n\n"_s, u"notes.txt"_s}));
        const Result<MessagePart> western = readAttachment(write(u"old.txt"_s, "gr\xfc\xdf"));
        QVERIFY(western);
        QCOMPARE(std::get<TextPart>(*western).text, u"File old.txt:\ngrüß\n"_s);
    }

    void imagesAreKnownByTheirContent()
    {
        const QByteArray png =
            QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                                   "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        const Result<MessagePart> part = readAttachment(write(u"picture.txt"_s, png));
        QVERIFY(part);
        const auto &image = std::get<ImagePart>(*part);
        QCOMPARE(image.mimeType, u"image/png"_s);
        QCOMPARE(image.name, u"picture.txt"_s);
        QCOMPARE(QImage::fromData(image.data),
                 QImage::fromData(png).convertToFormat(QImage::fromData(image.data).format()));
    }

    void refusesWhatIsNeitherAndNamesTheFile()
    {
        for (const QString &path : {write(u"data.bin"_s, QByteArray("\xff\xfe\x00\x00\x01\x02", 6)),
                                    write(u"nul.txt"_s, QByteArray("a\0b", 3)),
                                    m_folder.filePath(u"missing"_s), m_folder.path()}) {
            const Result<MessagePart> part = readAttachment(path);
            QVERIFY(!part);
            QCOMPARE(part.error().kind, Error::Kind::BadRequest);
            QVERIFY(part.error().message.startsWith(path));
        }
    }
};

KAGURA_TEST(TestAttachment)
#include "tst_attachment.moc"
