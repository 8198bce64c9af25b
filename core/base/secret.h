// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDebug>

#include <memory>

namespace kagura {

//! A key or token that cannot be printed by accident: it has no conversion to text, its QDebug form is
//! a box, and its memory is overwritten when the last copy goes.
//!
//! Thread: a value; copies share the bytes. Lifetime: as long as any copy. Errors: none.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &bytes);

    [[nodiscard]] bool isEmpty() const;

    //! The bytes, for the one line that puts them on the wire or into the keychain. The result is a
    //! deep copy of the caller's: keep it short-lived and wipe() it.
    [[nodiscard]] QByteArray reveal() const;

    //! At most the last four characters, and none of a secret shorter than twelve: what a settings
    //! page may show.
    [[nodiscard]] QString lastFour() const;

    //! Compares the bytes in constant time.
    [[nodiscard]] bool operator==(const Secret &other) const;

private:
    std::shared_ptr<const QByteArray> m_bytes;
};

QDebug operator<<(QDebug debug, const Secret &secret);

//! Overwrites the bytes in place; the array is empty afterwards. \a bytes must not be shared.
void wipe(QByteArray &bytes);

} // namespace kagura
