// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheentry.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace kagura {

class Label;

//! What an entry cost and saves, and what people noted of it: tags and a note, which can be changed.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class EntryFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit EntryFacts(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setEntry(const CacheEntry &entry);

    //! From "a, b  c": each tag once, without what would break a query.
    [[nodiscard]] static QStringList tagsOf(const QString &text);

Q_SIGNALS:
    void tagsChanged(qint64 entry, const QStringList &added, const QStringList &removed);
    void noteChanged(qint64 entry, const QString &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setFact(const QString &name, const QString &value);
    void takeTags();
    void takeNote();

    Theme m_theme;
    CacheEntry m_entry;
    QGridLayout *m_facts = nullptr;
    QList<Label *> m_labels;
    QList<Label *> m_values; //!< beside its label
    QLineEdit *m_tags = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace kagura
