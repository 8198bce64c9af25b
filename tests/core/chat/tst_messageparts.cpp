// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/messageparts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

QList<MessagePart> load(const QString &json, const QHash<QString, QByteArray> &attachments = {})
{
    return loadParts(json, [&attachments](const QString &hash) { return attachments.value(hash); });
}

class TestMessageParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWas_data()
    {
        QTest::addColumn<QList<MessagePart>>("parts");
        using Parts = QList<MessagePart>;
        QTest::newRow("none") << Parts{};
        QTest::newRow("text") << Parts{TextPart{u"a \"quoted\" \u2028 line\n"_s}};
        QTest::newRow("empty text") << Parts{TextPart{u""_s}};
        QTest::newRow("picture") << Parts{ImagePart{QByteArray("\0\xff\x89", 3), u"image/png"_s}};
        QTest::newRow("files with their names")
            << Parts{ImagePart{"x", u"image/png"_s, u"a.png"_s}, TextPart{u"words"_s, u"b.txt"_s}};
        QTest::newRow("the same picture twice")
            << Parts{ImagePart{"x", u"image/png"_s}, ImagePart{"x", u"image/png"_s}};
        QTest::newRow("reasoning")
            << Parts{ReasoningPart{u"hm"_s, QByteArray("\xfe\0", 2), u"gemini"_s}};
        QTest::newRow("tool call") << Parts{ToolCall{u"1"_s, u"look"_s, "{\"a\": [1]}", "s"}};
        QTest::newRow("arguments that are no JSON")
            << Parts{ToolCall{u"1"_s, u"look"_s, "{\"a\":", ""}};
        QTest::newRow("tool result")
            << Parts{ToolResultPart{u"1"_s, u"look"_s, u"seen"_s, false},
                     ToolResultPart{u"2"_s, u"look"_s, u"not found"_s, true}};
    }
    void everyKindComesBackAsItWas()
    {
        QFETCH(QList<MessagePart>, parts);
        const StoredParts stored = storeParts(parts);
        QCOMPARE(load(stored.json, stored.attachments), parts);
    }

    void theBytesOfAPictureAreKeptOnce()
    {
        const StoredParts stored =
            storeParts({ImagePart{"same", u"image/png"_s}, ImagePart{"same", u"image/png"_s}});
        QCOMPARE(stored.attachments.size(), 1);
        QVERIFY(!stored.json.contains(u"same"_s));
    }

    void aLostPictureLeavesItsPlace()
    {
        const StoredParts stored =
            storeParts({TextPart{u"look"_s}, ImagePart{"x", u"image/png"_s}});
        const QList<MessagePart> expected = {TextPart{u"look"_s}, ImagePart{{}, u"image/png"_s}};
        QCOMPARE(load(stored.json), expected);
    }

    void whatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no JSON") << u"nonsense"_s;
        QTest::newRow("no list") << u"{\"type\":\"text\"}"_s;
        QTest::newRow("no objects") << u"[1,null,\"x\",[]]"_s;
        QTest::newRow("a kind of a later version") << u"[{\"type\":\"hologram\",\"x\":1}]"_s;
        QTest::newRow("cut") << u"[{\"type\":\"text\",\"te"_s;
    }
    void whatCannotBeReadIsLeftOut()
    {
        QFETCH(QString, json);
        QCOMPARE(load(json), QList<MessagePart>());
    }

    void membersOfTheWrongTypeAreNoCrash()
    {
        const QList<MessagePart> expected = {TextPart{}, ToolResultPart{}};
        QCOMPARE(load(u"[{\"type\":\"text\",\"text\":7},{\"type\":\"tool_result\",\"error\":3}]"_s),
                 expected);
    }
};

} // namespace

KAGURA_TEST(TestMessageParts)

#include "tst_messageparts.moc"
