// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runrecorder.h"

#include "core/runs/contenthash.h"

#include <utility>

namespace kagura {

namespace {

constexpr qsizetype InlineBytes = 512;
constexpr int PayloadVersion = 1;

} // namespace

RunRecorder::RunRecorder(RunJournal &journal, const Clock &clock, RunState state)
    : m_journal(journal)
    , m_clock(clock)
    , m_state(std::move(state))
{}

RunRecorder::~RunRecorder()
{
    if (m_pending.events.isEmpty() || m_isBroken)
        return;
    m_journal.append(m_pending.durability, summaryOf(m_state), m_pending.events, m_pending.values,
                     &m_journal, [](const Result<bool> &) {});
}

void RunRecorder::note(RunEvent::Kind kind, const QString &path, int attempt, Json data)
{
    data["v"] = PayloadVersion;
    RunEvent event;
    event.seq = m_state.lastSeq() + 1;
    event.timeMs = m_clock.wall().toMSecsSinceEpoch();
    event.kind = kind;
    event.path = path;
    event.attempt = attempt;
    event.data = std::move(data);
    m_state.apply(event);
    m_pending.events.append(std::move(event));
    schedule();
}

RunValueRef RunRecorder::keep(const Json &value)
{
    const QByteArray bytes = dumpJson(value);
    RunValueRef ref;
    if (bytes.size() <= InlineBytes) {
        ref.value = value;
    } else {
        ref.hash = keepBytes(bytes);
        ref.bytes = bytes.size();
    }
    return ref;
}

QString RunRecorder::keepBytes(const QByteArray &bytes)
{
    const QString hash = contentHash(bytes);
    if (!m_kept.contains(hash)) {
        m_kept.insert(hash);
        m_pending.values.insert(hash, bytes);
    }
    return hash;
}

void RunRecorder::whenDurable(Database::Durability durability,
                              QObject *context,
                              std::function<void()> done)
{
    if (durability == Database::Durability::Full)
        m_pending.durability = durability;
    if (done)
        m_pending.waiters.push_back({context, std::move(done)});
    schedule();
}

void RunRecorder::schedule()
{
    if (std::exchange(m_isScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isScheduled = false;
            flush();
        },
        Qt::QueuedConnection);
}

void RunRecorder::flush()
{
    if (m_isBroken || (m_isWriting && !m_journal.isCounting()))
        return;
    if (m_pending.events.isEmpty() && m_pending.values.isEmpty() && m_pending.waiters.empty())
        return;
    m_isWriting = true;
    const auto batch = std::make_shared<Batch>(std::exchange(m_pending, {}));
    m_journal.append(batch->durability, summaryOf(m_state), batch->events, batch->values, this,
                     [this, batch](const Result<bool> &outcome) { settle(batch, outcome); });
}

void RunRecorder::settle(const std::shared_ptr<Batch> &batch, const Result<bool> &outcome)
{
    m_isWriting = false;
    if (!outcome) {
        if (!std::exchange(m_isBroken, true))
            Q_EMIT broke(outcome.error());
        return;
    }
    const QPointer<RunRecorder> self(this);
    if (!batch->events.isEmpty())
        Q_EMIT eventsCommitted(batch->events);
    for (const Waiter &waiter : batch->waiters) {
        if (waiter.context)
            waiter.done();
    }
    if (self)
        flush();
}

} // namespace kagura
