// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ndjsonreader.h"

#include <cstring>

namespace kagura {

bool NdjsonReader::holdsSeveral(QByteArrayView line)
{
    const char *cursor = line.data();
    const char *const end = cursor + line.size();
    while ((cursor = static_cast<const char *>(
                std::memchr(cursor, '}', static_cast<std::size_t>(end - cursor))))
           != nullptr) {
        do {
            ++cursor;
        } while (cursor != end && (*cursor == ' ' || *cursor == '\t' || *cursor == '\r'));
        if (cursor == end)
            return false;
        if (*cursor == '{')
            return true;
    }
    return false;
}

} // namespace kagura
