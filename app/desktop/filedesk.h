// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/conversationstore.h"
#include "core/exchange/conversationwriter.h"

#include <QObject>
#include <QStringList>

namespace kagura {

class ConversationImport;

//! Conversations that come from files and go into files, in the engine thread.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before the store. Errors:
//! notice(), in words for a person.
class FileDesk final : public QObject
{
    Q_OBJECT

public:
    explicit FileDesk(QObject *parent = nullptr);
    ~FileDesk() override;

    void start(ConversationStore &store, const Clock &clock);

    void import(const QStringList &paths);
    //! conversations: empty for all. The end of the path says how: .md, .html, .json or .pdf.
    void exportTo(const QStringList &conversations, const QString &path);

    //! "12 conversations imported, 3 left out: …"
    [[nodiscard]] static QString importWords(const ConversationImport &import);

Q_SIGNALS:
    void notice(const QString &text);

private:
    void writeText(const QStringList &conversations, const QString &path, ExportFormat format);
    void writePages(const QStringList &conversations, const QString &path);
    void tellWritten(const Result<void> &done, int count, const QString &path);

    ConversationStore *m_store = nullptr;
    const Clock *m_clock = nullptr;
};

} // namespace kagura
