// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"

#include <QString>

#include <utility>

namespace kagura::test {

//! A piece of work that the test ends by hand; counts its living.
class FakeHandle final : public Handle
{
    Q_OBJECT

public:
    FakeHandle() { ++s_alive; }
    ~FakeHandle() override { --s_alive; }
    Q_DISABLE_COPY_MOVE(FakeHandle)

    [[nodiscard]] QString value() const { return m_value; }

    void succeed(const QString &value = {})
    {
        m_value = value;
        finish();
    }
    void fail(Error::Kind kind) { finish(Error{kind, QStringLiteral("played")}); }
    void cancel() override { finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled")}); }

    [[nodiscard]] static int alive() { return s_alive; }

private:
    QString m_value;
    static inline int s_alive = 0;
};

} // namespace kagura::test
