// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/barereader.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <chrono>
#include <sys/resource.h>

namespace kagura::bench {

BareReader::BareReader()
{
    m_manager.setProxy(QNetworkProxy::NoProxy);
}

void BareReader::post(const QUrl &url, std::function<void(qint64 bytes)> finished)
{
    QNetworkRequest request(url);
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = m_manager.post(request, QByteArray("{\"model\":\"bench\"}"));
    auto bytes = std::make_shared<qint64>(0);
    QObject::connect(reply, &QNetworkReply::readyRead, reply,
                     [reply, bytes] { *bytes += reply->readAll().size(); });
    QObject::connect(reply, &QNetworkReply::finished, reply,
                     [reply, bytes, finished = std::move(finished)] {
                         *bytes += reply->readAll().size();
                         const bool isGood = reply->error() == QNetworkReply::NoError;
                         reply->deleteLater();
                         finished(isGood ? *bytes : -1);
                     });
}

std::optional<double> BareReader::run(const QUrl &url)
{
    qint64 size = -1;
    const auto start = std::chrono::steady_clock::now();
    post(url, [&](qint64 bytes) {
        size = bytes;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return size > 0 ? std::optional(took.count()) : std::nullopt;
}

double processMicroseconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto micro = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
    };
    return micro(usage.ru_utime) + micro(usage.ru_stime);
}

} // namespace kagura::bench
