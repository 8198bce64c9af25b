// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keyringprobe.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

#ifdef KAGURA_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#endif

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = KeyringState::Kind;

constexpr std::chrono::milliseconds Grace{100}; // what the calls themselves may run over

#ifdef KAGURA_HAS_DBUS

constexpr auto SecretsName = "org.freedesktop.secrets"_L1;

//! A private connection, so that nothing of ours depends on the shared one and its thread.
class SessionBus
{
public:
    SessionBus()
        : m_name(u"kagura-keyring-%1"_s.arg(reinterpret_cast<quintptr>(this)))
        , m_connection(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {}
    ~SessionBus() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(SessionBus)

    [[nodiscard]] bool isConnected() const { return m_connection.isConnected(); }

    [[nodiscard]] QDBusMessage call(const QDBusMessage &message,
                                    const QDeadlineTimer &deadline) const
    {
        return m_connection.call(message, QDBus::Block,
                                 std::max(1, static_cast<int>(deadline.remainingTime())));
    }

    [[nodiscard]] QVariant first(const QDBusMessage &message, const QDeadlineTimer &deadline) const
    {
        return call(message, deadline).arguments().value(0);
    }

private:
    QString m_name;
    QDBusConnection m_connection;
};

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                          u"org.freedesktop.DBus"_s, method);
}

bool hasService(const SessionBus &bus, const QString &name, const QDeadlineTimer &deadline)
{
    QDBusMessage owner = busCall(u"NameHasOwner"_s);
    owner << name;
    return bus.first(owner, deadline).toBool()
        || bus.first(busCall(u"ListActivatableNames"_s), deadline).toStringList().contains(name);
}

KeyringState askSecretService(const SessionBus &bus, const QDeadlineTimer &deadline)
{
    QDBusMessage alias =
        QDBusMessage::createMethodCall(SecretsName, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    alias << u"default"_s;
    const QDBusMessage answer = bus.call(alias, deadline);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return {Kind::Unclear, u"The keyring service did not answer."_s};
    const QString path = answer.arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == "/"_L1)
        return {Kind::Unlocked, u"There is no keyring yet; one is made with the first key."_s};
    QDBusMessage property = QDBusMessage::createMethodCall(
        SecretsName, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    property << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QVariant locked = bus.first(property, deadline).value<QDBusVariant>().variant();
    if (locked.typeId() != QMetaType::Bool)
        return {Kind::Unclear, u"The keyring does not say whether it is locked."_s};
    return locked.toBool() ? KeyringState{Kind::Locked, u"The keyring is locked."_s}
                           : KeyringState{Kind::Unlocked, {}};
}

bool isBusConfigured()
{
    // Without an address libdbus would start a bus of its own where there is a display.
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

KeyringState askBus(std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    if (!isBusConfigured())
        return {Kind::NoKeyring, u"There is no session bus, hence no keyring service."_s};
    const SessionBus bus;
    if (!bus.isConnected())
        return {Kind::NoKeyring, u"The session bus does not answer, hence no keyring service."_s};
    if (hasService(bus, SecretsName, deadline))
        return askSecretService(bus, deadline);
    for (const QString &wallet : {u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s}) {
        if (hasService(bus, wallet, deadline))
            return {Kind::Unclear, u"KWallet is there; it does not say whether it is locked."_s};
    }
    return {Kind::NoKeyring,
            u"No keyring service runs here; install gnome-keyring, KWallet or KeePassXC."_s};
}

#else

KeyringState askBus(std::chrono::milliseconds)
{
    return {Kind::Unclear, u"This build cannot ask the keyring for its state."_s};
}

#endif

} // namespace

KeyringProbe::KeyringProbe()
{
    m_pool.setMaxThreadCount(1);
}

KeyringProbe::~KeyringProbe()
{
    // Before the relay goes, which the running question posts to.
    m_pool.clear();
    m_pool.waitForDone();
}

void KeyringProbe::ask(std::chrono::milliseconds limit,
                       QObject *context,
                       std::function<void(KeyringState)> then)
{
    struct Question
    {
        QPointer<QObject> context;
        std::function<void(KeyringState)> then;
    };
    const auto question = std::make_shared<Question>(Question{context, std::move(then)});
    const auto answer = [question](const KeyringState &state) {
        const auto callback = std::exchange(question->then, nullptr);
        if (callback && question->context)
            callback(state);
    };
    // Connecting to a bus that accepts and then says nothing takes libdbus 25 s.
    QTimer::singleShot(limit + Grace, &m_relay, [answer] {
        answer({Kind::Unclear, u"The keyring service did not answer in time."_s});
    });
    m_pool.start([this, limit, answer] {
        const KeyringState state = askBus(limit);
        QMetaObject::invokeMethod(
            &m_relay, [answer, state] { answer(state); }, Qt::QueuedConnection);
    });
}

} // namespace kagura
