// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/promptfile.h"

#include "core/base/json.h"

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error wrong(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

//! Backticks of which the text has no such run.
QString fenceFor(const QString &text)
{
    qsizetype longest = 2;
    static const QRegularExpression runs(u"`+"_s);
    QRegularExpressionMatchIterator found = runs.globalMatch(text);
    while (found.hasNext())
        longest = std::max(longest, found.next().capturedLength());
    return QString(longest + 1, u'`');
}

QString firstString(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString text = jsonString(object, key); !text.isEmpty())
            return text;
    }
    return {};
}

Result<QList<Prompt>> fromJson(const QByteArray &file)
{
    const Result<Json> json = parseJson(file);
    if (!json)
        return json.error();
    const Json &list = json->is_array() ? *json : jsonMember(*json, "prompts");
    if (!list.is_array())
        return wrong(u"this is no file of prompts: it has no list \"prompts\""_s);
    QList<Prompt> prompts;
    for (const Json &one : list)
        prompts.append({{},
                        firstString(one, {"name", "title", "command"}),
                        firstString(one, {"text", "content", "prompt"})});
    return prompts;
}

QString bodyOf(const QStringList &lines)
{
    const QString body = lines.join(u'\n').trimmed();
    static const QRegularExpression fenced(u"\\A(`{3,}|~{3,})[^\\n]*\\n(.*)\\n\\1\\z"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = fenced.match(body);
    // Two blocks with text between them also begin and end with a fence.
    const bool isOne = match.hasMatch() && !match.captured(2).contains(u'\n' + match.captured(1));
    return isOne ? match.captured(2) : body;
}

QList<Prompt> fromMarkdown(const QString &text)
{
    QList<Prompt> prompts;
    QStringList body;
    QString fence;
    const auto close = [&] {
        if (!prompts.isEmpty())
            prompts.last().text = bodyOf(body);
        body.clear();
    };
    static const QRegularExpression opening(u"^(`{3,}|~{3,})"_s);
    for (QString line : text.split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (fence.isEmpty() && line.startsWith("# "_L1)) {
            close();
            prompts.append({{}, line.mid(2).simplified(), {}});
            continue;
        }
        if (fence.isEmpty())
            fence = opening.match(line).captured(1);
        else if (line.startsWith(fence) && line.trimmed() == fence)
            fence.clear();
        body.append(line);
    }
    close();
    return prompts;
}

} // namespace

QByteArray writePrompts(const QList<Prompt> &prompts, PromptFormat format)
{
    if (format == PromptFormat::AsJson) {
        Json list = Json::array();
        for (const Prompt &prompt : prompts)
            list.push_back({{"name", toJson(prompt.name)}, {"text", toJson(prompt.text)}});
        return dumpJson({{"prompts", std::move(list)}}) + '\n';
    }
    QString text;
    for (const Prompt &prompt : prompts) {
        const QString fence = fenceFor(prompt.text);
        text += u"# %1\n\n%2\n"_s.arg(prompt.name, fence) + prompt.text + u'\n' + fence + u"\n\n"_s;
    }
    return text.trimmed().toUtf8() + '\n';
}

Result<QList<Prompt>> readPrompts(const QByteArray &file, PromptFormat format)
{
    if (file.size() > mostPromptBytes)
        return wrong(u"the file is larger than any prompt library"_s);
    Result<QList<Prompt>> read = format == PromptFormat::AsJson
        ? fromJson(file)
        : Result<QList<Prompt>>(fromMarkdown(QString::fromUtf8(file)));
    if (!read)
        return read;
    QList<Prompt> prompts = std::move(read).value();
    prompts.removeIf([](const Prompt &prompt) {
        return prompt.name.trimmed().isEmpty() || prompt.text.trimmed().isEmpty();
    });
    if (prompts.isEmpty())
        return wrong(u"there is no prompt in the file: each needs a name and a text"_s);
    return prompts;
}

} // namespace kagura
