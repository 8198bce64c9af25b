// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redistier.h"

#include "core/base/logging.h"
#include "core/redis/redissweep.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr char Format = 1; // of what is sealed; its number is bound to it as well
constexpr qsizetype LargestGeneration = 64;
constexpr auto ClockTolerance = std::chrono::minutes(5); // between two machines

QByteArray placeOf(const QByteArray &name, const SharedTier::Generation &generation)
{
    // Neither holds a zero byte, so their border is clear.
    return QByteArray("kagura-shared/v1") + '\0' + name + '\0' + generation;
}

bool isGeneration(const RedisValue &value)
{
    return value.kind == RedisValue::Kind::Nil
        || (value.kind == RedisValue::Kind::Text && value.text.size() <= LargestGeneration
            && !value.text.contains('\0'));
}

} // namespace

//! A look-up that was not answered yet.
struct RedisTier::Question
{
    QByteArray name; //!< of the entry; empty: only the generation is wanted
    QPointer<QObject> context;
    Found done;
    bool isAnswered = false;
    bool isReported = false; //!< to the breaker
};

RedisTier::RedisTier(const Options &options, const TeamKey &key, Clock &clock, QObject *parent)
    : SharedTier(parent)
    , m_clock(clock)
    , m_options(options)
    , m_key(key)
    , m_prefix("kg:v1:" + options.team.toLatin1() + ':')
    , m_connection(options.server)
    , m_breaker(clock, options.failures, options.pause)
{
    connect(&m_connection, &RedisConnection::closed, this,
            [](const Error &reason) { qCDebug(logLlm) << "the shared cache:" << reason.message; });
}

RedisTier::~RedisTier() = default;

bool RedisTier::isTeamName(const QString &name)
{
    static const QRegularExpression form(u"^[a-z0-9._-]{1,64}$"_s,
                                         QRegularExpression::DontCaptureOption);
    return form.match(name).hasMatch() && !name.endsWith(u'\n');
}

QString RedisTier::scopeOf(const QString &account) const
{
    return m_key.scopeOf(account);
}

QByteArray RedisTier::nameOf(const CacheKey &key) const
{
    return m_prefix + m_key.nameOf(key.toBytes());
}

void RedisTier::find(const CacheKey &key, QObject *context, Found done)
{
    ask({generationName(), nameOf(key)}, context, std::move(done));
}

void RedisTier::begin(QObject *context, Found done)
{
    ask({generationName()}, context, std::move(done));
}

void RedisTier::ask(const QList<QByteArray> &names, QObject *context, Found done)
{
    const auto question = std::make_shared<Question>();
    question->name = names.value(1);
    question->context = context;
    question->done = std::move(done);
    const auto refuse = [this, question, context](SharedEvent event) {
        QMetaObject::invokeMethod(
            context,
            [this, question, event] {
                finish(question, {event, {}, {}});
            },
            Qt::QueuedConnection);
    };
    if (!m_breaker.mayAsk())
        return refuse(SharedEvent::Skipped);
    // The answer is taken in any case, also when whoever asked is gone: it says how the server is.
    const bool isSent = m_connection.send(
        QList<QByteArray>{"MGET"} + names, this,
        [this, question](const Result<RedisValue> &reply) { answer(question, reply); });
    if (!isSent) {
        failed();
        return refuse(SharedEvent::Failed);
    }
    m_clock.callLater(m_options.limit, this, [this, question] {
        if (question->isAnswered)
            return;
        if (!std::exchange(question->isReported, true))
            failed();
        finish(question, {SharedEvent::Late, {}, {}});
    });
}

void RedisTier::answer(const std::shared_ptr<Question> &question, const Result<RedisValue> &reply)
{
    const bool isReported = std::exchange(question->isReported, true);
    const bool isPair = reply && reply->kind == RedisValue::Kind::List
        && reply->items.size() == (question->name.isEmpty() ? 1 : 2);
    if (!isPair) {
        if (!isReported)
            failed();
        return finish(question, {SharedEvent::Failed, {}, {}});
    }
    if (!isReported)
        m_breaker.succeeded();
    if (!question->isAnswered)
        finish(question, findingOf(question->name, *reply));
}

