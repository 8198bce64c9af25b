// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/modelscommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/base/json.h"
#include "core/llm/localprobe.h"
#include "core/llm/vendorprovider.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Json orNull(const std::optional<qint64> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

} // namespace

ModelsCommand::ModelsCommand(Services &services, ModelsArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

ModelsCommand::~ModelsCommand() = default;

void ModelsCommand::start()
{
    if (!m_arguments.provider.isEmpty()) {
        m_open = 1;
        ask(m_arguments.provider);
        return;
    }
    m_probe = std::make_unique<LocalProbe>(m_services.transport(), LocalProbe::usualPorts());
    connect(m_probe.get(), &LocalProbe::found, this, [this](const LocalServer &server) {
        if (!m_services.providers().contains(server.providerName))
            m_services.providers().set(providerFor(server));
    });
    connect(m_probe.get(), &Handle::finished, this, &ModelsCommand::askAll);
}

void ModelsCommand::interrupt()
{
    if (!std::exchange(m_isFinished, true))
        Q_EMIT finished(ExitCancelled);
}

void ModelsCommand::askAll()
{
    const QList<ProviderConfig> configs = m_services.providers().configs();
    m_open = static_cast<int>(configs.size());
    for (const ProviderConfig &config : configs)
        ask(config.name);
}

void ModelsCommand::ask(const QString &provider)
{
    m_services.providers().prepareVendor(
        provider, this, [this, provider](const Result<VendorProvider *> &vendor) {
            if (!vendor) {
                terminal::writeError(u"%1: %2"_s.arg(provider, vendor.error().message));
                settleOne(false);
                return;
            }
            m_replies.push_back((*vendor)->listModels());
            ModelListReply *reply = m_replies.back().get();
            connect(reply, &Handle::finished, this, [this, provider, reply] {
                if (reply->failure())
                    terminal::writeError(u"%1: %2"_s.arg(provider, reply->failure()->message));
                else
                    print(provider, *reply);
                settleOne(!reply->failure());
            });
        });
}

void ModelsCommand::print(const QString &provider, const ModelListReply &reply)
{
    for (const ModelInfo &model : reply.models()) {
        if (m_arguments.json) {
            terminal::writeOut(
                dumpJson({{"provider", toJson(provider)},
                          {"model", toJson(model.id)},
                          {"display_name",
                           model.displayName.isEmpty() ? Json(nullptr) : toJson(model.displayName)},
                          {"context_tokens", orNull(model.contextTokens)},
                          {"output_tokens", orNull(model.outputTokens)}})
                + '\n');
        } else {
            terminal::writeOut(terminal::withoutControls(provider + u'/' + model.id).toUtf8()
                               + '\n');
        }
    }
}

void ModelsCommand::settleOne(bool succeeded)
{
    m_succeeded += succeeded ? 1 : 0;
    if (--m_open == 0 && !std::exchange(m_isFinished, true))
        Q_EMIT finished(m_succeeded > 0 ? ExitSucceeded : ExitFailed);
}

} // namespace kagura
