// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/keyringprobe.h"
#include "core/settings/secretstore.h"

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace kagura {

class Settings;

//! The keychain of the desktop through QtKeychain: Secret Service or KWallet on Linux.
//!
//! QtKeychain 0.13 answers "not found" for a locked keyring too, and one error for every absent one.
//! So a "not found" is never believed alone: the keyring itself is asked whether it is locked, and the
//! note in the settings that a key was stored stays until remove() has succeeded. QtKeychain's insecure
//! fallback, a plain text file, is never switched on.
//!
//! Thread: one thread for all objects of this class in a process: QtKeychain queues its jobs in the
//! first that used it. Lifetime: outlives its replies' use; the settings outlive it. Errors: see
//! SecretReply.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    //! How long the keyring may take. A prompt waits for a person, hence minutes.
    struct Patience
    {
        std::chrono::milliseconds quiet{700}; //!< then the reply is waiting()
        std::chrono::milliseconds total{180000}; //!< then it ends as Unavailable
        std::chrono::milliseconds probe{3000}; //!< for the question whether it is locked
    };

    explicit KeychainSecretStore(Settings &settings, QObject *parent = nullptr);
    KeychainSecretStore(Settings &settings, const Patience &patience, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    //! Asks the keyring for its state; stateChanged() follows if it is another. Nothing prompts.
    void refresh();

    [[nodiscard]] std::unique_ptr<SecretReply> read(const QString &name) override;
    [[nodiscard]] std::unique_ptr<SecretReply> write(const QString &name,
                                                     const Secret &secret) override;
    [[nodiscard]] std::unique_ptr<SecretReply> remove(const QString &name) override;
    [[nodiscard]] QStringList names() const override;

private:
    using Finished = std::function<void(QKeychain::Job *)>;

    //! Runs job for reply with the patience of this store, or fails reply where there is no keyring.
    void run(QKeychain::Job *job, SecretReply *reply, Finished finished);
    void explainFailure(SecretReply *reply,
                        QKeychain::Job *job,
                        const QString &name,
                        bool isRemoval = false);
    void apply(const KeyringState &state);
    void note(const QString &name, bool isStored);

    Settings &m_settings;
    Patience m_patience;
    KeyringProbe m_probe;
};

} // namespace kagura
