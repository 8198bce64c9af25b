// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/guideanswerer.h"

#include <utility>

namespace kagura {

namespace {

// Below Sure the Guide says that it is not certain, below Vague that it does not know.
constexpr double Sure = 0.55;
constexpr double Vague = 0.3;

QString normalised(const QString &text)
{
    QString words;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            words += c;
        else if (c != QLatin1Char('\'') && c != QChar(0x2019))
            words += QLatin1Char(' ');
    }
    return words.simplified();
}

bool isOneOf(const QString &words, const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char('|')).contains(words);
}

bool isGreeting(const QString &words)
{
    return isOneOf(words,
                   "hi|hello|hey|hallo|hola|bonjour|ciao|moin|servus|good morning|good evening|"
                   "good afternoon|good day|guten tag|hi there|hello there|hey there|hi guide|"
                   "hello guide|hello kagura|hi kagura|test|ping");
}

bool isThanks(const QString &words)
{
    return isOneOf(words,
                   "thanks|thank you|thank you very much|thanks a lot|thx|danke|merci|great|ok|"
                   "okay|cool|perfect|great thanks|ok thanks|got it|bye|goodbye");
}

bool isAboutTheGuide(const QString &words)
{
    return isOneOf(
        words,
        "who are you|what are you|are you an ai|are you ai|are you a model|are you a bot|"
        "are you a language model|are you an llm|are you chatgpt|are you gpt|"
        "are you claude|are you human|are you real|which model are you|"
        "what model are you|what is the guide|who is the guide|what can you do|"
        "what do you do|what is your name|introduce yourself|what is guide");
}

bool isHelp(const QString &words)
{
    return isOneOf(words,
                   "help|help me|contents|table of contents|index|manual|topics|"
                   "what do you know|what can i ask|what can i ask you|show me the manual");
}

bool isMore(const QString &words)
{
    return isOneOf(words,
                   "more|tell me more|go on|continue|what else|anything else|next|more please|"
                   "and|and then|more details|details");
}

// "and on Windows?", "what about proxies?", "why?": read with the question before.
bool leansOnBefore(const QString &words)
{
    for (const char *opening : {"and ", "but ", "what about ", "how about ", "or ", "why", "how so",
                                "what if ", "also ", "then "}) {
        if (words.startsWith(QLatin1String(opening)))
            return true;
    }
    return false;
}

QString sourceLine(const ManualSection &section)
{
    return section.page == section.title
        ? QStringLiteral("Manual: %1.").arg(section.page)
        : QStringLiteral("Manual: %1, \u201c%2\u201d.").arg(section.page, section.title);
}

QString introduction()
{
    return QStringLiteral(
        "I am the Guide. I am no language model: I search Kagura\u2019s manual and quote what "
        "fits, and nothing that you type here leaves this computer.");
}

} // namespace

GuideAnswerer::GuideAnswerer(QList<ManualSection> manual)
    : m_index(std::move(manual))
{}

QString GuideAnswerer::contents() const
{
    QString list;
    QString page;
    for (const ManualSection &section : m_index.sections()) {
        if (section.page == page)
            continue;
        page = section.page;
        list += QStringLiteral("- %1\n").arg(page);
    }
    return list;
}

QString GuideAnswerer::quote(const QList<ManualIndex::Hit> &hits) const
{
    const ManualSection &section = m_index.sections().at(hits.first().section);
    QString text =
        QStringLiteral("%1\n\n%2\n\n%3").arg(section.title, section.markdown, sourceLine(section));
    QStringList related;
    for (const ManualIndex::Hit &hit : hits.mid(1)) {
        const QString &title = m_index.sections().at(hit.section).title;
        if (hit.score > hits.first().score * 0.4 && related.size() < 3 && !related.contains(title)
            && title != section.title)
            related.append(title);
    }
    if (!related.isEmpty())
        text += QStringLiteral("\n\nRelated: %1.").arg(related.join(QStringLiteral("; ")));
    return text;
}

QString GuideAnswerer::answer(const QList<GuideTurn> &turns) const
{
    QString question;
    QString before;
    QString said; // by the Guide, in this conversation
    for (const GuideTurn &turn : turns) {
        if (turn.isUser)
            before = std::exchange(question, turn.text);
        else
            said += turn.text;
    }
    const QString words = normalised(question);
    const bool isFirst = said.isEmpty();
    if (words.isEmpty() || isGreeting(words))
        return QStringLiteral("Hello! %1\n\nAsk me how something in Kagura works, for example "
                              "\u201cHow do I connect a provider?\u201d I know these pages:\n\n%2")
            .arg(introduction(), contents());
    if (isAboutTheGuide(words))
        return QStringLiteral(
                   "%1 For anything else, connect a provider or a local model server and "
                   "pick its model in the model picker. I know these pages:\n\n%2")
            .arg(introduction(), contents());
    if (isHelp(words))
        return QStringLiteral(
                   "These are the pages that I can quote; ask about anything in them:\n\n%1")
            .arg(contents());
    if (isThanks(words))
        return QStringLiteral("Gladly. Ask again whenever something in Kagura is unclear.");

    const bool wantsMore = isMore(words) && !before.isEmpty();
    QList<ManualIndex::Hit> hits = m_index.search(wantsMore ? before : question, 12);
    if (!wantsMore && !before.isEmpty() && leansOnBefore(words)) {
        const QList<ManualIndex::Hit> together =
            m_index.search(question + QLatin1Char(' ') + before, 12);
        if (hits.isEmpty() || (!together.isEmpty() && hits.first().coverage < Sure))
            hits = together;
    }
    if (wantsMore) {
        hits.removeIf([&](const ManualIndex::Hit &hit) {
            return hit.coverage < Vague
                || said.contains(sourceLine(m_index.sections().at(hit.section)));
        });
        if (hits.isEmpty())
            return QStringLiteral("That is all that the manual says about it.");
    }
    if (hits.isEmpty() || hits.first().coverage < Vague) {
        return QStringLiteral("I do not know that. %1 These are the pages that I have:\n\n%2\nFor "
                              "everything else a model is needed: ask me \u201cHow do I "
                              "connect a provider?\u201d")
            .arg(introduction(), contents());
    }
    QString text;
    if (hits.first().coverage < Sure)
        text = QStringLiteral("I am not certain that this answers you; it is the nearest that the "
                              "manual has.\n\n");
    text += quote(hits.mid(0, 6));
    if (isFirst)
        text += QStringLiteral("\n\n") + introduction();
    return text;
}

} // namespace kagura
