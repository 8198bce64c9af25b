// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/textdecoding.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestTextDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommonEncodingIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const QString mixed = u"Größe: 5 €, 日本語, 😀\n"_s;
        QTest::newRow("UTF-8") << mixed.toUtf8() << mixed << u"UTF-8"_s;
        QTest::newRow("UTF-8 with a mark")
            << "\xEF\xBB\xBF" + mixed.toUtf8() << mixed << u"UTF-8"_s;
        using Flag = QStringConverter::Flag;
        QStringEncoder little(QStringConverter::Utf16LE, Flag::WriteBom);
        QTest::newRow("UTF-16 with a mark") << QByteArray(little(mixed)) << mixed << u"UTF-16LE"_s;
        const QString plain = u"name;value\r\nkey;42\r\n"_s;
        QStringEncoder bareLittle(QStringConverter::Utf16LE);
        QTest::newRow("UTF-16 little, no mark")
            << QByteArray(bareLittle(plain)) << plain << u"UTF-16LE"_s;
        QStringEncoder bareBig(QStringConverter::Utf16BE);
        QTest::newRow("UTF-16 big, no mark")
            << QByteArray(bareBig(plain)) << plain << u"UTF-16BE"_s;
        QStringEncoder wide(QStringConverter::Utf32LE, Flag::WriteBom);
        QTest::newRow("UTF-32 with a mark") << QByteArray(wide(mixed)) << mixed << u"UTF-32LE"_s;
        QTest::newRow("Windows-1252") << QByteArray("Gr\xF6\xDF"
                                                    "e \x84so\x93 5 \x80")
                                      << u"Größe „so“ 5 €"_s << u"Windows-1252"_s;
        QTest::newRow("Latin-1") << QByteArray("na\xEFve caf\xE9") << u"naïve café"_s
                                 << u"ISO-8859-1"_s;
        QTest::newRow("terminal output")
            << QByteArray("\x1b[31mred\x1b[0m\n") << u"\u001b[31mred\u001b[0m\n"_s << u"UTF-8"_s;
    }
    void everyCommonEncodingIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        const Result<DecodedText> decoded = decodeText(bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->text, text);
        QCOMPARE(decoded->encoding, encoding);
    }

    void bytesThatAreNoTextAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a zero in plain text") << QByteArray("abc\0def", 7);
        QTest::newRow("a program") << QByteArray("\x7f"
                                                 "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                                                 16);
        QTest::newRow("half a character of UTF-16") << QByteArray("\xFF\xFE\x41", 3);
        QTest::newRow("an unpaired surrogate") << QByteArray("\xFF\xFE\x00\xD8\x41\x00", 6);
        QTest::newRow("a byte that no western code page has") << QByteArray("caf\x81 na\xEFve");
    }
    void bytesThatAreNoTextAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const Result<DecodedText> decoded = decodeText(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().kind, Error::Kind::BadRequest);
    }

    void randomBytesAreNeverText()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes(400, Qt::Uninitialized);
            for (char &byte : bytes)
                byte = static_cast<char>(random.bounded(1, 256)); // not even with a zero
            QVERIFY(!decodeText(bytes));
        }
    }
};

KAGURA_TEST(TestTextDecoding)
#include "tst_textdecoding.moc"
