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
    const Deadlines usual = patient();
    for (const auto kind : {&Deadlines::connect, &Deadlines::firstByte, &Deadlines::idle,
                            &Deadlines::progress, &Deadlines::total}) {
        if (deadlines.*kind != usual.*kind)
            return (deadlines.*kind).value_or(0ms);
    }
    return 0ms;
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
