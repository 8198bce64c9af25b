// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/conversationtree.h"
#include "core/exchange/foreignfile.h"
#include "core/exchange/formatreader.h"

#include <QByteArray>
#include <QDataStream>
#include <QList>
#include <QPair>
#include <QString>

namespace kagura::test {

//! \name Small files as each program writes them, made up here
//! @{

//! A conversation with two versions of an answer, a picture, thoughts and a search.
[[nodiscard]] QByteArray chatGptJson();
[[nodiscard]] QByteArray chatGptArchive();
[[nodiscard]] QByteArray claudeJson();
[[nodiscard]] QByteArray openWebUiJson();
[[nodiscard]] QByteArray chatboxJson();
[[nodiscard]] QByteArray chatboxArchive();
[[nodiscard]] QByteArray cherryJson();
[[nodiscard]] QByteArray cherryArchive();
[[nodiscard]] QByteArray gpt4AllChat(int version);
[[nodiscard]] QByteArray kaguraJson();

struct NamedFile
{
    QString name;
    QByteArray bytes;
};
//! All of them.
[[nodiscard]] QList<NamedFile> foreignFiles();
//! @}

//! An archive of these entries.
[[nodiscard]] QByteArray zipOf(const QList<NamedFile> &entries);

//! The smallest picture there is.
[[nodiscard]] QByteArray tinyPng();

[[nodiscard]] Result<ForeignConversations> readBytes(const QString &name,
                                                     const QByteArray &bytes,
                                                     const ImportLimits &limits = {});

//! A tree as lines: for each message its depth, role and text.
[[nodiscard]] QStringList outline(const ConversationTree &tree);

} // namespace kagura::test
