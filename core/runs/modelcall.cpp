// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/modelcall.h"

#include "core/runs/modelrequest.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

} // namespace

ModelCall::ModelCall(RunContext &context, Order order)
    : m_context(context)
    , m_isContextAlive(&context)
    , m_order(std::move(order))
{}

ModelCall::~ModelCall()
{
    if (!m_isContextAlive)
        return;
    setWorking(false);
    giveSlotBack();
}

void ModelCall::begin(Ended ended)
{
    m_ended = std::move(ended);
    setWorking(true);
    m_requestRef = m_context.keepSent(
        requestToJson(m_order.provider, m_order.request, m_order.options.sampleIndex));
    if (!isInJournal())
        askForSlot();
}

bool ModelCall::isInJournal()
{
    const NodeRecord *record = m_context.state().find(m_order.path);
    if (!record)
        return false;
    m_call = static_cast<int>(record->calls.size());
    for (const LlmRecord &call : record->calls) {
        if (call.stand != LlmRecord::Stand::Completed || call.attempt != m_order.attempt
            || call.request != m_requestRef)
            continue;
        const std::optional<Json> response = m_context.value(call.response);
        if (!response)
            continue;
        Answer answer{answerFromJson(*response), call.origin != "live"_L1, true};
        answer.answer.usage = call.usage;
        answer.answer.servedModel = call.servedModel;
        endLater(answer);
        return true;
    }
    return false;
}

void ModelCall::askForSlot()
{
    const Usage estimate = estimatedUsage(m_order.request);
    m_reservation.tokens = estimate.inputTokens.value_or(0) + estimate.outputTokens.value_or(0);
    m_reservation.microUsd = m_context.models()
                                 .costMicroUsd(m_order.provider, m_order.request.model, estimate)
                                 .value_or(0);
    const QString reason =
        m_context.runSlots().ask(m_order.model, m_reservation.tokens, this, [this] {
            m_hasSlot = true;
            if (!m_ended) {
                giveSlotBack();
                return;
            }
            setWorking(true);
            leave();
        });
    if (!reason.isEmpty()) {
        setWorking(false); // others work, or nobody may
        Json data = m_order.introduction;
        data["reason"] = toJson(reason);
        note(Kind::NodeQueued, std::move(data));
    }
}

void ModelCall::leave()
{
    const NodeRecord *record = m_context.state().find(m_order.path);
    if (!record || record->stand != NodeStand::Running || record->attempts < m_order.attempt) {
        Json data = m_order.introduction;
        data["provider"] = toJson(m_order.provider);
        data["model"] = toJson(m_order.request.model);
        data["input"] = m_requestRef.toJson();
        note(Kind::NodeStarted, std::move(data));
    }
    record = m_context.state().find(m_order.path);
    m_call = static_cast<int>(record->calls.size()) + 1;
    note(Kind::LlmRequested,
         {{"call", m_call},
          {"provider", toJson(m_order.provider)},
          {"model", toJson(m_order.request.model)},
          {"request", m_requestRef.toJson()},
          {"reserved_micro_usd", m_reservation.microUsd}});
    m_isRequested = true;
    // Whatever happens from now on, the journal knows that money may have been spent.
    m_context.recorder().whenDurable(Database::Durability::Normal, this, [this] {
        if (m_isCancelled)
            return;
        m_context.models().prepare(m_order.provider, this, [this](const Result<Provider *> &found) {
            if (m_isCancelled)
                return;
            if (found)
                send(**found);
            else
                fail(found.error());
        });
    });
}

void ModelCall::send(Provider &provider)
{
    CallOptions options = m_order.options;
    options.beforeDispatch = [this]() -> std::optional<Error> {
        m_budgetLimit = m_context.budget().hurdle(m_context.state().spent(), m_reservation);
        if (!m_budgetLimit.isEmpty())
            return Error{
                Error::Kind::Quota,
                u"the budget of the run (%1) does not allow this call"_s.arg(m_budgetLimit)};
        m_context.budget().reserve(m_reservation);
        m_isReserved = true;
        return std::nullopt;
    };
    m_reply = provider.send(m_order.request, options);
    connect(m_reply.get(), &ChatReply::eventsAdded, this, &ModelCall::follow);
    connect(m_reply.get(), &Handle::finished, this, &ModelCall::settle);
}

void ModelCall::follow(const QList<ChatEvent> &events)
{
    for (const ChatEvent &event : events) {
        if (const auto *retry = std::get_if<RetryScheduled>(&event)) {
            m_isRetrying = true;
            note(Kind::NodeRetryScheduled,
                 {{"after_ms", retry->after.count()},
                  {"error",
                   RunFailure{errorKindName(retry->kind), {}, retry->attempt - 1}.toJson()}});
            m_context.clock().callLater(retry->after, m_reply.get(), [this] {
                if (std::exchange(m_isRetrying, false))
                    note(Kind::NodeStarted, Json::object());
            });
        } else if (const auto *text = std::get_if<TextDelta>(&event)) {
            if (m_order.isSubject)
                Q_EMIT m_context.textAdded(m_order.path, text->text);
        }
    }
}

