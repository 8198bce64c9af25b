// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code/codelanguages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

static void initialiseLanguagesResource()
{
    // In a static library the linker drops what nobody names; must stand outside any namespace.
    Q_INIT_RESOURCE(languages);
}

namespace kagura {
namespace {

QStringList wordsOf(const QJsonValue &value)
{
    return value.toString().split(u' ', Qt::SkipEmptyParts);
}

QStringList pairsOf(const QJsonValue &value)
{
    QStringList pairs;
    for (const QJsonValue &one : value.toArray()) {
        if (one.toString().isEmpty())
            return {};
        pairs += one.toString();
    }
    if (pairs.size() % 2 != 0)
        pairs.removeLast();
    return pairs;
}

CodeLanguage languageOf(const QJsonObject &object)
{
    CodeLanguage language;
    const QStringList words = wordsOf(object.value(QStringLiteral("words")));
    language.words = {words.cbegin(), words.cend()};
    language.lineComments = wordsOf(object.value(QStringLiteral("line")));
    language.delimiters = pairsOf(object.value(QStringLiteral("block")));
    language.commentDelimiters = int(language.delimiters.size());
    language.delimiters += pairsOf(object.value(QStringLiteral("long")));
    language.quotes = wordsOf(object.value(QStringLiteral("strings"))).join(QString());
    language.glyphs = object.value(QStringLiteral("glyphs")).toString();
    language.ignoresCase = object.value(QStringLiteral("any")).toBool();
    language.hasKeys = object.value(QStringLiteral("keys")).toBool();
    language.hasTags = object.value(QStringLiteral("tags")).toBool();
    language.hasMarks = object.value(QStringLiteral("marks")).toBool();
    language.hasPreprocessor = object.value(QStringLiteral("preprocessor")).toBool();
    return language;
}

} // namespace

CodeLanguages::CodeLanguages()
{
    initialiseLanguagesResource();
    QFile file(QStringLiteral(":/code/languages.json"));
    if (file.open(QIODevice::ReadOnly))
        read(file.readAll());
}

CodeLanguages::CodeLanguages(const QByteArray &json)
{
    read(json);
}

void CodeLanguages::read(const QByteArray &json)
{
    const QJsonArray list =
        QJsonDocument::fromJson(json).object().value(QStringLiteral("languages")).toArray();
    for (const QJsonValue &value : list) {
        const QStringList names = wordsOf(value.toObject().value(QStringLiteral("names")));
        if (names.isEmpty())
            continue;
        for (const QString &name : names)
            m_names.insert(name, m_languages.size());
        m_languages.append(languageOf(value.toObject()));
    }
}

const CodeLanguage *CodeLanguages::find(const QString &name) const
{
    const qsizetype at = m_names.value(name.toLower(), -1);
    return at < 0 ? nullptr : &m_languages.at(at);
}

} // namespace kagura
