// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QTcpSocket;

namespace kagura {

//! The page at which a browser ends a sign-in: one path on 127.0.0.1, one answer.
//!
//! A request for that exact path is judged, and the browser is shown what came of it. What a browser
//! asks for by itself (an icon) gets 404 and is nothing; the parameters of an answer on another path
//! are strayed(). Requests with another Host than this address are refused: a page that points its own
//! name at this computer reaches nothing. After the judgement the port is closed.
//!
//! Thread: the one that made it. Lifetime: its parent's. Errors: listen(): Network.
//! Source: RFC 8252, 7.3 and 8.3.
class RedirectListener final : public QObject
{
    Q_OBJECT

public:
    //! Says whether the sign-in goes on, as far as the browser's user should know.
    using Judge = std::function<bool(const QUrlQuery &query)>;

    explicit RedirectListener(Judge judge, QObject *parent = nullptr);
    ~RedirectListener() override;

    Result<void> listen(quint16 port); //!< 0: any free one
    [[nodiscard]] QUrl redirectUri() const; //!< with a path that nobody can guess
    void stop(); //!< takes no answer any more

Q_SIGNALS:
    void judged(); //!< at most once; the browser has its page
    void strayed(); //!< at most once, and never after judged()

private:
    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const QByteArray &head);
    void serveTarget(QTcpSocket *socket, const QByteArray &target);

    Judge m_judge;
    QTcpServer m_server;
    QByteArray m_path;
    QByteArray m_host; //!< "127.0.0.1:PORT"
    int m_openCount = 0;
    bool m_isOver = false;
};

} // namespace kagura
