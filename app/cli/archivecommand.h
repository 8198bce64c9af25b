// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/cache/archivetable.h"
#include "core/cache/cachequery.h"

#include <QHash>
#include <QStringList>

#include <memory>

class QCommandLineParser;

namespace kagura {

class CacheExport;
class CacheImport;
class ExportFile;
class Services;

//! What `kagura-cli cache export` and `cache import` ask for.
struct ArchiveArguments
{
    bool isImport = false;
    CacheQuery query;
    QString typed; //!< the query in words
    QString path; //!< empty: standard output
    ArchivedEntry::Content content = ArchivedEntry::Content::Whole;
    ArchiveTable::Conflicts conflicts = ArchiveTable::Conflicts::Keep;
    bool isAdopting = false; //!< answers are taken for those of the accounts here
    bool isDryRun = false;
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Whether what stands behind `cache` is for this command.
    [[nodiscard]] static bool areMeant(const QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<ArchiveArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli cache export` and `cache import`: kept answers as lines of JSON, packed by zstd, and back.
class ArchiveCommand final : public Command
{
    Q_OBJECT

public:
    ArchiveCommand(Services &services, ArchiveArguments arguments, QObject *parent = nullptr);
    ~ArchiveCommand() override;

    void start() override;
    void interrupt() override;

private:
    void startExport();
    void endExport();
    void findScopes(const QStringList &providers);
    void startImport();
    void endImport();
    void say(const Json &object, const QString &words) const;
    void fail(const Error &error);

    Services &m_services;
    ArchiveArguments m_arguments;
    QHash<QString, QString> m_scopes; //!< of the accounts here, by provider
    std::unique_ptr<ExportFile> m_file;
    std::unique_ptr<CacheExport> m_export;
    std::unique_ptr<CacheImport> m_import;
};

} // namespace kagura
