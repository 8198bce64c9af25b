// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/contextmeter.h"

#include "ui/widgets/valuetext.h"

namespace kagura {
namespace {

constexpr int nearlyFullPercent = 80;

} // namespace

ContextMeter::ContextMeter(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("contextMeter"));
    setTextFormat(Qt::PlainText);
    setMinimumWidth(1);
    hide();
}

void ContextMeter::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    setFont(style.smallFont);
    refresh();
}

void ContextMeter::setEstimate(const std::optional<ContextEstimate> &estimate)
{
    m_estimate = estimate;
    refresh();
}

void ContextMeter::refresh()
{
    setVisible(m_estimate.has_value());
    if (!m_estimate)
        return;
    const qint64 tokens = m_estimate->tokens;
    const std::optional<qint64> window = m_estimate->windowTokens;
    const QString count =
        (m_estimate->isAtLeast ? tr("over %1") : tr("about %1")).arg(shortCountText(tokens));
    QStringList parts;
    parts.append(window ? tr("%1 of %2 tokens").arg(count, shortCountText(*window))
                        : tr("%1 tokens").arg(count));
    const bool isOver = window && tokens > *window;
    const bool isNearlyFull = window && tokens * 100 > *window * nearlyFullPercent;
    if (isOver)
        parts.append(tr("more than the model reads"));
    else if (isNearlyFull)
        parts.append(tr("nearly full"));
    if (m_estimate->costMicroUsd && *m_estimate->costMicroUsd > 0)
        parts.append(tr("%1 to send").arg(costText(m_estimate->costMicroUsd)));
    setText(parts.join(QStringLiteral(" \u00B7 ")));
    setAccessibleName(tr("The next message: %1").arg(text()));
    setToolTip(tr("An estimate of what the next message takes: the conversation so far, as the "
                  "provider counted it, and what is written here. The cost is that of sending it, "
                  "without the answer."));
    inkLabel(this, isOver ? m_style.fail : isNearlyFull ? m_style.wait : m_style.text3);
}

} // namespace kagura
