// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/canary.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <algorithm>

namespace kagura::test {

namespace {

QByteArray jsonEscaped(const QByteArray &key, bool escapesSlash)
{
    QByteArray escaped = key;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return escapesSlash ? escaped.replace('/', "\\/") : escaped;
}

QByteArray reversed(QByteArray key)
{
    std::reverse(key.begin(), key.end());
    return key;
}

// What base64 makes of the key wherever it stands in a longer text: the characters that do not depend
// on its neighbours.
QByteArray base64Core(const QByteArray &key, int offset, QByteArray::Base64Options options)
{
    const QByteArray encoded = (QByteArray(offset, 'x') + key).toBase64(options);
    const qsizetype whole = (offset + key.size()) / 3 * 4;
    return encoded.first(whole).sliced(offset == 0 ? 0 : 4);
}

QByteArray encoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding);
    return encode(QString::fromUtf8(bytes));
}

} // namespace

Canary::Canary(const QByteArray &key)
    : m_key(key)
{
    add("plain", key);
    add("JSON", jsonEscaped(key, false));
    add("JSON with slashes", jsonEscaped(key, true));
    add("percent", key.toPercentEncoding());
    add("percent in lower case", key.toPercentEncoding().toLower());
    add("hex", key.toHex());
    add("hex in upper case", key.toHex().toUpper());
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray place = QByteArray::number(offset);
        add("base64 at " + place, base64Core(key, offset, QByteArray::Base64Encoding));
        add("base64url at " + place, base64Core(key, offset, QByteArray::Base64UrlEncoding));
    }
    add("reversed", reversed(key));
    add("its beginning", key.first(12));
    add("its end", key.last(12));
}

void Canary::add(const QByteArray &name, const QByteArray &bytes)
{
    m_forms.append({name, bytes});
    m_forms.append({name + " in UTF-16LE", encoded(bytes, QStringConverter::Utf16LE)});
    m_forms.append({name + " in UTF-16BE", encoded(bytes, QStringConverter::Utf16BE)});
}

QStringList Canary::hitsIn(const QByteArray &bytes) const
{
    QStringList hits;
    for (const Form &form : m_forms) {
        if (bytes.contains(form.bytes))
            hits.append(QString::fromLatin1(form.name));
    }
    return hits;
}

QStringList Canary::hitsBelow(const QString &folder, const QStringList &except) const
{
    m_filesRead = 0;
    QStringList hits;
    const QDir root(folder);
    QDirIterator entries(folder,
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString name = root.relativeFilePath(path);
        if (std::any_of(except.cbegin(), except.cend(),
                        [&name](const QString &one) { return name.startsWith(one); }))
            continue;
        for (const QString &hit : hitsIn(name.toUtf8()))
            hits.append(QStringLiteral("the name of %1: %2").arg(name, hit));
        QFile file(path);
        if (!entries.fileInfo().isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        ++m_filesRead;
        for (const QString &hit : hitsIn(file.readAll()))
            hits.append(name + QStringLiteral(": ") + hit);
    }
    return hits;
}

} // namespace kagura::test
