// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/settings/settingkeys.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

namespace kagura {

//! The user's choices: one JSON object in the configuration folder, read once and kept in memory.
//!
//! A change is visible at once and written soon after, in a thread of its own, by replacing the file:
//! a crash leaves the old one or the new one. A write takes in what another process changed meanwhile;
//! keys that this version does not know are kept. A file that is no JSON object is set aside as
//! settings.json.bak and the defaults hold: settings never keep the program from starting.
//!
//! Thread: the one that made it; the file is written in another. Lifetime: writes what is pending when
//! it is destroyed. Errors: load() and writeFailed(); in memory everything still works.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &folder, QObject *parent = nullptr);
    ~Settings() override;

    //! Reads the file; call once, before anything else. A missing file is no error. After a failure
    //! the defaults hold, and the text of the error may be shown.
    Result<void> load();

    [[nodiscard]] QString filePath() const { return m_path; }

    [[nodiscard]] bool value(const BoolSetting &key) const;
    [[nodiscard]] qint64 value(const IntSetting &key) const;
    [[nodiscard]] QString value(const TextSetting &key) const;
    [[nodiscard]] Json json(const char *name) const; //!< null where there is none

    void setValue(const BoolSetting &key, bool value);
    void setValue(const IntSetting &key, qint64 value); //!< drawn into the range
    void setValue(const TextSetting &key, const QString &value); //!< ignored if no choice
    void setJson(const char *name, const Json &value); //!< null removes

    //! Writes what is pending, now and in this thread: for the end of a command.
    Result<void> flush();

Q_SIGNALS:
    void changed(const QString &name); //!< also when another process changed it
    void writeFailed(const kagura::Error &error);

private:
    struct Written
    {
        Json content; //!< of the file, with what others changed
        std::optional<Error> failure;
    };

    [[nodiscard]] static Written write(const QString &path, const Json &changes);
    void change(const char *name, const Json &value);
    void startWrite();
    void settle(const Written &written);
    void take(const Json &content);

    QString m_path;
    Json m_values = Json::object();
    Json m_pending = Json::object(); //!< changes that are in no file yet; null: to be removed
    Json m_inFlight = Json::object(); //!< those that the writer has at the moment
    QThreadPool m_writer;
    bool m_isScheduled = false;
    bool m_isWriting = false;
};

//! KAGURA_CONFIG_DIR, or kagura in the user's configuration folder. Nothing is created.
[[nodiscard]] QString configFolder();

} // namespace kagura
