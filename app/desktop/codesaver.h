// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace kagura {

//! Saves code of an answer where the reader chooses. The file is whole or not there at all.
//!
//! Thread: the GUI thread. Lifetime: the page outlives it. Errors: notified() says what went wrong.
class CodeSaver final : public QObject
{
    Q_OBJECT

public:
    explicit CodeSaver(QWidget &page, QObject *parent = nullptr);

    //! Asks for a place; name is a suggestion and never a path.
    void ask(const QString &code, const QString &name);
    //! Without asking. Says whether it was written.
    bool write(const QString &code, const QString &path);

Q_SIGNALS:
    void notified(const QString &text);

private:
    QWidget &m_page;
};

} // namespace kagura
