// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/exchange/conversationimport.h"

#include <QStringList>

#include <memory>

class QCommandLineParser;

namespace kagura {

class ChatStorage;
class Services;

struct ImportArguments
{
    QStringList paths = {};
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<ImportArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli import FILE…`: brings in the exports of other programs, each file whole or not at all.
class ImportCommand final : public Command
{
    Q_OBJECT

public:
    ImportCommand(Services &services, ImportArguments arguments, QObject *parent = nullptr);
    ~ImportCommand() override;

    void start() override;
    void interrupt() override;

private:
    void tell(const ImportedFile &file) const;
    void fail(const Error &error);
    void end();

    Services &m_services;
    ImportArguments m_arguments;
    std::unique_ptr<ChatStorage> m_storage;
    std::unique_ptr<ConversationImport> m_import; // last: it writes into the storage
};

} // namespace kagura
