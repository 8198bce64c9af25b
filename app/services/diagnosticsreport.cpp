// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/diagnosticsreport.h"

#include "app/services/services.h"
#include "core/async/runthen.h"
#include "core/net/httprequest.h"
#include "core/storage/backup.h"
#include "core/storage/connection.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString section(const QString &title, const QStringList &lines)
{
    return u"\n## %1\n\n"_s.arg(title) + (lines.isEmpty() ? u"none"_s : lines.join(u'\n')) + u'\n';
}

QString line(const QString &name, const QString &value)
{
    return name.leftJustified(24) + value;
}

QString settingLine(const Settings &settings, const TextSetting &key)
{
    return line(QString::fromLatin1(key.name), settings.value(key));
}

QString settingLine(const Settings &settings, const IntSetting &key)
{
    return line(QString::fromLatin1(key.name), QString::number(settings.value(key)));
}

QString settingLine(const Settings &settings, const BoolSetting &key)
{
    return line(QString::fromLatin1(key.name), settings.value(key) ? u"yes"_s : u"no"_s);
}

template <typename... Keys>
QStringList settingLines(const Settings &settings, const Keys &...keys)
{
    return {settingLine(settings, keys)...};
}

QStringList filesIn(const QString &folder)
{
    QStringList lines;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        lines.append(line(
            QDir(folder).relativeFilePath(info.filePath()),
            u"%1 bytes, mode %2"_s.arg(info.size()).arg(int(info.permissions()) & 0x777, 0, 16)));
    }
    lines.sort();
    return lines;
}

//! Tables and how many rows each has, never what is in them.
QStringList stateOf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {u"is not there"_s};
    Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::ReadOnly);
    if (!opened)
        return {opened.error().message};
    const std::unique_ptr<Connection> connection = std::move(opened).value();
    QStringList lines;
    QStringList tables;
    Statement rows(*connection,
                   u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE "
                   "VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name"_s);
    while (rows.next())
        tables.append(rows.text(0));
    for (const QString &table : std::as_const(tables)) {
        const Result<qint64> count =
            connection->integer(u"SELECT count(*) FROM \"%1\""_s.arg(table));
        lines.append(
            line(table, count ? u"%1 rows"_s.arg(*count) : u"fault: "_s + count.error().message));
    }
    const Result<void> sound = quickCheck(*connection);
    lines.append(line(u"every page"_s, sound ? u"sound"_s : sound.error().message));
    return lines;
}

QString foldersText(const Result<DataFolder> &folder)
{
    if (!folder)
        return section(u"Data folder"_s, {folder.error().message});
    return section(u"Data folder"_s, QStringList(folder->path()) + filesIn(folder->path()))
        + section(u"Database of conversations"_s, stateOf(folder->databasePath()))
        + section(u"Database of kept answers"_s, stateOf(folder->cacheDatabasePath()));
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{
        Error::Kind::Storage,
        u"%1 cannot be written: %2. Choose another folder."_s.arg(path, file.errorString())};
}

} // namespace

DiagnosticsReport::DiagnosticsReport(Services &services,
                                     const QList<CheckFinding> &findings,
                                     const QString &path,
                                     QObject *parent)
    : Handle(parent)
    , m_services(services)
{
    QStringList checks;
    for (const CheckFinding &finding : findings)
        checks.append(finding.word().leftJustified(6) + finding.subject.leftJustified(18)
                      + finding.found);
    const QString known =
        headText() + section(u"Checks"_s, checks) + settingsText() + providersText();
    runThen(
        this, [] { return foldersText(DataFolder::open()); },
        [this, known, path](const QString &folders) {
            QString text = m_services.redactor().redacted(known + folders);
            // The name of the account is nobody's business either.
            if (QDir::homePath() != u"/"_s)
                text.replace(QDir::homePath(), u"~"_s);
            if (const Result<void> written = write(path, text.toUtf8()); !written)
                finish(written.error());
            else
                finish();
        });
}

void DiagnosticsReport::cancel()
{
    finish(Error{Error::Kind::Cancelled, u"the report was not wanted any more"_s});
}

QString DiagnosticsReport::headText() const
{
    return u"# How Kagura stands\n\n"
           "This file holds no conversation and no key. Read it before you send it.\n"_s
        + section(u"Versions"_s,
                  {line(u"written"_s, m_services.clock().wall().toString(Qt::ISODate)),
                   line(u"Kagura"_s, QCoreApplication::applicationVersion()),
                   line(u"Qt"_s, QString::fromLatin1(qVersion())),
                   line(u"system"_s, QSysInfo::prettyProductName()),
                   line(u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()),
                   line(u"processor"_s, QSysInfo::currentCpuArchitecture()),
                   line(u"session"_s,
                        qEnvironmentVariable("XDG_SESSION_TYPE", u"unknown"_s) + u' '
                            + qEnvironmentVariable("XDG_CURRENT_DESKTOP")),
                   line(u"locale"_s, QLocale::system().name())});
}

QString DiagnosticsReport::settingsText() const
{
    using namespace settings;
    return section(u"Settings"_s,
                   settingLines(m_services.settings(), Theme, Language, DefaultModel, ZoomPercent,
                                EnterSends, ProbeLocalServers, CacheModeName, CacheMemoryMib,
                                CacheDiskMib, CacheLifetimeHours));
}

QString DiagnosticsReport::providersText() const
{
    QStringList lines;
    for (const ProviderConfig &config : m_services.savedProviders()) {
        QStringList facts = {dialectName(config.dialect), originOf(config.baseUrl)};
        if (config.needsKey)
            facts.append(u"needs a key"_s);
        if (!config.headers.isEmpty())
            facts.append(u"%1 headers"_s.arg(config.headers.size()));
        if (config.network.proxy == NetworkProfile::Proxy::Custom)
            facts.append(u"a proxy of its own"_s);
        if (!config.network.caFile.isEmpty())
            facts.append(u"an authority of its own"_s);
        facts.append(u"at most %1 at once"_s.arg(config.limits.concurrency));
        lines.append(line(config.name, facts.join(u", "_s)));
    }
    return section(u"Connected providers"_s, lines);
}

} // namespace kagura
