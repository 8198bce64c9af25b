// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <memory>

namespace kagura {

class ChatReply;
class LocalProbe;
class Services;

//! What one look at something that a first answer needs has found, and what to do about what is missing.
struct CheckFinding
{
    enum class Verdict : std::uint8_t { Good, Note, Bad };

    Verdict verdict = Verdict::Good;
    QString subject; //!< "data folder"
    QString found;

    [[nodiscard]] QString word() const; //!< "ok", "note" or "fault"

    bool operator==(const CheckFinding &) const = default;
};

//! Looks at everything that a first answer needs. Changes nothing, and calls no provider that costs money.
//!
//! Thread: the engine thread. Lifetime: the caller's; the services outlive it. Errors: Cancelled only;
//! a fault that was found is a finding.
class Checkup final : public Handle
{
    Q_OBJECT

public:
    explicit Checkup(Services &services, QObject *parent = nullptr);
    ~Checkup() override;

    [[nodiscard]] const QList<CheckFinding> &findings() const { return m_findings; }
    [[nodiscard]] bool hasFault() const;

    void cancel() override;

Q_SIGNALS:
    void found(const kagura::CheckFinding &finding);

private:
    using Verdict = CheckFinding::Verdict;

    void start();
    void report(Verdict verdict, const QString &subject, const QString &what);
    void checkDataFolder();
    void checkSettings();
    void checkTls();
    void checkProxy();
    void checkEnvironmentKeys();
    void checkKeychain();
    void checkLocalServers();
    void checkGuide();
    void checkTeamCache();
    void finishOne();

    Services &m_services;
    QList<CheckFinding> m_findings;
    std::unique_ptr<LocalProbe> m_probe;
    std::unique_ptr<ChatReply> m_guideReply;
    int m_open = 0;
};

} // namespace kagura
