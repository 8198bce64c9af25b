// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr JsonLimits FileLimits{64, 4 * 1024 * 1024};
constexpr int LockPatienceMs = 2000;
constexpr int AsideCount = 9;

Error storageError(const QString &message)
{
    return {Error::Kind::Storage, message};
}

//! What a settings file holds. An absent file is an empty object; a damaged one has isDamaged.
struct FileContent
{
    Json object = Json::object();
    bool isDamaged = false;
};

Result<FileContent> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return FileContent();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return storageError(
            u"The settings file %1 cannot be read; check its permissions."_s.arg(path));
    const QByteArray bytes = file.read(FileLimits.bytes + 1);
    // An empty file is what a full disk leaves; there is nothing in it to set aside.
    if (bytes.trimmed().isEmpty())
        return FileContent();
    Result<Json> parsed = parseJson(bytes, FileLimits);
    if (!parsed || !parsed->is_object())
        return FileContent{Json::object(), true};
    return FileContent{std::move(parsed).value(), false};
}

QString setAside(const QString &path)
{
    QString target = path + ".bak"_L1;
    for (int i = 2; i <= AsideCount && QFile::exists(target); ++i)
        target = path + u".bak.%1"_s.arg(i);
    QFile::remove(target);
    return QFile::rename(path, target) ? target : QString();
}

bool makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return true;
    return QDir().mkpath(info.path())
        && QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void overlay(Json &target, const Json &changes)
{
    for (const auto &[key, value] : changes.items()) {
        if (value.is_null())
            target.erase(key);
        else
            target[key] = value;
    }
}

} // namespace

Settings::Settings(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_path(QDir(folder).absoluteFilePath(u"settings.json"_s))
{
    m_writer.setMaxThreadCount(1);
}

Settings::~Settings()
{
    if (const Result<void> written = flush(); !written)
        qCWarning(logSettings) << written.error().message;
}

Result<void> Settings::load()
{
    Result<FileContent> content = readFile(m_path);
    if (!content)
        return content.error();
    if (content->isDamaged) {
        const QString aside = setAside(m_path);
        return storageError(
            aside.isEmpty()
                ? u"The settings file %1 is damaged; the defaults are used."_s.arg(m_path)
                : u"The settings file was damaged; the defaults are used, and the "
                  u"file was set aside as %1."_s.arg(aside));
    }
    m_values = std::move(content.value().object);
    return {};
}

bool Settings::value(const BoolSetting &key) const
{
    const Json &stored = jsonMember(m_values, key.name);
    return stored.is_boolean() ? stored.get<bool>() : key.fallback;
}

qint64 Settings::value(const IntSetting &key) const
{
    const std::optional<qint64> stored = jsonInteger(m_values, key.name);
    return stored && *stored >= key.minimum && *stored <= key.maximum ? *stored : key.fallback;
}

QString Settings::value(const TextSetting &key) const
{
    const Json &stored = jsonMember(m_values, key.name);
    const QString text = toQString(stored);
    return stored.is_string() && key.allows(text) ? text : QString::fromUtf8(key.fallback);
}

Json Settings::json(const char *name) const
{
    return jsonMember(m_values, name);
}

void Settings::setValue(const BoolSetting &key, bool value)
{
    change(key.name, value);
}

void Settings::setValue(const IntSetting &key, qint64 value)
{
    change(key.name, std::clamp(value, key.minimum, key.maximum));
}

void Settings::setValue(const TextSetting &key, const QString &value)
{
    if (key.allows(value))
        change(key.name, toJson(value));
}

void Settings::setJson(const char *name, const Json &value)
{
    change(name, value);
}

void Settings::change(const char *name, const Json &value)
{
    if (jsonMember(m_values, name) == value)
        return;
    overlay(m_values, {{name, value}});
    m_pending[name] = value;
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &Settings::startWrite, Qt::QueuedConnection);
    Q_EMIT changed(QString::fromUtf8(name));
}

Settings::Written Settings::write(const QString &path, const Json &changes)
{
    const QString folder = QFileInfo(path).path();
    if (!makeFolder(folder))
        return {{}, storageError(u"The folder %1 cannot be made."_s.arg(folder))};
    QLockFile lock(path + ".lock"_L1);
    if (!lock.tryLock(LockPatienceMs))
        return {{},
                storageError(u"The settings file %1 is locked by another process."_s.arg(path))};
    Result<FileContent> content = readFile(path);
    if (!content)
        return {{}, content.error()};
    if (content->isDamaged)
        setAside(path);
    Json merged = std::move(content.value().object);
    overlay(merged, changes);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return {{}, storageError(u"The settings file %1 cannot be written."_s.arg(path))};
    file.write(QByteArray::fromStdString(merged.dump(2, ' ', false, Json::error_handler_t::replace))
               + '\n');
    if (!file.commit())
        return {{},
                storageError(
                    u"The settings file %1 cannot be written: %2"_s.arg(path, file.errorString()))};
    return {merged, std::nullopt};
}

void Settings::startWrite()
{
    m_isScheduled = false;
    if (m_isWriting || m_pending.empty())
        return;
    m_isWriting = true;
    m_inFlight = std::exchange(m_pending, Json::object());
    m_writer.start([this, path = m_path, changes = m_inFlight] {
        const Written written = write(path, changes);
        // The destructor waits for the writer, so this is still there.
        QMetaObject::invokeMethod(
            this, [this, written] { settle(written); }, Qt::QueuedConnection);
    });
}

void Settings::settle(const Written &written)
{
    if (!m_isWriting)
        return; // flush() came first and has written all of it
    m_isWriting = false;
    const Json sent = std::exchange(m_inFlight, Json::object());
    if (written.failure) {
        // Kept for the next attempt; what was changed since then is newer.
        Json retry = sent;
        retry.update(m_pending);
        m_pending = retry;
        qCWarning(logSettings) << written.failure->message;
        Q_EMIT writeFailed(*written.failure);
        return;
    }
    take(written.content);
    startWrite();
}

void Settings::take(const Json &content)
{
    Json values = content;
    overlay(values, m_pending);
    const Json before = std::exchange(m_values, values);
    for (const auto &[key, value] : values.items()) {
        if (jsonMember(before, key.c_str()) != value)
            Q_EMIT changed(QString::fromStdString(key));
    }
    for (const auto &[key, value] : before.items()) {
        if (!values.contains(key))
            Q_EMIT changed(QString::fromStdString(key));
    }
}

Result<void> Settings::flush()
{
    m_writer.waitForDone();
    Json changes = std::exchange(m_inFlight, Json::object());
    changes.update(std::exchange(m_pending, Json::object()));
    m_isWriting = false;
    if (changes.empty())
        return {};
    const Written written = write(m_path, changes);
    if (written.failure) {
        m_pending = changes;
        return *written.failure;
    }
    take(written.content);
    return {};
}

QString configFolder()
{
    const QString chosen = qEnvironmentVariable("KAGURA_CONFIG_DIR");
    if (!chosen.isEmpty())
        return QDir::current().absoluteFilePath(chosen);
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/kagura"_L1;
}

} // namespace kagura
