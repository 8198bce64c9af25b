// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/freeport.h"

#include <QRandomGenerator>
#include <QTcpServer>

namespace kagura::test {

quint16 freePort()
{
    constexpr int First = 20'000;
    constexpr int Last = 32'000;
    for (int tries = 0; tries < 1000; ++tries) {
        const int port = QRandomGenerator::global()->bounded(First, Last);
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
            return server.serverPort();
    }
    return 0;
}

} // namespace kagura::test
