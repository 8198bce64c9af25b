// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/chatevent.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kagura {

//! US dollars for a million tokens, by the disjoint classes of Usage. Empty: not known.
struct ModelPrices
{
    std::optional<double> input;
    std::optional<double> output;
    std::optional<double> cacheRead;
    std::optional<double> cacheWrite;

    bool operator==(const ModelPrices &) const = default;
};

//! What is publicly known of a model.
struct ModelFacts
{
    QString provider; //!< the name of the provider's preset: "openai"
    QString id;
    std::optional<qint64> contextTokens;
    std::optional<qint64> outputTokens;
    QStringList capabilities; //!< of "images", "tools", "json_schema", "reasoning", "embeddings"
    ModelPrices prices;
    std::optional<qint64> longPromptTokens; //!< a prompt of more tokens costs longPromptPrices
    ModelPrices longPromptPrices;

    bool operator==(const ModelFacts &) const = default;
};

//! Context windows, capabilities and prices of known models, from data files: the program's own, and
//! one of the user's laid over it. A model that is in neither has no facts and no price: nothing is
//! guessed from a similar name.
//!
//! A file is `{"date": …, "source": …, "models": [{"provider", "id", "also": [ids], "context_tokens",
//! "output_tokens", "capabilities", "usd_per_million": {"input", "output", "cache_read",
//! "cache_write"}, "long_prompt": {"above_tokens", "usd_per_million"}}]}`; a later file replaces what it
//! names, field by field.
//!
//! Thread: one at a time; const members any. Lifetime: a value. Errors: add().
class ModelCatalogue
{
public:
    //! Errors: Protocol for what is no such file; the catalogue is unchanged then. Entries without
    //! provider or id, and negative numbers, are ignored.
    [[nodiscard]] Result<void> add(QByteArrayView file);

    [[nodiscard]] std::optional<ModelFacts> find(const QString &provider,
                                                 const QString &model) const;
    [[nodiscard]] QList<ModelFacts> models(const QString &provider) const; //!< sorted by id

    //! What a live answer cost, in millionths of a US dollar. Empty where a count or a price that it
    //! takes is not known: a sum with a hole in it is no cost.
    [[nodiscard]] std::optional<qint64> costMicroUsd(const QString &provider,
                                                     const QString &model,
                                                     const Usage &usage) const;

    [[nodiscard]] QString date() const { return m_date; } //!< of the first file: "2025-11-01"
    [[nodiscard]] QString source() const { return m_source; }

private:
    QHash<QString, ModelFacts> m_models; // by "provider/id"
    QString m_date;
    QString m_source;
};

} // namespace kagura
