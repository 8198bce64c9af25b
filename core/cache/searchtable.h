// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QString>

namespace kagura {

//! Makes the words of requests and answers searchable. An entry becomes so a moment after it was
//! stored: indexing costs ten times what storing does, so it is done when there is time.
//!
//! Thread: that of the connection, in a write. Lifetime: shorter than the connection. Errors: Storage.
class SearchTable
{
public:
    explicit SearchTable(Connection &connection);

    //! Takes the next entries in; answers how many there were. 0: all are in.
    [[nodiscard]] Result<int> indexSome(int limit);

private:
    Connection &m_connection;
};

//! What is prose in a value of a request, line by line: no names, no arguments, no files.
[[nodiscard]] QString proseOf(const Json &value);

//! What people wrote in a request: the text of its system prompt and messages.
[[nodiscard]] QString searchableText(const Json &body);

} // namespace kagura
