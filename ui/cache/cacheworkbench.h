// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/invalidationtable.h"
#include "ui/cache/bulkbar.h"
#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace kagura {

class Button;
class CacheEntriesPane;
class CachePreview;
class DiffDialog;
class Panel;
class UndoSlot;

//! The entries, the one that is chosen among them, and what is done to one or many.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown by its parts.
class CacheWorkbench final : public QWidget
{
    Q_OBJECT

public:
    explicit CacheWorkbench(QWidget *conversation, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    [[nodiscard]] CacheEntriesPane &entries() const { return *m_entries; }
    [[nodiscard]] CachePreview &preview() const { return *m_preview; }
    [[nodiscard]] BulkBar &bulk() const { return *m_bulk; }

    //! Shows the entry of that key alone.
    void showKey(const CacheKey &key);
    //! It changed: in the table, and in the preview where it is shown.
    void takeEntry(const CacheEntry &entry);
    void showPair(const EntryPair &pair);
    //! It was done: what is shown is read again, and undo is offered.
    void takeOperation(const InvalidationTable::Operation &operation);
    void takeErased();
    void takeFailure(); //!< nothing was done

Q_SIGNALS:
    void detailWanted(qint64 entry);
    void pairWanted(qint64 left, qint64 right);
    void undoRequested(qint64 operation);
    void notified(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChoice();
    void openBulk(BulkWay way);
    void openBulkOfAll();
    void compare(qint64 entry);

    Theme m_theme;
    CacheEntriesPane *m_entries = nullptr;
    Panel *m_side = nullptr;
    CachePreview *m_preview = nullptr;
    BulkBar *m_bulk = nullptr;
    UndoSlot *m_undo = nullptr;
    Button *m_bulkOfAll = nullptr;
    QPointer<DiffDialog> m_diff;
    qint64 m_lastOperation = 0; //!< what Ctrl+Z takes back; 0: nothing
    qint64 m_compareWith = 0; //!< the first of two; 0: none
};

} // namespace kagura
