// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/formatreader.h"

#include "core/exchange/chatboxreader.h"
#include "core/exchange/chatgptreader.h"
#include "core/exchange/cherryreader.h"
#include "core/exchange/claudereader.h"
#include "core/exchange/gpt4allreader.h"
#include "core/exchange/kagurareader.h"
#include "core/exchange/openwebuireader.h"

namespace kagura {

using namespace Qt::StringLiterals;

FormatReader::~FormatReader() = default;

std::vector<std::unique_ptr<FormatReader>> formatReaders()
{
    std::vector<std::unique_ptr<FormatReader>> readers;
    readers.push_back(std::make_unique<KaguraReader>());
    readers.push_back(std::make_unique<Gpt4AllReader>());
    readers.push_back(std::make_unique<CherryReader>());
    readers.push_back(std::make_unique<ChatboxReader>());
    readers.push_back(std::make_unique<ChatGptReader>());
    readers.push_back(std::make_unique<ClaudeReader>());
    readers.push_back(std::make_unique<OpenWebUiReader>());
    return readers;
}

Result<ForeignConversations> readForeign(const ForeignFile &file)
{
    const QStringList keys = conversationKeys(file);
    for (const std::unique_ptr<FormatReader> &reader : formatReaders()) {
        if (!reader->recognises(file, keys))
            continue;
        ForeignConversations found{reader->title()};
        Result<QList<ConversationTree>> trees = reader->read(file, found.skipped);
        if (!trees)
            return Error{
                trees.error().kind,
                u"%1, read as %2: %3"_s.arg(file.name(), found.format, trees.error().message)};
        found.trees = std::move(trees).value();
        return found;
    }
    return Error{
        Error::Kind::Protocol,
        u"%1 is no export of ChatGPT, Claude, Open WebUI, Chatbox, Cherry Studio, GPT4All "
        "or Kagura. Give the file as that program has exported it, archives unopened."_s.arg(
            file.name())};
}

} // namespace kagura
