// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandpalette.h"

#include "ui/shell/commanddelegate.h"
#include "ui/shell/commandmodel.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal CardWidth = 560;
constexpr qreal CardTop = 72;
constexpr qreal InputHeight = 48;
constexpr int MostRows = 9;

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : FloatingCard(parent)
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("All commands"));
    m_model = new CommandModel(this);
    m_delegate = new CommandDelegate(this);
    m_input = new QLineEdit(this);
    m_input->setObjectName(u"commandInput"_s);
    m_input->setAccessibleName(tr("Command"));
    m_input->setPlaceholderText(tr("Type a command…"));
    m_input->setFrame(false);
    m_input->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false); // the card is round
    m_none =
        new Label({TypeSize::Body, ColorToken::Text3}, tr("No command has these letters."), this);
    m_none->setObjectName(u"noCommand"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(0);
    rows->addWidget(m_input);
    m_gap = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    rows->addSpacerItem(m_gap);
    rows->addWidget(m_list);
    rows->addWidget(m_none);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::setTyped);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    CommandPalette::setTheme(theme());
    hide();
}

void CommandPalette::setTheme(const Theme &theme)
{
    FloatingCard::setTheme(theme);
    m_delegate->setTheme(theme);
    m_none->setTheme(theme);
    const int line = theme.px(Measure::Hairline);
    const int pad = theme.px(Space::Large);
    layout()->setContentsMargins(line, line, line, theme.px(Space::Tight));
    m_input->setFixedHeight(theme.px(InputHeight));
    m_input->setFont(theme.font(TypeSize::Reading));
    m_input->setTextMargins(pad - 2, 0, pad, 0);
    m_gap->changeSize(0, theme.px(Space::Tight), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_none->setContentsMargins(pad, theme.px(Space::Small), pad, theme.px(Space::Small));
    if (isVisible())
        place();
}

void CommandPalette::setCommands(const QList<QAction *> &commands)
{
    m_commands = commands;
}

void CommandPalette::open()
{
    if (isVisible()) {
        m_input->setFocus();
        return;
    }
    m_before = QApplication::focusWidget();
    m_model->setCommands(m_commands);
    m_input->clear();
    setTyped({});
    show();
    raise();
    m_input->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = m_input->hasFocus();
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const Theme &looks = theme();
    const int margin = reach(looks);
    const int rowHeight = m_delegate->sizeHint({}, {}).height();
    const int top = looks.px(CardTop);
    const int room = parentWidget()->height() - top - looks.px(InputHeight) - looks.px(Space::Wide);
    const int most = std::max(1, std::min(MostRows, room / rowHeight));
    const int rows = m_model->rowCount();
    m_list->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    m_list->setFixedHeight(std::min(rows, most) * rowHeight);
    const int width =
        std::min(looks.px(CardWidth), parentWidget()->width() - looks.px(Space::Huge));
    resize(width + 2 * margin, sizeHint().height());
    move((parentWidget()->width() - this->width()) / 2, top - margin);
}

void CommandPalette::setTyped(const QString &typed)
{
    m_model->setTyped(typed);
    m_list->setCurrentIndex(m_model->index(0));
    step(0);
    place();
}

// The focus stays in the field, so the field tells a screen reader which command Enter would run.
void CommandPalette::step(int by)
{
    const int last = m_model->rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, last));
    m_list->setCurrentIndex(m_model->index(row));
    m_input->setAccessibleDescription(m_list->currentIndex().data().toString());
}

void CommandPalette::runCurrent()
{
    QAction *command = m_model->commandAt(m_list->currentIndex());
    if (command == nullptr)
        return;
    close();
    command->trigger();
}

bool CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(MostRows);
        return true;
    case Qt::Key_PageUp:
        step(-MostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        close();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && isVisible()) {
        if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        // Esc is also the window's key for Stop; here it only closes.
        if (event->type() == QEvent::ShortcutOverride
            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
            && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            close();
    }
    if (event->type() == QEvent::MouseButtonPress && isVisible() && watched->isWidgetType()) {
        const auto *pressed = static_cast<QWidget *>(watched);
        if (pressed->window() == window() && pressed != this && !isAncestorOf(pressed))
            close();
    }
    if (event->type() == QEvent::Resize && watched == parentWidget() && isVisible())
        place();
    return FloatingCard::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    FloatingCard::paintEvent(event);
    QPainter painter(this);
    const int margin = reach(theme());
    const int line = theme().px(Measure::Hairline);
    painter.fillRect(margin + line, m_input->geometry().bottom() + 1 - line,
                     width() - 2 * (margin + line), line, theme().color(ColorToken::Border));
}

} // namespace kagura
