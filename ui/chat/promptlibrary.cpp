// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/promptlibrary.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace kagura {
namespace {

constexpr qreal widthOfColumn = 1.0; // of the text of a conversation
constexpr qreal heightOfWidth = 0.62;
constexpr int namesShare = 3; // of the width, to textShare
constexpr int textShare = 5;

} // namespace

PromptLibrary::PromptLibrary(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("promptLibrary"));
    setWindowTitle(tr("Prompt library"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        keep();
        showPrompt(row);
    });
    connect(m_new, &QPushButton::clicked, this, &PromptLibrary::begin);
    connect(m_remove, &QPushButton::clicked, this, &PromptLibrary::remove);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_wanted = m_removed->name;
        Q_EMIT restoreRequested(*std::exchange(m_removed, std::nullopt));
        refresh();
    });
    connect(m_import, &QPushButton::clicked, this, &PromptLibrary::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &PromptLibrary::chooseExport);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::editingFinished, this, &PromptLibrary::keep);
    m_text->installEventFilter(this);
    refresh();
}

void PromptLibrary::build()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("libraryNames"));
    m_list->setAccessibleName(tr("Prompts"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nameLabel = new QLabel(tr("&Name"), this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("promptName"));
    m_name->setAccessibleName(tr("Name of the prompt"));
    m_nameLabel->setBuddy(m_name);
    m_textLabel = new QLabel(tr("&Text"), this);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("promptText"));
    m_text->setAccessibleName(tr("Text of the prompt"));
    m_text->setTabChangesFocus(true);
    m_textLabel->setBuddy(m_text);
    m_hint = new QLabel(tr("What stands in double braces, as {{language}}, is asked for when the "
                           "prompt is used. Type / in a message to find it."),
                        this);
    m_hint->setWordWrap(true);
    m_new = addButton(QStringLiteral("newPrompt"), tr("New prompt"));
    m_remove = addButton(QStringLiteral("deletePrompt"), tr("Delete"));
    m_undo = addButton(QStringLiteral("restorePrompt"), tr("Undo"));
    m_import = addButton(QStringLiteral("importPrompts"), tr("Import\u2026"));
    m_export = addButton(QStringLiteral("exportPrompts"), tr("Export\u2026"));
    m_close = addButton(QStringLiteral("closeLibrary"), tr("Close"));
    setButtonRole(m_remove, ButtonRole::Quiet);
    setButtonRole(m_undo, ButtonRole::Link);
    setButtonRole(m_import, ButtonRole::Quiet);
    setButtonRole(m_export, ButtonRole::Quiet);
    m_new->setDefault(false);

    auto *names = new QVBoxLayout;
    names->addWidget(m_list, 1);
    names->addWidget(m_new);
    auto *edit = new QVBoxLayout;
    edit->addWidget(m_nameLabel);
    edit->addWidget(m_name);
    edit->addWidget(m_textLabel);
    edit->addWidget(m_text, 1);
    edit->addWidget(m_hint);
    auto *middle = new QHBoxLayout;
    middle->addLayout(names, namesShare);
    middle->addLayout(edit, textShare);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_import);
    buttons->addWidget(m_export);
    buttons->addWidget(m_undo);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    const QList<QWidget *> order = {m_list,   m_new,  m_name,   m_text, m_import,
                                    m_export, m_undo, m_remove, m_close};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QPushButton *PromptLibrary::addButton(const QString &name, const QString &words)
{
    auto *button = new QPushButton(words, this);
    button->setObjectName(name);
    button->setAccessibleName(words);
    button->setAutoDefault(false); // Enter in the name is no click
    return button;
}

void PromptLibrary::setChatStyle(const ChatStyle &style)
{
    layout()->setContentsMargins(style.pad, style.pad, style.pad, style.pad);
    layout()->setSpacing(style.pad);
    for (QPushButton *button : {m_new, m_remove, m_undo, m_import, m_export, m_close})
        button->setFixedHeight(style.button);
    m_name->setFixedHeight(style.button);
    m_text->setFont(style.labelFont);
    m_hint->setFont(style.smallFont);
    inkLabel(m_hint, style.text3);
    for (QLabel *label : {m_nameLabel, m_textLabel}) {
        label->setFont(style.labelFont);
        inkLabel(label, style.text2);
    }
    const int width = int(style.column * widthOfColumn);
    resize(width, int(width * heightOfWidth));
}

void PromptLibrary::setPrompts(const QList<Prompt> &prompts)
{
    m_prompts = prompts;
    const QString id = m_shown.id;
    const QString wanted = std::exchange(m_wanted, QString());
    int row = -1;
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Prompt &prompt : prompts) {
            m_list->addItem(DisplayText::line(prompt.name));
            const bool isMeant =
                id.isEmpty() || !wanted.isEmpty() ? prompt.name == wanted : prompt.id == id;
            if (isMeant)
                row = m_list->count() - 1;
        }
        m_list->setCurrentRow(row);
    }
    // What is being typed meanwhile is newer than what comes back.
    const bool isTyping = (m_name->hasFocus() || m_text->hasFocus()) && row >= 0;
    if (isTyping)
        m_shown = m_prompts.at(row);
    else if (row >= 0 || !id.isEmpty())
        showPrompt(row);
    refresh();
}

void PromptLibrary::showPrompt(int row)
{
    m_shown = m_prompts.value(row);
    m_name->setText(m_shown.name);
    m_text->setPlainText(m_shown.text);
    refresh();
}

void PromptLibrary::keep()
{
    Prompt written = m_shown;
    written.name = m_name->text().simplified();
    written.text = m_text->toPlainText();
    if (written == m_shown || written.name.isEmpty() || written.text.trimmed().isEmpty())
        return;
    if (written.id.isEmpty())
        m_wanted = written.name;
    m_shown.name = written.name; // asked for once
    m_shown.text = written.text;
    Q_EMIT saveRequested(written);
}

void PromptLibrary::begin()
{
    keep();
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(-1);
    }
    showPrompt(-1);
    m_name->setFocus(Qt::OtherFocusReason);
}

void PromptLibrary::remove()
{
    if (m_shown.id.isEmpty())
        return;
    m_removed = m_shown;
    m_name->clear();
    m_text->clear();
    Q_EMIT deleteRequested(*m_removed);
    refresh();
    m_undo->setFocus(Qt::OtherFocusReason);
}

void PromptLibrary::refresh()
{
    m_remove->setEnabled(!m_shown.id.isEmpty());
    m_export->setEnabled(!m_prompts.isEmpty());
    m_undo->setVisible(m_removed.has_value());
    if (m_removed)
        m_undo->setText(tr("Undo: deleted \u201c%1\u201d")
                            .arg(DisplayText::line(m_removed->name).left(40))
                            .replace(u'&', QStringLiteral("&&")));
}

bool PromptLibrary::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        keep();
    return QDialog::eventFilter(watched, event);
}

void PromptLibrary::done(int result)
{
    keep();
    QDialog::done(result);
}

void PromptLibrary::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import prompts"));
    dialog->setObjectName(QStringLiteral("importPromptsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Prompts (*.json *.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PromptLibrary::importRequested);
    dialog->open();
}

void PromptLibrary::chooseExport()
{
    keep();
    auto *dialog = new QFileDialog(this, tr("Export all prompts"));
    dialog->setObjectName(QStringLiteral("exportPromptsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Markdown (*.md)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(tr("prompts"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("*.json")) ? QStringLiteral("json")
                                                                           : QStringLiteral("md"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PromptLibrary::exportRequested);
    dialog->open();
}

} // namespace kagura
