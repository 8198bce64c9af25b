// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/statisticsview.h"

#include "ui/widgets/valuetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct StatisticsWords
{
    Q_DECLARE_TR_FUNCTIONS(kagura::StatisticsWords)
};

constexpr qsizetype MostRows = 5; // of models, and of agents; the rest is one row
constexpr qint64 FewCalls = 50; // tell nothing of other budgets
constexpr int BudgetsAround = 3; // doublings, down and up
constexpr double WorthOffering = 0.5; // points

//! Calls of one time or one name, by what became of them.
struct Tally
{
    qint64 hits = 0;
    qint64 misses = 0;
    qint64 joined = 0; // among the misses
    qint64 tokens = 0;
    qint64 microUsd = 0;
    qint64 milliseconds = 0;

    void add(const CacheStat &stat)
    {
        hits += stat.outcome == "hit"_L1 ? stat.count : 0;
        misses += stat.outcome == "miss"_L1 ? stat.count : 0;
        joined += stat.outcome == "rejected"_L1 && stat.detail == "joined"_L1 ? stat.count : 0;
        tokens += stat.savedInputTokens + stat.savedOutputTokens;
        microUsd += stat.savedMicroUsd;
        milliseconds += stat.savedTime.count();
    }
    [[nodiscard]] qint64 lookups() const { return hits + misses; }
    [[nodiscard]] double rate() const
    {
        return lookups() == 0 ? 0
                              : 100.0 * double(hits + std::min(joined, misses)) / double(lookups());
    }
};

QString percent(double value)
{
    return StatisticsWords::tr("%1 %").arg(QLocale().toString(value, 'f', 0));
}

QString share(qint64 part, qint64 whole)
{
    return StatisticsWords::tr("%1 %").arg(
        QLocale().toString(whole == 0 ? 0 : 100.0 * double(part) / double(whole), 'f', 1));
}

