// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/anatomytable.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/storage/schema.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAnatomyTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedPartsAreCounted()
    {
        const QTemporaryDir folder;
        const std::unique_ptr<Connection> connection =
            std::move(Connection::open(folder.filePath(u"cache.db"_s), Connection::Mode::ReadWrite))
                .value();
        QVERIFY(migrate(*connection, {cacheSchema()}));
        const auto store = [&connection](const ChatRequest &request) {
            const CallIdentity identity = identityOf(DialectId::OpenAiChat, request);
            const Result<RequestKey> key = RequestKey::of(identity);
            NewCacheEntry entry = newEntry(u"x"_s, QDateTime::currentDateTimeUtc());
            entry.answer.entry.key = key->key;
            entry.anatomy = KeyAnatomy::of(identity, key->shape.body);
            QVERIFY(EntryTable(*connection).insert(entry, 0));
        };
        ChatRequest request = richRequest(DialectId::OpenAiChat);
        store(request);
        request.messages.last() = Message::fromText(Role::User, u"Another end"_s);
        store(request);
        request.system = u"Another prompt"_s;
        request.temperature = 0.1;
        store(request);
        const auto anatomy = AnatomyTable(*connection).of(1);
        QVERIFY(anatomy && *anatomy);
        const StoredAnatomy &found = **anatomy;
        QCOMPARE(found.compared, 2);
        QCOMPARE(found.origin.shared, 2);
        QCOMPARE(found.tools.shared, 2);
        QCOMPARE(found.system.shared, 1);
        QCOMPARE(found.parameters.shared, 1);
        QCOMPARE(found.messages.size(), 4);
        QCOMPARE(found.messages.first().shared, 2);
        QCOMPARE(found.messages.last().shared, 0);
        QCOMPARE(found.system.hash.size(), 64);
        const auto none = AnatomyTable(*connection).of(99);
        QVERIFY(none && !*none);
    }
};

KAGURA_TEST(TestAnatomyTable)
#include "tst_anatomytable.moc"
