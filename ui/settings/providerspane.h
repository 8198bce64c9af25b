// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/providerlistmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QList>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace kagura {

class Button;
class EmptyState;
class Label;
class Panel;
class ProviderDelegate;
class ProviderForm;

//! The connected providers on the left, everything about one of them on the right. Each change can be
//! taken back, also a removal, for as long as the window is open.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: said beside what they are about.
class ProvidersPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProvidersPane(QWidget *parent = nullptr);
    ~ProvidersPane() override;

    void setTheme(const Theme &theme);
    void setEntries(const QList<ProviderEntry> &entries);
    void showTestResult(const QString &provider, const NoticeText &result);
    void showProvider(const QString &name);

    [[nodiscard]] ProviderForm &form() const { return *m_form; }

Q_SIGNALS:
    void addRequested();
    void replaceKeyRequested(const QString &provider);
    void signInRequested(const kagura::ProviderEntry &entry);
    void signOutRequested(const QString &provider);
    void testRequested(const kagura::ProviderConfig &config);
    void configChanged(const kagura::ProviderConfig &config); //!< changed, or put back by undo
    void removed(const QString &provider);
    void listRequested(const QString &provider);

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildDetail();
    void change(const ProviderConfig &config);
    void remove(const QString &provider);
    void undo();
    void showCurrent();

    ProviderListModel m_model;
    QList<ProviderConfig> m_before; //!< what undo puts back, the latest last
    Panel *m_listPanel = nullptr;
    QListView *m_list = nullptr;
    ProviderDelegate *m_delegate = nullptr;
    QStackedWidget *m_detail = nullptr;
    ProviderForm *m_form = nullptr;
    EmptyState *m_empty = nullptr;
    Panel *m_bar = nullptr;
    Button *m_undo = nullptr;
};

} // namespace kagura
