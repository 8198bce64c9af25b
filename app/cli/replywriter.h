// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"

#include <QByteArray>

#include <optional>

namespace kagura {

//! A reply as `kagura-cli chat` prints it: plain text for people, or one JSON object a line for
//! programs, of which `start` is the first and exactly one of `finish` and `error` the last.
//!
//! Thread: a set of pure functions, any. Errors: none.
namespace replywriter {

//! conversation, here and below: the id of the one it is saved in; empty: it is not saved.
[[nodiscard]] QByteArray startLine(const ChatReply &reply, const QString &conversation = {});

//! The lines for what a program may care about; empty for the rest.
[[nodiscard]] QByteArray eventLines(const QList<ChatEvent> &events);

//! `finish`, or `error` with what is known of usage.
[[nodiscard]] QByteArray endLine(const ChatReply &reply,
                                 std::optional<double> costUsd,
                                 const QString &conversation = {});

//! For a call that failed before there was a reply, or beside it.
[[nodiscard]] QByteArray errorLine(const Error &error, const QString &conversation = {});

} // namespace replywriter

} // namespace kagura
