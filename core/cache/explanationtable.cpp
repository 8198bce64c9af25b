// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/explanationtable.h"

#include "core/cache/entrytable.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <tuple>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int CandidateLimit = 300;
constexpr qsizetype PrefixBytes = 8; // of each message in h_prefixes

QByteArray shortPrefix(const Digest &prefix)
{
    return prefix.toBytes().left(PrefixBytes);
}

QStringList differingNames(const Json &one, const Json &other)
{
    QStringList names;
    const auto collect = [&names](const Json &from, const Json &against) {
        for (const auto &[name, value] : from.items()) {
            const QString text = QString::fromStdString(name);
            if ((!against.contains(name) || against[name] != value) && !names.contains(text))
                names.append(text);
        }
    };
    collect(one, other);
    collect(other, one);
    names.sort();
    return names;
}

} // namespace

//! A stored request, as far as likeness goes.
struct ExplanationTable::Candidate
{
    qint64 id = 0;
    bool isSameModel = false;
    bool isSameOrigin = false;
    bool isSameSystem = false;
    bool areSameTools = false;
    bool areSameParameters = false;
    qsizetype shared = 0; //!< messages that both begin with
    qsizetype messages = 0;

    // What makes more of a difference to a person stands in front.
    [[nodiscard]] auto likeness() const
    {
        return std::tuple(isSameSystem + (shared > 0 ? 1 : 0), shared, isSameModel,
                          areSameParameters, areSameTools, isSameOrigin, id);
    }
};

ExplanationTable::ExplanationTable(Connection &connection)
    : m_connection(connection)
{}

Result<CacheExplanation> ExplanationTable::explain(const CallIdentity &identity,
                                                   const RequestKey &key,
                                                   const CacheSpace &space,
                                                   const QDateTime &now)
{
    CacheExplanation explanation;
    if (const Result<void> done = explainByKey(key.key, now, explanation); !done)
        return done.error();
    if (explanation.entry || explanation.isHit)
        return explanation;
    if (const Result<void> done = explainByLikeness(identity, key, space, explanation); !done)
        return done.error();
    return explanation;
}

Result<CacheExplanation> ExplanationTable::explainFirst(const CallIdentity &identity,
                                                        const RequestKey &key,
                                                        const CacheSpace &space)
{
    CacheExplanation explanation;
    explanation.reason = CacheReason::NeverSeen;
    if (const Result<void> done = explainByLikeness(identity, key, space, explanation); !done)
        return done.error();
    return explanation;
}

Result<void> ExplanationTable::explainByLikeness(const CallIdentity &identity,
                                                 const RequestKey &key,
                                                 const CacheSpace &space,
                                                 CacheExplanation &explanation)
{
    const KeyAnatomy anatomy = KeyAnatomy::of(identity, key.shape.body);
    const Result<std::optional<Candidate>> found = nearest(identity, anatomy, key.key);
    if (!found)
        return found.error();
    if (!*found)
        return {};
    const Candidate &like = **found;
    Statement row(m_connection, u"SELECT %1 FROM entry WHERE id = ?"_s.arg(EntryTable::columns()));
    row.bind(like.id);
    if (row.next())
        explanation.nearest = EntryTable::read(row);
    if (!row.outcome())
        return row.outcome().error();
    if (!explanation.nearest)
        return {};
    explanation.isOtherModel = !like.isSameModel;
    explanation.isOtherOrigin = !like.isSameOrigin;
    explanation.isOtherSystem = !like.isSameSystem;
    explanation.areOtherTools = !like.areSameTools;
    explanation.isOtherSample = explanation.nearest->sample != identity.sampleIndex;
    explanation.isOtherSpace = explanation.nearest->space != space.name;
    if (like.shared < std::max(like.messages, anatomy.prefixes.size()))
        explanation.messagesDivergeAt = like.shared;
    if (!like.areSameParameters) {
        const Result<Json> theirs = parametersOf(like.id);
        if (!theirs)
            return theirs.error();
        explanation.parameters =
            differingNames(RequestParts::of(key.shape.body).parameters, *theirs);
    }
    return {};
}

