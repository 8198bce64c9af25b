// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/filedesk.h"

#include "app/desktop/pdffile.h"
#include "core/async/runthen.h"
#include "core/exchange/conversationexport.h"
#include "core/exchange/conversationimport.h"
#include "core/exchange/htmlwriter.h"

#include <QFileInfo>

#include <memory>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

//! The conversations alone, without the head of a page for browsers.
class BodyWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray begin() override { return {}; }
    [[nodiscard]] QByteArray conversation(const ConversationTree &tree) override
    {
        return m_html.conversation(tree);
    }
    [[nodiscard]] QByteArray end() override { return {}; }

private:
    HtmlWriter m_html;
};

} // namespace

FileDesk::FileDesk(QObject *parent)
    : QObject(parent)
{}

FileDesk::~FileDesk() = default;

void FileDesk::start(ConversationStore &store, const Clock &clock)
{
    m_store = &store;
    m_clock = &clock;
}

void FileDesk::import(const QStringList &paths)
{
    if (!m_store || paths.isEmpty())
        return;
    auto *import = new ConversationImport(*m_store, paths, this);
    connect(import, &Handle::finished, this, [this, import] {
        Q_EMIT notice(importWords(*import));
        import->deleteLater();
    });
}

QString FileDesk::importWords(const ConversationImport &import)
{
    QStringList words;
    const InsertedTrees inserted = import.inserted();
    if (inserted.added > 0)
        words.append(inserted.added == 1
                         ? tr("1 conversation imported")
                         : tr("%n conversations imported", nullptr, inserted.added));
    if (inserted.extended > 0)
        words.append(tr("brought up to date: %1").arg(inserted.extended));
    if (inserted.unchanged > 0)
        words.append(tr("already there: %1").arg(inserted.unchanged));
    const SkipTally skipped = import.skipped();
    if (skipped.total() > 0)
        words.append(tr("%n left out: %1", nullptr, skipped.total()).arg(skipped.words()));
    QStringList failures;
    for (const ImportedFile &file : import.files()) {
        if (file.failure)
            failures.append(file.failure->message);
    }
    QString text = words.join(tr(", "));
    if (!failures.isEmpty())
        text = (text.isEmpty() ? QString() : text + u". "_s)
            + tr("Not imported: %1").arg(failures.join(tr("; ")));
    return text.isEmpty() ? tr("There were no conversations in it.") : text;
}

void FileDesk::exportTo(const QStringList &conversations, const QString &path)
{
    if (!m_store)
        return;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "pdf"_L1)
        writePages(conversations, path);
    else if (exportFormatFromName(suffix))
        writeText(conversations, path, *exportFormatFromName(suffix));
    else
        Q_EMIT notice(
            tr("%1 is not written: let the name end in .md, .html, .pdf or .json.").arg(path));
}

void FileDesk::writeText(const QStringList &conversations, const QString &path, ExportFormat format)
{
    const auto file = std::make_shared<ExportFile>(path);
    auto *job = new ConversationExport(
        *m_store, conversations, ConversationWriter::make(format, m_clock->wall()),
        [file](const QByteArray &bytes) { return file->write(bytes); }, this);
    connect(job, &Handle::finished, this, [this, job, file, path] {
        tellWritten(job->failure() ? Result<void>(*job->failure()) : file->finish(), job->count(),
                    path);
        job->deleteLater();
    });
}

void FileDesk::writePages(const QStringList &conversations, const QString &path)
{
    const auto html = std::make_shared<QByteArray>();
    auto *job = new ConversationExport(
        *m_store, conversations, std::make_unique<BodyWriter>(),
        [html](const QByteArray &bytes) {
            html->append(bytes);
            return Result<void>();
        },
        this);
    connect(job, &Handle::finished, this, [this, job, html, path] {
        const int count = job->count();
        job->deleteLater();
        if (job->failure()) {
            tellWritten(*job->failure(), count, path);
            return;
        }
        runThen(
            this,
            [html, path] {
                return writePdf(QString::fromUtf8(*html), QFileInfo(path).completeBaseName(), path);
            },
            [this, count, path](const Result<void> &done) { tellWritten(done, count, path); });
    });
}

void FileDesk::tellWritten(const Result<void> &done, int count, const QString &path)
{
    if (!done)
        Q_EMIT notice(done.error().message);
    else if (count == 1)
        Q_EMIT notice(tr("The conversation is in %1").arg(path));
    else
        Q_EMIT notice(tr("%n conversations are in %1", nullptr, count).arg(path));
}

} // namespace kagura
