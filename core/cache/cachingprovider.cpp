// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachingprovider.h"

#include "core/base/canonicaljson.h"
#include "core/base/logging.h"
#include "core/cache/admission.h"
#include "core/cache/answerlog.h"
#include "core/cache/replayreply.h"
#include "core/cache/sharedcall.h"
#include "core/llm/refusedreply.h"
#include "core/llm/relayreply.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr std::size_t KnownKeys = 4096; // each weighs one
constexpr qsizetype HeadLength = 200;
constexpr milliseconds LongestStale = std::chrono::hours(24);

bool isReading(CacheMode mode)
{
    return mode == CacheMode::ReadWrite || mode == CacheMode::ReadOnly
        || mode == CacheMode::OfflineOnly;
}

bool isStoring(CacheMode mode)
{
    return mode == CacheMode::ReadWrite || mode == CacheMode::WriteOnly
        || mode == CacheMode::Refresh;
}

// Trouble of the provider or of the way to it, which an older answer bridges.
bool isOutage(const Error &error)
{
    return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Network
        || error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::Overloaded
        || error.kind == Error::Kind::Server || error.kind == Error::Kind::Truncated;
}

Error notInCache(const QString &origin)
{
    Error error{
        Error::Kind::Network,
        u"offline: nothing was sent. There is no kept answer to this question, and %1 is not "
        "on this computer; go online, or ask the Guide or a model server here"_s.arg(
            origin.isEmpty() ? u"the provider"_s : origin)};
    error.isFinal = true;
    return error;
}

// Somebody here wants another answer than there is.
bool isInvalidated(CacheReason reason)
{
    return reason == CacheReason::Invalidated || reason == CacheReason::SoftlyInvalidated;
}

QString headOf(const QString &text)
{
    return text.left(2 * HeadLength).simplified().left(HeadLength);
}

QString outcomeName(CacheNote::Outcome outcome)
{
    switch (outcome) {
    case CacheNote::Outcome::Hit:
        return u"hit"_s;
    case CacheNote::Outcome::Miss:
        return u"miss"_s;
    case CacheNote::Outcome::Bypass:
        return u"bypass"_s;
    case CacheNote::Outcome::Stored:
        return u"stored"_s;
    case CacheNote::Outcome::Rejected:
        break;
    }
    return u"rejected"_s;
}

CacheOutcome outcomeOf(const RequestKey &key, CacheOutcome::Kind kind, CacheReason reason)
{
    CacheOutcome outcome{kind, cacheReasonName(reason)};
    if (key.key != CacheKey())
        outcome.key = key.key.toBytes();
    return outcome;
}

QString lastMessageOf(const ChatRequest &request)
{
    return request.messages.isEmpty() ? request.system : request.messages.last().text();
}

} // namespace

struct CachingProvider::Call
{
    ChatRequest request;
    CallOptions options;
    CachePolicy policy;
    CacheMode mode = CacheMode::ReadWrite;
    CallIdentity identity;
    RequestKey key;
};

//! Asks the disk first, and the provider after it.
class CachingProvider::Reply final : public RelayReply
{
public:
    Reply(CachingProvider &provider, Call call)
        : RelayReply(call.policy.staleIfError > milliseconds(0) ? Pass::FromContent : Pass::AtOnce)
        , m_provider(provider)
        , m_call(std::move(call))
    {}

    void ask()
    {
        m_provider.m_cache.find(m_call.key.key, this,
                                [this](const ResponseCache::Finding &found) { decide(found); });
    }

