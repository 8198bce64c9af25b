// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a model or a title may say to make the window open a file or a connection, in every place that shows
// foreign text. rendersEverything() runs a second time in a process of its own under strace, whose report
// is read here: between two marks no foreign file is opened and nothing is connected.

#include "tests/support/testmain.h"
#include "tests/ui/chat/transcriptfixture.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/linkdialog.h"
#include "ui/chat/modellistmodel.h"
#include "ui/chat/searchhitmodel.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolTip>

#include <memory>

using namespace kagura;

namespace {

//! The page with one conversation in it.
struct Page
{
    FrameClock frames;
    SystemClock clock;
    ConversationListModel list;
    SearchHitModel hits;
    TranscriptModel transcript;
    ModelListModel choices;
    ChatPage page{{list, hits, transcript, choices}, frames, clock};
};

} // namespace

class TestHostileMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void rendersEverything_data();
    void rendersEverything();
    void nothingForeignIsOpened();

private:
    void show(const QString &shown);

    std::unique_ptr<Page> m_window; // one for all, so that only the first one loads fonts
};

namespace {

constexpr const char *canary = "/tmp/kagura-canary";
constexpr const char *begin = "/kagura-mark/begin";
constexpr const char *end = "/kagura-mark/end";
constexpr int longestRun = 300'000; // ms, of strace on a busy machine

QStringList targets()
{
    QStringList all;
    for (const char *target :
         {"/tmp/kagura-canary/a.png", "file:///tmp/kagura-canary/b.png",
          "FILE:///tmp/kagura-canary/c.svg", "../../../../tmp/kagura-canary/d.png",
          "http://127.0.0.1:9/kagura-canary.png", "https://127.0.0.1:9/kagura-canary.png",
          "//127.0.0.1:9/kagura-canary", "\\\\\\\\127.0.0.1\\\\kagura-canary\\\\x.png",
          "qrc:/tmp/kagura-canary", "data:image/svg+xml;base64,PHN2Zy8+"})
        all += QString::fromLatin1(target);
    return all;
}

QStringList inputs()
{
    QStringList all;
    for (const char *shape :
         {"![x](%1)", "<img src=\"%1\">", "[x](%1)", "![x][r]\n\n[r]: %1",
          "<p style=\"background:url(%1)\">x</p>", "> - ![a **b** ![c](%1)](%1)"}) {
        for (const QString &target : targets())
            all += QString::fromLatin1(shape).arg(target);
    }
    for (const char *text :
         {"<iframe src=\"/tmp/kagura-canary/e.html\"></iframe>",
          "<object data=\"/tmp/kagura-canary/f.svg\"></object>",
          "<link rel=\"stylesheet\" href=\"/tmp/kagura-canary/g.css\">",
          "<script src=\"http://127.0.0.1:9/kagura-canary.js\"></script>",
          "<style>@import url(/tmp/kagura-canary/h.css);</style>",
          "<svg><image href=\"/tmp/kagura-canary/i.png\"/></svg>",
          "```html\n<img src=\"/tmp/kagura-canary/j.png\">\n```",
          "```mermaid\ngraph TD; A[\"<img src='/tmp/kagura-canary/k.png'>\"]\n```",
          "$$\\includegraphics{/tmp/kagura-canary/l.png}\\input{/tmp/kagura-canary/m}$$",
          "| <img src='/tmp/kagura-canary/n.png'> | ![](/tmp/kagura-canary/o.png) |\n|-|-|\n",
          "<html><body><img src='/tmp/kagura-canary/p.png'></body></html>",
          "<!DOCTYPE html [<!ENTITY x SYSTEM \"/tmp/kagura-canary/q\">]>&x;",
          "\x1b]8;;file:///tmp/kagura-canary/r\x07link\x1b]8;;\x07"})
        all += QString::fromUtf8(text);
    return all;
}

//! Leaves a mark in a trace of this process.
void mark(const char *place)
{
    QFile file(QString::fromLatin1(place));
    static_cast<void>(file.open(QIODevice::ReadOnly));
}

void copyInEveryFormat(TranscriptView &view)
{
    view.selectAll();
    for (const BlockWriter::Format format :
         {BlockWriter::Format::Markdown, BlockWriter::Format::Html, BlockWriter::Format::Plain})
        view.copySelectionAs(format);
}

} // namespace

void TestHostileMarkdown::initTestCase()
{
    m_window = std::make_unique<Page>();
    m_window->page.setChatStyle(test::sampleStyle());
    m_window->page.resize(1100, 700);
    m_window->page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_window->page));
    show(QStringLiteral("# A *plain* **text** with `code` and [a link](https://a.example/)"));
}

