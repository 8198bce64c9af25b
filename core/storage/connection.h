// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/preparedstatements.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>

namespace kagura {

class Statement;

//! One SQLite connection, set up as all of ours are: foreign keys on, schemas not trusted, a busy
//! timeout.
//!
//! Thread: the one that opened it. Lifetime: the owner's; its statements must not outlive it.
//! Errors: Storage, with what SQLite said.
class Connection final
{
public:
    enum class Mode : std::uint8_t {
        ReadWrite, //!< write-ahead log; makes the file where there is none
        ReadOnly, //!< the file must be there; a statement that writes fails
    };

    //! What kind of trouble the last failed statement was in.
    enum class Trouble : std::uint8_t {
        None,
        Busy, //!< another process has it
        NoSpace, //!< the disk is full, or cannot be written
        Damaged, //!< the file is no database, or not a sound one
        Other,
    };

    //! why: what kind of trouble an Error is about; may be null.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path,
                                                                  Mode mode,
                                                                  Trouble *why = nullptr);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    //! Runs one statement to its end; rows that it returns are dropped.
    template <typename... Values>
    [[nodiscard]] Result<void> execute(const QString &sql, const Values &...values);

    //! The first column of the first row; 0 where there is none.
    template <typename... Values>
    [[nodiscard]] Result<qint64> integer(const QString &sql, const Values &...values);

    //! Rows that the last statement inserted, changed or deleted.
    [[nodiscard]] qint64 changedRows() const { return m_changedRows; }

    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    void setTrouble(Trouble trouble) { m_trouble = trouble; }

    //! From now on statements stop with Cancelled between two rows once the flag is set; null: never.
    void setCancelFlag(std::shared_ptr<const std::atomic_bool> flag) { m_cancel = std::move(flag); }

private:
    friend class Statement;

    explicit Connection(QString name);
    [[nodiscard]] Result<void> configure(Mode mode);
    [[nodiscard]] bool isCancelled() const { return m_cancel && m_cancel->load(); }

    QString m_name;
    PreparedStatements m_prepared;
    std::shared_ptr<const std::atomic_bool> m_cancel;
    qint64 m_changedRows = 0;
    Trouble m_trouble = Trouble::None;
};

} // namespace kagura

#include "core/storage/statement.h"
