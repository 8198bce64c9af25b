// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/llm/modellistreply.h"

#include <QString>

#include <memory>
#include <vector>

namespace kagura {

class LocalProbe;
class Services;

struct ModelsArguments
{
    QString provider; //!< empty: all of them, and the local servers that are found
    bool json = false;
};

//! `kagura-cli models`: what can be called, by asking every provider at once.
class ModelsCommand final : public Command
{
    Q_OBJECT

public:
    ModelsCommand(Services &services, ModelsArguments arguments, QObject *parent = nullptr);
    ~ModelsCommand() override;

    void start() override;
    void interrupt() override;

private:
    void askAll();
    void ask(const QString &provider);
    void print(const QString &provider, const ModelListReply &reply);
    void settleOne(bool succeeded);

    Services &m_services;
    ModelsArguments m_arguments;
    std::unique_ptr<LocalProbe> m_probe;
    std::vector<std::unique_ptr<ModelListReply>> m_replies;
    int m_open = 0;
    int m_succeeded = 0;
    bool m_isFinished = false;
};

} // namespace kagura