Result<void> ExplanationTable::explainByKey(const CacheKey &key,
                                            const QDateTime &now,
                                            CacheExplanation &explanation)
{
    explanation.reason = CacheReason::NeverSeen;
    const Result<EntryTable::Finding> finding = EntryTable(m_connection).find(key);
    if (!finding)
        return finding.error();
    if (finding->isCorrupt) {
        explanation.reason = CacheReason::Corrupt;
        return {};
    }
    if (finding->answer) {
        const CacheEntry &entry = finding->answer->entry;
        explanation.entry = entry;
        const bool isExpired = !entry.isPinned && entry.expires && now > *entry.expires;
        explanation.reason = isExpired                ? CacheReason::Expired
            : entry.state == CacheEntry::State::Stale ? CacheReason::SoftlyInvalidated
                                                      : CacheReason::None;
        explanation.isHit = explanation.reason == CacheReason::None;
    } else {
        for (const CacheReason reason : {CacheReason::Expired, CacheReason::Evicted,
                                         CacheReason::Invalidated, CacheReason::Corrupt}) {
            if (finding->lostBecause == cacheReasonName(reason))
                explanation.reason = reason;
        }
    }
    Statement trash(m_connection,
                    u"SELECT %1, (SELECT predicate FROM operation WHERE operation.id = "
                    "coalesce(trash_operation, stale_operation)) FROM entry WHERE key = ? "
                    "ORDER BY state, id DESC LIMIT 1"_s.arg(EntryTable::columns()));
    trash.bind(key.toBytes());
    if (trash.next()) {
        explanation.entry = EntryTable::read(trash);
        explanation.invalidatedBy = trash.text(33);
        if (explanation.entry->state == CacheEntry::State::Trash)
            explanation.reason = CacheReason::Invalidated;
    }
    return trash.outcome();
}

Result<std::optional<ExplanationTable::Candidate>> ExplanationTable::nearest(
    const CallIdentity &identity, const KeyAnatomy &anatomy, const CacheKey &but)
{
    Statement rows(m_connection,
                   u"SELECT id, model, h_origin, h_system, h_tools, h_parameters, h_prefixes "
                   "FROM entry WHERE key <> ? AND (id IN (SELECT id FROM (SELECT id FROM entry "
                   "WHERE model = ? "
                   "AND state < 2 ORDER BY id DESC LIMIT ?)) OR id IN (SELECT id FROM (SELECT id "
                   "FROM entry WHERE state < 2 ORDER BY id DESC LIMIT ?)))"_s);
    rows.bind(but.toBytes());
    rows.bind(identity.model);
    rows.bind(CandidateLimit);
    rows.bind(CandidateLimit);
    std::optional<Candidate> best;
    while (rows.next()) {
        Candidate one;
        one.id = rows.integer(0);
        one.isSameModel = rows.text(1) == identity.model;
        one.isSameOrigin = rows.bytes(2) == anatomy.origin.toBytes();
        one.isSameSystem = rows.bytes(3) == anatomy.system.toBytes();
        one.areSameTools = rows.bytes(4) == anatomy.tools.toBytes();
        one.areSameParameters = rows.bytes(5) == anatomy.parameters.toBytes();
        const QByteArray prefixes = rows.bytes(6);
        one.messages = prefixes.size() / PrefixBytes;
        while (one.shared < std::min(one.messages, anatomy.prefixes.size())
               && prefixes.mid(one.shared * PrefixBytes, PrefixBytes)
                   == shortPrefix(anatomy.prefixes.at(one.shared)))
            ++one.shared;
        if (!best || best->likeness() < one.likeness())
            best = one;
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return best;
}

Result<Json> ExplanationTable::parametersOf(qint64 id)
{
    Statement row(m_connection, u"SELECT request FROM payload WHERE id = ?"_s);
    row.bind(id);
    const QByteArray text = row.next() ? row.bytes(0) : QByteArray();
    if (!row.outcome())
        return row.outcome().error();
    const Result<Json> body = parseJson(text);
    // One that cannot be read has no names to differ in.
    return body ? RequestParts::of(*body).parameters : Json::object();
}

} // namespace kagura
