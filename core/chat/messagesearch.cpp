// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/messagesearch.h"

#include "core/chat/conversationtable.h"
#include "core/chat/messagetable.h"
#include "core/storage/statement.h"

#include <QStringList>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr QChar MarkBegin(u'\x02');
constexpr QChar MarkEnd(u'\x03');
constexpr int ExcerptBefore = 40; // characters
constexpr int ExcerptLength = 160; // characters
constexpr qsizetype MostWords = 16;

struct Word
{
    QString text;
    bool isPhrase = false;
};

// Scripts that are written without spaces: a run of them is one token of the index.
bool isUnspaced(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        switch (c.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Thai:
        case QChar::Script_Lao:
        case QChar::Script_Khmer:
        case QChar::Script_Myanmar:
            return true;
        default:
            return c.isSurrogate();
        }
    });
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    QString current;
    bool isPhrase = false;
    const auto finish = [&] {
        if (hasLetter(current) && words.size() < MostWords)
            words.append({current.trimmed(), isPhrase});
        current.clear();
    };
    for (const QChar c : text) {
        if (c == u'"') {
            finish();
            isPhrase = !isPhrase;
        } else if (c.isSpace() && !isPhrase) {
            finish();
        } else if (c != QChar::Null) {
            current.append(c);
        }
    }
    isPhrase = false; // a quotation that was not closed yet is still being typed
    finish();
    return words;
}

QString matchOf(const QList<Word> &words)
{
    QStringList terms;
    for (const Word &word : words)
        terms.append(u'"' + word.text + (word.isPhrase ? u"\""_s : u"\"*"_s));
    return terms.join(u" AND "_s);
}

QString likeOf(const Word &word)
{
    QString pattern = word.text;
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, u'\\' + QString(special));
    return u'%' + pattern + u'%';
}

// One line around the first word, and where the words are in it.
void excerptFrom(const QString &text, const QList<Word> &words, SearchHit &hit)
{
    qsizetype first = text.size();
    for (const Word &word : words) {
        const qsizetype at = text.indexOf(word.text, 0, Qt::CaseInsensitive);
        if (at >= 0)
            first = std::min(first, at);
    }
    const qsizetype begin =
        first == text.size() ? 0 : std::max<qsizetype>(0, first - ExcerptBefore);
    QString excerpt = text.mid(begin, ExcerptLength);
    for (QChar &c : excerpt) {
        if (c.isSpace() || c.category() == QChar::Other_Control)
            c = u' ';
    }
    for (const Word &word : words) {
        for (qsizetype at = excerpt.indexOf(word.text, 0, Qt::CaseInsensitive); at >= 0;
             at = excerpt.indexOf(word.text, at + word.text.size(), Qt::CaseInsensitive))
            hit.marks.append({int(at), int(word.text.size())});
    }
    std::sort(hit.marks.begin(), hit.marks.end());
    hit.excerpt = excerpt;
}

// The index marks what it found, accents and beginnings of words included.
void excerptFrom(const QString &marked, SearchHit &hit)
{
    int begin = -1;
    for (const QChar c : marked) {
        if (c == MarkBegin) {
            begin = int(hit.excerpt.size());
        } else if (c == MarkEnd) {
            if (begin >= 0)
                hit.marks.append({begin, int(hit.excerpt.size()) - begin});
            begin = -1;
        } else {
            hit.excerpt.append(c.isSpace() || c.category() == QChar::Other_Control ? QChar(u' ')
                                                                                   : c);
        }
    }
}

} // namespace

Result<SearchPage> findMessages(Connection &connection, const SearchQuery &query)
{
    SearchPage page;
    page.query = query;
    const QList<Word> words = wordsOf(query.text);
    if (words.isEmpty())
        return page;
    const bool isIndexed = std::none_of(words.cbegin(), words.cend(),
                                        [](const Word &word) { return isUnspaced(word.text); });
    const auto columns = u"m.conversation, c.title, m.id, m.role, m.created_ms, "_s;
    QString sql;
    if (isIndexed) {
        // The rowid of the index is the seq of the message, so that the newest come without sorting.
        sql = u"SELECT "_s + columns
            + u"snippet(messages_fts, 0, ?, ?, '\u2026', 24) FROM messages_fts "
              "JOIN messages m ON m.seq = messages_fts.rowid "
              "JOIN conversations c ON c.id = m.conversation "
              "WHERE messages_fts MATCH ? AND c.deleted_ms IS NULL "
              "ORDER BY messages_fts.rowid DESC LIMIT ? OFFSET ?"_s;
    } else {
        sql = u"SELECT "_s + columns
            + u"m.text FROM messages m JOIN conversations c ON c.id = m.conversation WHERE "_s
            + QStringList(words.size(), u"m.text LIKE ? ESCAPE '\\'"_s).join(u" AND "_s)
            + u" AND c.deleted_ms IS NULL ORDER BY m.seq DESC LIMIT ? OFFSET ?"_s;
    }
    Statement rows(connection, sql);
    if (isIndexed) {
        rows.bind(QString(MarkBegin));
        rows.bind(QString(MarkEnd));
        rows.bind(matchOf(words));
    } else {
        for (const Word &word : words)
            rows.bind(likeOf(word));
    }
    const int limit = std::max(1, query.limit);
    rows.bind(limit + 1);
    rows.bind(std::max(0, query.offset));
    while (rows.next()) {
        page.hasMore = page.hits.size() == limit;
        if (page.hasMore)
            break;
        SearchHit hit;
        hit.conversation = rows.text(0);
        hit.title = rows.text(1);
        hit.message = rows.text(2);
        hit.role = roleFromName(rows.text(3)).value_or(Role::User);
        hit.created = fromStoredTime(rows.integer(4));
        if (isIndexed)
            excerptFrom(rows.text(5), hit);
        else
            excerptFrom(rows.text(5), words, hit);
        page.hits.append(hit);
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return page;
}

} // namespace kagura
