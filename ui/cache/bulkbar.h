// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/browsertable.h"
#include "ui/cache/bulkway.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace kagura {

class Button;
class Label;
class Panel;
class Segments;

//! Asks before entries are invalidated or erased: what it would do stands there before anything is
//! done. What is large, and what cannot be undone, wants the number typed.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class BulkBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 TypedAbove = 1000;

    explicit BulkBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    //! Shows itself and asks for a dry run. what: of which entries, in words.
    void open(const QString &query, const QString &what, BulkWay way = BulkWay::Soft);
    [[nodiscard]] const QString &query() const { return m_query; }
    [[nodiscard]] BulkWay way() const;
    //! Of another query or way nothing is taken. For what is erased, pinned ones are among the entries.
    void setDryRun(const QString &query, BulkWay way, const BrowserTable::Count &count);
    //! What was asked for is done, or failed. True when the person wanted it stopped meanwhile.
    bool finish();
    void dismiss();

Q_SIGNALS:
    void dryRunWanted(const QString &query, kagura::BulkWay way);
    void confirmed(const QString &query, kagura::BulkWay way);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void askDryRun();
    void showWords();
    void confirm();
    void cancel();
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool needsTyping() const;

    QString m_query;
    QString m_what;
    BrowserTable::Count m_count;
    bool m_isKnown = false;
    bool m_isWorking = false;
    bool m_isCancelled = false; //!< while it was being done
    Panel *m_ground = nullptr;
    Label *m_title = nullptr;
    Label *m_meaning = nullptr;
    QLineEdit *m_typed = nullptr;
    Segments *m_ways = nullptr;
    Button *m_cancel = nullptr;
    Button *m_confirm = nullptr;
};

} // namespace kagura
