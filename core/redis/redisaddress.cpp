// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisaddress.h"

#include <QUrl>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error wrong(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

} // namespace

Result<RedisAddress> RedisAddress::fromText(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isRedis = url.scheme() == "redis"_L1 || url.scheme() == "rediss"_L1;
    if (!url.isValid() || !isRedis || url.host().isEmpty())
        return wrong(u"the address of the server is redis://host:port, or rediss://host:port "
                     "for an encrypted connection"_s);
    if (!url.password().isEmpty())
        return wrong(u"the address must not hold the password: it would stand in a file. Leave it "
                     "out; it is asked for, and goes into the keychain"_s);
    if (url.hasQuery() || url.hasFragment())
        return wrong(u"the address ends after the number of the database: "
                     "redis://host:port/0"_s);
    RedisAddress address;
    address.host = url.host();
    address.port = static_cast<quint16>(url.port(UsualPort));
    address.user = url.userName(QUrl::FullyDecoded);
    address.isEncrypted = url.scheme() == "rediss"_L1;
    const QString path = url.path().mid(1);
    if (!path.isEmpty()) {
        bool isNumber = false;
        address.database = path.toInt(&isNumber);
        if (!isNumber || address.database < 0 || address.database > LargestDatabase)
            return wrong(u"the database is a number, as in redis://%1/0"_s.arg(url.host()));
    }
    return address;
}

QString RedisAddress::toText() const
{
    QUrl url;
    url.setScheme(isEncrypted ? u"rediss"_s : u"redis"_s);
    url.setHost(host);
    url.setPort(port);
    url.setUserName(user);
    if (database != 0)
        url.setPath(u'/' + QString::number(database));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace kagura
