// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/transport.h"

namespace kagura {

BodySink::~BodySink() = default;
HttpCall::~HttpCall() = default;
Transport::~Transport() = default;

} // namespace kagura
