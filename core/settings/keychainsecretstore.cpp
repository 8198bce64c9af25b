// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychainsecretstore.h"

#include "core/base/logging.h"
#include "core/settings/settings.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Outcome = SecretReply::Outcome;

constexpr auto Service = "kagura"_L1; // the "server" attribute in the Secret Service

constexpr auto UnlockHint =
    "Unlock it with your desktop's password program, or put the key into an environment variable."_L1;

} // namespace

KeychainSecretStore::KeychainSecretStore(Settings &settings, QObject *parent)
    : KeychainSecretStore(settings, Patience(), parent)
{}

KeychainSecretStore::KeychainSecretStore(Settings &settings,
                                         const Patience &patience,
                                         QObject *parent)
    : SecretStore(parent)
    , m_settings(settings)
    , m_patience(patience)
{
    connect(&m_settings, &Settings::changed, this, [this](const QString &name) {
        if (name == QLatin1String(settings::StoredKeys))
            Q_EMIT namesChanged();
    });
}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::refresh()
{
    m_probe.ask(m_patience.probe, this, [this](const KeyringState &state) { apply(state); });
}

void KeychainSecretStore::apply(const KeyringState &state)
{
    switch (state.kind) {
    case KeyringState::Kind::Unlocked:
        setState(State::Available, state.reason);
        break;
    case KeyringState::Kind::Locked:
        setState(State::Locked, state.reason);
        break;
    case KeyringState::Kind::NoKeyring:
        setState(State::Unavailable, state.reason);
        break;
    case KeyringState::Kind::Unclear:
        setState(State::Unknown, state.reason);
        break;
    }
}

void KeychainSecretStore::run(QKeychain::Job *job, SecretReply *reply, Finished finished)
{
    // The job is its own: libsecret calls back into it whenever it is done, so it must never be
    // deleted while it runs, also not when nobody waits for it any more.
    connect(job, &QKeychain::Job::finished, reply,
            [reply, guard = QPointer(this), finished = std::move(finished)](QKeychain::Job *ended) {
                if (guard && !reply->isFinished())
                    finished(ended);
            });
    QTimer::singleShot(m_patience.quiet, reply, [reply] { reply->setWaiting(); });
    QTimer::singleShot(m_patience.total, reply, [reply] {
        reply->fail(Outcome::Unavailable,
                    u"The keyring did not answer in time. Is it asking for its password?"_s);
    });
    job->start();
}

void KeychainSecretStore::explainFailure(SecretReply *reply,
                                         QKeychain::Job *job,
                                         const QString &name,
                                         bool isRemoval)
{
    const QKeychain::Error error = job->error();
    if (error == QKeychain::AccessDeniedByUser || error == QKeychain::AccessDenied) {
        apply({KeyringState::Kind::Locked, u"The keyring refused access."_s});
        reply->fail(Outcome::Locked, u"The keyring refused access. %1"_s.arg(UnlockHint));
        return;
    }
    const bool isNotFound = error == QKeychain::EntryNotFound;
    const QString words = job->errorString();
    m_probe.ask(
        m_patience.probe, reply,
        [this, guard = QPointer(this), reply, name, words, isNotFound,
         isRemoval](const KeyringState &state) {
            if (!guard || reply->isFinished())
                return;
            apply(state);
            const bool isNoted = names().contains(name);
            switch (state.kind) {
            case KeyringState::Kind::Locked:
                reply->fail(Outcome::Locked, u"The keyring is locked. %1"_s.arg(UnlockHint));
                return;
            case KeyringState::Kind::NoKeyring:
                if (!isNotFound || isNoted) {
                    reply->fail(Outcome::Unavailable, state.reason);
                    return;
                }
                break;
            case KeyringState::Kind::Unclear:
                if (isNotFound && isNoted) {
                    reply->fail(
                        Outcome::LockedOrMissing,
                        u"The keychain is locked, or the key of %1 is no longer in it. %2"_s.arg(
                            name, UnlockHint));
                    return;
                }
                break;
            case KeyringState::Kind::Unlocked:
                if (isNotFound && isRemoval) {
                    note(name, false);
                    reply->succeed();
                    return;
                }
                break;
            }
            if (!isNotFound)
                reply->fail(Outcome::Failed, u"The keychain failed: %1"_s.arg(words));
            else if (isNoted)
                reply->fail(
                    Outcome::Missing,
                    u"The key of %1 was stored, but is no longer in the keychain. Store it again."_s
                        .arg(name));
            else
                reply->fail(Outcome::Missing,
                            u"No key of %1 is stored in the keychain."_s.arg(name));
        });
}

std::unique_ptr<SecretReply> KeychainSecretStore::read(const QString &name)
{
    auto reply = std::make_unique<SecretReply>();
    auto *job = new QKeychain::ReadPasswordJob(QString(Service));
    job->setKey(name);
    run(job, reply.get(), [this, raw = reply.get(), name](QKeychain::Job *ended) {
        if (ended->error() != QKeychain::NoError) {
            explainFailure(raw, ended, name);
            return;
        }
        QByteArray bytes = static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData();
        const Secret secret(bytes);
        wipe(bytes);
        apply({KeyringState::Kind::Unlocked, {}});
        note(name, true);
        raw->succeed(secret);
    });
    return reply;
}

std::unique_ptr<SecretReply> KeychainSecretStore::write(const QString &name, const Secret &secret)
{
    auto reply = std::make_unique<SecretReply>();
    auto *job = new QKeychain::WritePasswordJob(QString(Service));
    job->setKey(name);
    QByteArray bytes = secret.reveal();
    job->setTextData(QString::fromUtf8(bytes));
    wipe(bytes);
    run(job, reply.get(), [this, raw = reply.get(), name](QKeychain::Job *ended) {
        if (ended->error() != QKeychain::NoError) {
            explainFailure(raw, ended, name);
            return;
        }
        apply({KeyringState::Kind::Unlocked, {}});
        note(name, true);
        raw->succeed();
    });
    return reply;
}

std::unique_ptr<SecretReply> KeychainSecretStore::remove(const QString &name)
{
    auto reply = std::make_unique<SecretReply>();
    auto *job = new QKeychain::DeletePasswordJob(QString(Service));
    job->setKey(name);
    run(job, reply.get(), [this, raw = reply.get(), name](QKeychain::Job *ended) {
        if (ended->error() == QKeychain::NoError) {
            note(name, false);
            raw->succeed();
            return;
        }
        explainFailure(raw, ended, name, true);
    });
    return reply;
}

QStringList KeychainSecretStore::names() const
{
    QStringList names;
    const Json stored = m_settings.json(settings::StoredKeys);
    if (stored.is_array()) {
        for (const Json &name : stored)
            names.append(toQString(name));
    }
    names.removeAll(QString());
    names.removeDuplicates();
    names.sort();
    return names;
}

void KeychainSecretStore::note(const QString &name, bool isStored)
{
    QStringList stored = names();
    if (stored.contains(name) == isStored)
        return;
    if (isStored)
        stored.append(name);
    else
        stored.removeAll(name);
    stored.sort();
    Json list = Json::array();
    for (const QString &one : std::as_const(stored))
        list.push_back(toJson(one));
    m_settings.setJson(settings::StoredKeys, list);
}

} // namespace kagura
