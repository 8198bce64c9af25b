// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/misswords.h"

#include <QCoreApplication>
#include <QStringList>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct MissWords
{
    Q_DECLARE_TR_FUNCTIONS(kagura::MissWords)
};

//! Each in the word of a log and in words for a person, what matters most first.
struct Change
{
    QString detail;
    QString words;
};

QList<Change> changesOf(const CacheExplanation &explanation)
{
    QList<Change> changes;
    if (!explanation.nearest)
        return changes;
    const auto add = [&changes](bool holds, const QString &detail, const QString &words) {
        if (holds)
            changes.append({detail, words});
    };
    add(explanation.isOtherOrigin, u"endpoint_changed"_s,
        MissWords::tr("another endpoint or account"));
    add(explanation.isOtherModel, u"model_changed"_s, MissWords::tr("another model"));
    add(explanation.isOtherSpace, u"namespace_changed"_s, MissWords::tr("another space"));
    add(explanation.isOtherSystem, u"system_changed"_s, MissWords::tr("system prompt changed"));
    add(explanation.areOtherTools, u"tools_changed"_s, MissWords::tr("tools changed"));
    add(!explanation.parameters.isEmpty(),
        u"param_changed(%1)"_s.arg(explanation.parameters.join(u',')),
        MissWords::tr("parameter changed: %1").arg(explanation.parameters.join(u", "_s)));
    add(explanation.isOtherSample, u"sample_index"_s, MissWords::tr("another sample"));
    if (explanation.messagesDivergeAt)
        add(true, u"messages_diverged_at(%1)"_s.arg(*explanation.messagesDivergeAt),
            MissWords::tr("messages differ from number %1 on").arg(*explanation.messagesDivergeAt));
    return changes;
}

bool isFirstMeeting(const CacheExplanation &explanation)
{
    return explanation.reason == CacheReason::NeverSeen || explanation.reason == CacheReason::None;
}

} // namespace

QString reasonText(CacheReason reason)
{
    switch (reason) {
    case CacheReason::None:
        return {};
    case CacheReason::NeverSeen:
        return MissWords::tr("never seen");
    case CacheReason::Expired:
        return MissWords::tr("expired");
    case CacheReason::SoftlyInvalidated:
        return MissWords::tr("made stale");
    case CacheReason::Invalidated:
        return MissWords::tr("invalidated");
    case CacheReason::Evicted:
        return MissWords::tr("made room for others");
    case CacheReason::Corrupt:
        return MissWords::tr("damaged on disk");
    case CacheReason::TierError:
        return MissWords::tr("the disk could not be read");
    case CacheReason::TierTimeout:
        return MissWords::tr("the disk took too long");
    case CacheReason::Off:
        return MissWords::tr("the cache is off");
    case CacheReason::Tools:
        return MissWords::tr("the request has tools");
    case CacheReason::Temperature:
        return MissWords::tr("not for this temperature");
    case CacheReason::NoKey:
        return MissWords::tr("the request has no key");
    case CacheReason::NotReading:
        return MissWords::tr("asked anew on purpose");
    case CacheReason::LifetimeZero:
        return MissWords::tr("nothing is to be kept");
    case CacheReason::Failed:
        return MissWords::tr("the answer failed");
    case CacheReason::Unfinished:
        return MissWords::tr("the answer broke off");
    case CacheReason::Length:
        return MissWords::tr("cut at the length limit");
    case CacheReason::ContentFilter:
        return MissWords::tr("stopped by a filter");
    case CacheReason::Refusal:
        return MissWords::tr("a refusal");
    case CacheReason::OtherFinish:
        return MissWords::tr("an unknown end");
    case CacheReason::ToolCalls:
        return MissWords::tr("the answer calls tools");
    case CacheReason::Empty:
        return MissWords::tr("an empty answer");
    case CacheReason::TooLarge:
        return MissWords::tr("too large");
    case CacheReason::BrokenSchema:
        return MissWords::tr("not of the shape asked for");
    case CacheReason::Joined:
        return MissWords::tr("shared a call under way");
    case CacheReason::Outdated:
        return MissWords::tr("invalidated meanwhile");
    case CacheReason::Backlog:
        return MissWords::tr("too much waits for the disk");
    case CacheReason::DiskFailed:
        return MissWords::tr("the disk failed");
    }
    return {};
}

QString missTitle(const CacheExplanation &explanation)
{
    const QList<Change> changes = changesOf(explanation);
    return isFirstMeeting(explanation) && !changes.isEmpty() ? changes.constFirst().words
                                                             : reasonText(explanation.reason);
}

QString missSentence(const CacheExplanation &explanation)
{
    if (!explanation.invalidatedBy.isEmpty())
        return MissWords::tr("It was kept, until \u201c%1\u201d was invalidated.")
            .arg(explanation.invalidatedBy);
    if (!isFirstMeeting(explanation))
        return MissWords::tr("It was kept once: %1.").arg(reasonText(explanation.reason));
    if (!explanation.nearest)
        return MissWords::tr("Nothing like it was kept: the question was new.");
    QStringList words;
    for (const Change &change : changesOf(explanation))
        words.append(change.words);
    if (words.isEmpty())
        return MissWords::tr("The nearest entry differs only in what its key alone tells.");
    return MissWords::tr("Against the nearest entry: %1.").arg(words.join(u"; "_s));
}

QString missStatusLine(const CacheExplanation &explanation)
{
    if (explanation.isHit)
        return u"kagura; hit"_s;
    QStringList details;
    if (isFirstMeeting(explanation)) {
        for (const Change &change : changesOf(explanation))
            details.append(change.detail);
    }
    if (details.isEmpty())
        details.append(cacheReasonName(explanation.reason));
    return u"kagura; fwd=miss; detail="_s + details.join(u'+');
}

} // namespace kagura