    void decide(const ResponseCache::Finding &finding)
    {
        if (isFinished())
            return;
        m_finding = finding;
        if (isReading(m_call.mode)) {
            // A flight that ended while the disk was asked has left its answer in memory.
            if (!m_finding.answer) {
                if (auto now = m_provider.m_cache.findNow(m_call.key.key); now && now->answer)
                    m_finding = *now;
            }
            if (m_finding.answer && tellAgain(*m_finding.answer, m_finding.tier, false))
                return;
            openShared();
            if (m_shared.isOpen() && !isInvalidated(m_finding.reason)) {
                m_shared.find(this, [this](const auto &answer) { decideShared(answer); });
                return;
            }
            miss();
            return;
        }
        setCacheOutcome(outcomeOf(m_call.key, CacheOutcome::Kind::Bypass, CacheReason::NotReading));
        m_provider.note(m_call, CacheNote::Outcome::Bypass, CacheReason::NotReading);
        openShared();
        m_shared.begin(this);
        goLive();
    }

    void decideShared(const std::optional<SharedAnswer> &answer)
    {
        if (isFinished())
            return;
        const std::optional<NewCacheEntry> entry = answer ? admitted(*answer) : std::nullopt;
        if (!entry) {
            // A flight may have ended once more.
            const auto now = m_provider.m_cache.findNow(m_call.key.key);
            if (!now || !now->answer || !tellAgain(*now->answer, now->tier, false))
                miss();
            return;
        }
        if (isStoring(m_call.mode))
            m_provider.m_cache.store(*entry, m_finding.token);
        if (!tellAgain(entry->answer, Origin::Shared, false))
            miss();
    }

    void miss()
    {
        setCacheOutcome(outcomeOf(m_call.key, CacheOutcome::Kind::Miss, m_finding.reason));
        m_provider.note(m_call, CacheNote::Outcome::Miss, m_finding.reason);
        if (m_call.mode == CacheMode::OfflineOnly) {
            if (m_finding.stale && tellAgain(*m_finding.stale, Origin::Disk, true))
                return;
            settle(notInCache(m_call.identity.origin));
            return;
        }
        // Whoever invalidated it here wants a new one, and the others get that, too.
        if (isInvalidated(m_finding.reason))
            m_shared.begin(this);
        goLive();
    }

protected:
    void attemptEnded(const std::optional<Error> &failure) override
    {
        if (m_isReplay) {
            settle(failure);
            return;
        }
        if (failure && mayStandIn(*failure) && tellAgain(*m_finding.stale, Origin::Disk, true))
            return;
        // Who bears the cost may have changed on the way.
        const QPointer<Reply> self(this);
        if (m_live && m_live->origin() != origin() && hasShown())
            start(m_live->origin(), m_live->provider(), m_live->model());
        if (self && m_live)
            keep(*m_live, failure);
        if (self)
            settle(failure);
    }

private:
    void openShared()
    {
        SharedTier *tier = m_provider.m_hooks.shared && m_call.mode != CacheMode::OfflineOnly
            ? m_provider.m_hooks.shared()
            : nullptr;
        m_shared =
            SharedCall(tier, m_provider.m_hooks.account, m_call.identity, m_call.policy.space);
    }

    // What others found good enough to keep is held to our own rules.
    [[nodiscard]] std::optional<NewCacheEntry> admitted(const SharedAnswer &shared) const
    {
        const Result<QList<TimedEvent>> events = AnswerLog::decode(shared.log);
        if (!events || shared.log.size() > m_provider.m_cache.options().entryBytes)
            return std::nullopt;
        ChatAnswer answer;
        for (const TimedEvent &timed : *events)
            answer.apply(timed.event);
        if (whyNotKept(answer, std::nullopt, m_call.request, m_call.policy) != CacheReason::None)
            return std::nullopt;
        NewCacheEntry fresh = entryOfCall();
        CacheEntry &entry = fresh.answer.entry;
        shared.fill(fresh.answer);
        entry.provider = m_provider.m_hooks.account;
        entry.answerHead = headOf(answer.text);
        if (const auto lifetime = lifetimeOf(m_call.key.shape, m_call.policy)) {
            const QDateTime end = entry.created.addMSecs(lifetime->count());
            entry.expires = entry.expires ? std::min(*entry.expires, end) : end;
        }
        if (entry.expires && m_provider.m_clock.wall() > *entry.expires)
            return std::nullopt;
        return fresh;
    }

