// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/chatschema.h"

#include "core/chat/draftstore.h"
#include "core/chat/ledger.h"
#include "core/chat/presetstore.h"
#include "core/chat/promptstore.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const auto Folders = u"CREATE TABLE folders("
                     "id TEXT PRIMARY KEY,"
                     "parent TEXT REFERENCES folders(id) ON DELETE SET NULL,"
                     "name TEXT NOT NULL,"
                     "position INTEGER NOT NULL DEFAULT 0,"
                     "created_ms INTEGER NOT NULL,"
                     "deleted_ms INTEGER)"_s;

const auto Conversations = u"CREATE TABLE conversations("
                           "seq INTEGER PRIMARY KEY,"
                           "id TEXT NOT NULL UNIQUE,"
                           "folder TEXT REFERENCES folders(id) ON DELETE SET NULL,"
                           "title TEXT NOT NULL DEFAULT '',"
                           "titled INTEGER NOT NULL DEFAULT 0,"
                           "pinned INTEGER NOT NULL DEFAULT 0,"
                           "provider TEXT NOT NULL DEFAULT '',"
                           "model TEXT NOT NULL DEFAULT '',"
                           "system TEXT NOT NULL DEFAULT '',"
                           "active_leaf TEXT NOT NULL DEFAULT '',"
                           "created_ms INTEGER NOT NULL,"
                           "updated_ms INTEGER NOT NULL,"
                           "deleted_ms INTEGER,"
                           "extra TEXT NOT NULL DEFAULT '{}')"_s;

// The order of the list, with all that keyset paging compares.
const auto ConversationOrder = u"CREATE INDEX conversations_order "
                               "ON conversations(pinned, updated_ms, id) "
                               "WHERE deleted_ms IS NULL"_s;

const auto ConversationFolder = u"CREATE INDEX conversations_folder ON conversations(folder)"_s;

const auto Messages = u"CREATE TABLE messages("
                      "seq INTEGER PRIMARY KEY,"
                      "id TEXT NOT NULL UNIQUE,"
                      "conversation TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,"
                      "parent TEXT REFERENCES messages(id) ON DELETE CASCADE,"
                      "role TEXT NOT NULL,"
                      "state TEXT NOT NULL,"
                      "text TEXT NOT NULL DEFAULT '',"
                      "reasoning TEXT NOT NULL DEFAULT '',"
                      "parts TEXT NOT NULL DEFAULT '',"
                      "provider TEXT NOT NULL DEFAULT '',"
                      "model TEXT NOT NULL DEFAULT '',"
                      "served_model TEXT NOT NULL DEFAULT '',"
                      "origin TEXT NOT NULL DEFAULT '',"
                      "input_tokens INTEGER,"
                      "output_tokens INTEGER,"
                      "cache_read_tokens INTEGER,"
                      "cache_write_tokens INTEGER,"
                      "reasoning_tokens INTEGER,"
                      "cost_micro_usd INTEGER,"
                      "first_content_ms INTEGER,"
                      "reasoning_ms INTEGER,"
                      "total_ms INTEGER,"
                      "finish_reason TEXT,"
                      "raw_finish_reason TEXT NOT NULL DEFAULT '',"
                      "error_kind TEXT,"
                      "error_message TEXT NOT NULL DEFAULT '',"
                      "error_http INTEGER NOT NULL DEFAULT 0,"
                      "created_ms INTEGER NOT NULL,"
                      "owner TEXT NOT NULL DEFAULT '',"
                      "extra TEXT NOT NULL DEFAULT '{}')"_s;

const auto MessageChildren =
    u"CREATE INDEX messages_children ON messages(conversation, parent, seq)"_s;
const auto MessageParent = u"CREATE INDEX messages_parent ON messages(parent)"_s;
const auto MessageStreaming = u"CREATE INDEX messages_streaming ON messages(owner) "
                              "WHERE state = 'streaming'"_s;

// Pictures and files, by the SHA-256 of their bytes: the same one is kept once.
const auto Attachments = u"CREATE TABLE attachments("
                         "hash TEXT PRIMARY KEY,"
                         "bytes BLOB NOT NULL)"_s;
const auto MessageAttachments = u"CREATE TABLE message_attachments("
                                "message TEXT NOT NULL REFERENCES messages(id) ON DELETE CASCADE,"
                                "hash TEXT NOT NULL REFERENCES attachments(hash),"
                                "PRIMARY KEY(message, hash)) WITHOUT ROWID"_s;
const auto AttachmentUse = u"CREATE INDEX message_attachments_hash ON message_attachments(hash)"_s;

// What can be searched for: the text of every message that has ended. One that streams is written every
// second, and would be taken out of the index and put in again each time. No triggers: SQLite lets none
// write to such a table where the schema is not trusted, so MessageTable does it.
const auto SearchIndex = u"CREATE VIRTUAL TABLE messages_fts USING fts5(text, content='messages', "
                         "content_rowid='seq', tokenize='unicode61 remove_diacritics 2')"_s;
const auto SearchFill = u"INSERT INTO messages_fts(rowid, text) "
                        "SELECT seq, text FROM messages WHERE state <> 'streaming'"_s;

const auto Parameters =
    u"ALTER TABLE conversations ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}'"_s;

} // namespace

Schema chatSchema()
{
    Schema schema;
    schema.room = u"chat"_s;
    schema.steps.append(Schema::Step{{Folders, Conversations, ConversationOrder, ConversationFolder,
                                      Messages, MessageChildren, MessageParent, MessageStreaming,
                                      Attachments, MessageAttachments, AttachmentUse}});
    schema.steps.append(Schema::Step{{SearchIndex, SearchFill}});
    schema.steps.append(DraftStore::tables());
    schema.steps.append(
        Schema::Step{{Parameters, PresetStore::table(), PromptStore::table(), Ledger::index()}});
    return schema;
}

} // namespace kagura
