// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/foreignfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error broken(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

QString baseName(const QString &entry)
{
    return entry.section(u'/', -1);
}

Error inPlace(const QString &place, const Error &error)
{
    Error told = error;
    told.message = u"%1: %2"_s.arg(place, error.message);
    return told;
}

QStringList conversationEntries(const ForeignFile &file)
{
    static const QRegularExpression form(u"^conversations(-\\d+)?\\.json$"_s);
    return file.entriesLike([](const QString &name) { return form.match(name).hasMatch(); });
}

bool isList(QByteArrayView text)
{
    return text.trimmed().startsWith('[') || text.trimmed().startsWith("\xef\xbb\xbf[");
}

// The conversations of a text; an object is one.
Result<QList<JsonSlice>> slicesOf(const ForeignText &text, const ImportLimits &limits)
{
    if (!isList(text.bytes)) {
        // Where it does not parse, that is told when it is read.
        return QList<JsonSlice>{JsonSlice{{}, text.bytes, 0}};
    }
    return sliceJson(text.bytes, 0, limits.conversations);
}

} // namespace

Result<ForeignFile> ForeignFile::open(const QString &path, const ImportLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage,
                     u"%1 cannot be read: %2"_s.arg(path, file.errorString())};
    if (file.size() > limits.fileBytes)
        return broken(
            u"it has %1 bytes; at most %2 are read"_s.arg(file.size()).arg(limits.fileBytes));
    // A pipe has no size, so that the limit holds for what comes, too.
    const QByteArray bytes = file.read(limits.fileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Storage,
                     u"%1 cannot be read: %2"_s.arg(path, file.errorString())};
    return fromBytes(QFileInfo(path).fileName(), bytes, limits);
}

Result<ForeignFile> ForeignFile::fromBytes(const QString &name,
                                           const QByteArray &bytes,
                                           const ImportLimits &limits)
{
    if (bytes.size() > limits.fileBytes)
        return broken(u"it is larger than %1 bytes"_s.arg(limits.fileBytes));
    ForeignFile file;
    file.m_name = name;
    file.m_limits = limits;
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06")) {
        Result<std::shared_ptr<ZipArchive>> archive = ZipArchive::open(bytes, limits);
        if (!archive)
            return archive.error();
        file.m_archive = std::move(archive).value();
    } else {
        file.m_bytes = bytes;
    }
    return file;
}

bool ForeignFile::isJson() const
{
    const QByteArrayView start = QByteArrayView(m_bytes).trimmed();
    return start.startsWith('[') || start.startsWith('{') || start.startsWith("\xef\xbb\xbf");
}

QStringList ForeignFile::entries() const
{
    return m_archive ? m_archive->names() : QStringList();
}

QStringList ForeignFile::entriesLike(const std::function<bool(const QString &)> &accepts) const
{
    QStringList found;
    for (const QString &entry : entries()) {
        if (accepts(baseName(entry)))
            found.append(entry);
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<QByteArray> ForeignFile::entry(const QString &name) const
{
    if (!m_archive)
        return broken(u"%1 is no archive"_s.arg(m_name));
    return m_archive->read(name);
}

Result<QList<ForeignText>> conversationTexts(const ForeignFile &file)
{
    QList<ForeignText> texts;
    if (!file.isArchive()) {
        texts.append({file.name(), file.bytes()});
        return texts;
    }
    const QStringList entries = conversationEntries(file);
    if (entries.isEmpty())
        return broken(u"the archive has no conversations.json"_s);
    for (const QString &entry : entries) {
        const Result<QByteArray> bytes = file.entry(entry);
        if (!bytes)
            return bytes.error();
        texts.append({entry, *bytes});
    }
    return texts;
}

QStringList conversationKeys(const ForeignFile &file)
{
    ForeignText text{file.name(), file.bytes()};
    if (file.isArchive()) {
        const QStringList entries = conversationEntries(file);
        if (entries.isEmpty())
            return {};
        const Result<QByteArray> bytes = file.entry(entries.constFirst());
        if (!bytes)
            return {};
        text.bytes = *bytes;
    } else if (!file.isJson()) {
        return {};
    }
    const Result<QList<JsonSlice>> slices = slicesOf(text, file.limits());
    if (!slices || slices->isEmpty())
        return {};
    const Result<QList<JsonSlice>> members = sliceJson(slices->constFirst().text);
    QStringList keys;
    if (members) {
        for (const JsonSlice &member : *members)
            keys.append(member.key);
    }
    return keys;
}

Result<void> eachConversation(const ForeignFile &file,
                              const std::function<Result<void>(const Json &conversation)> &read)
{
    const Result<QList<ForeignText>> texts = conversationTexts(file);
    if (!texts)
        return texts.error();
    for (const ForeignText &text : *texts) {
        const Result<QList<JsonSlice>> slices = slicesOf(text, file.limits());
        if (!slices)
            return inPlace(text.place, slices.error());
        int number = 0;
        for (const JsonSlice &slice : *slices) {
            const QString place = u"%1, conversation %2"_s.arg(text.place).arg(++number);
            const Result<Json> conversation = parseSlice(slice);
            if (!conversation)
                return inPlace(place, conversation.error());
            if (const Result<void> done = read(*conversation); !done)
                return inPlace(place, done.error());
        }
    }
    return {};
}

} // namespace kagura
