// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonicaljson.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/explanationtable.h"
#include "core/cache/invalidationtable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestExplanationTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = std::move(Connection::open(m_folder->filePath(u"cache.db"_s),
                                                  Connection::Mode::ReadWrite))
                           .value();
        QVERIFY(migrate(*m_connection, {cacheSchema()}));
        m_request = richRequest(DialectId::OpenAiChat);
        // Something else entirely, and newer, so that "the newest" is not the answer to everything.
        store(identityOf(DialectId::OpenAiChat, m_request));
        ChatRequest other;
        other.model = m_request.model;
        other.messages = {Message::fromText(Role::User, u"Unrelated"_s)};
        store(identityOf(DialectId::OpenAiChat, other));
    }
    void cleanup() { m_connection.reset(); }

    void aHitIsAHit()
    {
        const CacheExplanation found = explain();
        QVERIFY(found.isHit);
        QCOMPARE(found.reason, CacheReason::None);
        QVERIFY(found.entry);
        QVERIFY(!found.nearest);
    }

    void ofWhatIsStoredByNowItSaysWhatWasMostLikeIt()
    {
        ChatRequest request = m_request;
        request.temperature = 0.1;
        const CallIdentity identity = identityOf(DialectId::OpenAiChat, request);
        store(identity);
        const Result<RequestKey> key = RequestKey::of(identity);
        const Result<CacheExplanation> found =
            ExplanationTable(*m_connection).explainFirst(identity, *key, {});
        QVERIFY(found);
        QVERIFY(!found->isHit);
        QCOMPARE(found->reason, CacheReason::NeverSeen);
        QCOMPARE(found->parameters, QStringList{u"temperature"_s});
        QCOMPARE(found->nearest->key,
                 RequestKey::of(identityOf(DialectId::OpenAiChat, m_request))->key);
    }

    void whatIsThereButNotServedSaysWhy()
    {
        QVERIFY(m_connection->execute(u"UPDATE entry SET expires_ms = ?"_s,
                                      m_now.addSecs(-1).toMSecsSinceEpoch()));
        QCOMPARE(explain().reason, CacheReason::Expired);
        QVERIFY(m_connection->execute(u"UPDATE entry SET expires_ms = NULL"_s));
        QVERIFY(invalidate(InvalidationTable::Kind::Soft));
        CacheExplanation found = explain();
        QVERIFY(!found.isHit);
        QCOMPARE(found.reason, CacheReason::SoftlyInvalidated);
        QCOMPARE(found.invalidatedBy, u"model:model*"_s);
        QVERIFY(invalidate(InvalidationTable::Kind::Hard));
        found = explain();
        QCOMPARE(found.reason, CacheReason::Invalidated);
        QCOMPARE(found.invalidatedBy, u"model:model*"_s);
        QCOMPARE(found.entry->state, CacheEntry::State::Trash);
    }

    void whatIsGoneSaysWhy()
    {
        QVERIFY(m_connection->execute(
            u"INSERT INTO ghost(key, at_ms, reason) SELECT key, 0, 'evicted' FROM entry"_s));
        QVERIFY(m_connection->execute(u"DELETE FROM entry"_s));
        const CacheExplanation found = explain();
        QCOMPARE(found.reason, CacheReason::Evicted);
        QVERIFY(!found.entry);
        QVERIFY(!found.nearest);
    }

    void changedParametersAreNamed()
    {
        m_request.temperature = 0.8;
        m_request.seed.reset();
        m_request.extra["top_k"] = 40;
        const CacheExplanation found = explain();
        QCOMPARE(found.reason, CacheReason::NeverSeen);
        QCOMPARE(found.nearest->id, 1);
        QCOMPARE(found.parameters, QStringList({u"seed"_s, u"temperature"_s}));
        QVERIFY(!found.isOtherSystem && !found.areOtherTools && !found.isOtherModel
                && !found.isOtherOrigin && !found.isOtherSample && !found.isOtherSpace);
        QVERIFY(!found.messagesDivergeAt);
    }

    void otherPartsAreToldApart()
    {
        m_request.system = u"Be long."_s;
        CacheExplanation found = explain();
        QCOMPARE(found.nearest->id, 1);
        QVERIFY(found.isOtherSystem && !found.areOtherTools && found.parameters.isEmpty());
        m_request = richRequest(DialectId::OpenAiChat);
        m_request.tools.clear();
        found = explain();
        QCOMPARE(found.nearest->id, 1);
        QVERIFY(found.areOtherTools && !found.isOtherSystem);
        m_request = richRequest(DialectId::OpenAiChat);
        m_request.model = u"model-2"_s;
        found = explain();
        QCOMPARE(found.nearest->id, 1);
        QVERIFY(found.isOtherModel && !found.isOtherOrigin && found.parameters.isEmpty());
        m_request = richRequest(DialectId::OpenAiChat);
        m_identity = [](CallIdentity &identity) { identity.scope = u"other account"_s; };
        found = explain();
        QCOMPARE(found.nearest->id, 1);
        QVERIFY(found.isOtherOrigin && !found.isOtherModel);
        m_identity = [](CallIdentity &identity) { identity.sampleIndex = 2; };
        found = explain();
        QVERIFY(found.isOtherSample && !found.isOtherOrigin);
        m_identity = {};
        m_space.name = u"elsewhere"_s;
        QVERIFY(explain().isOtherSpace);
        m_space = {};
    }

    void theMessageInWhichTheyPartIsNamed()
    {
        m_request.messages[3] = Message::fromText(Role::User, u"Is it so?"_s);
        CacheExplanation found = explain();
        QCOMPARE(found.nearest->id, 1);
        QCOMPARE(*found.messagesDivergeAt, 3);
        m_request = richRequest(DialectId::OpenAiChat);
        m_request.messages.append(Message::fromText(Role::User, u"Go on"_s));
        QCOMPARE(*explain().messagesDivergeAt, 4);
    }

    void anEmptyCacheKnowsNothing()
    {
        QVERIFY(m_connection->execute(u"DELETE FROM entry"_s));
        const CacheExplanation found = explain();
        QCOMPARE(found.reason, CacheReason::NeverSeen);
        QVERIFY(!found.nearest);
    }

private:
    void store(const CallIdentity &identity)
    {
        const RequestKey key = *RequestKey::of(identity);
        NewCacheEntry fresh = newEntry(u"text"_s, m_now, identity.model);
        fresh.answer.entry.key = key.key;
        fresh.anatomy = KeyAnatomy::of(identity, key.shape.body);
        fresh.request = *canonicalJson(key.shape.body);
        QCOMPARE(*EntryTable(*m_connection).insert(fresh, 0), EntryTable::Stored::Yes);
    }
    [[nodiscard]] CacheExplanation explain()
    {
        CallIdentity identity = identityOf(DialectId::OpenAiChat, m_request);
        if (m_identity)
            m_identity(identity);
        const auto found =
            ExplanationTable(*m_connection)
                .explain(identity, *RequestKey::of(identity, m_space), m_space, m_now);
        if (!found)
            qWarning() << found.error().message;
        return found ? *found : CacheExplanation();
    }
    [[nodiscard]] bool invalidate(InvalidationTable::Kind kind)
    {
        const QString query = u"model:model*"_s;
        return InvalidationTable(*m_connection)
            .invalidate(*CacheQuery::parse(query), query, kind, m_now, 10min)
            .has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    ChatRequest m_request;
    CacheSpace m_space;
    std::function<void(CallIdentity &)> m_identity;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestExplanationTable)
#include "tst_explanationtable.moc"
