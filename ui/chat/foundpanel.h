// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace kagura {

//! A way to a model that was found without being asked for.
struct FoundModel
{
    enum class Kind : std::uint8_t { Server, EnvironmentKey };

    Kind kind = Kind::Server;
    QString id = {}; //!< given back by used()
    QString title = {}; //!< "Ollama, 4 models", "OPENAI_API_KEY"
    QString place = {}; //!< of a server: "localhost:11434"

    bool operator==(const FoundModel &) const = default;
};

//! What stands below the composer while nothing is connected: servers and keys found on this computer,
//! each with Use, the way to paste a key, and what the Guide is.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class FoundPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FoundPanel(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setFound(const QList<FoundModel> &found);

Q_SIGNALS:
    void rebuilt(); //!< its buttons are others now
    void used(const QString &id);
    void pasteKeyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    QWidget *makeCell(const FoundModel &found);
    QWidget *makePasteCell();

    ChatStyle m_style;
    QList<FoundModel> m_found;
    QLabel *m_label = nullptr;
    QWidget *m_strip = nullptr;
    QGridLayout *m_grid = nullptr;
    QLabel *m_noteIcon = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace kagura
