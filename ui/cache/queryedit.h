// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/querycompletion.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace kagura {

//! One line in which a query is written: its tokens in colour, what could come next below it, and a
//! fault underlined where it is.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none; faults are told to it.
class QueryEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setNames(const CacheNames &names) { m_names = names; }

    [[nodiscard]] QString text() const { return toPlainText(); }
    void setText(const QString &text);
    //! From 1; 0: there is none.
    void setFault(int column);

    [[nodiscard]] QCompleter &completer() const { return *m_completer; }

Q_SIGNALS:
    void edited(); //!< by the person
    void submitted(); //!< Return
    void leftDownwards(); //!< the arrow, where nothing is offered

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override; //!< Tab takes what is offered

private:
    void colour();
    void offer();
    void complete(const QString &candidate);

    Theme m_theme;
    CacheNames m_names;
    QCompleter *m_completer = nullptr;
    QStringListModel *m_candidates = nullptr;
    int m_fault = 0;
    bool m_isTold = false; //!< its text is being set
};

} // namespace kagura
