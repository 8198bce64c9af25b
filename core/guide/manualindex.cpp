// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/manualindex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kagura {

namespace {

// The usual constants: how soon more of the same word stops to matter, and how much length does.
constexpr double Saturation = 1.2;
constexpr double LengthWeight = 0.6;
constexpr double TitleWeight = 3.0;
constexpr double PageWeight = 1.5;
constexpr double SynonymWeight = 0.45;
constexpr double SynonymCoverage = 0.8;
constexpr double SameQuestion = 0.75; // likeness from which heading and question are the same
constexpr double SameQuestionScore = 10; // twice for the very words

constexpr const char *StopWords =
    " a about after all also am an and any are as at be because been but by can could did "
    "do does doing done else explain for from get give had happen has have he hello her "
    "hi his how i if in into is it its just kagura know let like make may me mean might "
    "more most much must my need no nor not of off on one only or other our out please "
    "really s say shall she should show so some such t tell than thank thanks that the "
    "their them then there these they thing this those to too us use very want was way we "
    "well were what when where which while who whom whose why will with work works would "
    "you your ";

// Words that people use for one another; each line is one group.
constexpr std::array SynonymGroups = {
    "key keys apikey credential secret password token",
    "delete remove erase forget clear",
    "crash kill crashed lost lose recover power battery freeze",
    "save store keep kept persist saved remember",
    "keyboard shortcut hotkey keybinding",
    "stop cancel abort interrupt halt quit",
    "terminal cli console shell commandline command",
    "provider vendor service openai anthropic gemini claude chatgpt gpt mistral groq openrouter "
    "deepseek",
    "local ollama llama lmstudio vllm localhost self-hosted selfhosted",
    "offline internet network disconnected",
    "proxy firewall corporate vpn socks",
    "certificate tls ssl ca https authority",
    "price cost money free pay spend bill expensive",
    "privacy private telemetry tracking spy analytics confidential leak",
    "folder directory path location dir disk file",
    "error fail failure problem wrong broken failed issue",
    "start begin launch first install setup",
    "setting preference option configure config configuration",
    "conversation chat dialog history thread",
    "model llm ai",
    "image picture photo screenshot attachment attach upload",
    "window app desktop gui application",
    "keychain keyring wallet kwallet vault",
    "connect add setup configure link",
    "script automation json pipe program machine",
    "limit rate quota 429 throttle",
    "agent run workflow orchestration",
    "cache cached caching",
    "reply answer response",
    "backup copy export",
    "slow timeout hang wait",
    "environment variable env",
    "check diagnose doctor test diagnosis",
};

QString stem(QString word)
{
    // The system, not the plural of window.
    if (word == QLatin1String("windows"))
        return word;
    const auto endsWith = [&word](const char *suffix) {
        return word.endsWith(QLatin1String(suffix));
    };
    if (word.size() > 4 && endsWith("ies"))
        word = word.chopped(3) + QLatin1Char('y');
    else if (word.size() > 4
             && (endsWith("sses") || endsWith("xes") || endsWith("ches") || endsWith("shes")))
        word.chop(2);
    else if (word.size() > 3 && endsWith("s") && !endsWith("ss") && !endsWith("us")
             && !endsWith("is"))
        word.chop(1);
    if (word.size() > 5 && endsWith("ing"))
        word.chop(3);
    else if (word.size() > 4 && endsWith("ed"))
        word.chop(2);
    if (word.size() > 3 && endsWith("e"))
        word.chop(1);
    // "cancelled" and "cancel" meet; so do "install" and "installed".
    if (word.size() > 3 && word.back() == word.at(word.size() - 2) && word.back().isLetter())
        word.chop(1);
    return word;
}

bool isStopWord(const QString &word)
{
    return QLatin1String(StopWords).contains(QString(QLatin1Char(' ') + word + QLatin1Char(' ')));
}

QHash<QString, QStringList> makeSynonyms()
{
    QHash<QString, QStringList> synonyms;
    for (const char *group : SynonymGroups) {
        QStringList stems;
        for (const QString &word : QString::fromLatin1(group).split(QLatin1Char(' ')))
            stems.append(stem(word));
        stems.removeDuplicates();
        for (const QString &word : stems)
            synonyms[word] += stems;
    }
    return synonyms;
}

QStringList splitWords(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text.toLower() + QLatin1Char(' ')) {
        if (c.isLetterOrNumber() || c == QLatin1Char('_')) {
            word += c;
        } else if (c != QLatin1Char('\'') && c != QChar(0x2019) && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words;
}

QSet<QString> stemSet(const QString &text)
{
    QSet<QString> stems;
    for (const QString &word : splitWords(text))
        stems.insert(stem(word));
    return stems;
}

// Examples of commands repeat the same words line by line, which says nothing of what a section is about:
// of each word in code only the first two count.
QString withoutRepetitionsInCode(const QString &markdown)
{
    QStringList prose;
    QStringList code;
    bool isCode = false;
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```"))) {
            isCode = !isCode;
        } else if (!isCode) {
            prose.append(line);
        } else {
            for (const QString &word : splitWords(line)) {
                if (code.count(word) < 2)
                    code.append(word);
            }
        }
    }
    return prose.join(QLatin1Char('\n')) + QLatin1Char('\n') + code.join(QLatin1Char(' '));
}

// Dice's coefficient: 1 for equal sets, 0 for disjoint ones.
double likeness(const QSet<QString> &a, const QSet<QString> &b)
{
    qsizetype common = 0;
    for (const QString &word : a)
        common += b.contains(word) ? 1 : 0;
    return common == 0
        ? 0
        : 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

} // namespace

QStringList ManualIndex::terms(const QString &text)
{
    QStringList terms;
    const auto add = [&terms](const QString &word) {
        if ((word.size() > 1 || word.at(0).isDigit()) && !isStopWord(word))
            terms.append(stem(word));
    };
    for (const QString &word : splitWords(text)) {
        add(word);
        // KAGURA_DATA_DIR is found by its parts, too.
        if (word.contains(QLatin1Char('_'))) {
            for (const QString &part : word.split(QLatin1Char('_'), Qt::SkipEmptyParts))
                add(part);
        }
    }
    return terms;
}

ManualIndex::ManualIndex(QList<ManualSection> sections)
    : m_sections(std::move(sections))
    , m_synonyms(makeSynonyms())
{
    double total = 0;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const ManualSection &section = m_sections.at(i);
        QHash<QString, double> frequencies;
        double length = 0;
        const auto count = [&](const QString &text, double weight) {
            for (const QString &term : terms(text)) {
                frequencies[term] += weight;
                length += 1;
            }
        };
        count(withoutRepetitionsInCode(section.markdown), 1);
        count(section.title, TitleWeight);
        if (section.page != section.title)
            count(section.page, PageWeight);
        for (auto it = frequencies.cbegin(); it != frequencies.cend(); ++it)
            m_postings[it.key()].append({i, it.value()});
        m_titles.append(stemSet(section.title));
        m_lengths.append(length);
        total += length;
    }
    if (total > 0)
        m_averageLength = total / static_cast<double>(m_sections.size());
}

double ManualIndex::inverseFrequency(const QString &term) const
{
    const auto found = m_postings.constFind(term);
    const double holding = found == m_postings.cend() ? 0 : static_cast<double>(found->size());
    const double all = static_cast<double>(m_sections.size());
    return std::log(1 + (all - holding + 0.5) / (holding + 0.5));
}

void ManualIndex::collect(const QString &question, QHash<qsizetype, Hit> &hits) const
{
    QStringList asked = terms(question);
    asked.removeDuplicates();
    double askedWeight = 0;
    for (const QString &term : asked) {
        const double idf = inverseFrequency(term);
        askedWeight += idf;
        QHash<qsizetype, std::pair<double, double>> best; // score, and how well the term is covered
        const auto add = [&](const QString &word, double weight) {
            const double wordIdf = inverseFrequency(word);
            for (const Posting &posting : m_postings.value(word)) {
                const double length = m_lengths.at(posting.section) / m_averageLength;
                const double score = weight * wordIdf * posting.frequency * (Saturation + 1)
                    / (posting.frequency + Saturation * (1 - LengthWeight + LengthWeight * length));
                auto &[bestScore, covered] = best[posting.section];
                bestScore = std::max(bestScore, score);
                covered = std::max(covered, weight < 1 ? SynonymCoverage : 1);
            }
        };
        add(term, 1);
        for (const QString &other : m_synonyms.value(term)) {
            if (other != term)
                add(other, SynonymWeight);
        }
        for (auto it = best.cbegin(); it != best.cend(); ++it) {
            Hit &hit = hits[it.key()];
            hit.section = it.key();
            hit.score += it->first;
            hit.coverage += it->second * idf;
        }
    }
    // A section that has all the words of the question beats one that has a single word many times.
    for (Hit &hit : hits) {
        hit.coverage = std::min(1.0, hit.coverage / askedWeight);
        hit.score *= 0.4 + hit.coverage;
    }
}

QList<ManualIndex::Hit> ManualIndex::search(const QString &question, qsizetype limit) const
{
    QHash<qsizetype, Hit> hits;
    collect(question, hits);
    const QSet<QString> asked = stemSet(question);
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        const double like = likeness(asked, m_titles.at(i));
        if (like >= SameQuestion) {
            Hit &hit = hits[i];
            hit = {i, hit.score + (like < 1 ? 1 : 2) * SameQuestionScore, 1};
        }
        if (const auto hit = hits.find(i); hit != hits.end())
            hit->score *= 1 + like;
    }
    QList<Hit> sorted = hits.values();
    std::sort(sorted.begin(), sorted.end(), [](const Hit &a, const Hit &b) {
        return a.score != b.score ? a.score > b.score : a.section < b.section;
    });
    return sorted.mid(0, limit);
}

} // namespace kagura
