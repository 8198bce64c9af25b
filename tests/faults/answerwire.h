// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/llm/providerconfig.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kagura::test {

//! One good answer as a server of one dialect sends it, cut where faults like to strike, and the errors
//! that such a server sends.
struct AnswerWire
{
    DialectId dialect = DialectId::OpenAiChat;
    QByteArray streamType; //!< content type of a stream
    QByteArray begin; //!< of a stream: whole events up to and with begunText()
    QByteArray event; //!< one more event with text, to be repeated
    QByteArray idle; //!< what a stream may say that means nothing
    QByteArray end; //!< the events with the end mark
    QByteArray whole; //!< the answer in one piece

    [[nodiscard]] static AnswerWire of(DialectId dialect);

    //! The words of begin.
    [[nodiscard]] static QString begunText() { return QStringLiteral("half an answer"); }

    //! The body of an error of that kind, message included. Empty: the dialect has no way to say so.
    [[nodiscard]] QByteArray error(Error::Kind kind, const QByteArray &message) const;
    //! The same in the midst of a stream.
    [[nodiscard]] QByteArray errorEvent(Error::Kind kind, const QByteArray &message) const;
    //! Any JSON text as an event of the stream.
    [[nodiscard]] QByteArray framed(const QByteArray &json) const;
};

[[nodiscard]] QList<DialectId> allDialects();

} // namespace kagura::test
