// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/followup.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype ContextTurns = 4;
constexpr qsizetype ContextCharacters = 2000; // of each

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}']+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    QRegularExpressionMatchIterator matches = word.globalMatch(text.toLower());
    while (matches.hasNext())
        words.append(matches.next().captured());
    return words;
}

//! They stand for something that was named before.
bool isPronoun(const QString &word)
{
    static const QSet<QString> words = {
        u"it"_s,    u"its"_s,   u"this"_s, u"that"_s,  u"these"_s,  u"those"_s, u"they"_s,
        u"them"_s,  u"their"_s, u"he"_s,   u"him"_s,   u"his"_s,    u"she"_s,   u"her"_s,
        u"es"_s,    u"ihn"_s,   u"ihm"_s,  u"dies"_s,  u"dieses"_s, u"diese"_s, u"diesen"_s,
        u"jenes"_s, u"davon"_s, u"dazu"_s, u"damit"_s, u"daraus"_s};
    return words.contains(word);
}

//! They compare with something that was said before.
bool isImplicit(const QString &word)
{
    static const QSet<QString> words = {
        u"again"_s,  u"instead"_s, u"same"_s,    u"previous"_s,    u"above"_s,     u"earlier"_s,
        u"former"_s, u"latter"_s,  u"nochmal"_s, u"stattdessen"_s, u"vorherige"_s, u"obige"_s};
    return words.contains(word);
}

bool opensAFollowUp(const QString &text)
{
    static const QRegularExpression opening(
        u"^(what about|how "
        u"about|and\\b|but\\b|or\\b|also\\b|then\\b|so\\b|why\\b(?!\\s+\\w+\\s+\\w+\\s+\\w+)|"
        "another\\b|one more|more\\b|shorter\\b|longer\\b|go on|continue|tell me more|in \\w+\\W*$|"
        "und\\b|aber\\b|oder\\b|auch\\b|dann\\b|was ist mit|wie w(ä|ae)re es mit|weiter\\b|auf \\w+\\W*$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return opening.match(text).hasMatch();
}

//! "Review this code: …", "Fasse diesen Text zusammen: …": what is meant comes with it.
bool bringsItsObject(const QString &text)
{
    static const QRegularExpression pointed(
        u"^(?:please |bitte "
        u")?(?:translate|summari[sz]e|review|explain|analy[sz]e|fix|check|rewrite|"
        "improve|convert|describe|read|debug|format|test|write|solve|(?:ü|ue)bersetze|erkl(?:ä|ae)"
        "re|"
        "pr(?:ü|ue)fe|fasse)\\s+(?:this|that|these|those|dies\\w*)\\s+\\p{L}{3,}"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!pointed.match(text).hasMatch())
        return false;
    static const QRegularExpression brought(u"[:\"\\n`\u201c\u201e\u00ab]"_s);
    return brought.match(text).hasMatch();
}

QString shortened(const QString &text)
{
    return text.size() <= ContextCharacters ? text : text.left(ContextCharacters - 1) + u'\u2026';
}

} // namespace

bool leansOnContext(const QString &question)
{
    const QString text = question.trimmed();
    if (text.isEmpty() || bringsItsObject(text))
        return false;
    if (opensAFollowUp(text))
        return true;
    const QStringList words = wordsIn(text);
    // "It is raining. Which umbrella …" says by itself what it is about; a long text brings its own.
    constexpr qsizetype LongQuestion = 40;
    if (words.size() > LongQuestion)
        return false;
    return std::any_of(words.begin(), words.end(),
                       [](const QString &word) { return isPronoun(word) || isImplicit(word); });
}

QString withContext(const QString &question, const QList<RoutingTurn> &history)
{
    if (history.isEmpty())
        return question;
    QString text = u"Said before:\n"_s;
    const qsizetype first = std::max<qsizetype>(0, history.size() - ContextTurns);
    for (const RoutingTurn &turn : history.sliced(first))
        text += (turn.isUser ? u"User: "_s : u"Answer: "_s) + shortened(turn.text) + u'\n';
    return text + u"\nThe question now: "_s + question;
}

} // namespace kagura
