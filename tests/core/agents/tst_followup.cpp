// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/followup.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestFollowUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPointsBackLeansOnContext_data()
    {
        QTest::addColumn<bool>("leans");
        for (const char *question : {"Translate it to Spanish",
                                     "What about Spanish?",
                                     "How about a shorter one?",
                                     "And in German?",
                                     "But why?",
                                     "Why?",
                                     "Make them bold",
                                     "Explain that",
                                     "Do it again",
                                     "Shorter, please",
                                     "In French?",
                                     "Tell me more",
                                     "Is this right?",
                                     "go on",
                                     "The same for Berlin",
                                     "Review this code",
                                     "Und auf Deutsch?",
                                     "Was ist mit Spanisch?",
                                     "Erkl\u00e4re es",
                                     "Auf Englisch"})
            QTest::newRow(question) << true;
        for (const char *question :
             {"Translate 'hello' to French", "Which wine goes with fish?", "",
              "Translate this sentence: Good morning", "Review this code:\nint main() {}",
              "Explain that word \u201cserendipity\u201d", "Why do birds fly south in winter?",
              "Write a poem about rain", "Wie wird das Wetter in Rom?",
              "\u00dcbersetze diesen Satz: Guten Morgen"})
            QTest::newRow(*question == '\0' ? "nothing" : question) << false;
    }
    void whatPointsBackLeansOnContext()
    {
        QFETCH(const bool, leans);
        const QString tag = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(leansOnContext(tag == "nothing"_L1 ? QString() : tag), leans);
    }

    void theContextIsTheLastTurnsShortened()
    {
        const QList<RoutingTurn> history = {{true, u"first"_s},
                                            {false, u"second"_s},
                                            {true, QString(5000, u'x')},
                                            {false, u"fourth"_s},
                                            {true, u"fifth"_s}};
        const QString prompt = withContext(u"it?"_s, history);
        QVERIFY(!prompt.contains(u"first"_s));
        QVERIFY(prompt.startsWith(u"Said before:\nAnswer: second\nUser: xxx"_s));
        QVERIFY(prompt.endsWith(u"\u2026\nAnswer: fourth\nUser: fifth\n\nThe question now: it?"_s));
        QVERIFY(prompt.size() < 2200);
        QCOMPARE(withContext(u"it?"_s, {}), u"it?"_s);
    }
};

KAGURA_TEST(TestFollowUp)
#include "tst_followup.moc"
