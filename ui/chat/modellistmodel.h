// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>

namespace kagura {

//! A model that may answer.
struct ModelChoice
{
    QString provider = {}; //!< as in ModelRef
    QString providerTitle = {}; //!< "Anthropic"
    QString model = {}; //!< as in ModelRef
    QString title = {}; //!< "claude-sonnet"; without a model, why there is none

    //! Nothing that can be chosen.
    [[nodiscard]] bool isEmpty() const { return model.isEmpty(); }
    bool operator==(const ModelChoice &) const = default;
};

//! The models that can be chosen, below a heading for each provider, filtered by what is typed. All of
//! them are in memory: a few hundred at most.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class ModelListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole + 1, IsNoteRole, ProviderRole, ModelRole };

    explicit ModelListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setChoices(const QList<ModelChoice> &choices); //!< in the order in which they are shown
    [[nodiscard]] const QList<ModelChoice> &choices() const { return m_choices; }
    //! Every word must be in the name of the model or of its provider.
    void setFilter(const QString &text);

    [[nodiscard]] ModelChoice choiceAt(const QModelIndex &index) const; //!< empty for a heading
    [[nodiscard]] QModelIndex indexOf(const ModelChoice &choice) const;
    [[nodiscard]] QModelIndex firstChoice() const;

private:
    void rebuild();

    QList<ModelChoice> m_choices;
    QList<ModelChoice> m_rows; // headings have no model
    QString m_filter;
};

} // namespace kagura
