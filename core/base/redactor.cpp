// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redactor.h"

#include <QRegularExpression>
#include <QSet>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr const char *Mask = "[redacted]";
constexpr qsizetype ShortestSecret = 8;

// Base64 of a secret that stands somewhere in a longer text: its first and last characters depend on
// the neighbours, so only those in between are searched for.
QByteArray base64Core(const QByteArray &secret, int offset, QByteArray::Base64Options options)
{
    QByteArray encoded =
        (QByteArray(offset, 'x') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
    if (offset > 0)
        encoded.remove(0, offset + 1);
    if ((offset + secret.size()) % 3 != 0)
        encoded.chop(1);
    return encoded;
}

// A server may quote the JSON of another server in its own.
QByteArray jsonEscaped(QByteArray secret)
{
    return secret.replace('\\', "\\\\").replace('"', "\\\"");
}

QSet<QByteArray> formsOf(const QByteArray &secret)
{
    QSet<QByteArray> forms = {secret,
                              secret.toPercentEncoding(),
                              secret.toPercentEncoding().toLower(),
                              secret.toHex(),
                              secret.toHex().toUpper(),
                              jsonEscaped(secret),
                              jsonEscaped(secret).replace('/', "\\/")};
    for (int offset = 0; offset < 3; ++offset) {
        forms.insert(base64Core(secret, offset, QByteArray::Base64Encoding));
        forms.insert(base64Core(secret, offset, QByteArray::Base64UrlEncoding));
    }
    return forms;
}

// Compiled once: a redactor is made for every answer that may quote a key.
const QList<QRegularExpression> &keyPatterns()
{
    constexpr auto Insensitive = QRegularExpression::CaseInsensitiveOption;
    // Group 1 stays, the rest of the match goes.
    static const QList<QRegularExpression> patterns = {
        QRegularExpression(u"()\\b(?:sk|rk|pk)-[A-Za-z0-9_-]{12,}"_s),
        QRegularExpression(u"()\\bAIza[A-Za-z0-9_-]{20,}"_s),
        QRegularExpression(
            u"()\\b(?:gsk|xai|pplx|hf|nvapi|csk|fw|r8|ghp|gho|github_pat|glpat)[-_][A-Za-z0-9_-]{12,}"_s),
        QRegularExpression(
            u"(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?(?:(?:bearer|basic)\\s+)?)[^\\s\"',;]+"_s,
            Insensitive),
        QRegularExpression(u"(\\bbearer\\s+)[A-Za-z0-9._~+/=-]{8,}"_s, Insensitive),
        QRegularExpression(
            u"(\\b(?:[a-z0-9-]*api[-_]?key|access[-_]?token|token|secret|password)[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"',;&]{6,}"_s,
            Insensitive),
        QRegularExpression(u"([?&](?:key|token|sig)=)[^&\\s\"']+"_s, Insensitive),
        QRegularExpression(u"(://[^/\\s:@]*:)[^@/\\s]+(?=@)"_s),
    };
    return patterns;
}

} // namespace

Redactor::~Redactor()
{
    for (QByteArray &form : m_forms)
        wipe(form);
}

void Redactor::add(const Secret &secret)
{
    QByteArray bytes = secret.reveal();
    if (bytes.size() >= ShortestSecret) {
        const std::lock_guard lock(m_lock);
        for (const QByteArray &form : formsOf(bytes)) {
            if (form.size() >= ShortestSecret && !m_forms.contains(form))
                m_forms.append(form);
        }
    }
    wipe(bytes);
}

QString Redactor::redacted(const QString &text) const
{
    QByteArray bytes = text.toUtf8();
    {
        const std::lock_guard lock(m_lock);
        for (const QByteArray &form : m_forms)
            bytes.replace(form, Mask);
    }
    QString clean = QString::fromUtf8(bytes);
    for (const QRegularExpression &pattern : keyPatterns())
        clean.replace(pattern, u"\\1"_s + QLatin1String(Mask));
    return clean;
}

} // namespace kagura