void TestHostileMarkdown::cleanupTestCase()
{
    m_window.reset();
}

void TestHostileMarkdown::rendersEverything_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : inputs())
        QTest::addRow("%s", text.left(60).toUtf8().constData()) << text;
}

void TestHostileMarkdown::rendersEverything()
{
    QFETCH(const QString, text);
    mark(begin);
    show(text);
    mark(end);
}

void TestHostileMarkdown::show(const QString &shown)
{
    Page &window = *m_window;
    TranscriptMessage answer = test::answer(QStringLiteral("a"), shown);
    answer.reasoning = shown;
    answer.model = shown;
    TranscriptMessage failed = test::answer(QStringLiteral("f"), {});
    failed.state = TranscriptMessage::State::Failed;
    failed.failure = Error{Error::Kind::Server, shown, 500};
    TranscriptMessage asked = test::question(QStringLiteral("q"), shown);
    asked.attachments = {{.name = shown, .detail = shown}};
    window.transcript.reset({asked, answer, failed});
    window.list.reset({{QStringLiteral("c"), shown, QDateTime::currentDateTime(), false, false}},
                      false);
    window.page.showConversation(QStringLiteral("c"), shown);
    TranscriptView &view = window.page.transcript();
    const QImage picture = window.page.grab().toImage();
    QVERIFY(!picture.isNull());
    copyInEveryFormat(view);
    const MessageLayout *layout = view.flow().layout(1);
    QVERIFY(layout);
    for (const TranscriptAction &action : layout->actions()) {
        if (action.kind != TranscriptAction::Kind::OpenLink)
            continue;
        const QString scheme = QUrl(action.target).scheme().toLower();
        QVERIFY2(scheme == u"http" || scheme == u"https" || scheme == u"mailto",
                 qPrintable(action.target));
        LinkDialog dialog(LinkDialog::openable(action.target), test::sampleStyle(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!dialog.grab().isNull());
    }
    const auto *title = window.page.findChild<QLabel *>(QStringLiteral("conversationTitle"));
    QCOMPARE(title->textFormat(), Qt::PlainText);
    QToolTip::showText({0, 0}, title->toolTip(), &window.page);
    QToolTip::hideText();
}

void TestHostileMarkdown::nothingForeignIsOpened()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (strace.isEmpty())
        QSKIP("strace is not installed, so that nobody sees what is opened");
    const QTemporaryDir folder;
    const QString report = folder.filePath(QStringLiteral("trace"));
    QProcess traced;
    traced.setProcessChannelMode(QProcess::MergedChannels);
    traced.start(strace,
                 {QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-e"),
                  QStringLiteral("trace=open,openat,connect,execve,stat,lstat,newfstatat,"
                                 "statx,access,faccessat,readlink"),
                  QStringLiteral("-o"), report, QCoreApplication::applicationFilePath(),
                  QStringLiteral("hostilemarkdown"), QStringLiteral("rendersEverything")});
    QVERIFY(traced.waitForFinished(longestRun));
    const QByteArray said = traced.readAll();
    if (said.contains("ptrace") || said.contains("PTRACE"))
        QSKIP("strace may not trace here");
    QVERIFY2(traced.exitCode() == 0, said.constData());
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int rendered = 0;
    bool isInside = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.contains(begin)) {
            isInside = true;
        } else if (line.contains(end)) {
            rendered += isInside ? 1 : 0;
            isInside = false;
        }
        QVERIFY2(!line.contains("kagura-canary"), line.constData());
        if (!isInside || line.contains("kagura-mark"))
            continue;
        QVERIFY2(!line.contains(" connect("), line.constData());
        QVERIFY2(!line.contains(" execve("), line.constData());
        // Fonts of further scripts and the clock's zone are ours to read.
        const bool isOpened = line.contains(" open") && !line.contains("ENOENT");
        const bool isOwn = line.contains("\"/usr/share/") || line.contains("\"/etc/fonts")
            || line.contains("/fontconfig/") || line.contains("\"/etc/localtime\"")
            || line.contains("\"/proc/") || line.contains("\"/usr/lib/")
            || line.contains("\"/lib/");
        QVERIFY2(!isOpened || isOwn, line.constData());
    }
    QCOMPARE(rendered, int(inputs().size()));
    QVERIFY(rendered >= 60);
    QVERIFY(!QFile::exists(QString::fromLatin1(canary)));
}

KAGURA_TEST(TestHostileMarkdown)
#include "tst_hostilemarkdown.moc"
