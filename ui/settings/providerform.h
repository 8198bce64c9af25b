// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/modeltablemodel.h"
#include "ui/settings/providerfields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QTableView;
class QVBoxLayout;

namespace kagura {

class Button;
class Label;

//! Everything about one provider. A field that is left is applied at once; one that cannot be used says
//! why below itself and changes nothing.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: said in the form.
class ProviderForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderForm(QWidget *parent = nullptr);
    ~ProviderForm() override;

    void setTheme(const Theme &theme);

    //! Fields that the person is just typing in are left alone.
    void setEntry(const ProviderEntry &entry);
    [[nodiscard]] const ProviderEntry &entry() const { return m_entry; }
    void showTestResult(const NoticeText &result);

Q_SIGNALS:
    void configChanged(const kagura::ProviderConfig &config);
    void replaceKeyRequested(const QString &provider);
    void signInRequested(const kagura::ProviderEntry &entry);
    void signOutRequested(const QString &provider);
    void testRequested(const kagura::ProviderConfig &config);
    void removeRequested(const QString &provider);
    void listRequested(const QString &provider);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Name = ProviderFields::Name;

    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QGridLayout *buildConnection();
    [[nodiscard]] QGridLayout *buildNumbers();
    [[nodiscard]] QVBoxLayout *buildModels();
    void addRow(QGridLayout *grid, const QString &words, QWidget *field, Name name, int span);
    [[nodiscard]] QLineEdit *makeField(const QString &objectName);
    [[nodiscard]] Label *makeHint(const QString &objectName);
    [[nodiscard]] ProviderFields typed() const;
    void apply();
    void showFields();
    void showFault(const ProviderFields::Fault &fault);
    void showTarget();
    void chooseCaFile();

    Theme m_theme;
    ProviderEntry m_entry;
    ModelTableModel m_models;
    Label *m_title = nullptr;
    Label *m_dialect = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    Label *m_keyWords = nullptr;
    Button *m_signIn = nullptr;
    Button *m_replace = nullptr;
    Button *m_test = nullptr;
    Notice *m_result = nullptr;
    QComboBox *m_proxy = nullptr;
    QLineEdit *m_proxyUrl = nullptr;
    QLineEdit *m_caFile = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QMap<Name, QLineEdit *> m_numbers;
    QMap<Name, Label *> m_hints; //!< below its field; the six numbers share one
    Label *m_modelsHead = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace kagura