QString longTime(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60'000;
    if (minutes < 10)
        return durationText(std::chrono::milliseconds(milliseconds));
    return minutes < 60 ? StatisticsWords::tr("%1 min").arg(minutes)
                        : StatisticsWords::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString signedWords(qint64 change, const QString &words)
{
    return (change < 0 ? u"\u2212"_s : u"+"_s) + words;
}

int placeOf(const CacheStat &stat, const CacheReport::Period &period)
{
    const qint64 hours = period.from.secsTo(stat.hour) / 3600;
    return int(hours / period.step.count());
}

int placeCount(const CacheReport::Period &period)
{
    const qint64 hours = (period.from.secsTo(period.to) + 3599) / 3600;
    return int((hours + period.step.count() - 1) / period.step.count());
}

QString placeWords(const CacheReport::Period &period, int place)
{
    const QDateTime begin =
        period.from.addSecs(qint64(place) * period.step.count() * 3600).toLocalTime();
    return period.step.count() < 24 ? QLocale().toString(begin, u"HH:mm"_s)
                                    : QLocale().toString(begin.date(), u"d MMM"_s);
}

//! All of them, over time and together.
struct Group
{
    QList<Tally> places;
    Tally whole;

    void add(const CacheStat &stat, const CacheReport::Period &period)
    {
        places.resize(placeCount(period));
        whole.add(stat);
        const int place = placeOf(stat, period);
        if (place >= 0 && place < places.size())
            places[place].add(stat);
    }
};

//! A tier, and where its hits are counted.
struct Tier
{
    QString detail;
    QString name;
};

QList<Tier> tiers()
{
    return {{u"memory"_s, StatisticsWords::tr("Memory")},
            {u"disk"_s, StatisticsWords::tr("Disk")},
            {u"shared"_s, StatisticsWords::tr("Shared")},
            {u"joined"_s, StatisticsWords::tr("Joined")}};
}

// Which tier had the answer; -1: none.
qsizetype tierOf(const CacheStat &stat)
{
    if (stat.outcome == "rejected"_L1)
        return stat.detail == "joined"_L1 ? 3 : -1;
    if (stat.outcome != "hit"_L1)
        return -1;
    // A stale answer that stood in came from the disk.
    return stat.detail == "memory"_L1 ? 0 : stat.detail == "shared"_L1 ? 2 : 1;
}

AreaData tiersOf(const CacheReport &report, const QList<Tally> &places, const Tally &whole)
{
    QList<QList<double>> counts(tiers().size(), QList<double>(places.size(), 0));
    QList<double> totals(tiers().size(), 0);
    for (const CacheStat &stat : report.overTime) {
        const qsizetype tier = tierOf(stat);
        const int place = placeOf(stat, report.period);
        if (tier < 0 || place < 0 || place >= places.size())
            continue;
        counts[tier][place] += double(stat.count);
        totals[tier] += double(stat.count);
    }
    AreaData data;
    data.unit = u" %"_s;
    data.legendTitle = StatisticsWords::tr("mean");
    const auto rate = [](double count, const Tally &tally) {
        return tally.lookups() == 0 ? 0 : 100.0 * count / double(tally.lookups());
    };
    for (qsizetype tier = 0; tier < totals.size(); ++tier) {
        if (totals.at(tier) == 0)
            continue;
        AreaData::Series series;
        series.name = tiers().at(tier).name;
        series.total = percent(rate(totals.at(tier), whole));
        for (qsizetype place = 0; place < places.size(); ++place)
            series.values.append(rate(counts.at(tier).at(place), places.at(place)));
        data.series.append(series);
    }
    for (int place = 0; place < places.size(); ++place) {
        data.places.append(placeWords(report.period, place));
        QStringList parts;
        double sum = 0;
        for (const AreaData::Series &series : std::as_const(data.series)) {
            parts.append(u"%1 %2"_s.arg(series.name.toLower(),
                                        QLocale().toString(series.values.at(place), 'f', 0)));
            sum += series.values.at(place);
        }
        data.readouts.append(
            places.at(place).lookups() == 0
                ? StatisticsWords::tr("%1: not asked").arg(data.places.at(place))
                : StatisticsWords::tr("%1: %2 = %3")
                      .arg(data.places.at(place), parts.join(u" \u00b7 "_s), percent(sum)));
    }
    return data;
}

//! Why a lookup missed, by its name in the file, and whether a larger budget, a longer life or a healthy
//! disk would have answered it.
struct MissReason
{
    const char *detail;
    const char *words;
    bool isAvoidable;
};

constexpr std::array MissReasons = {
    MissReason{"never_seen", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Never seen"), false},
    MissReason{"expired", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Expired"), true},
    MissReason{"soft_invalidated", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Made stale"),
               true},
    MissReason{"invalidated", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Invalidated"), false},
    MissReason{"evicted", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Made room for others"),
               true},
    MissReason{"corrupt", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Damaged on disk"), true},
    MissReason{"tier_error", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Disk unreadable"), true},
    MissReason{"tier_timeout", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Disk too slow"), true},
    MissReason{"off", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Past it: cache off"), false},
    MissReason{"tools", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Past it: tools"), false},
    MissReason{"temperature", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Past it: temperature"),
               false},
    MissReason{"no_key", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Past it: no key"), false},
    MissReason{"not_reading", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Asked anew"), false},
    MissReason{"lifetime_zero", QT_TRANSLATE_NOOP("kagura::StatisticsWords", "Past it: kept never"),
               false},
};

// Without a bar yet.
BarData::Bar missBar(const CacheStat &stat)
{
    BarData::Bar bar;
    bar.name = stat.outcome + u": "_s + stat.detail;
    for (const MissReason &reason : MissReasons) {
        if (stat.detail != QLatin1String(reason.detail))
            continue;
        bar.name = StatisticsWords::tr(reason.words);
        bar.isStrong = reason.isAvoidable;
    }
    return bar;
}

BarData barsOf(const QMap<QString, BarData::Bar> &counted, qint64 total)
{
    BarData data;
    data.bars = counted.values();
    std::stable_sort(
        data.bars.begin(), data.bars.end(),
        [](const BarData::Bar &one, const BarData::Bar &other) { return one.value > other.value; });
    for (BarData::Bar &bar : data.bars) {
        bar.figure = countText(qint64(bar.value));
        bar.share = share(qint64(bar.value), total);
    }
    return data;
}

void fillMisses(const CacheReport &report, const Tally &whole, StatisticsView &view)
{
    QMap<QString, BarData::Bar> counted;
    QMap<QString, BarData::Bar> removed;
    qint64 total = 0;
    qint64 avoidable = 0;
    qint64 gone = 0;
    for (const CacheStat &stat : report.overTime) {
        if (stat.outcome == "removed"_L1) {
            BarData::Bar &bar = removed[stat.detail];
            bar.name = stat.detail == "evicted"_L1 ? StatisticsWords::tr("Made room for others")
                                                   : StatisticsWords::tr("Expired");
            bar.isStrong = stat.detail == "evicted"_L1;
            bar.value += double(stat.count);
            gone += stat.count;
        }
        if (stat.outcome != "miss"_L1 && stat.outcome != "bypass"_L1)
            continue;
        if (!counted.contains(stat.detail))
            counted.insert(stat.detail, missBar(stat));
        BarData::Bar &bar = counted[stat.detail];
        bar.value += double(stat.count);
        total += stat.count;
        avoidable += bar.isStrong ? stat.count : 0;
    }
    // What joined another call was not there either, and cost nothing.
    if (whole.joined > 0 && counted.contains(u"never_seen"_s)) {
        const double joined = std::min(double(whole.joined), counted.value(u"never_seen"_s).value);
        counted[u"never_seen"_s].value -= joined;
        total -= qint64(joined);
    }
    view.misses = barsOf(counted, total);
    view.missTotal = countText(total);
    view.avoidable = countText(avoidable);
    view.removals = barsOf(removed, gone);
}

QList<StatisticsView::Row> rowsOf(const QList<CacheStat> &stats,
                                  const CacheReport::Period &period,
                                  QString CacheStat::*name,
                                  const QString &nameless)
{
    QMap<QString, Group> groups;
    for (const CacheStat &stat : stats)
        groups[stat.*name].add(stat, period);
    QStringList order;
    for (auto one = groups.cbegin(); one != groups.cend(); ++one) {
        if (one->whole.lookups() > 0)
            order.append(one.key());
    }
    std::stable_sort(order.begin(), order.end(), [&groups](const QString &a, const QString &b) {
        return groups.value(a).whole.lookups() > groups.value(b).whole.lookups();
    });
    // Those that do not fit are one row together.
    if (order.size() > MostRows) {
        const QString rest =
            StatisticsWords::tr("%n others", nullptr, int(order.size() - MostRows + 1));
        Group others;
        const QStringList small = order.sliced(MostRows - 1);
        for (const CacheStat &stat : stats) {
            if (small.contains(stat.*name))
                others.add(stat, period);
        }
        order.resize(MostRows - 1);
        groups[rest] = others;
        order.append(rest);
    }
    QList<StatisticsView::Row> rows;
    for (const QString &one : std::as_const(order)) {
        const Group group = groups.value(one);
        StatisticsView::Row row;
        row.name = one.isEmpty() ? nameless : one;
        for (const Tally &place : group.places)
            row.trend.append(place.rate());
        row.hitRate = percent(group.whole.rate());
        row.lookups = countText(group.whole.lookups());
        row.saved = costText(group.whole.microUsd);
        rows.append(row);
    }
    return rows;
}

// How many of the latest calls a budget would answer; between two that are known, as the curve runs.
double hitsAt(const WhatIf &whatIf, qint64 bytes)
{
    double hits = 0;
    for (qsizetype i = 0; i < whatIf.points.size(); ++i) {
        const WhatIf::Point &point = whatIf.points.at(i);
        if (point.bytes >= bytes) {
            if (i == 0 || point.bytes == bytes)
                return double(point.hits);
            const double along = std::log2(double(bytes) / double(whatIf.points.at(i - 1).bytes));
            return hits + along * (double(point.hits) - hits);
        }
        hits = double(point.hits);
    }
    return hits;
}

void fillWhatIf(const WhatIf &whatIf, qint64 budget, StatisticsView &view)
{
    if (whatIf.calls < FewCalls || budget <= 0) {
        view.whatIfNote = StatisticsWords::tr("Too little is known yet: %1 of at least %2 calls.")
                              .arg(countText(whatIf.calls), countText(FewCalls));
        return;
    }
    const auto rate = [&whatIf](qint64 bytes) {
        return 100.0 * hitsAt(whatIf, bytes) / double(whatIf.calls);
    };
    view.whatIf.unit = u" %"_s;
    for (int doubling = -BudgetsAround; doubling <= BudgetsAround; ++doubling) {
        const qint64 bytes = doubling < 0 ? budget >> -doubling : budget << doubling;
        if (bytes < AccessTable::SmallestBudget)
            continue;
        if (doubling == 0)
            view.whatIf.now = int(view.whatIf.points.size());
        const double points = rate(bytes);
        view.whatIf.points.append({double(bytes), points, sizeText(bytes),
                                   (doubling == 0 ? StatisticsWords::tr("now, at %1: %2")
                                                  : StatisticsWords::tr("at %1: %2"))
                                       .arg(sizeText(bytes), percent(points))});
    }
    view.whatIfNote =
        StatisticsWords::tr("Estimated from the latest %1 calls.").arg(countText(whatIf.calls));
    if (rate(2 * budget) - rate(budget) >= WorthOffering)
        view.offeredBudget = 2 * budget;
}

void fillFigures(const QList<Tally> &places,
                 const Tally &whole,
                 const Tally &before,
                 StatisticsView &view)
{
    for (const Tally &place : places) {
        view.hitRate.trend.append(place.rate());
        view.money.trend.append(double(place.microUsd));
        view.time.trend.append(double(place.milliseconds));
        view.tokens.trend.append(double(place.tokens));
    }
    view.hitRate.value = percent(whole.rate());
    view.money.value = costText(whole.microUsd);
    view.time.value = longTime(whole.milliseconds);
    view.tokens.value = shortCountText(whole.tokens);
    if (before.lookups() == 0)
        return;
    const double points = whole.rate() - before.rate();
    view.hitRate.change =
        StatisticsWords::tr("%1 points")
            .arg(signedWords(points < 0 ? -1 : 1, QLocale().toString(std::abs(points), 'f', 0)));
    const qint64 money = whole.microUsd - before.microUsd;
    view.money.change = signedWords(money, costText(std::abs(money)));
    const qint64 time = whole.milliseconds - before.milliseconds;
    view.time.change = signedWords(time, longTime(std::abs(time)));
    const qint64 tokens = whole.tokens - before.tokens;
    view.tokens.change = signedWords(tokens, shortCountText(std::abs(tokens)));
}

} // namespace

CacheReport::Period statisticsPeriod(StatisticsSpan span,
                                     const QDateTime &now,
                                     const QString &model,
                                     const QString &agent)
{
    const QDateTime local = now.toLocalTime();
    CacheReport::Period period;
    period.model = model;
    period.agent = agent;
    if (span == StatisticsSpan::Day) {
        period.to = QDateTime(local.date(), QTime(local.time().hour(), 0)).addSecs(3600);
        period.from = period.to.addDays(-1);
        return period;
    }
    const int days = span == StatisticsSpan::Week ? 7 : span == StatisticsSpan::Month ? 30 : 90;
    period.to = local.date().addDays(1).startOfDay();
    period.from = local.date().addDays(1 - days).startOfDay();
    period.step = std::chrono::hours(span == StatisticsSpan::Week ? 6 : 24);
    return period;
}

StatisticsView StatisticsView::of(const CacheReport &report, qint64 diskBudget)
{
    const CacheReport::Period &period = report.period;
    Group all;
    all.places.resize(placeCount(period));
    for (const CacheStat &stat : report.overTime)
        all.add(stat, period);
    const Tally &whole = all.whole;
    Tally before;
    for (const CacheStat &stat : report.before)
        before.add(stat);
    StatisticsView view;
    view.isEmpty = report.overTime.isEmpty();
    view.span = StatisticsWords::tr("%1 to %2 \u00b7 %3 lookups")
                    .arg(QLocale().toString(period.from.toLocalTime().date(), u"d MMM"_s),
                         QLocale().toString(period.to.toLocalTime().addSecs(-1).date(), u"d MMM"_s),
                         countText(whole.lookups()));
    fillFigures(all.places, whole, before, view);
    view.tiers = tiersOf(report, all.places, whole);
    fillMisses(report, whole, view);
    view.models = rowsOf(report.byModel, period, &CacheStat::model, StatisticsWords::tr("unknown"));
    view.agents =
        rowsOf(report.byAgent, period, &CacheStat::agent, StatisticsWords::tr("no agent"));
    fillWhatIf(report.whatIf, diskBudget, view);
    return view;
}

} // namespace kagura
