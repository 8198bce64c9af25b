// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlclient.h"

#include "core/control/controlpath.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error errorFrom(const Json &error)
{
    return {errorKindFromName(jsonString(error, "kind")).value_or(Error::Kind::Internal),
            jsonString(error, "message")};
}

} // namespace

ControlCall::ControlCall(const QString &folder,
                         const QString &method,
                         const Json &params,
                         std::chrono::milliseconds limit)
    : m_request(dumpJson({{"id", 1}, {"method", toJson(method)}, {"params", params}}) + '\n')
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        settle(Error{Error::Kind::Timeout, u"The running Kagura did not answer in time."_s});
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(m_request); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &ControlCall::read);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        read(); // the answer may have come with the end of the connection
        settle(Error{Error::Kind::Network, u"No Kagura is running on this data folder."_s});
    });
    m_deadline.start(limit);
    // In a later turn of the event loop: a local connection can fail at once.
    QMetaObject::invokeMethod(
        this,
        [this, path = controlSocketPath(folder)] {
            if (m_request.size() > ControlLineLimit)
                settle(Error{Error::Kind::BadRequest, u"The request is too large."_s});
            else if (!isFinished())
                m_socket.connectToServer(path);
        },
        Qt::QueuedConnection);
}

ControlCall::~ControlCall() = default;

void ControlCall::cancel()
{
    settle(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

void ControlCall::read()
{
    if (isFinished() || !m_socket.isOpen())
        return;
    m_answer += m_socket.readAll();
    const qsizetype end = m_answer.indexOf('\n');
    if (end < 0 && m_answer.size() <= ControlLineLimit)
        return;
    const Result<Json> answer = parseJson(
        QByteArrayView(m_answer).first(std::max<qsizetype>(0, end)), {32, ControlLineLimit});
    if (!answer || !answer->is_object()) {
        settle(Error{Error::Kind::Protocol, u"The running Kagura gave no valid answer."_s});
    } else if (const Json &error = jsonMember(*answer, "error"); error.is_object()) {
        settle(errorFrom(error));
    } else {
        m_result = jsonMember(*answer, "result");
        settle();
    }
}

void ControlCall::settle(std::optional<Error> failure)
{
    if (isFinished())
        return;
    m_deadline.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    finish(std::move(failure));
}

std::unique_ptr<ControlCall> callOwner(const QString &folder,
                                       const QString &method,
                                       const Json &params,
                                       std::chrono::milliseconds limit)
{
    return std::make_unique<ControlCall>(folder, method, params, limit);
}

} // namespace kagura
