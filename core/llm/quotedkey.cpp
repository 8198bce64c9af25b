// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/quotedkey.h"

#include "core/base/redactor.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype ShortestRest = 4; // fewer characters of a key are no help to anyone

// The beginning of the key that a cut message ends with.
qsizetype restAtTheEnd(QStringView text, QStringView key)
{
    for (qsizetype size = std::min(key.size() - 1, text.size()); size >= ShortestRest; --size) {
        if (text.endsWith(key.first(size)))
            return size;
    }
    return 0;
}

} // namespace

Error withoutQuotedKeys(Error error, const QList<CredentialHeader> &credentials)
{
    if (error.message.isEmpty() || credentials.isEmpty())
        return error;
    Redactor redactor;
    for (const CredentialHeader &credential : credentials) {
        redactor.add(credential.secret);
        if (!error.message.endsWith(u'…'))
            continue;
        QByteArray bytes = credential.secret.reveal();
        QString key = QString::fromUtf8(bytes);
        wipe(bytes);
        const QString text = error.message.chopped(1);
        if (const qsizetype size = restAtTheEnd(text, key); size > 0)
            error.message = text.chopped(size) + u'…';
        key.fill(u'\0');
    }
    error.message = redactor.redacted(error.message);
    return error;
}

} // namespace kagura
