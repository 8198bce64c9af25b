// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/chat/conversation.h"
#include "core/exchange/conversationwriter.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace kagura {

class ConversationStore;
struct ConversationTree;

//! Writes conversations out, one at a time, so that memory is that of the largest.
//!
//! Thread: that of its maker; texts are made in a thread of the pool. Lifetime: the store outlives it.
//! Errors: failure(): BadRequest for a conversation that is not there; Storage; whatever the sink says.
class ConversationExport final : public Handle
{
    Q_OBJECT

public:
    //! Takes the next piece of the text.
    using Sink = std::function<Result<void>(const QByteArray &)>;

    //! ids: empty for every conversation. Begins at once.
    ConversationExport(ConversationStore &store,
                       const QStringList &ids,
                       std::unique_ptr<ConversationWriter> writer,
                       Sink sink,
                       QObject *parent = nullptr);
    ~ConversationExport() override;

    void cancel() override;

    [[nodiscard]] int count() const { return m_count; } //!< conversations that are written

private:
    void listNext(const std::optional<Conversation> &after);
    void writeNext();
    void write(const ConversationTree &tree);
    [[nodiscard]] bool give(const QByteArray &bytes);

    ConversationStore &m_store;
    std::shared_ptr<ConversationWriter> m_writer; // also of the work in the pool
    Sink m_sink;
    QStringList m_waiting;
    int m_count = 0;
};

//! A sink into a file that takes the place of what was there only when finish() is called.
//!
//! Errors: Storage, with the path.
class ExportFile final
{
public:
    explicit ExportFile(const QString &path);
    ~ExportFile();
    Q_DISABLE_COPY_MOVE(ExportFile)

    [[nodiscard]] Result<void> write(const QByteArray &bytes);
    [[nodiscard]] Result<void> finish();

private:
    struct File;
    std::unique_ptr<File> m_file;
};

} // namespace kagura
