// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace kagura {

//! A request body that cannot be read twice. Qt 6.4 silently sends a POST again when the server closes
//! before it has answered, and it does so for every body that it can rewind or has buffered.
//!
//! Thread: that of the manager. Lifetime: the reply's. Errors: none.
class OneTimeBody final : public QIODevice
{
public:
    explicit OneTimeBody(QByteArray body);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    //! Qt asks before it sends again, and logs a warning where this is not overridden.
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qsizetype m_position = 0;
};

} // namespace kagura
