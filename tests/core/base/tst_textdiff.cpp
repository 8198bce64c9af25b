// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/textdiff.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using Kind = TextChange::Kind;

namespace {

QString side(const QList<TextChange> &changes, Kind own)
{
    QString text;
    for (const TextChange &change : changes) {
        if (change.kind == Kind::Same || change.kind == own)
            text += change.text;
    }
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatDifferAreTold()
    {
        QCOMPARE(textDiff(u"by cause and name"_s, u"by owner and name"_s),
                 (QList<TextChange>{{Kind::Same, u"by "_s},
                                    {Kind::Removed, u"cause"_s},
                                    {Kind::Added, u"owner"_s},
                                    {Kind::Same, u" and name"_s}}));
        QCOMPARE(textDiff(u"one"_s, u"one"_s), (QList<TextChange>{{Kind::Same, u"one"_s}}));
        QCOMPARE(textDiff({}, u"new"_s), (QList<TextChange>{{Kind::Added, u"new"_s}}));
        QCOMPARE(textDiff(u"old"_s, {}), (QList<TextChange>{{Kind::Removed, u"old"_s}}));
        QVERIFY(textDiff({}, {}).isEmpty());
    }

    void bothSidesCanBePutTogetherAgain()
    {
        QRandomGenerator random(7);
        const QStringList words = {u"a"_s, u"bb"_s, u" "_s, u"\n"_s, u"."_s, u"\u00e9t\u00e9"_s};
        for (int round = 0; round < 400; ++round) {
            QString from;
            QString to;
            for (int i = random.bounded(60); i > 0; --i) {
                const QString &word = words.at(random.bounded(int(words.size())));
                if (random.bounded(4) > 0)
                    from += word;
                if (random.bounded(4) > 0)
                    to += word;
            }
            const QList<TextChange> changes = textDiff(from, to);
            QCOMPARE(side(changes, Kind::Removed), from);
            QCOMPARE(side(changes, Kind::Added), to);
            for (qsizetype i = 1; i < changes.size(); ++i)
                QVERIFY(changes.at(i).kind != changes.at(i - 1).kind);
        }
    }

    void longTextsAreComparedByLinesAndStrangersAsAWhole()
    {
        QString from;
        for (int line = 0; line < 2000; ++line)
            from += u"line %1 of a long text\n"_s.arg(line);
        QString to = from;
        to.replace(u"line 700 of"_s, u"line seven hundred of"_s);
        const QList<TextChange> changes = textDiff(from, to);
        QCOMPARE(changes.size(), 4);
        QCOMPARE(changes.at(1).text, u"line 700 of a long text\n"_s);
        QString stranger;
        for (int line = 0; line < 2000; ++line)
            stranger += u"something else %1\n"_s.arg(line);
        QCOMPARE(textDiff(from, stranger).size(), 2);
        QCOMPARE(side(textDiff(from, stranger), Kind::Added), stranger);
    }
};

KAGURA_TEST(TestTextDiff)
#include "tst_textdiff.moc"
