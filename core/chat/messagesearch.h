// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/message.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace kagura {

class Connection;

//! What to look for in everything that was said.
//!
//! Every word has to be in the message, each as the beginning of a word; what stands in quotation marks
//! has to be there as it is. Case and accents do not count. In a text without spaces between words
//! (Chinese, Japanese, Thai) a word may be anywhere.
struct SearchQuery
{
    QString text = {};
    int limit = 50;
    int offset = 0;

    bool operator==(const SearchQuery &) const = default;
};

//! A message in which it was found.
struct SearchHit
{
    using Mark = std::pair<int, int>; //!< where it begins in the excerpt, and how long it is

    QString conversation = {};
    QString title = {}; //!< of the conversation
    QString message = {};
    Role role = Role::User;
    QString excerpt = {}; //!< a line of the text around the words
    QList<Mark> marks = {};
    QDateTime created = {}; //!< UTC

    bool operator==(const SearchHit &) const = default;
};

//! The newest hits first. Conversations that were removed are left out.
struct SearchPage
{
    SearchQuery query;
    QList<SearchHit> hits;
    bool hasMore = false;

    bool operator==(const SearchPage &) const = default;
};

//! Errors: Storage. A query without a word in it finds nothing.
[[nodiscard]] Result<SearchPage> findMessages(Connection &connection, const SearchQuery &query);

} // namespace kagura
