// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/outgrowndialog.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {
namespace {

constexpr int shownRows = 8;

} // namespace

OutgrownDialog::OutgrownDialog(const Outgrown &outgrown,
                               const QString &model,
                               const ChatStyle &style,
                               QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("outgrownDialog"));
    setWindowTitle(tr("More than the model can read"));
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
    const QLocale locale;
    add(windowTitle(), style.titleFont, style.text);
    add(tr("This conversation has about %1 tokens, and %2 reads %3 with its answer. Nothing is "
           "left out unless you say so.")
            .arg(locale.toString(outgrown.tokens), DisplayText::line(model),
                 locale.toString(outgrown.window)),
        style.labelFont, style.text2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *all = buttons->addButton(tr("Send everything"), QDialogButtonBox::ActionRole);
    all->setObjectName(QStringLiteral("sendEverything"));
    connect(all, &QPushButton::clicked, this, [this] { choose(OutgrownChoice::SendAll); });
    if (outgrown.dropped.isEmpty()) {
        add(tr("The last message alone is too long. Make it shorter, or choose a model that reads "
               "more."),
            style.labelFont, style.text2);
    } else {
        add(tr("Without these oldest messages it is about %1 tokens. They stay in the "
               "conversation:")
                .arg(locale.toString(outgrown.tokensWithout)),
            style.labelFont, style.text2);
        auto *list = new QListWidget(this);
        list->setObjectName(QStringLiteral("droppedMessages"));
        list->setAccessibleName(tr("Messages that would be left out"));
        list->setFont(style.labelFont);
        for (const Outgrown::Left &left : outgrown.dropped)
            list->addItem((left.role == Role::User ? tr("You: %1") : tr("Answer: %1"))
                              .arg(DisplayText::line(left.head)));
        const int rows = std::min(shownRows, list->count());
        list->setFixedHeight(rows * list->sizeHintForRow(0) + 2 * list->frameWidth() + style.gap);
        column->addWidget(list);
        QPushButton *drop =
            buttons->addButton(tr("Leave out %n message(s)", nullptr, int(outgrown.dropped.size())),
                               QDialogButtonBox::ActionRole);
        drop->setObjectName(QStringLiteral("dropOldest"));
        setButtonRole(drop, ButtonRole::Primary);
        drop->setDefault(true);
        connect(drop, &QPushButton::clicked, this, [this] { choose(OutgrownChoice::DropOldest); });
    }
    column->addSpacing(style.gap);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { Q_EMIT chosen(m_choice); });
    setMinimumWidth(style.column * 3 / 4);
}

void OutgrownDialog::choose(OutgrownChoice choice)
{
    m_choice = choice;
    accept();
}

} // namespace kagura
