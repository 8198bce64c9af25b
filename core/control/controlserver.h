// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QHash>
#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QLocalSocket;

namespace kagura {

//! Where the process that owns a data folder listens to the others: a second start that raises the
//! first window, a command line that cancels a run.
//!
//! At most one server listens for a folder: the holder of an flock on `control.lock` in it, which the
//! kernel lets go with the process, however that ends. Each line of the socket is one request
//! `{"id":1,"method":"window.raise","params":{}}` and gets one line `{"id":1,"result":…}` or
//! `{"id":1,"error":{"kind":"bad_request","message":"…"}}`. What is no request is answered with an
//! error and the connection closed.
//!
//! Thread: the one that made it; methods run there. Lifetime: the methods' receivers outlive it, or
//! take their methods away with removeMethod(). Errors: listen().
class ControlServer final : public QObject
{
    Q_OBJECT

public:
    //! To be called once, now or later, with what the caller gets.
    using Respond = std::function<void(const Result<Json> &)>;
    using Method = std::function<void(const Json &params, const Respond &respond)>;

    explicit ControlServer(QObject *parent = nullptr);
    ~ControlServer() override;

    //! Takes the folder. Errors: Storage when the folder cannot be used; Overloaded when another
    //! process owns it: talk to that one with ControlClient.
    Result<void> listen(const QString &folder);
    [[nodiscard]] bool isListening() const;
    void close();

    void addMethod(const QString &name, const Method &method);
    void removeMethod(const QString &name);

private:
    struct Lock;

    void accept();
    void read(QLocalSocket *socket);
    void refuse(QLocalSocket *socket, const Error &error);
    [[nodiscard]] bool handle(QLocalSocket *socket, QByteArrayView line); //!< false: hung up

    QLocalServer m_server;
    QHash<QString, Method> m_methods;
    std::unique_ptr<Lock> m_lock;
};

} // namespace kagura
