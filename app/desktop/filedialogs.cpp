// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/filedialogs.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// "Markdown (*.md)" to "md".
QString suffixOf(const QString &filter)
{
    return filter.section(u"*."_s, 1).section(u')', 0, 0);
}

} // namespace

FileDialogs::FileDialogs(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{}

void FileDialogs::chooseImport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Import conversations"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setNameFilters(
        {tr("Exports of other programs (*.zip *.json *.chat)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &FileDialogs::importChosen);
    dialog->open();
}

void FileDialogs::chooseExport(const QString &conversation)
{
    auto *dialog = new QFileDialog(&m_window,
                                   conversation.isEmpty() ? tr("Export all conversations")
                                                          : tr("Export this conversation"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QStringList filters = {tr("Markdown (*.md)"), tr("Web page (*.html)"), tr("PDF (*.pdf)"),
                                 tr("JSON, nothing lost (*.json)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(filters.constFirst()));
    dialog->selectFile(conversation.isEmpty() ? tr("conversations") : tr("conversation"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, conversation](const QString &path) { Q_EMIT exportChosen(conversation, path); });
    dialog->open();
}

} // namespace kagura
