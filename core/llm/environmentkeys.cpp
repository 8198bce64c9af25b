// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/environmentkeys.h"

#include <algorithm>

namespace kagura {

QList<EnvironmentKey> usualKeyVariables()
{
    // Tokens that serve much else beside models (GITHUB_TOKEN, HF_TOKEN) are not offered by themselves.
    constexpr struct
    {
        const char *variable;
        const char *provider;
    } Table[] = {
        {"OPENAI_API_KEY", "openai"},
        {"ANTHROPIC_API_KEY", "anthropic"},
        {"GEMINI_API_KEY", "gemini"},
        {"GOOGLE_API_KEY", "gemini"},
        {"OPENROUTER_API_KEY", "openrouter"},
        {"MISTRAL_API_KEY", "mistral"},
        {"GROQ_API_KEY", "groq"},
        {"DEEPSEEK_API_KEY", "deepseek"},
        {"XAI_API_KEY", "xai"},
        {"PERPLEXITY_API_KEY", "perplexity"},
        {"TOGETHER_API_KEY", "together"},
        {"FIREWORKS_API_KEY", "fireworks"},
        {"CEREBRAS_API_KEY", "cerebras"},
        {"NVIDIA_API_KEY", "nvidia"},
        {"HYPERBOLIC_API_KEY", "hyperbolic"},
        {"DEEPINFRA_API_KEY", "deepinfra"},
        {"NOVITA_API_KEY", "novita"},
        {"POE_API_KEY", "poe"},
        {"MOONSHOT_API_KEY", "moonshot"},
        {"MINIMAX_API_KEY", "minimax"},
        {"ZAI_API_KEY", "zai"},
        {"ZHIPUAI_API_KEY", "zhipu"},
        {"DASHSCOPE_API_KEY", "dashscope"},
        {"ARK_API_KEY", "volcengine"},
        {"SILICONFLOW_API_KEY", "siliconflow"},
        {"QIANFAN_API_KEY", "qianfan"},
        {"HUNYUAN_API_KEY", "hunyuan"},
    };
    QList<EnvironmentKey> keys;
    for (const auto &row : Table)
        keys.append({QString::fromLatin1(row.variable), QString::fromLatin1(row.provider)});
    return keys;
}

QList<EnvironmentKey> keysInEnvironment(const QProcessEnvironment &environment)
{
    QList<EnvironmentKey> found;
    for (const EnvironmentKey &key : usualKeyVariables()) {
        const bool isKnown = std::any_of(found.cbegin(), found.cend(), [&key](const auto &one) {
            return one.provider == key.provider;
        });
        if (!isKnown && !environment.value(key.variable).trimmed().isEmpty())
            found.append(key);
    }
    return found;
}

} // namespace kagura
