// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/comparecolumn.h"

#include "core/base/clock.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/format.h"
#include "ui/chat/markdownblocksource.h"
#include "ui/chat/transcriptview.h"
#include "ui/theme/buttonrole.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kagura {
namespace {

enum FigureIndex : std::uint8_t { Speed, Cost, FirstText };

QString dash()
{
    return QStringLiteral("\u2014");
}

QString orDash(const std::optional<qint64> &number)
{
    return number ? QLocale().toString(*number) : dash();
}

} // namespace

CompareColumn::CompareColumn(const ModelChoice &choice,
                             FrameClock &frames,
                             const Clock &clock,
                             QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_choice(choice)
{
    setObjectName(QStringLiteral("compareColumn"));
    setAccessibleName(tr("Answer of %1").arg(DisplayText::line(choice.title)));
    m_view = new TranscriptView(
        m_model, frames, clock,
        [](TranscriptMessage::Author) { return std::make_unique<MarkdownBlockSource>(); }, this);
    m_view->setStartsAtTop(true);
    build();
    refresh();
}

void CompareColumn::build()
{
    m_head = new QWidget(this);
    m_title = new QLabel(DisplayText::line(m_choice.title), m_head);
    m_provider = new QLabel(DisplayText::line(m_choice.providerTitle), m_head);
    m_state = new QLabel(m_head);
    m_state->setObjectName(QStringLiteral("compareState"));
    for (QLabel *label : {m_title, m_provider, m_state})
        label->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_provider->setMinimumWidth(1);
    m_button = new QPushButton(m_head);
    m_button->setObjectName(QStringLiteral("compareButton"));
    auto *head = new QHBoxLayout(m_head);
    head->addWidget(m_title);
    head->addWidget(m_provider, 1);
    head->addWidget(m_state);
    head->addWidget(m_button);
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    for (Figure &figure : m_figures) {
        figure.value = new QLabel(m_foot);
        figure.name = new QLabel(m_foot);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(figure.value);
        cell->addWidget(figure.name);
        foot->addLayout(cell, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    column->addWidget(m_foot);
    connect(m_button, &QPushButton::clicked, this, &CompareColumn::press);
    using Model = QAbstractItemModel;
    connect(&m_model, &Model::modelReset, this, &CompareColumn::refresh);
    connect(&m_model, &Model::rowsInserted, this, &CompareColumn::refresh);
    connect(&m_model, &Model::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty())
                    refresh();
            });
}

void CompareColumn::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    const int line = style.hairline;
    layout()->setContentsMargins(line, line, line, line);
    m_head->setFixedHeight(style.head);
    m_head->layout()->setContentsMargins(style.cardPad, 0, style.gap, 0);
    m_head->layout()->setSpacing(style.gap);
    m_foot->layout()->setContentsMargins(style.cardPad, style.gap, style.cardPad, style.gap);
    m_foot->layout()->setSpacing(style.cardPad);
    m_title->setFont(style.labelStrongFont);
    inkLabel(m_title, style.text);
    m_provider->setFont(style.smallFont);
    inkLabel(m_provider, style.text3);
    m_state->setFont(style.smallFont);
    for (const Figure &figure : m_figures) {
        figure.value->setFont(style.labelMediumFont);
        figure.name->setFont(style.smallFont);
        inkLabel(figure.value, style.text);
        inkLabel(figure.name, style.text3);
    }
    ChatStyle narrow = style;
    narrow.margin = style.cardPad;
    m_view->setChatStyle(narrow);
    setMinimumWidth(style.column * 2 / 5);
    refresh();
    update();
}

QString CompareColumn::answer() const
{
    return m_model.rowCount() > 0 ? m_model.message(0).id : QString();
}

void CompareColumn::setAnswer(const TranscriptMessage &answer)
{
    if (m_model.rowOf(answer.id) >= 0)
        m_model.replace(answer);
    else
        m_model.reset({answer});
}

void CompareColumn::press()
{
    if (isLive())
        Q_EMIT stopRequested(answer());
    else
        Q_EMIT promoteRequested(answer());
}

void CompareColumn::refresh()
{
    const bool isEmpty = m_model.rowCount() == 0;
    const bool isArriving = isLive();
    const QString name = DisplayText::line(m_choice.title);
    m_button->setText(isArriving ? tr("Stop") : tr("Promote"));
    m_button->setAccessibleName(isArriving ? tr("Stop the answer of %1").arg(name)
                                           : tr("Take the answer of %1").arg(name));
    m_button->setToolTip(isArriving ? QString()
                                    : tr("Goes on with this answer; the others stay as versions"));
    setButtonRole(m_button, isArriving ? ButtonRole::Danger : ButtonRole::Secondary);
    m_button->setVisible(!isEmpty && (isArriving || !m_model.message(0).text.isEmpty()));
    QString state;
    QColor ink = m_style.text3;
    if (!isEmpty) {
        const TranscriptMessage &message = m_model.message(0);
        switch (message.state) {
        case TranscriptMessage::State::Waiting:
            state = tr("waiting");
            break;
        case TranscriptMessage::State::Streaming:
            state = tr("streaming");
            ink = m_style.accent;
            break;
        case TranscriptMessage::State::Stopped:
            state = tr("stopped");
            ink = m_style.wait;
            break;
        case TranscriptMessage::State::Interrupted:
            state = tr("interrupted");
            ink = m_style.wait;
            break;
        case TranscriptMessage::State::Failed:
            state = tr("failed");
            ink = m_style.fail;
            break;
        case TranscriptMessage::State::Complete:
            if (message.cachedAge) {
                state = tr("cached \u00B7 %1").arg(ageText(*message.cachedAge));
                ink = m_style.cached;
            } else if (message.duration) {
                state = tr("finished in %1").arg(durationText(*message.duration));
            }
            break;
        }
    }
    m_state->setText(state);
    inkLabel(m_state, ink);
    tick();
}

void CompareColumn::tick()
{
    std::array<QString, 3> values = {dash(), dash(), dash()};
    std::array<QString, 3> names = {tr("tokens/s"), tr("cost"), tr("first text")};
    if (m_model.rowCount() > 0) {
        const TranscriptMessage &message = m_model.message(0);
        std::optional<std::chrono::milliseconds> end = message.duration;
        std::optional<qint64> tokens = message.outputTokens;
        if (isLive() && message.sentAt) {
            end = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic()
                                                                        - *message.sentAt);
            tokens =
                tokens.value_or(estimatedTokens(message.text.size() + message.reasoning.size()));
        }
        if (!message.cachedAge)
            values[Speed] = orDash(tokensPerSecond(tokens, message.firstText, end));
        values[Cost] = costText(message.costMicroUsd);
        if (message.savedMicroUsd)
            names[Cost] = tr("saved %1").arg(costText(message.savedMicroUsd));
        if (message.firstText)
            values[FirstText] = durationText(*message.firstText);
    }
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures.at(i).value->setText(values.at(i));
        m_figures.at(i).name->setText(names.at(i));
    }
    const bool hasSaved = m_model.rowCount() > 0 && m_model.message(0).savedMicroUsd;
    inkLabel(m_figures[Cost].name, hasSaved ? m_style.cached : m_style.text3);
}

void CompareColumn::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.border);
    painter.setBrush(m_style.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                            m_style.cardRadius);
    const int line = m_style.hairline;
    painter.fillRect(QRect(0, m_head->geometry().bottom() + 1 - line, width(), line),
                     m_style.border);
    painter.fillRect(QRect(0, m_foot->y(), width(), line), m_style.border);
}

} // namespace kagura
