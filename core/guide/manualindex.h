// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/guide/manual.h"

#include <QHash>
#include <QSet>

namespace kagura {

//! Full-text search over the sections of a manual: BM25 over stemmed words with a few synonyms, where
//! a word in a heading counts more than one in the text. A heading that is nearly the question itself wins,
//! stop words included: "What is Kagura?" has no other words.
//!
//! Thread: immutable after construction, any. Errors: none.
//! Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
class ManualIndex
{
public:
    struct Hit
    {
        qsizetype section = 0;
        double score = 0;
        double coverage =
            0; //!< share of the question's weight that the section's words cover, 0 to 1

        bool operator==(const Hit &) const = default;
    };

    explicit ManualIndex(QList<ManualSection> sections);

    [[nodiscard]] const QList<ManualSection> &sections() const { return m_sections; }

    //! Best first, at most limit, only what shares a word with the question.
    [[nodiscard]] QList<Hit> search(const QString &question, qsizetype limit = 5) const;

    //! The words of a text as they are indexed: lower case, stemmed, without stop words.
    [[nodiscard]] static QStringList terms(const QString &text);

private:
    struct Posting
    {
        qsizetype section = 0;
        double frequency = 0; //!< headings weighted
    };

    [[nodiscard]] double inverseFrequency(const QString &term) const;
    void collect(const QString &question, QHash<qsizetype, Hit> &hits) const;

    QList<ManualSection> m_sections;
    QHash<QString, QStringList> m_synonyms; //!< stem to the stems of its group
    QHash<QString, QList<Posting>> m_postings;
    QList<QSet<QString>> m_titles; //!< all words of each heading, stemmed
    QList<double> m_lengths;
    double m_averageLength = 1;
};

} // namespace kagura
