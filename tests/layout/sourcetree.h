// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace kagura::layout {

//! The text files of a source tree by their path below its top, so that a rule is a function over
//! values and a test can hand it a tree with a planted fault.
using SourceTree = QMap<QString, QString>;

//! Reads the C++ files, CMake files, scripts and folder READMEs of app, core, ui, tests, cmake and
//! packaging, and the files of these kinds at the top. What npm installs is left out.
SourceTree readSourceTree(const QString &top);

//! A C++ file seen in three ways; each has the lines and columns of the original, with a space in
//! place of what is left out.
struct SourceViews
{
    //! Without comments and without what stands inside string and character literals.
    QString code;
    //! Without comments.
    QString codeAndStrings;
    //! Comments alone.
    QString comments;
};

SourceViews viewsOf(const QString &text);

//! One include line.
struct Include
{
    int line = 0; //!< counts from 1
    QString target; //!< what stands between the quotes or brackets
    bool isOwn = false; //!< in quotes

    friend bool operator==(const Include &, const Include &) = default;
};

QList<Include> includesOf(const QString &text);

} // namespace kagura::layout
