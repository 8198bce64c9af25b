// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/mapactivity.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

// A result above that is not written a second time: its items have it.
constexpr qint64 DerivedAboveBytes = 256 * 1024;

} // namespace

MapActivity::MapActivity(FrameRun &frame,
                         const RunGraph::Node &node,
                         const MapStep &step,
                         const QString &path)
    : NodeActivity(frame, *node.node, path)
    , m_step(step)
    , m_body(*node.body)
{}

MapActivity::~MapActivity() = default;

QString MapActivity::itemPath(int index) const
{
    return u"%1[%2]"_s.arg(path()).arg(index);
}

void MapActivity::start()
{
    Result<Json> list = m_step.over->evaluate(frame());
    if (list && !list->is_array())
        list = Error{Error::Kind::BadRequest, u"`over` is no list"_s};
    else if (list && static_cast<qint64>(list->size()) > m_step.maxItems)
        list = Error{Error::Kind::BadRequest,
                     u"the list has %1 items; `max_items` allows %2"_s.arg(list->size())
                         .arg(m_step.maxItems)};
    if (!list) {
        end(NodeOutcome::failed(list.error(), attempt()));
        return;
    }
    m_list = *std::move(list);
    m_outputs = Json::array_t(m_list.size());
    m_hasOutput.resize(m_list.size());
    m_limit = m_step.maxConcurrency.value_or(context().runSlots().count());
    noteStarted();
    if (!record() || !record()->itemCount)
        note(Kind::MapExpanded, {{"count", m_list.size()}, {"leaves", m_body.leafCount()}});
    advance();
}

// A loop and no recursion: items that the journal has end at once.
void MapActivity::advance()
{
    if (hasEnded() || std::exchange(m_isAdvancing, true))
        return;
    const int count = static_cast<int>(m_list.size());
    while (m_next < count && static_cast<int>(m_frames.size()) < m_limit && !m_failure
           && !m_isCancelled && !context().isEnding)
        startItem(m_next++);
    m_isAdvancing = false;
    const bool isStopped = m_failure || m_isCancelled || context().isEnding;
    if (m_frames.empty() && (m_doneCount == count || isStopped))
        conclude();
}

void MapActivity::startItem(int index)
{
    const QString itemsPath = itemPath(index);
    if (const NodeRecord *known = context().state().find(itemsPath); known) {
        if (hasOutput(known->stand)) {
            if (std::optional<Json> output = context().value(known->output)) {
                m_outputBytes += known->output.bytes;
                itemDone(index, *std::move(output));
                return;
            }
        } else if (known->stand == NodeStand::Failed) {
            itemFailed(index, known->failure.value_or(RunFailure{u"internal"_s}));
            return;
        }
    }
    auto item = std::make_unique<FrameRun>(
        context(), frame().workflow(), m_body, &frame(), itemsPath + u'.',
        std::map<std::string, Json>{{"item", std::move(m_list[static_cast<std::size_t>(index)])},
                                    {"index", index}});
    FrameRun &started = *item;
    m_frames.emplace(index, std::move(item));
    started.begin([this, index] { itemEnded(index); });
}

void MapActivity::itemEnded(int index)
{
    const auto found = m_frames.find(index);
    const std::unique_ptr<FrameRun, QScopedPointerDeleteLater> item(found->second.release());
    m_frames.erase(found);
    if (item->isCancelled()) {
        noteItem(index, Kind::NodeCancelled, Json::object());
        advance();
        return;
    }
    frame().tolerate(item->toleratedCount());
    std::optional<RunFailure> failure = item->failure();
    Result<Json> output = Json();
    if (!failure) {
        output = m_step.result.evaluate(*item);
        if (!output)
            failure = RunFailure{errorKindName(output.error().kind), output.error().message, 1};
    }
    if (failure) {
        noteItem(index, Kind::NodeFailed, {{"error", failure->toJson()}});
        itemFailed(index, *failure);
    } else {
        const RunValueRef ref = context().recorder().keep(*output);
        m_outputBytes += ref.bytes;
        noteItem(index, Kind::NodeCompleted, {{"output", ref.toJson()}});
        itemDone(index, *std::move(output));
    }
    advance();
}

void MapActivity::noteItem(int index, Kind kind, Json data)
{
    data["kind"] = "item";
    context().recorder().note(kind, itemPath(index), 1, std::move(data));
}

void MapActivity::itemDone(int index, Json output)
{
    m_outputs[static_cast<std::size_t>(index)] = std::move(output);
    m_hasOutput[static_cast<std::size_t>(index)] = true;
    ++m_doneCount;
}

void MapActivity::itemFailed(int index, const RunFailure &failure)
{
    ++m_doneCount;
    m_errors.push_back(
        {{"index", index}, {"type", toJson(failure.type)}, {"message", toJson(failure.message)}});
    if (m_step.onItemError != MapStep::ItemError::Fail) {
        frame().tolerate(1);
        return;
    }
    if (!m_failure)
        m_failure =
            RunFailure{failure.type, u"item %1: %2"_s.arg(index).arg(failure.message), attempt()};
    if (frame().workflow().cancelsOnFailure) {
        for (const auto &[other, item] : m_frames)
            item->cancel();
    }
}

void MapActivity::conclude()
{
    if (m_failure) {
        end(NodeOutcome::failed(*m_failure));
        return;
    }
    if (m_isCancelled || context().isEnding) {
        end(NodeOutcome::cancelled());
        return;
    }
    const std::size_t total = m_outputs.size();
    const auto succeeded =
        static_cast<std::size_t>(std::count(m_hasOutput.begin(), m_hasOutput.end(), true));
    if (total > 0
        && static_cast<double>(succeeded) < m_step.minSuccess * static_cast<double>(total)) {
        end(NodeOutcome::failed(RunFailure{
            jsonString(m_errors.front(), "type"),
            u"only %1 of %2 items succeeded; `min_success` asks for more"_s.arg(succeeded).arg(
                total),
            attempt()}));
        return;
    }
    if (m_step.onItemError == MapStep::ItemError::Drop) {
        Json kept = Json::array();
        for (std::size_t i = 0; i < total; ++i) {
            if (m_hasOutput[i])
                kept.push_back(std::move(m_outputs[i]));
        }
        m_outputs = std::move(kept);
    }
    NodeOutcome outcome = NodeOutcome::succeeded(std::move(m_outputs));
    outcome.isDerived = m_outputBytes > DerivedAboveBytes;
    std::sort(m_errors.begin(), m_errors.end(),
              [](const Json &one, const Json &other) { return one["index"] < other["index"]; });
    outcome.fields = {
        {"errors", std::move(m_errors)},
        {"counts", {{"total", total}, {"succeeded", succeeded}, {"failed", total - succeeded}}}};
    end(std::move(outcome));
}

void MapActivity::cancel()
{
    m_isCancelled = true;
    for (const auto &[index, item] : m_frames)
        item->cancel();
    advance();
}

} // namespace kagura
