// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacherefresh.h"

#include "core/cache/answerlog.h"
#include "core/cache/keptdialect.h"
#include "core/llm/chatanswer.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int AtOnce = 4;

QString textOf(const QByteArray &log)
{
    ChatAnswer answer;
    if (const auto events = AnswerLog::decode(log)) {
        for (const TimedEvent &timed : *events)
            answer.apply(timed.event);
    }
    return answer.text;
}

RefreshedEntry resultFor(const CacheEntry &entry)
{
    RefreshedEntry result;
    result.id = entry.id;
    result.model = entry.model;
    result.prompt = entry.requestHead;
    return result;
}

} // namespace

//! An entry that is being asked.
struct CacheRefresh::Asking
{
    RefreshedEntry result;
    CacheKey key;
    std::shared_ptr<Provider> provider; // outlives its reply
    std::unique_ptr<ChatReply> reply;
};

CacheRefresh::CacheRefresh(CacheBrowser &browser,
                           ProviderFor providerFor,
                           const QList<qint64> &ids,
                           QObject *parent)
    : Handle(parent)
    , m_browser(browser)
    , m_providerFor(std::move(providerFor))
    , m_waiting(ids)
{
    QMetaObject::invokeMethod(this, &CacheRefresh::startMore, Qt::QueuedConnection);
}

CacheRefresh::~CacheRefresh() = default;

void CacheRefresh::cancel()
{
    m_waiting.clear();
    m_asking.clear();
    finish(Error{Error::Kind::Cancelled, u"it was stopped"_s});
}

void CacheRefresh::startMore()
{
    while (!isFinished() && m_open < AtOnce && !m_waiting.isEmpty()) {
        ++m_open;
        read(m_waiting.takeFirst());
    }
    if (!isFinished() && m_open == 0)
        finish();
}

void CacheRefresh::read(qint64 id)
{
    m_browser.entry(id, this, [this, id](const Result<std::optional<BrowserTable::Whole>> &whole) {
        if (isFinished())
            return;
        if (!whole)
            return finish(whole.error());
        RefreshedEntry gone;
        gone.id = id;
        gone.failure = Error{Error::Kind::BadRequest, u"it was just taken away"_s};
        if (!*whole)
            return take(gone);
        const CacheEntry &entry = (*whole)->answer.entry;
        RefreshedEntry refused = resultFor(entry);
        const Result<Json> body = parseJson((*whole)->request);
        if ((entry.flags & CacheEntry::HasTools) != 0)
            refused.failure = Error{Error::Kind::BadRequest,
                                    u"it declares tools, and such answers are not kept"_s};
        else if (!body || !body->is_object() || !KeptDialect::isWhole(*body))
            refused.failure =
                Error{Error::Kind::BadRequest, u"it holds files, of which only hashes are kept"_s};
        if (refused.failure)
            return take(refused);
        ask(**whole, *body);
    });
}

void CacheRefresh::ask(const BrowserTable::Whole &whole, const Json &body)
{
    const CacheEntry entry = whole.answer.entry;
    auto asking = std::make_unique<Asking>();
    asking->result = resultFor(entry);
    asking->result.before = textOf(whole.answer.log);
    asking->key = entry.key;
    m_asking[entry.id] = std::move(asking);
    m_providerFor(entry.provider, body, this,
                  [this, entry](const Result<std::shared_ptr<Provider>> &provider) {
                      const auto found = m_asking.find(entry.id);
                      if (isFinished() || found == m_asking.end())
                          return;
                      Asking &one = *found->second;
                      if (!provider) {
                          one.result.failure = provider.error();
                          return take(one.result);
                      }
                      ChatRequest request;
                      request.model = entry.model;
                      request.messages = {Message::fromText(Role::User, entry.requestHead)};
                      CallOptions options;
                      options.cacheMode = CacheMode::Refresh;
                      options.sampleIndex = entry.sample;
                      options.tags = entry.tags;
                      one.provider = *provider;
                      one.reply = one.provider->send(request, options);
                      connect(
                          one.reply.get(), &Handle::finished, this,
                          [this, id = entry.id] { listen(id); }, Qt::QueuedConnection);
                  });
}

void CacheRefresh::listen(qint64 id)
{
    const auto found = m_asking.find(id);
    if (isFinished() || found == m_asking.end())
        return;
    Asking &one = *found->second;
    one.result.failure = one.reply->failure();
    one.result.after = one.reply->answer().text;
    const std::optional<Finish> &finish = one.reply->answer().finish;
    const bool isWhole = finish && finish->reason == FinishReason::Stop;
    if (!one.result.failure && (!isWhole || one.result.after.isEmpty()))
        one.result.failure =
            Error{Error::Kind::Truncated, u"the new answer is not whole, so the old one stays"_s};
    const auto &outcome = one.reply->cacheOutcome();
    one.result.isReplaced = !one.result.failure && outcome && outcome->key == one.key.toBytes();
    take(one.result);
}

void CacheRefresh::take(RefreshedEntry entry)
{
    m_asking.erase(entry.id);
    m_done.append(std::move(entry));
    --m_open;
    Q_EMIT refreshed(m_done.constLast());
    startMore();
}

} // namespace kagura
