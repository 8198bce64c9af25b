// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/exchange/conversationwriter.h"

#include <QString>

#include <memory>

class QCommandLineParser;

namespace kagura {

class ChatStorage;
class ConversationExport;
class ExportFile;
class Services;

struct ExportArguments
{
    ExportFormat format = ExportFormat::Markdown;
    QString conversation = {}; //!< an id, or "last"; empty: all
    QString path = {}; //!< empty: standard output
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<ExportArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli export`: conversations as Markdown, HTML or JSON, into a file or to standard output. A
//! file is whole or as it was before.
class ExportCommand final : public Command
{
    Q_OBJECT

public:
    ExportCommand(Services &services, ExportArguments arguments, QObject *parent = nullptr);
    ~ExportCommand() override;

    void start() override;
    void interrupt() override;

private:
    void write(const QStringList &ids);
    [[nodiscard]] Result<void> take(const QByteArray &bytes);
    void end();
    void fail(const Error &error);

    Services &m_services;
    ExportArguments m_arguments;
    std::unique_ptr<ChatStorage> m_storage;
    std::unique_ptr<ExportFile> m_file;
    std::unique_ptr<ConversationExport> m_export; // last: it reads from the storage
};

} // namespace kagura