    void goLive()
    {
        std::unique_ptr<ChatReply> attempt =
            m_provider.m_inner.send(m_call.request, m_call.options);
        m_live = attempt.get();
        m_sentAt = m_provider.m_clock.monotonic();
        if (isStoring(m_call.mode))
            connect(attempt.get(), &ChatReply::eventsAdded, this,
                    [this](const QList<ChatEvent> &events) { record(events); });
        follow(std::move(attempt));
    }

    [[nodiscard]] bool tellAgain(const CachedAnswer &answer, Origin tier, bool isStale)
    {
        std::unique_ptr<ChatReply> replay = m_provider.replay(m_call, answer, tier, isStale);
        if (!replay)
            return false;
        m_isReplay = true;
        follow(std::move(replay));
        return true;
    }

    [[nodiscard]] bool mayStandIn(const Error &failure) const
    {
        const std::shared_ptr<const CachedAnswer> &stale = m_finding.stale;
        if (hasShown() || !stale || !isOutage(failure) || !isReading(m_call.mode))
            return false;
        const milliseconds limit = std::min(m_call.policy.staleIfError, LongestStale);
        if (limit <= milliseconds(0))
            return false;
        const QDateTime now = m_provider.m_clock.wall();
        return !stale->entry.expires || milliseconds(stale->entry.expires->msecsTo(now)) <= limit;
    }

    [[nodiscard]] milliseconds sinceSent() const
    {
        return std::chrono::duration_cast<milliseconds>(m_provider.m_clock.monotonic() - m_sentAt);
    }

    void record(const QList<ChatEvent> &events)
    {
        if (m_isTooLarge)
            return;
        const milliseconds now = sinceSent();
        for (const ChatEvent &event : events) {
            m_log.add(event, now);
            if (!m_firstContent && isContent(event))
                m_firstContent = now;
        }
        if (m_log.bytes().size() > m_provider.m_cache.options().entryBytes) {
            m_isTooLarge = true;
            m_log = AnswerLog();
        }
    }

    void keep(const ChatReply &live, const std::optional<Error> &failure)
    {
        if (!isStoring(m_call.mode))
            return;
        const CacheReason reason = whyKeptBack(live, failure);
        if (reason != CacheReason::None) {
            m_provider.note(m_call, CacheNote::Outcome::Rejected, reason);
            return;
        }
        const NewCacheEntry entry = newEntry(live);
        m_provider.m_cache.store(entry, m_finding.token, m_shared.giving(entry.answer));
        m_provider.note(m_call, CacheNote::Outcome::Stored, CacheReason::None);
    }

    [[nodiscard]] CacheReason whyKeptBack(const ChatReply &live,
                                          const std::optional<Error> &failure) const
    {
        const CacheReason reason =
            whyNotKept(live.answer(), failure, m_call.request, m_call.policy);
        if (reason != CacheReason::None)
            return reason;
        if (live.origin() != Origin::Live)
            return CacheReason::Joined;
        return m_isTooLarge ? CacheReason::TooLarge : CacheReason::None;
    }

    // What is known without an answer.
    [[nodiscard]] NewCacheEntry entryOfCall() const
    {
        const RequestShape &shape = m_call.key.shape;
        NewCacheEntry fresh;
        CacheEntry &entry = fresh.answer.entry;
        entry.key = m_call.key.key;
        entry.space = m_call.policy.space.name;
        entry.dialect = m_call.identity.dialect;
        entry.origin = m_call.identity.origin;
        entry.scope = m_call.identity.scope;
        entry.model = m_call.identity.model;
        entry.agent = m_call.policy.agent;
        entry.sample = m_call.identity.sampleIndex;
        entry.temperature = shape.temperature;
        entry.flags = (shape.hasTools ? CacheEntry::HasTools : 0)
            | (shape.hasFiles ? CacheEntry::HasFiles : 0)
            | (shape.hasRemoteInput ? CacheEntry::HasRemoteInput : 0)
            | (shape.hasSchema ? CacheEntry::IsStructured : 0);
        entry.tags = m_call.options.tags;
        entry.tags.sort();
        entry.requestHead = headOf(lastMessageOf(m_call.request));
        fresh.anatomy = KeyAnatomy::of(m_call.identity, shape.body);
        if (const Result<QByteArray> text = canonicalJson(shape.body))
            fresh.request = *text;
        fresh.rest = RequestKey::restOf(m_call.identity, m_call.policy.space);
        return fresh;
    }

