// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/httprequest.h"

#include <QList>

namespace kagura {

//! What a server said of a failure, without the keys that it was sent: some quote them ("… is not a
//! valid key"), whole or in another spelling. A message is also cut at some length, and a key in it with
//! it; such a rest goes, too.
[[nodiscard]] Error withoutQuotedKeys(Error error, const QList<CredentialHeader> &credentials);

} // namespace kagura
