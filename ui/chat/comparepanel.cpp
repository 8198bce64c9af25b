// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/comparepanel.h"

#include "ui/chat/comparecolumn.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/transcriptview.h"
#include "ui/theme/buttonrole.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds figureStep{500};
constexpr int longestQuestion = 2000; // of which more is not shown above the columns

} // namespace

ComparePanel::ComparePanel(ModelListModel &choices,
                           FrameClock &frames,
                           const Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_frames(frames)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("comparePanel"));
    setAccessibleName(tr("Comparison"));
    build();
    m_figures.setInterval(figureStep);
    connect(&m_figures, &QTimer::timeout, this, [this] {
        for (CompareColumn *column : std::as_const(m_columns)) {
            if (column->isLive())
                column->tick();
        }
    });
    for (int i = 0; i < int(mostModels); ++i) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this);
        key->setContext(Qt::WindowShortcut);
        connect(key, &QShortcut::activated, this, [this, i] {
            if (i < m_columns.size())
                m_columns.at(i)->transcript().setFocus(Qt::ShortcutFocusReason);
        });
    }
}

void ComparePanel::build()
{
    m_question = new QLabel(this);
    m_question->setObjectName(QStringLiteral("compareQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_hint = new QLabel(tr("Choose the models below, and ask them all at once."), this);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    auto *body = new QWidget(this);
    m_row = new QHBoxLayout(body);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(body);
    m_bar = new QWidget(this);
    m_bar->setObjectName(QStringLiteral("compareRecipients"));
    m_bar->setAccessibleName(tr("Models that are asked"));
    m_to = new QLabel(tr("To"), m_bar);
    m_add = new QPushButton(tr("Add a model"), m_bar);
    m_add->setObjectName(QStringLiteral("compareAdd"));
    setButtonRole(m_add, ButtonRole::Quiet);
    m_leave = new QPushButton(tr("Leave the comparison"), m_bar);
    m_leave->setObjectName(QStringLiteral("compareLeave"));
    setButtonRole(m_leave, ButtonRole::Quiet);
    m_chips = new QHBoxLayout(m_bar);
    m_chips->addWidget(m_to);
    m_chips->addWidget(m_add);
    m_chips->addStretch(1);
    m_chips->addWidget(m_leave);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_hint, 1);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_bar);
    m_question->hide();
    m_scroll->hide();
    connect(m_add, &QPushButton::clicked, this, &ComparePanel::addModel);
    connect(m_leave, &QPushButton::clicked, this, &ComparePanel::leaveRequested);
}

void ComparePanel::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    layout()->setContentsMargins(style.wide, style.pad, style.wide, 0);
    layout()->setSpacing(style.cardPad);
    m_row->setSpacing(style.cardPad);
    m_question->setFont(style.textFont);
    m_question->setContentsMargins(style.bubblePadX, style.bubblePadY, style.bubblePadX,
                                   style.bubblePadY);
    inkLabel(m_question, style.text);
    m_hint->setFont(style.textFont);
    inkLabel(m_hint, style.text2);
    QPalette ground = m_scroll->palette();
    ground.setColor(QPalette::Window, style.ground);
    m_scroll->setPalette(ground);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(style.gap);
    m_to->setFont(style.labelFont);
    inkLabel(m_to, style.text2);
    m_add->setIcon(style.icons.value(QStringLiteral("plus")));
    for (CompareColumn *column : std::as_const(m_columns))
        dressColumn(column);
    refreshChips();
}

void ComparePanel::setModels(const QList<ModelChoice> &models)
{
    m_models = models.mid(0, mostModels);
    refreshChips();
    Q_EMIT modelsChanged();
}

