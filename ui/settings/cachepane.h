// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace kagura {

class Button;

//! How much the cache of answers may keep, and for how long. A budget is applied by a button, after its
//! price was told: what a smaller one evicts does not come back.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class CachePane final : public QWidget
{
    Q_OBJECT

public:
    explicit CachePane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    //! As the settings have them; lifetimeHours: 0 keeps nothing, -1 for ever.
    void showChoices(qint64 memoryMib, qint64 diskMib, qint64 lifetimeHours);
    //! What that budget would cost; of another one than is typed it is dropped.
    void showPreview(qint64 diskMib, const NoticeText &words);

Q_SIGNALS:
    void previewWanted(qint64 diskMib);
    void budgetsChosen(qint64 memoryMib, qint64 diskMib);
    void lifetimeChosen(qint64 hours);

private:
    [[nodiscard]] QSpinBox *makeSize(const QString &objectName, qint64 least, qint64 most);
    void follow();

    QSpinBox *m_memory = nullptr;
    QSpinBox *m_disk = nullptr;
    QComboBox *m_lifetime = nullptr;
    Button *m_apply = nullptr;
    Notice *m_preview = nullptr;
    qint64 m_keptMemory = 0;
    qint64 m_keptDisk = 0;
};

} // namespace kagura
