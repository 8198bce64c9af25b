// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/secretstore.h"

#include <QMap>

namespace kagura {

//! Keys for this session: where there is no keyring, and for whoever wants none. Its state is always
//! SessionOnly, so that nobody takes it for storage.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit MemorySecretStore(QObject *parent = nullptr);
    ~MemorySecretStore() override;

    [[nodiscard]] std::unique_ptr<SecretReply> read(const QString &name) override;
    [[nodiscard]] std::unique_ptr<SecretReply> write(const QString &name,
                                                     const Secret &secret) override;
    [[nodiscard]] std::unique_ptr<SecretReply> remove(const QString &name) override;
    [[nodiscard]] QStringList names() const override { return m_secrets.keys(); }

    [[nodiscard]] Secret secret(const QString &name) const { return m_secrets.value(name); }

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace kagura