void ModelCall::settle()
{
    if (!m_reply)
        return;
    const std::optional<Error> failure = m_reply->failure();
    if (failure && !m_budgetLimit.isEmpty() && m_context.pausesAtBudget && !m_isCancelled) {
        // Nothing has left: the call is put back until somebody raises the budget.
        m_reply.release()->deleteLater();
        note(Kind::LlmFailed,
             {{"call", m_call}, {"error", RunFailure{u"budget"_s, failure->message, 1}.toJson()}});
        m_isRequested = false;
        giveSlotBack();
        note(Kind::NodeQueued, {{"reason", "budget"}});
        setWorking(false);
        m_context.waitForBudget(std::exchange(m_budgetLimit, {}), this, [this] {
            if (!m_ended)
                return;
            askForSlot();
        });
        return;
    }
    if (failure) {
        fail(*failure);
        return;
    }
    const ChatAnswer &answer = m_reply->answer();
    const bool isLive = m_reply->origin() == ChatReply::Origin::Live;
    const std::optional<qint64> cost = isLive
        ? m_context.models().costMicroUsd(m_order.provider, m_order.request.model, answer.usage)
        : std::optional<qint64>(0);
    Json data = {{"call", m_call},
                 {"response", m_context.recorder().keep(answerToJson(answer)).toJson()},
                 {"usage", usageToJson(answer.usage)},
                 {"origin", toJson(originName(m_reply->origin()))}};
    if (answer.finish)
        data["finish"] = toJson(finishReasonName(answer.finish->reason));
    if (!answer.servedModel.isEmpty())
        data["served_model"] = toJson(answer.servedModel);
    if (cost)
        data["cost_micro_usd"] = *cost;
    if (const auto &outcome = m_reply->cacheOutcome()) {
        if (outcome->savedMicroUsd)
            data["saved_micro_usd"] = *outcome->savedMicroUsd;
        if (!outcome->key.isEmpty())
            data["cache_key"] = outcome->key.toHex().toStdString();
    }
    if (const auto first = m_reply->firstContentAfter())
        data["first_ms"] = first->count();
    if (const auto total = m_reply->totalTime())
        data["total_ms"] = total->count();
    note(Kind::LlmCompleted, std::move(data));
    m_isRequested = false;
    end(Answer{answer, !isLive, false});
}

void ModelCall::fail(const Error &error)
{
    if (m_isRequested) {
        Json data = {{"call", m_call},
                     {"error",
                      RunFailure{m_budgetLimit.isEmpty() ? errorKindName(error.kind) : u"budget"_s,
                                 error.message, 1}
                          .toJson()}};
        if (m_reply) {
            const Usage &usage = m_reply->answer().usage;
            data["usage"] = usageToJson(usage);
            // What a provider counted before it failed is paid for.
            if (usage.inputTokens || usage.outputTokens) {
                data["origin"] = toJson(originName(m_reply->origin()));
                if (const auto cost = m_context.models().costMicroUsd(m_order.provider,
                                                                      m_order.request.model, usage))
                    data["cost_micro_usd"] = *cost;
            }
        }
        note(Kind::LlmFailed, std::move(data));
        m_isRequested = false;
    }
    end(error);
}

void ModelCall::cancel()
{
    if (!m_ended || std::exchange(m_isCancelled, true))
        return;
    if (m_reply && !m_reply->isFinished())
        m_reply->cancel(); // and settle() follows
    if (m_ended)
        fail({Error::Kind::Cancelled, u"it was cancelled"_s});
}

void ModelCall::giveSlotBack()
{
    if (std::exchange(m_isReserved, false))
        m_context.budget().release(m_reservation);
    if (std::exchange(m_hasSlot, false))
        m_context.runSlots().giveBack(m_order.model);
}

void ModelCall::endLater(const Result<Answer> &answer)
{
    QMetaObject::invokeMethod(
        this, [this, answer] { end(answer); }, Qt::QueuedConnection);
}

void ModelCall::end(const Result<Answer> &answer)
{
    if (m_reply)
        m_reply.release()->deleteLater();
    setWorking(false);
    const QPointer<ModelCall> self(this);
    if (const Ended ended = std::exchange(m_ended, {}))
        ended(answer);
    if (self)
        giveSlotBack();
}

void ModelCall::setWorking(bool isWorking)
{
    if (std::exchange(m_isWorking, isWorking) != isWorking)
        m_context.working(isWorking ? 1 : -1);
}

void ModelCall::note(Kind kind, Json data)
{
    m_context.recorder().note(kind, m_order.path, m_order.attempt, std::move(data));
}

} // namespace kagura
