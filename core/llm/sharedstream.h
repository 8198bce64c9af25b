// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace kagura {

class SharedReply;

//! One upstream reply and those who listen to it; keeps what was said for those who come late.
//!
//! Thread: the engine thread. Lifetime: held by its listeners; with the last of them it ends, and its
//! upstream with it. Errors: the upstream's, for everyone.
class SharedStream final : public QObject
{
    Q_OBJECT

public:
    //! closed is called once, when nobody may join any more.
    SharedStream(std::unique_ptr<ChatReply> upstream, std::function<void()> closed);
    ~SharedStream() override;

    //! A reply that hears the stream from its beginning; the first one bears the cost.
    [[nodiscard]] static std::unique_ptr<ChatReply> join(
        const std::shared_ptr<SharedStream> &stream);

private:
    friend class SharedReply;

    [[nodiscard]] bool isOver() const { return m_upstream->isFinished(); }
    void leave(SharedReply *reply);
    void remember(const QList<ChatEvent> &events);
    void tell(const QList<ChatEvent> &events);
    void close();

    template <typename Act>
    void forEachListener(Act act);

    std::unique_ptr<ChatReply> m_upstream;
    std::function<void()> m_closed;
    std::vector<QPointer<SharedReply>> m_listeners; // in the order in which they came
    QList<ChatEvent> m_history; // neighbours of one kind are merged
    bool m_hasStarted = false;
};

//! The reply of one of the callers.
class SharedReply final : public ChatReply
{
    Q_OBJECT

public:
    SharedReply(std::shared_ptr<SharedStream> stream, Origin origin);
    ~SharedReply() override;

protected:
    void abortWork() override;

private:
    friend class SharedStream;

    void catchUp();
    void hearStart();
    void hear(const QList<ChatEvent> &events);
    void hearEnd();
    void takeOver(); //!< the one that bore the cost has left

    std::shared_ptr<SharedStream> m_stream;
    Origin m_role;
    bool m_isCaughtUp = false;
};

} // namespace kagura