QPushButton *ComparePanel::addChip(const ModelChoice &choice)
{
    const QString name = DisplayText::line(choice.title);
    auto *chip = new QPushButton(name, m_bar);
    chip->setObjectName(QStringLiteral("compareChip"));
    chip->setAccessibleName(tr("Do not ask %1").arg(name));
    chip->setToolTip(tr("Takes it out of the comparison"));
    chip->setIcon(m_style.icons.value(QStringLiteral("cross")));
    chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the name
    chip->setEnabled(!m_isBusy);
    m_chips->insertWidget(m_chips->indexOf(m_add), chip);
    connect(chip, &QPushButton::clicked, this, [this, choice] {
        QList<ModelChoice> others = m_models;
        others.removeOne(choice);
        m_add->setFocus(Qt::OtherFocusReason);
        setModels(others);
    });
    return chip;
}

void ComparePanel::refreshChips()
{
    for (QPushButton *chip : std::exchange(m_chipButtons, {})) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was pressed
    }
    for (const ModelChoice &choice : std::as_const(m_models))
        m_chipButtons.append(addChip(choice));
    orderTabs();
    m_add->setEnabled(!m_isBusy && m_models.size() < mostModels);
    m_leave->setEnabled(!m_isBusy);
}

void ComparePanel::setTabsAfter(QWidget *widget)
{
    m_before = widget;
    orderTabs();
}

// Qt puts what is made later at the end of the whole window.
void ComparePanel::orderTabs()
{
    if (!m_before)
        return;
    QList<QWidget *> order = {m_before};
    for (const CompareColumn *column : std::as_const(m_columns))
        order.append({&column->button(), &column->transcript()});
    for (QPushButton *chip : std::as_const(m_chipButtons))
        order.append(chip);
    order.append({m_add, m_leave});
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ComparePanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_question->isHidden())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.bubble);
    painter.drawRoundedRect(m_question->geometry(), m_style.cardRadius, m_style.cardRadius);
}

void ComparePanel::addModel()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ModelChoice &choice : m_choices.choices()) {
        if (choice.isEmpty())
            continue; // a note of a provider
        QAction *action = menu->addAction(
            QStringLiteral("%1 \u00B7 %2")
                .arg(DisplayText::line(choice.title), DisplayText::line(choice.providerTitle)));
        action->setEnabled(!m_models.contains(choice));
        connect(action, &QAction::triggered, this,
                [this, choice] { setModels(m_models + QList<ModelChoice>{choice}); });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ComparePanel::dressColumn(CompareColumn *column)
{
    if (m_style.column > 0)
        column->setChatStyle(m_style);
}

void ComparePanel::begin(const QString &question)
{
    reset();
    m_question->setText(DisplayText::of(question.left(longestQuestion)));
    m_question->show();
    m_hint->hide();
    m_scroll->show();
    for (const ModelChoice &choice : std::as_const(m_models)) {
        auto *column = new CompareColumn(choice, m_frames, m_clock, m_scroll->widget());
        connect(column, &CompareColumn::stopRequested, this, &ComparePanel::stopRequested);
        connect(column, &CompareColumn::promoteRequested, this, &ComparePanel::promoteRequested);
        connect(&column->transcript(), &TranscriptView::inspectRequested, this,
                &ComparePanel::inspectRequested);
        connect(&column->transcript(), &TranscriptView::copied, this, &ComparePanel::copied);
        dressColumn(column);
        m_row->addWidget(column, 1);
        m_columns.append(column);
    }
    orderTabs();
}

void ComparePanel::reset()
{
    qDeleteAll(std::exchange(m_columns, {}));
    m_question->hide();
    m_scroll->hide();
    m_hint->show();
}

CompareColumn *ComparePanel::columnOf(const QString &answer) const
{
    const auto found =
        std::find_if(m_columns.cbegin(), m_columns.cend(),
                     [&answer](const CompareColumn *column) { return column->answer() == answer; });
    return found == m_columns.cend() ? nullptr : *found;
}

void ComparePanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    if (isBusy)
        m_figures.start();
    else
        m_figures.stop();
    refreshChips();
}

} // namespace kagura
