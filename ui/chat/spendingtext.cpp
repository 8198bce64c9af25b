// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/spendingtext.h"

#include "ui/widgets/valuetext.h"

#include <QCoreApplication>

namespace kagura {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::SpendingText)
};

} // namespace

QString spentText(const Spending &spending)
{
    if (spending.unpriced == 0)
        return costText(spending.costMicroUsd);
    if (spending.costMicroUsd == 0)
        return costText(std::nullopt);
    return Words::tr("over %1").arg(costText(spending.costMicroUsd));
}

QString spendingText(const Spending &spending)
{
    const qint64 tokens = spending.inputTokens + spending.outputTokens;
    QStringList parts;
    if (tokens > 0)
        parts.append(spending.uncounted == 0 ? tokensText(tokens)
                                             : Words::tr("over %1").arg(tokensText(tokens)));
    parts.append(spending.unpriced > 0 && spending.costMicroUsd == 0
                     ? Words::tr("cost %1").arg(costText(std::nullopt))
                     : spentText(spending));
    if (spending.savedMicroUsd > 0)
        parts.append(Words::tr("saved %1").arg(costText(spending.savedMicroUsd)));
    return parts.join(QStringLiteral(" \u00B7 "));
}

} // namespace kagura