    [[nodiscard]] NewCacheEntry newEntry(const ChatReply &live) const
    {
        const ChatAnswer &answer = live.answer();
        NewCacheEntry fresh = entryOfCall();
        CacheEntry &entry = fresh.answer.entry;
        entry.provider = live.provider();
        entry.servedModel = answer.servedModel;
        entry.created = m_provider.m_clock.wall();
        if (const auto lifetime = lifetimeOf(m_call.key.shape, m_call.policy))
            entry.expires = entry.created.addMSecs(lifetime->count());
        entry.finish = answer.finish ? answer.finish->reason : FinishReason::Other;
        entry.usage = answer.usage;
        if (m_provider.m_hooks.cost)
            entry.costMicroUsd = m_provider.m_hooks.cost(entry.provider, entry.model, answer.usage);
        entry.duration = sinceSent();
        entry.firstContent = m_firstContent.value_or(entry.duration);
        entry.answerHead = headOf(answer.text);
        fresh.answer.log = m_log.bytes();
        return fresh;
    }

    CachingProvider &m_provider;
    Call m_call;
    ResponseCache::Finding m_finding;
    SharedCall m_shared;
    QPointer<ChatReply> m_live;
    AnswerLog m_log;
    std::chrono::microseconds m_sentAt{0};
    std::optional<milliseconds> m_firstContent;
    bool m_isTooLarge = false;
    bool m_isReplay = false;
};

CachingProvider::CachingProvider(Provider &inner, ResponseCache &cache, Clock &clock, Hooks hooks)
    : m_inner(inner)
    , m_cache(cache)
    , m_clock(clock)
    , m_hooks(std::move(hooks))
    , m_known({KnownKeys, KnownKeys})
{}

CachingProvider::~CachingProvider() = default;

Result<CallIdentity> CachingProvider::identify(const ChatRequest &request,
                                               const CallOptions &options) const
{
    return m_inner.identify(request, options);
}

CachePolicy CachingProvider::policyFor(const ChatRequest &request, const CallOptions &options) const
{
    CachePolicy policy = m_hooks.policy ? m_hooks.policy(request, options) : CachePolicy();
    if (policy.agent.isEmpty()) {
        for (const QString &tag : options.tags) {
            if (tag.startsWith("agent:"_L1))
                policy.agent = tag.mid(6);
        }
    }
    return policy;
}

CacheMode CachingProvider::modeFor(const CallOptions &options) const
{
    const CacheMode mode = narrowed(options.cacheMode, m_cache.mode());
    return mode == CacheMode::OfflineOnly && m_hooks.isLocal ? CacheMode::ReadWrite : mode;
}

