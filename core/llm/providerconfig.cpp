// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providerconfig.h"

#include <array>

namespace kagura {

namespace {

// In the order of DialectId.
constexpr std::array<const char *, 5> DialectNames = {"openai-chat", "openai-responses",
                                                      "anthropic", "gemini", "ollama"};

} // namespace

QString dialectName(DialectId id)
{
    return QString::fromLatin1(DialectNames.at(static_cast<std::size_t>(id)));
}

std::optional<DialectId> dialectFromName(const QString &name)
{
    for (std::size_t i = 0; i < DialectNames.size(); ++i) {
        if (name == QLatin1String(DialectNames.at(i)))
            return static_cast<DialectId>(i);
    }
    return std::nullopt;
}

std::optional<ModelRef> ModelRef::fromString(const QString &text)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash <= 0 || slash == text.size() - 1)
        return std::nullopt;
    return ModelRef{text.left(slash), text.mid(slash + 1)};
}

QString ModelRef::toString() const
{
    return provider + QLatin1Char('/') + model;
}

} // namespace kagura
