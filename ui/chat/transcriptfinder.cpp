// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptfinder.h"

#include "core/async/runthen.h"
#include "ui/chat/transcriptmodel.h"

#include <QStringMatcher>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds changeDelay{200};

} // namespace

struct TranscriptFinder::Searched
{
    QString id;
    TranscriptMessage::Author author;
    QString text;
    bool isComplete;
};

struct TranscriptFinder::Found
{
    QString id;
    QList<Hit> hits;
};

TranscriptFinder::TranscriptFinder(const TranscriptModel &model,
                                   BlockSourceFactory newSource,
                                   QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_newSource(std::move(newSource))
{
    using Model = QAbstractItemModel;
    m_delay.setSingleShot(true);
    m_delay.setInterval(changeDelay);
    connect(&m_delay, &QTimer::timeout, this, &TranscriptFinder::searchChanged);
    const auto remember = [this](int first, int last) {
        if (m_words.isEmpty())
            return;
        for (int row = first; row <= last; ++row)
            m_changed.insert(m_model.message(row).id);
        if (!m_delay.isActive())
            m_delay.start();
    };
    connect(&model, &Model::rowsInserted, this,
            [remember](const QModelIndex &, int first, int last) { remember(first, last); });
    connect(&model, &Model::dataChanged, this,
            [remember](const QModelIndex &from, const QModelIndex &to) {
                remember(from.row(), to.row());
            });
    connect(&model, &Model::rowsRemoved, this, [this] {
        if (!m_words.isEmpty())
            arrange();
    });
    connect(&model, &Model::modelReset, this, [this] {
        find(std::exchange(m_words, {}), 0);
        m_wantsFirst = false; // nobody asked to be taken there
    });
}

TranscriptFinder::~TranscriptFinder()
{
    forget();
}

void TranscriptFinder::forget()
{
    if (m_isStale)
        *m_isStale = true;
    m_isStale.reset();
    m_running = 0;
    m_changed.clear();
    m_delay.stop();
    m_hits.clear();
    m_places.clear();
    m_current = -1;
}

void TranscriptFinder::find(const QString &words, int fromRow)
{
    if (words == m_words)
        return;
    forget();
    m_words = words;
    m_fromRow = fromRow;
    m_wantsFirst = true;
    if (!words.isEmpty()) {
        QList<int> rows;
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.append(row);
        search(rows);
    }
    Q_EMIT changed();
}

void TranscriptFinder::searchChanged()
{
    QList<int> rows;
    for (const QString &id : std::exchange(m_changed, {})) {
        if (const int row = m_model.rowOf(id); row >= 0)
            rows.append(row);
    }
    if (!rows.isEmpty())
        search(rows);
}

void TranscriptFinder::search(const QList<int> &rows)
{
    QList<Searched> texts;
    for (const int row : rows) {
        const TranscriptMessage &message = m_model.message(row);
        texts.append({message.id, message.author, message.text, !message.isLive()});
    }
    if (!m_isStale)
        m_isStale = std::make_shared<std::atomic_bool>(false);
    ++m_running;
    runThen(
        this,
        [texts, words = m_words, newSource = m_newSource, isStale = m_isStale] {
            const QStringMatcher matcher(words, Qt::CaseInsensitive);
            QList<Found> all;
            for (const Searched &searched : texts) {
                if (*isStale)
                    break;
                Found found{searched.id, {}};
                const std::unique_ptr<BlockSource> source = newSource(searched.author);
                source->append(searched.text);
                if (searched.isComplete)
                    source->finish();
                for (qsizetype block = 0; block < source->blocks().size(); ++block) {
                    const QString &text = source->blocks().at(block).text;
                    for (qsizetype at = matcher.indexIn(text); at >= 0;
                         at = matcher.indexIn(text, at + words.size()))
                        found.hits.append({int(block), at, words.size()});
                }
                all.append(found);
            }
            return all;
        },
        [this, isStale = m_isStale](const QList<Found> &all) {
            if (*isStale)
                return;
            --m_running;
            take(all);
        });
}

void TranscriptFinder::take(const QList<Found> &all)
{
    for (const Found &found : all) {
        if (found.hits.isEmpty())
            m_hits.remove(found.id);
        else
            m_hits.insert(found.id, found.hits);
    }
    arrange();
}

void TranscriptFinder::arrange()
{
    const std::optional<Place> before = current();
    m_hits.removeIf([this](const QHash<QString, QList<Hit>>::iterator &one) {
        return m_model.rowOf(one.key()) < 0;
    });
    QList<std::pair<int, QString>> rows;
    for (auto one = m_hits.cbegin(); one != m_hits.cend(); ++one)
        rows.append({m_model.rowOf(one.key()), one.key()});
    std::sort(rows.begin(), rows.end());
    m_places.clear();
    qsizetype first = -1;
    for (const auto &[row, id] : std::as_const(rows)) {
        if (first < 0 && row >= m_fromRow)
            first = m_places.size();
        for (const Hit &hit : m_hits.value(id))
            m_places.append({id, hit});
    }
    m_current = before ? m_places.indexOf(*before) : -1;
    const bool isFirst = m_current < 0 && !m_places.isEmpty();
    if (isFirst)
        m_current = std::max<qsizetype>(0, first);
    Q_EMIT changed();
    if (isFirst && std::exchange(m_wantsFirst, false))
        Q_EMIT currentMoved();
}

void TranscriptFinder::step(int by)
{
    if (m_places.isEmpty())
        return;
    m_current = (m_current + by + m_places.size()) % m_places.size();
    Q_EMIT changed();
    Q_EMIT currentMoved();
}

std::optional<TranscriptFinder::Place> TranscriptFinder::current() const
{
    if (m_current < 0 || m_current >= m_places.size())
        return std::nullopt;
    return m_places.at(m_current);
}

} // namespace kagura
