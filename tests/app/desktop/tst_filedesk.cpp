// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/filedesk.h"
#include "app/desktop/pdffile.h"
#include "core/exchange/conversationimport.h"
#include "core/media/medialimits.h"
#include "core/media/pdfreader.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QString vector(const QString &name)
{
    return QStringLiteral(KAGURA_SOURCE_DIR) + u"/tests/vectors/imports/"_s + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PdfText textOf(const QByteArray &pdf)
{
    ReadProgress progress;
    const Result<PdfText> text = readPdf(pdf, {}, progress);
    return text ? *text : PdfText();
}

} // namespace

class TestFileDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatFixture> m_fixture;
    std::unique_ptr<FileDesk> m_desk;
    std::unique_ptr<QSignalSpy> m_notices;
    QTemporaryDir m_folder;

    [[nodiscard]] QString nextNotice()
    {
        if (!QTest::qWaitFor([this] { return !m_notices->isEmpty(); }, 30'000))
            return u"nothing was told"_s;
        return m_notices->takeFirst().constFirst().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_desk = std::make_unique<FileDesk>();
        m_desk->start(*m_fixture->store, m_fixture->clock);
        m_notices = std::make_unique<QSignalSpy>(m_desk.get(), &FileDesk::notice);
    }
    void cleanup()
    {
        m_notices.reset();
        m_desk.reset();
        m_fixture.reset();
    }

    void anImportIsToldInOneSentence()
    {
        m_desk->import({vector(u"chatgpt.json"_s), vector(u"claude.json"_s)});
        const QString first = nextNotice();
        QVERIFY2(first.startsWith(u"3 conversations imported, 5 left out: "_s), qPrintable(first));
        QVERIFY(first.contains(u"2 pictures"_s));
        m_desk->import({vector(u"chatgpt.json"_s)});
        const QString again = nextNotice();
        QVERIFY2(again.startsWith(u"already there: 2"_s), qPrintable(again));
        m_desk->import({vector(u"none.json"_s)});
        const QString none = nextNotice();
        QVERIFY2(none.startsWith(u"Not imported: "_s) && none.contains(u"none.json"_s),
                 qPrintable(none));
    }

    void theEndOfThePathSaysHowItIsWritten()
    {
        m_desk->import({vector(u"claude.json"_s)});
        QVERIFY(!nextNotice().isEmpty());
        const QString id = m_fixture->list()->conversations.constFirst().id;
        for (const auto &[name, start] : {std::pair{u"a.md"_s, QByteArray("# Bread\n")},
                                          {u"a.html"_s, "<!DOCTYPE html>"},
                                          {u"a.json"_s, "{\"kagura\":"},
                                          {u"a.PDF"_s, "%PDF-"}}) {
            const QString path = m_folder.filePath(name);
            m_desk->exportTo({id}, path);
            QCOMPARE(nextNotice(), u"The conversation is in %1"_s.arg(path));
            QVERIFY2(contentOf(path).startsWith(start), contentOf(path).left(40).constData());
        }
        m_desk->exportTo({}, m_folder.filePath(u"none/all.pdf"_s));
        QVERIFY(nextNotice().contains(u"none/all.pdf cannot be written"_s));
        m_desk->exportTo({id}, m_folder.filePath(u"a.docx"_s));
        QVERIFY(nextNotice().contains(u"let the name end in .md"_s));
        m_desk->exportTo({u"nobody"_s}, m_folder.filePath(u"n.md"_s));
        QVERIFY(nextNotice().contains(u"nobody"_s));
        QVERIFY(!QFile::exists(m_folder.filePath(u"n.md"_s)));
    }

    void pagesHaveTheWholeText()
    {
        QString html = u"<h1>Title of it</h1>"_s;
        for (int i = 0; i < 200; ++i)
            html += u"<p class=\"body\">Paragraph number %1 of the text.</p>"_s.arg(i);
        html += u"<table><tr><th>head</th></tr><tr><td>cell</td></tr></table>"
                "<pre><code>code &lt;b&gt;</code></pre>"_s;
        const QString path = m_folder.filePath(u"long.pdf"_s);
        QVERIFY(writePdf(html, u"Long"_s, path));
        const QByteArray pdf = contentOf(path);
        QVERIFY(pdf.size() > 1000 && pdf.size() < 1'000'000);
        if (!canReadPdf())
            QSKIP("this build cannot read PDF");
        const PdfText text = textOf(pdf);
        QVERIFY2(text.pages > 2 && text.pages < 12, qPrintable(QString::number(text.pages)));
        for (const QString &piece :
             {u"Title of it"_s, u"Paragraph number 0 of"_s, u"Paragraph number 199 of"_s, u"head"_s,
              u"cell"_s, u"code <b>"_s})
            QVERIFY2(text.text.contains(piece), qPrintable(piece));
    }

    // The font of the window is measured in pixels, of which a page has very many.
    void headingsAreLargerThanTheText()
    {
        const QFont before = QGuiApplication::font();
        QFont inPixels = before;
        inPixels.setPixelSize(14);
        QGuiApplication::setFont(inPixels);
        const QString text = m_folder.filePath(u"text.pdf"_s);
        const QString heading = m_folder.filePath(u"heading.pdf"_s);
        QString words;
        for (int i = 0; i < 120; ++i)
            words += u"words "_s;
        QString texts;
        QString headings;
        for (int i = 0; i < 20; ++i) {
            texts += u"<p>%1</p>"_s.arg(words);
            headings += u"<h1>%1</h1>"_s.arg(words);
        }
        QVERIFY(writePdf(texts, u"x"_s, text));
        QVERIFY(writePdf(headings, u"x"_s, heading));
        QGuiApplication::setFont(before);
        if (!canReadPdf())
            QSKIP("this build cannot read PDF");
        QVERIFY(textOf(contentOf(text)).pages >= 2);
        QVERIFY(textOf(contentOf(heading)).pages >= 2 * textOf(contentOf(text)).pages);
    }

    void picturesThatAreTooWideAreFitted()
    {
        QImage wide(3000, 300, QImage::Format_RGB32);
        wide.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && wide.save(&buffer, "PNG"));
        const QString html = u"<p>Before</p><p><img src=\"data:image/png;base64,%1\"></p>"
                             "<p>After</p>"_s.arg(QString::fromLatin1(bytes.toBase64()));
        const QString path = m_folder.filePath(u"wide.pdf"_s);
        QVERIFY(writePdf(html, u"Wide"_s, path));
        const QByteArray pdf = contentOf(path);
        QVERIFY(pdf.contains("/Image"));
        if (canReadPdf())
            QCOMPARE(textOf(pdf).pages, 1);
    }

    // Without the guard of the document, Qt would open the file and print it.
    void noFileIsReadForAPicture()
    {
        const QString secret = m_folder.filePath(u"secret.png"_s);
        QImage image(10, 10, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QVERIFY(image.save(secret));
        const QString path = m_folder.filePath(u"closed.pdf"_s);
        for (const QString &source : {secret, u"file://"_s + secret}) {
            QVERIFY(writePdf(u"<p>Text<img src=\"%1\"></p>"_s.arg(source), u"x"_s, path));
            const QByteArray pdf = contentOf(path);
            QVERIFY(pdf.startsWith("%PDF-"));
            QVERIFY(!pdf.contains("/Width 10\n/Height 10"));
        }
    }
};

KAGURA_TEST(TestFileDesk)
#include "tst_filedesk.moc"
