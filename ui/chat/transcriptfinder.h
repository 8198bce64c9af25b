// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/blocksource.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace kagura {

class TranscriptModel;

//! Where words stand in a conversation, as they are displayed and not as they were marked up, whether
//! their messages were ever laid out or not.
//!
//! The search runs in a thread of the pool. What is added or changed meanwhile is searched soon after,
//! and nothing else again. One of the hits is the current one; step() goes on to the next, around the
//! end.
//!
//! Thread: that of the model. Lifetime: the model outlives it. Errors: none; no words have no hits.
class TranscriptFinder final : public QObject
{
    Q_OBJECT

public:
    //! In the text of a message; its reasoning is not searched.
    struct Hit
    {
        int block = 0;
        qsizetype offset = 0; //!< in the block's text
        qsizetype length = 0;

        bool operator==(const Hit &) const = default;
    };
    struct Place
    {
        QString message;
        Hit hit;

        bool operator==(const Place &) const = default;
    };

    TranscriptFinder(const TranscriptModel &model,
                     BlockSourceFactory newSource,
                     QObject *parent = nullptr);
    ~TranscriptFinder() override;

    //! Case does not matter. The first hit at or below that row becomes the current one.
    void find(const QString &words, int fromRow);
    [[nodiscard]] const QString &words() const { return m_words; }
    void step(int by); //!< 1: the next one, -1: the one before

    [[nodiscard]] bool isSearching() const { return m_running > 0; }
    [[nodiscard]] qsizetype count() const { return m_places.size(); }
    [[nodiscard]] std::optional<Place> current() const;
    [[nodiscard]] qsizetype currentNumber() const { return m_current + 1; } //!< 0: none
    [[nodiscard]] QList<Hit> hitsIn(const QString &message) const { return m_hits.value(message); }

Q_SIGNALS:
    void changed(); //!< hits, or which one is current
    void currentMoved(); //!< by find() or step(): it wants to be looked at

private:
    struct Searched;
    struct Found;

    void forget();
    void search(const QList<int> &rows);
    void searchChanged();
    void take(const QList<Found> &found);
    void arrange();

    const TranscriptModel &m_model;
    const BlockSourceFactory m_newSource;
    QString m_words;
    QHash<QString, QList<Hit>> m_hits; // by message
    QList<Place> m_places; // in the order of the conversation
    qsizetype m_current = -1;
    int m_fromRow = 0;
    bool m_wantsFirst = false; // no hit was current since find()
    QSet<QString> m_changed; // messages that have to be searched again
    QTimer m_delay;
    std::shared_ptr<std::atomic_bool> m_isStale; // of the search that runs
    int m_running = 0;
};

} // namespace kagura
