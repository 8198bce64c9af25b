// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/codesaver.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace kagura {

CodeSaver::CodeSaver(QWidget &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{}

void CodeSaver::ask(const QString &code, const QString &name)
{
    auto *dialog = new QFileDialog(&m_page, tr("Save code"));
    dialog->setObjectName(QStringLiteral("saveCodeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QFileInfo(name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, code](const QString &path) { write(code, path); });
    dialog->open();
}

bool CodeSaver::write(const QString &code, const QString &path)
{
    QSaveFile file(path);
    QByteArray bytes = code.toUtf8();
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    const QString name = QFileInfo(path).fileName();
    Q_EMIT notified(isWritten ? tr("Saved as %1").arg(name)
                              : tr("%1 could not be saved: %2. Choose another folder.")
                                    .arg(name, file.errorString()));
    return isWritten;
}

} // namespace kagura
