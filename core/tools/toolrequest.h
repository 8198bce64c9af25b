// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/tool.h"

namespace kagura {

//! One call of a tool as it was asked for, read and held against the schema of the tool: what a person
//! is shown, what their yes is bound to, and what runs.
//!
//! Errors: read(): BadRequest for arguments that are no JSON or do not follow the schema. Then nothing
//! is asked and nothing runs; a model may be told and try again.
class ToolRequest
{
public:
    [[nodiscard]] static Result<ToolRequest> read(const QString &ref,
                                                  const ToolSpec &spec,
                                                  QByteArrayView arguments);

    [[nodiscard]] const QString &ref() const { return m_ref; }
    [[nodiscard]] const Json &arguments() const { return m_arguments; }
    //! SHA-256 in hex over reference, description and schema: of another tool, or of one that changed,
    //! it is another.
    [[nodiscard]] const QByteArray &toolDigest() const { return m_toolDigest; }
    //! And over the arguments.
    [[nodiscard]] const QByteArray &callDigest() const { return m_callDigest; }
    //! The whole arguments for the eyes of a person: nothing is left out, and characters that would
    //! hide or turn what follows stand there as `\u202e`.
    [[nodiscard]] QString shownArguments() const;

private:
    ToolRequest() = default;

    QString m_ref;
    Json m_arguments;
    QByteArray m_toolDigest;
    QByteArray m_callDigest;
};

} // namespace kagura
