// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kagura::test {

//! A key that must be nowhere, and the search for it in every spelling that a program might give it.
class Canary
{
public:
    struct Form
    {
        QByteArray name;
        QByteArray bytes;
    };

    explicit Canary(const QByteArray &key);

    [[nodiscard]] QByteArray key() const { return m_key; }
    //! Plain, JSON, percent, hex, base64 in three alignments and two alphabets, reversed, and each end
    //! of it; all in UTF-8 and in both kinds of UTF-16.
    [[nodiscard]] const QList<Form> &forms() const { return m_forms; }

    //! Names of the forms that are in these bytes.
    [[nodiscard]] QStringList hitsIn(const QByteArray &bytes) const;
    //! "path: form" for every file below the folder, hidden ones and the names of files too, but for
    //! what lies under one of except.
    [[nodiscard]] QStringList hitsBelow(const QString &folder,
                                        const QStringList &except = {}) const;
    //! How many files the last hitsBelow() read: a search of nothing finds nothing.
    [[nodiscard]] int filesRead() const { return m_filesRead; }

private:
    void add(const QByteArray &name, const QByteArray &bytes);

    QByteArray m_key;
    QList<Form> m_forms;
    mutable int m_filesRead = 0;
};

} // namespace kagura::test