SharedTier::Finding RedisTier::findingOf(const QByteArray &name, const RedisValue &reply) const
{
    Finding finding;
    const RedisValue &generation = reply.items.constFirst();
    if (!isGeneration(generation))
        return {SharedEvent::Unreadable, {}, {}};
    finding.generation = generation.text;
    if (name.isEmpty() || reply.items.at(1).kind == RedisValue::Kind::Nil)
        return finding;
    const QByteArray &sealed = reply.items.at(1).text;
    finding.event = SharedEvent::Unreadable;
    if (sealed.size() < 2 || sealed.at(0) != Format)
        return finding;
    // Which generation it is of stands before it, so that an old one can be told from a foreign one.
    const qsizetype border = sealed.indexOf('\0', 1);
    if (border < 0 || border > LargestGeneration + 1)
        return finding;
    const QByteArray of = sealed.sliced(1, border - 1);
    const Result<QByteArray> opened =
        m_key.open(QByteArrayView(sealed).sliced(border + 1), placeOf(name, of));
    if (!opened)
        return finding;
    const Result<SharedAnswer> answer = SharedAnswer::fromBytes(*opened);
    if (!answer)
        return finding;
    const QDateTime now = m_clock.wall();
    const bool isOver = answer->expires && now > *answer->expires;
    const bool isAhead = milliseconds(now.msecsTo(answer->created)) > ClockTolerance;
    if (of != generation.text || isOver || isAhead) {
        finding.event = SharedEvent::Outdated;
        return finding;
    }
    finding.event = SharedEvent::Hit;
    finding.answer = *answer;
    return finding;
}

void RedisTier::finish(const std::shared_ptr<Question> &question, const Finding &finding)
{
    if (std::exchange(question->isAnswered, true))
        return;
    // A generation alone is no look-up.
    if (!question->name.isEmpty() || finding.event != SharedEvent::Miss)
        countOne(finding.event);
    if (question->context)
        question->done(finding);
}

void RedisTier::failed()
{
    const qint64 openings = m_breaker.openings();
    m_breaker.failed();
    // What was begun is of no use to anybody, and the next one begins with a fresh connection.
    if (m_breaker.openings() > openings)
        m_connection.close({Error::Kind::Network, u"the shared cache failed too often"_s});
}

void RedisTier::store(const CacheKey &key, const SharedAnswer &answer, const Generation &generation)
{
    // A store is no probe: a look-up finds out first.
    if (m_breaker.state() != Breaker::State::Closed)
        return countOne(SharedEvent::Skipped);
    milliseconds life = m_options.longestLife;
    if (answer.expires)
        life = std::min(life, milliseconds(m_clock.wall().msecsTo(*answer.expires)));
    const auto seconds = std::chrono::floor<std::chrono::seconds>(life);
    if (seconds.count() < 1)
        return countOne(SharedEvent::Outdated);
    const QByteArray name = nameOf(key);
    const QByteArray sealed = m_key.seal(answer.toBytes(), placeOf(name, generation));
    if (sealed.isEmpty())
        return countOne(SharedEvent::Failed);
    const QByteArray value = QByteArray(1, Format) + generation + '\0' + sealed;
    if (value.size() > m_options.server.largestAnswer)
        return countOne(SharedEvent::TooLarge);
    const bool isSent =
        m_connection.send({"SET", name, value, "EX", QByteArray::number(qint64(seconds.count()))},
                          this, [this](const Result<RedisValue> &reply) {
                              if (reply) {
                                  m_breaker.succeeded();
                                  countOne(SharedEvent::Stored);
                              } else {
                                  failed();
                                  countOne(SharedEvent::Failed);
                              }
                          });
    if (!isSent)
        countOne(SharedEvent::Dropped);
}

void RedisTier::drain(milliseconds limit, QObject *context, std::function<void()> done)
{
    const auto once = [done = std::move(done), isDone = std::make_shared<bool>(false)] {
        if (!std::exchange(*isDone, true))
            done();
    };
    if (m_connection.isIdle())
        limit = milliseconds(0);
    else
        connect(&m_connection, &RedisConnection::idle, context, once);
    m_clock.callLater(limit, context, once);
}

void RedisTier::clear(QObject *context, std::function<void(const Result<qint64> &)> done)
{
    // By itself it ends when the server does; a connection of its own leaves look-ups their way.
    auto *sweep = new RedisSweep(m_options.server, m_prefix, this);
    sweep->clear(context, std::move(done));
}

void RedisTier::look(QObject *context, std::function<void(const Result<Look> &)> done)
{
    auto *sweep = new RedisSweep(m_options.server, m_prefix, this);
    sweep->look(m_clock, context, [done = std::move(done)](const Result<RedisSweep::Seen> &seen) {
        if (seen)
            done(Look{seen->server, seen->roundTrip, seen->entries});
        else
            done(seen.error());
    });
}

} // namespace kagura
