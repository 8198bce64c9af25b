// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/textlikeness.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LengthLimit = 4000; // characters that are looked at
constexpr double StemWeight = 2; // of a whole word, beside its letters

bool isWritingWithoutSpaces(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
        || c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Thai;
}

QString stemOf(QString word)
{
    constexpr qsizetype Shortest = 3;
    for (const QLatin1StringView ending : {"ing"_L1, "ed"_L1, "es"_L1, "s"_L1}) {
        if (word.endsWith(ending) && word.size() - ending.size() >= Shortest) {
            word.chop(ending.size());
            break;
        }
    }
    if (word.endsWith(u'e') && word.size() > Shortest)
        word.chop(1);
    return word;
}

//! They say nothing about what a text is about.
bool isCommon(const QString &word)
{
    static const QSet<QString> words = {
        u"a"_s,    u"an"_s,  u"the"_s, u"to"_s,   u"of"_s,   u"in"_s,     u"on"_s,   u"for"_s,
        u"and"_s,  u"or"_s,  u"is"_s,  u"are"_s,  u"be"_s,   u"was"_s,    u"with"_s, u"my"_s,
        u"me"_s,   u"i"_s,   u"you"_s, u"your"_s, u"can"_s,  u"please"_s, u"do"_s,   u"does"_s,
        u"what"_s, u"how"_s, u"it"_s,  u"this"_s, u"that"_s, u"about"_s,  u"into"_s, u"at"_s};
    return words.contains(word);
}

using Vector = QHash<QString, double>;

Vector vectorOf(const QString &text)
{
    Vector vector;
    for (const QString &stem : stemsIn(text)) {
        vector[u'=' + stem] += StemWeight;
        const QString framed = u' ' + stem + u' ';
        for (qsizetype i = 0; i + 3 <= framed.size(); ++i)
            vector[framed.sliced(i, 3)] += 1;
    }
    return vector;
}

double lengthOf(const Vector &vector)
{
    double squares = 0;
    for (const double value : vector)
        squares += value * value;
    return std::sqrt(squares);
}

} // namespace

QStringList stemsIn(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList stems;
    QRegularExpressionMatchIterator matches = word.globalMatch(text.left(LengthLimit).toLower());
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        if (isWritingWithoutSpaces(found.front())) {
            for (qsizetype i = 0; i + 2 <= found.size(); ++i)
                stems.append(found.sliced(i, 2));
        } else if (!isCommon(found)) {
            stems.append(stemOf(found));
        }
    }
    return stems;
}

double textLikeness(const QString &one, const QString &other)
{
    const Vector first = vectorOf(one);
    const Vector second = vectorOf(other);
    if (first.isEmpty() || second.isEmpty())
        return 0;
    double product = 0;
    for (auto entry = first.cbegin(); entry != first.cend(); ++entry)
        product += *entry * second.value(entry.key());
    return std::min(1.0, product / (lengthOf(first) * lengthOf(second)));
}

} // namespace kagura
