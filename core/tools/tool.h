// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/chatrequest.h"

#include <memory>

namespace kagura {

//! What a run of agents may touch, as the person who started it granted. Nothing is granted by itself.
struct ToolGrants
{
    QString folder; //!< absolute; its files may be listed and read; empty: none
    QStringList
        hosts; //!< "localhost:8080" or "wiki.lan": private servers that may be asked as well

    bool operator==(const ToolGrants &) const = default;
};

//! What happens when a call is made twice.
enum class ToolEffect : std::uint8_t {
    None, //!< nothing: it only looks
    Idempotent, //!< the same as once, if both carry the same key
    NonIdempotent, //!< something happens twice
};

struct ToolTask
{
    Json arguments = Json::object(); //!< they follow the schema of the tool
    ToolGrants grants;
    QString key; //!< the same for every try of one call

    bool operator==(const ToolTask &) const = default;
};

//! A call of a tool under way. Errors: BadRequest for what it does not do, which a model may read and
//! do better; else what went wrong.
class ToolReply : public Handle
{
    Q_OBJECT

public:
    //! What it gave; null before finished() and after a failure.
    [[nodiscard]] const Json &output() const { return m_output; }

protected:
    using Handle::Handle;
    void succeed(Json output);

private:
    Json m_output;
};

//! Something that a model or a workflow can have done.
//!
//! Thread: the one that made it; run() answers at once and works elsewhere. Lifetime: outlives its
//! replies. Errors: those of ToolReply.
class Tool
{
public:
    Tool() = default;
    virtual ~Tool();
    Q_DISABLE_COPY_MOVE(Tool)

    //! Its name, what it is for, and the schema of its arguments: as a model is told.
    [[nodiscard]] virtual const ToolSpec &spec() const = 0;
    [[nodiscard]] virtual ToolEffect effect() const = 0;
    [[nodiscard]] virtual std::unique_ptr<ToolReply> run(const ToolTask &task) = 0;
};

} // namespace kagura
