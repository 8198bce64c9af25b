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

QFileDialog *FileDialogs::openSaving(const QString &name, const QString &title)
{
    auto *dialog = new QFileDialog(&m_window, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return dialog;
}

void FileDialogs::chooseReport()
{
    QFileDialog *dialog = openSaving(u"reportDialog"_s, tr("Save a report for whoever helps"));
    dialog->setNameFilters({tr("Text (*.txt)")});
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"kagura-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &FileDialogs::reportChosen);
    dialog->open();
}

void FileDialogs::chooseExport(const QStringList &conversations)
{
    const auto count = int(conversations.size());
    const QString title = count == 0 ? tr("Export all conversations")
        : count == 1                 ? tr("Export this conversation")
                                     : tr("Export %n conversations", nullptr, count);
    QFileDialog *dialog = openSaving(u"exportDialog"_s, title);
    const QStringList filters = {tr("Markdown (*.md)"), tr("Web page (*.html)"), tr("PDF (*.pdf)"),
                                 tr("JSON, nothing lost (*.json)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(filters.constFirst()));
    dialog->selectFile(conversations.size() == 1 ? tr("conversation") : tr("conversations"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, conversations](const QString &path) {
        Q_EMIT exportChosen(conversations, path);
    });
    dialog->open();
}

} // namespace kagura
