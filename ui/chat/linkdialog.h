// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QUrl>

namespace kagura {

struct ChatStyle;

//! Asks before a link of a text is opened, and shows where it really leads.
//!
//! The only way from a text to the world outside: openLink() is what every link goes through, and only
//! http, https and mailto get past it. The host stands apart from the address, in the letters that the
//! network uses, so that a name that only looks like another is seen.
//!
//! Thread: the GUI thread. Lifetime: the dialog deletes itself. Errors: any other target is refused and
//! nothing happens.
class LinkDialog final : public QDialog
{
    Q_OBJECT

public:
    LinkDialog(const QUrl &url, const ChatStyle &style, QWidget *parent);

    //! What may be asked for at all: an empty URL for anything else.
    [[nodiscard]] static QUrl openable(const QString &target);

    //! The host, or the address that a letter would go to.
    [[nodiscard]] static QString destination(const QUrl &url);
    //! What a reader should know before opening it; may be empty.
    [[nodiscard]] static QString warning(const QUrl &url);
};

//! Asks, and opens it with the system's program if the answer is yes. Says whether it asked.
bool openLink(const QString &target, const ChatStyle &style, QWidget *parent);

} // namespace kagura