std::unique_ptr<ChatReply> CachingProvider::send(const ChatRequest &request,
                                                 const CallOptions &options)
{
    Call call;
    call.mode = modeFor(options);
    // Nothing of such a call is looked at: it is somebody's private matter.
    if (call.mode == CacheMode::Off) {
        if (m_cache.mode() == CacheMode::OfflineOnly && !m_hooks.isLocal)
            return std::make_unique<RefusedReply>(notInCache({}));
        auto live = m_inner.send(request, options);
        live->setCacheOutcome(outcomeOf({}, CacheOutcome::Kind::Bypass, CacheReason::Off));
        return live;
    }
    Result<CallIdentity> identity = m_inner.identify(request, options);
    if (!identity)
        return std::make_unique<RefusedReply>(identity.error());
    call.request = request;
    call.options = options;
    call.policy = policyFor(request, options);
    call.identity = std::move(identity).value();
    const QByteArray digest = call.identity.digest();
    if (const auto known = m_known.find(digest); known && known->space == call.policy.space) {
        call.key = known->key;
        if (auto told = answerAtOnce(call))
            return told;
    }
    Result<RequestKey> key = RequestKey::of(call.identity, call.policy.space);
    CacheReason bypass = CacheReason::NoKey;
    if (key) {
        call.key = std::move(key).value();
        bypass = whyBypassed(call.key.shape, call.policy);
        auto known = std::make_shared<KnownKey>(KnownKey{call.policy.space, {}});
        known->key.key = call.key.key;
        known->key.shape = call.key.shape.withoutBody();
        m_known.insert(digest, std::move(known), 1);
    }
    if (bypass != CacheReason::None && call.mode != CacheMode::OfflineOnly) {
        note(call, CacheNote::Outcome::Bypass, bypass);
        auto live = m_inner.send(request, options);
        live->setCacheOutcome(outcomeOf(call.key, CacheOutcome::Kind::Bypass, bypass));
        return live;
    }
    if (auto told = answerAtOnce(call))
        return told;
    auto reply = std::make_unique<Reply>(*this, std::move(call));
    reply->ask();
    return reply;
}

std::unique_ptr<ChatReply> CachingProvider::answerAtOnce(const Call &call)
{
    if (!isReading(call.mode) || whyBypassed(call.key.shape, call.policy) != CacheReason::None)
        return nullptr;
    const auto now = m_cache.findNow(call.key.key);
    return now && now->answer ? replay(call, *now->answer, now->tier, false) : nullptr;
}

std::unique_ptr<ChatReply> CachingProvider::replay(const Call &call,
                                                   const CachedAnswer &answer,
                                                   ChatReply::Origin tier,
                                                   bool isStale)
{
    Result<QList<TimedEvent>> events = AnswerLog::decode(answer.log);
    if (!events) {
        qCWarning(logLlm) << "a cached answer cannot be read:" << events.error().message;
        return nullptr;
    }
    m_cache.noteUse(call.key.key);
    CacheNote hit;
    hit.outcome = CacheNote::Outcome::Hit;
    hit.tier = tier;
    hit.isStale = isStale;
    hit.key = call.key.key;
    hit.model = call.identity.model;
    hit.agent = call.policy.agent;
    hit.created = answer.entry.created;
    hit.saved = answer.entry.usage;
    hit.savedMicroUsd = answer.entry.costMicroUsd;
    hit.savedTime = answer.entry.duration;
    say(hit);
    return std::make_unique<ReplayReply>(std::move(events).value(), answer.entry, tier,
                                         call.policy.replay, isStale, m_clock);
}

void CachingProvider::note(const Call &call, CacheNote::Outcome outcome, CacheReason reason) const
{
    CacheNote note;
    note.outcome = outcome;
    note.reason = reason;
    note.key = call.key.key;
    note.model = call.identity.model;
    note.agent = call.policy.agent;
    if (outcome == CacheNote::Outcome::Miss) {
        note.call = call.identity;
        note.space = call.policy.space;
    }
    say(note);
}

void CachingProvider::say(const CacheNote &note) const
{
    CacheStat stat;
    stat.model = note.model;
    stat.agent = note.agent;
    stat.outcome = outcomeName(note.outcome);
    stat.detail = note.outcome == CacheNote::Outcome::Hit
        ? (note.isStale ? u"stale"_s : originName(note.tier))
        : cacheReasonName(note.reason);
    stat.count = 1;
    stat.savedInputTokens = note.saved.inputTokens.value_or(0);
    stat.savedOutputTokens = note.saved.outputTokens.value_or(0);
    stat.savedMicroUsd = note.savedMicroUsd.value_or(0);
    stat.savedTime = note.savedTime;
    m_cache.count(stat);
    if (m_hooks.noted)
        m_hooks.noted(note);
}

} // namespace kagura
