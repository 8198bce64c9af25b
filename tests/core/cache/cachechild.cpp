// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second process that makes keys. Usage: kagura-cache-child DIALECT
// Prints the key of richRequest() in that dialect, in hex.

#include "core/cache/requestkey.h"
#include "tests/core/cache/samplerequests.h"

#include <cstdio>

using namespace kagura;
using namespace kagura::test;

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const std::optional<DialectId> dialect = dialectFromName(QString::fromUtf8(argv[1]));
    if (!dialect)
        return 2;
    const Result<RequestKey> key = RequestKey::of(identityOf(*dialect, richRequest(*dialect)));
    if (!key)
        return 1;
    std::puts(key->key.toBytes().toHex().constData());
    return 0;
}
