// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QSslError>
#include <QString>
#include <QUrl>

namespace kagura {

//! What Qt reports of a failed transfer, in our kinds and our words: Qt's own text holds the whole URL.
//! Names the origin at most. tlsFault is what describe() said of the certificate, or empty.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError code,
                                 const QUrl &url,
                                 const QString &tlsFault);

//! A certificate problem in plain words, with the step that helps.
[[nodiscard]] QString describe(const QSslError &error);

} // namespace kagura
