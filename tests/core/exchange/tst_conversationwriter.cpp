// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationwriter.h"
#include "core/exchange/treejson.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

ConversationTree sample()
{
    return readBytes(u"k.json"_s, kaguraJson()).value().trees.constFirst();
}

QString written(ExportFormat format, const QList<ConversationTree> &trees)
{
    const auto writer = ConversationWriter::make(format, QDateTime::fromSecsSinceEpoch(0));
    QByteArray bytes = writer->begin();
    for (const ConversationTree &tree : trees)
        bytes += writer->conversation(tree);
    return QString::fromUtf8(bytes + writer->end());
}

} // namespace

class TestConversationWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownHasTheShownBranch()
    {
        const QString text = written(ExportFormat::Markdown, {sample()});
        QCOMPARE(text,
                 u"# Everything\n\n## System\n\nBe kind.\n\n"
                 "## You, 2023-11-14 22:13 UTC\n\n*Picture (image/png, %1 bytes)*\n\n"
                 "Look \U0001f63a\n\n## Assistant, 2023-11-14 22:13 UTC\n\nA cat.\n\n"
                 "*Messages of other versions, not written here: 1*\n\n"_s.arg(tinyPng().size()));
    }

    void markdownTellsThoughtsToolsAndHowItEnded()
    {
        ConversationTree tree = sample();
        tree.conversation.activeLeaf = u"a"_s;
        tree.conversation.title = u"A # *title* <b>"_s;
        const QString text = written(ExportFormat::Markdown, {tree, tree});
        QVERIFY(text.startsWith(u"# A \\# \\*title\\* \\<b\\>\n"_s));
        QVERIFY(text.contains(u"## anthropic/claude, 2023"_s));
        QVERIFY(text.contains(u"\n> Hm\n"_s));
        QVERIFY(text.contains(u"*Call of look*\n\n```json\n"_s));
        QVERIFY(text.contains(u"*Result of look*\n\n```\nseen\n```"_s));
        QVERIFY(text.contains(u"*It failed: cut*"_s));
        QCOMPARE(text.count(u"\n---\n"_s), 1);
    }

    void htmlIsOnePageThatFetchesNothing()
    {
        ConversationTree tree = sample();
        tree.conversation.title = u"</title><script>alert(1)</script>"_s;
        tree.conversation.instructions.system = u"<script>alert(2)</script>"_s;
        tree.messages[2].text = u"<script>alert(3)</script>\n\n![x](https://example.com/x.png)\n\n"
                                "[site](https://example.com)"_s;
        tree.messages[2].model = {u"<script>"_s, u"\"x\""_s};
        tree.messages[2].state = StoredMessage::State::Failed;
        tree.messages[2].failure = Error{Error::Kind::Server, u"<script>alert(4)</script>"_s};
        const QString html = written(ExportFormat::Html, {tree});
        QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(html.endsWith(u"</html>\n"_s));
        QVERIFY(!html.contains(u"<script"_s, Qt::CaseInsensitive));
        QVERIFY(html.contains(u"&lt;script&gt;alert(3)"_s));
        static const QRegularExpression fetching(
            u"\\b(?:src|srcset|action|poster|data|background)=\"(?!data:image/)|@import|url\\("_s);
        QVERIFY2(!html.contains(fetching), qPrintable(html));
        QCOMPARE(html.count(u"<a "_s), 1);
        QVERIFY(html.contains(u"src=\"data:image/png;base64,"_s));
        QVERIFY(html.contains(u"default-src 'none'"_s));
    }

    void htmlDoesNotBelieveTheKindOfAPicture()
    {
        ConversationTree tree = sample();
        tree.messages[0].parts = {ImagePart{"<svg/>", u"image/svg+xml\" onload=\"x"_s}};
        const QString html = written(ExportFormat::Html, {tree});
        QVERIFY(!html.contains(u"<img"_s));
        QVERIFY(html.contains(u"Picture (image/svg+xml&quot; onload=&quot;x)"_s));
    }

    void jsonComesBackEqual()
    {
        const ConversationTree first = sample();
        ConversationTree second = first;
        second.conversation.id = u"another"_s;
        const QString text = written(ExportFormat::LosslessJson, {first, second});
        const Result<ForeignConversations> read = readBytes(u"k.json"_s, text.toUtf8());
        QVERIFY(read);
        QCOMPARE(read->trees.size(), 2);
        QCOMPARE(read->trees.at(0), first);
        QCOMPARE(read->trees.at(1).conversation.id, u"another"_s);
        const Result<Json> json = parseJson(text.toUtf8());
        QVERIFY(json);
        QCOMPARE(jsonInteger(jsonMember(*json, "kagura"), "version"),
                 std::optional<qint64>(TreeJsonVersion));
        QVERIFY(readBytes(u"k.json"_s, written(ExportFormat::LosslessJson, {}).toUtf8())
                    ->trees.isEmpty());
    }

    void formatsAreKnownByName()
    {
        QCOMPARE(exportFormatFromName(u"markdown"_s), std::optional(ExportFormat::Markdown));
        QCOMPARE(exportFormatFromName(u"html"_s), std::optional(ExportFormat::Html));
        QCOMPARE(exportFormatFromName(u"json"_s), std::optional(ExportFormat::LosslessJson));
        QCOMPARE(exportFormatFromName(u"docx"_s), std::nullopt);
        QCOMPARE(exportFormatSuffix(ExportFormat::Markdown), u"md"_s);
    }
};

KAGURA_TEST(TestConversationWriter)
#include "tst_conversationwriter.moc"
