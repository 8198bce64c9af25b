// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/providerconfig.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace kagura {

//! A model server on this machine.
struct LocalServer
{
    QString product; //!< "Ollama"; "OpenAI-compatible server" where only the dialect is certain
    QString providerName; //!< what a provider made from it is called: "ollama"
    QUrl baseUrl; //!< for ProviderConfig
    DialectId dialect = DialectId::OpenAiChat;
    QStringList models; //!< as it lists them; may be empty

    bool operator==(const LocalServer &) const = default;
};

//! What a port answered to one path.
struct LocalAnswer
{
    int status = 0; //!< 0: no HTTP answer
    QByteArray server; //!< the Server header
    QByteArray body;

    bool operator==(const LocalAnswer &) const = default;
};

using LocalAnswers = QMap<QString, LocalAnswer>; //!< by path

//! The path that any server is asked first, and those that tell the rest apart.
[[nodiscard]] QStringList firstProbePaths();
[[nodiscard]] QStringList secondProbePaths();

//! Which server speaks there, judged by its answers alone; empty where it is none that we can use.
[[nodiscard]] std::optional<LocalServer> identifyServer(int port, const LocalAnswers &answers);

//! A provider that calls that server: no key, no proxy, patient with a model that must load first.
[[nodiscard]] ProviderConfig providerFor(const LocalServer &server);

} // namespace kagura
