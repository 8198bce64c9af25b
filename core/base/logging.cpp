// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

namespace kagura {

Q_LOGGING_CATEGORY(logNet, "kagura.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logLlm, "kagura.llm", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "kagura.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logSettings, "kagura.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(logChat, "kagura.chat", QtWarningMsg)
Q_LOGGING_CATEGORY(logGuide, "kagura.guide", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "kagura.app", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "kagura.ui", QtWarningMsg)

} // namespace kagura
