// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlserver.h"

#include "core/base/logging.h"
#include "core/control/controlpath.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QPointer>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int ConnectionLimit = 64;

Error badRequest(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QByteArray answerLine(const Json &id, const Result<Json> &result)
{
    Json answer = {{"id", id}};
    if (result) {
        answer["result"] = *result;
    } else {
        answer["error"] = {{"kind", toJson(errorKindName(result.error().kind))},
                           {"message", toJson(result.error().message)}};
    }
    QByteArray line = dumpJson(answer) + '\n';
    if (line.size() > ControlLineLimit)
        return answerLine(id, Error{Error::Kind::Protocol, u"the answer is too large"_s});
    return line;
}

} // namespace

//! The flock that makes its holder the owner of a folder; the kernel releases it with the process.
struct ControlServer::Lock
{
    explicit Lock(const QString &path)
        : descriptor(
            ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
        , isHeld(descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    {}
    ~Lock()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Lock)

    const int descriptor;
    const bool isHeld;
};

ControlServer::ControlServer(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer()
{
    close();
}

Result<void> ControlServer::listen(const QString &folder)
{
    close();
    const QString path = controlSocketPath(folder);
    auto lock = std::make_unique<Lock>(QDir(folder).absoluteFilePath(u"control.lock"_s));
    if (lock->descriptor < 0)
        return Error{Error::Kind::Storage,
                     u"The folder %1 cannot be used; check its permissions."_s.arg(folder)};
    if (!lock->isHeld)
        return Error{Error::Kind::Overloaded, u"Another Kagura is running on %1."_s.arg(folder)};
    // Qt renames its socket over whatever a killed owner left behind.
    if (!m_server.listen(path))
        return Error{Error::Kind::Storage,
                     u"The control socket cannot be made: %1"_s.arg(m_server.errorString())};
    m_lock = std::move(lock);
    return {};
}

bool ControlServer::isListening() const
{
    return m_server.isListening();
}

void ControlServer::close()
{
    m_server.close();
    const QList<QLocalSocket *> sockets =
        m_server.findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QLocalSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    m_lock.reset();
}

void ControlServer::addMethod(const QString &name, const Method &method)
{
    m_methods.insert(name, method);
}

void ControlServer::removeMethod(const QString &name)
{
    m_methods.remove(name);
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_server.findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly).size()
            > ConnectionLimit) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(ControlLineLimit + 1);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket); // what came before the connection was accepted
    }
}

void ControlServer::read(QLocalSocket *socket)
{
    while (socket->isOpen() && socket->canReadLine()) {
        const QByteArray line = socket->readLine(ControlLineLimit + 1);
        if (!line.endsWith('\n')) {
            refuse(socket, badRequest(u"a request is at most 1 MiB"_s));
            return;
        }
        if (!handle(socket, line))
            return;
    }
    if (socket->isOpen() && socket->bytesAvailable() >= ControlLineLimit)
        refuse(socket, badRequest(u"a request is at most 1 MiB"_s));
}

// What is no request shows that the other side is no friend of ours, or out of step: say so, hang up.
void ControlServer::refuse(QLocalSocket *socket, const Error &error)
{
    qCWarning(logApp) << "control socket:" << error.message;
    socket->disconnect(this);
    socket->write(answerLine(nullptr, error));
    socket->flush();
    socket->disconnectFromServer();
}

bool ControlServer::handle(QLocalSocket *socket, QByteArrayView line)
{
    const Result<Json> request = parseJson(line, {32, ControlLineLimit});
    const QString name = request ? jsonString(*request, "method") : QString();
    const Json id = request ? jsonMember(*request, "id") : Json();
    if (!request || name.isEmpty() || !(id.is_number_integer() || id.is_string())) {
        refuse(socket, badRequest(u"a request is an object with id and method, one a line"_s));
        return false;
    }
    const Method method = m_methods.value(name);
    const QPointer<QLocalSocket> guard(socket);
    auto isAnswered = std::make_shared<bool>(false);
    const Respond respond = [guard, id, isAnswered](const Result<Json> &result) {
        if (guard && !std::exchange(*isAnswered, true))
            guard->write(answerLine(id, result));
    };
    if (!method) {
        respond(badRequest(u"there is no method %1"_s.arg(name.left(64))));
        return true;
    }
    const Json &params = jsonMember(*request, "params");
    method(params.is_object() ? params : Json::object(), respond);
    return true;
}

} // namespace kagura
