// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

namespace kagura {

//! What a reader left out, by name: "pictures that are not in the file", 3 times. Nothing is dropped
//! without a word.
class SkipTally final
{
public:
    //! what: in the plural, as it stands behind a number.
    void add(const QString &what, int count = 1) { m_counts[what] += count; }

    [[nodiscard]] const QMap<QString, int> &counts() const { return m_counts; }
    [[nodiscard]] int total() const;
    //! "3 pictures that are not in the file, 1 …"; empty for nothing.
    [[nodiscard]] QString words() const;

    bool operator==(const SkipTally &) const = default;

private:
    QMap<QString, int> m_counts;
};

} // namespace kagura
