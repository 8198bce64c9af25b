// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/keyrecogniser.h"

#include <QRegularExpression>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype Shortest = 8;
constexpr qsizetype Longest = 1024;

} // namespace

std::optional<QString> recogniseKey(const Secret &key)
{
    // A bare "sk-" is used by a dozen providers and says nothing.
    constexpr struct
    {
        const char *prefix;
        const char *provider;
    } Table[] = {
        {"sk-ant-", "anthropic"},  {"sk-or-", "openrouter"}, {"sk-proj-", "openai"},
        {"sk-svcacct-", "openai"}, {"sk-admin-", "openai"},  {"AIza", "gemini"},
        {"gsk_", "groq"},          {"xai-", "xai"},          {"pplx-", "perplexity"},
        {"hf_", "huggingface"},    {"nvapi-", "nvidia"},     {"csk-", "cerebras"},
        {"fw_", "fireworks"},      {"tgp_v1_", "together"},  {"github_pat_", "github-models"},
        {"ghp_", "github-models"},
    };
    QByteArray bytes = key.reveal();
    std::optional<QString> provider;
    for (const auto &row : Table) {
        if (bytes.startsWith(row.prefix)) {
            provider = QString::fromLatin1(row.provider);
            break;
        }
    }
    // OpenAI's older keys have its name in base64 in their middle.
    if (!provider && bytes.startsWith("sk-") && bytes.contains("T3BlbkFJ"))
        provider = u"openai"_s;
    wipe(bytes);
    return provider;
}

Secret cleanPastedKey(const QString &text)
{
    static constexpr auto Decorations = {"export ", "set ", "authorization:", "bearer "};
    QString key = text.trimmed();
    const auto stripDecorations = [&key] {
        for (const char *decoration : Decorations) {
            if (key.startsWith(QLatin1String(decoration), Qt::CaseInsensitive))
                key = key.mid(static_cast<qsizetype>(qstrlen(decoration))).trimmed();
        }
    };
    stripDecorations();
    const QRegularExpression assignment(u"^[A-Za-z_][A-Za-z0-9_]*\\s*=\\s*(?=[^=\\s])"_s);
    if (const QRegularExpressionMatch match = assignment.match(key); match.hasMatch())
        key = key.mid(match.capturedLength());
    const auto isQuote = [](QChar c) { return c == u'"' || c == u'\'' || c == u'`'; };
    while (!key.isEmpty() && isQuote(key.front()))
        key.remove(0, 1);
    while (!key.isEmpty() && (isQuote(key.back()) || key.back() == u';' || key.back() == u','))
        key.chop(1);
    stripDecorations();
    // A key that was copied over a line break is still one key.
    key.removeIf([](QChar c) { return c.isSpace(); });
    const bool isPrintable = std::all_of(
        key.cbegin(), key.cend(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (!isPrintable || key.size() < Shortest || key.size() > Longest)
        return {};
    QByteArray bytes = key.toLatin1();
    const Secret secret(bytes);
    wipe(bytes);
    return secret;
}

} // namespace kagura
