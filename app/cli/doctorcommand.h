// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/json.h"
#include "core/llm/chatreply.h"
#include "core/settings/secretstore.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <memory>

namespace kagura {

class LocalProbe;
class Services;

//! `kagura-cli doctor`: looks at everything that a first answer needs, says what it found, and what to
//! do about what is missing. Changes nothing and calls no provider that costs money.
class DoctorCommand final : public Command
{
    Q_OBJECT

public:
    DoctorCommand(Services &services, bool json, QObject *parent = nullptr);
    ~DoctorCommand() override;

    void start() override;
    void interrupt() override;

private:
    enum class Verdict : std::uint8_t { Good, Note, Bad };

    void report(Verdict verdict, const QString &subject, const QString &found);
    void checkDataFolder();
    void checkSettings();
    void checkTls();
    void checkProxy();
    void checkEnvironmentKeys();
    void checkKeychain();
    void checkLocalServers();
    void checkGuide();
    void finishOne();

    Services &m_services;
    std::unique_ptr<LocalProbe> m_probe;
    std::unique_ptr<ChatReply> m_guideReply;
    int m_open = 0;
    bool m_json = false;
    bool m_foundFault = false;
    bool m_isFinished = false;
};

} // namespace kagura
