// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/fault.h"

namespace kagura::test {

using namespace std::chrono_literals;

Deadlines Fault::patient()
{
    return {20s, 20s, 20s, 20s, 25s};
}

Deadlines Fault::shortly(std::optional<std::chrono::milliseconds> Deadlines::*kind,
                         std::chrono::milliseconds limit)
{
    Deadlines deadlines = patient();
    deadlines.*kind = limit;
    return deadlines;
}

std::chrono::milliseconds Fault::limit() const
{
    std::chrono::milliseconds least = deadlines.total.value_or(25s);
    for (const auto &one :
         {deadlines.connect, deadlines.firstByte, deadlines.idle, deadlines.progress}) {
        if (one)
            least = std::min(least, *one);
    }
    return least;
}

QList<Fault> allFaults()
{
    return connectionFaults() + framingFaults() + contentFaults() + refusals();
}

QByteArray faultKey()
{
    return "sk-canary-Zq7!fault+0123456789/wxyz";
}

} // namespace kagura::test
