// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <optional>

namespace kagura::bench {

//! The least that a client on Qt can do with an answer: post, read what comes, drop it. No guard, no
//! decoder, no second thread of ours.
class BareReader
{
public:
    BareReader();

    //! Starts one call and says through finished when it has ended.
    void post(const QUrl &url, std::function<void(qint64 bytes)> finished);

    //! One call from start to end in seconds, in the application's event loop; empty: it failed.
    [[nodiscard]] std::optional<double> run(const QUrl &url);

private:
    QNetworkAccessManager m_manager;
};

//! CPU time of this process so far, in microseconds, all threads, without its children.
[[nodiscard]] double processMicroseconds();

} // namespace kagura::bench
