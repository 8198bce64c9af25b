// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/erasedialog.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kagura {

EraseDialog::EraseDialog(const QString &title, const ChatStyle &style, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("eraseDialog"));
    setWindowTitle(tr("Erase for good?"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style.wide, style.wide, style.wide, style.wide);
    column->setSpacing(style.gap);
    const auto add = [&](const QString &text, const QFont &font, const QColor &ink) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(font);
        inkLabel(label, ink);
        column->addWidget(label);
    };
    add(windowTitle(), style.titleFont, style.text);
    add(DisplayText::line(title), style.labelStrongFont, style.text);
    add(tr("This erases every version of its messages, its files and its draft, the answers that "
           "the cache keeps of it, and all backups on this computer: a fresh one takes their "
           "place. It cannot be undone."),
        style.labelFont, style.text2);
    add(tr("Files that you exported, and what providers keep, are not touched."), style.labelFont,
        style.text2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *erase = buttons->addButton(tr("Erase"), QDialogButtonBox::AcceptRole);
    erase->setObjectName(QStringLiteral("erase"));
    setButtonRole(erase, ButtonRole::Danger);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    column->addSpacing(style.gap);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(style.column * 3 / 5);
}

} // namespace kagura
