// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/eventprinter.h"

#include "app/cli/terminal.h"

#include <array>

namespace kagura {

namespace {

constexpr qint64 LargestInline = 64 * 1024; // bytes

// What of an event's data is a value of the run.
constexpr std::array ValueNames = {"inputs",   "input",  "output", "request",
                                   "response", "fields", "args",   "text"};

} // namespace

EventPrinter::EventPrinter(RunJournal &journal, const QString &run, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_run(run)
{}

void EventPrinter::print(const QList<RunEvent> &events)
{
    m_events += events;
    if (!m_isReading)
        next();
}

QString EventPrinter::expand(Json &data) const
{
    for (const char *name : ValueNames) {
        const auto found = data.find(name);
        if (found == data.end() || !found->is_object())
            continue;
        const RunValueRef ref = RunValueRef::fromJson(*found);
        if (ref.value) {
            *found = *ref.value;
        } else if (!ref.hash.isEmpty() && ref.bytes <= LargestInline) {
            const auto known = m_values.constFind(ref.hash);
            if (known == m_values.constEnd())
                return ref.hash;
            if (!known->is_discarded())
                *found = *known;
        }
    }
    return {};
}

void EventPrinter::next()
{
    while (!m_events.isEmpty()) {
        RunEvent event = m_events.constFirst();
        const QString missing = expand(event.data);
        if (!missing.isEmpty()) {
            m_isReading = true;
            m_journal.value(missing, this, [this, missing](const Result<Json> &value) {
                m_isReading = false;
                m_values.insert(missing, value ? *value : Json(Json::value_t::discarded));
                next();
            });
            return;
        }
        m_values.clear();
        m_events.removeFirst();
        if (!terminal::writeOut(dumpJson(runEventToJson(event, m_run)) + '\n')) {
            m_events.clear();
            Q_EMIT closed();
            return;
        }
    }
    Q_EMIT drained();
}

} // namespace kagura
