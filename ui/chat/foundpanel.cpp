// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/foundpanel.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kagura {
namespace {

constexpr int cellsInRow = 2; // beside the way to paste a key

} // namespace

FoundPanel::FoundPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("found"));
    setAccessibleName(tr("Found on this computer"));
    m_label = new QLabel(this);
    m_label->setObjectName(QStringLiteral("foundLabel"));
    m_strip = new QWidget(this);
    m_strip->setObjectName(QStringLiteral("foundStrip"));
    m_grid = new QGridLayout(m_strip);
    m_grid->setSpacing(0);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_note =
        new QLabel(tr("The Guide has no language model: it answers questions about Kagura from the "
                      "manual, and nothing leaves this computer."),
                   this);
    m_noteIcon = new QLabel(this);
    m_noteIcon->setObjectName(QStringLiteral("guideNoteIcon"));
    m_note->setObjectName(QStringLiteral("guideNote"));
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_label);
    column->addWidget(m_strip);
    auto *note = new QHBoxLayout;
    note->setSpacing(0);
    note->addWidget(m_noteIcon, 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    column->addLayout(note);
    rebuild();
}

void FoundPanel::setFound(const QList<FoundModel> &found)
{
    if (found == m_found)
        return;
    m_found = found;
    rebuild();
}

void FoundPanel::rebuild()
{
    // deleteLater: a cell's own button may be what led here.
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_label->setText(m_found.isEmpty() ? tr("Connect a model") : tr("Found on this computer"));
    int number = 0;
    for (const FoundModel &found : std::as_const(m_found)) {
        QWidget *cell = makeCell(found);
        m_grid->addWidget(cell, number / cellsInRow, number % cellsInRow);
        m_grid->setColumnStretch(number % cellsInRow, 1);
        ++number;
    }
    const int rows = std::max(1, (number + cellsInRow - 1) / cellsInRow);
    m_grid->addWidget(makePasteCell(), 0, cellsInRow, rows, 1);
    m_strip->updateGeometry();
    update();
    Q_EMIT rebuilt();
}

QWidget *FoundPanel::makeCell(const FoundModel &found)
{
    const bool isKey = found.kind == FoundModel::Kind::EnvironmentKey;
    auto *cell = new QWidget(m_strip);
    cell->setObjectName(QStringLiteral("foundCell"));
    cell->setFixedHeight(m_style.foundRow);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(m_style.listPad, 0, m_style.cardPad, 0);
    row->setSpacing(m_style.gap);
    if (!m_style.icons.isEmpty()) {
        auto *icon = new QLabel(cell);
        icon->setObjectName(QStringLiteral("foundIcon"));
        icon->setPixmap((isKey ? m_style.icons.value(QStringLiteral("terminal"))
                               : m_style.icons.value(QStringLiteral("server")))
                            .pixmap(QSize(m_style.icon, m_style.icon)));
        row->addWidget(icon);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(DisplayText::line(found.title), cell);
    title->setObjectName(QStringLiteral("foundTitle"));
    title->setTextFormat(Qt::PlainText);
    title->setFont(isKey ? m_style.codeFont : m_style.labelMediumFont);
    title->setMinimumWidth(1);
    auto *place = new QLabel(
        isKey ? tr("in your environment") : tr("at %1").arg(DisplayText::line(found.place)), cell);
    place->setObjectName(QStringLiteral("foundPlace"));
    place->setTextFormat(Qt::PlainText);
    place->setFont(m_style.smallFont);
    inkLabel(place, m_style.text2);
    inkLabel(title, m_style.text);
    place->setMinimumWidth(1);
    words->addStretch();
    words->addWidget(title);
    words->addWidget(place);
    words->addStretch();
    row->addLayout(words, 1);
    auto *use = new QPushButton(tr("Use"), cell);
    use->setObjectName(QStringLiteral("useFound"));
    use->setAccessibleName(tr("Use %1").arg(title->text()));
    row->addWidget(use);
    connect(use, &QPushButton::clicked, this, [this, id = found.id] { Q_EMIT used(id); });
    return cell;
}

QWidget *FoundPanel::makePasteCell()
{
    auto *cell = new QWidget(m_strip);
    cell->setObjectName(QStringLiteral("pasteCell"));
    cell->setMinimumHeight(m_style.foundRow);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(m_style.listPad, 0, m_style.listPad, 0);
    auto *paste = new QPushButton(tr("Paste a key\u2026"), cell);
    paste->setObjectName(QStringLiteral("pasteKey"));
    paste->setAccessibleName(tr("Paste a key"));
    paste->setIcon(m_style.keyIcon);
    setButtonRole(paste, ButtonRole::Link);
    row->addWidget(paste, 0, Qt::AlignCenter);
    connect(paste, &QPushButton::clicked, this, &FoundPanel::pasteKeyRequested);
    return cell;
}

void FoundPanel::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_label->setFont(style.smallMediumFont);
    inkLabel(m_label, style.text2);
    m_label->setContentsMargins(0, style.wide / 2, 0, style.gap);
    m_note->setFont(style.smallFont);
    inkLabel(m_note, style.text2);
    m_noteIcon->setPixmap(
        style.icons.value(QStringLiteral("book")).pixmap(QSize(style.icon, style.icon)));
    m_noteIcon->setContentsMargins(style.listPad - 2, 2 * style.gap, style.gap + 2, 0);
    m_note->setContentsMargins(0, 2 * style.gap, 0, 0);
    rebuild();
}

void FoundPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.border);
    painter.setBrush(m_style.page);
    const QRect strip = m_strip->geometry();
    painter.drawRoundedRect(QRectF(strip).adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                            m_style.cardRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < m_grid->count(); ++i) {
        const QRect cell = m_grid->itemAt(i)->geometry().translated(strip.topLeft());
        if (cell.left() > strip.left())
            painter.drawLine(cell.left(), cell.top() + 1, cell.left(), cell.bottom() - 1);
        if (cell.top() > strip.top())
            painter.drawLine(cell.left(), cell.top(), cell.right(), cell.top());
    }
}

} // namespace kagura
