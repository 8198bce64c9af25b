// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/kagurareader.h"

#include "core/exchange/treejson.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error broken(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

} // namespace

QString KaguraReader::title() const
{
    return u"Kagura"_s;
}

bool KaguraReader::recognises(const ForeignFile &file, const QStringList &keys) const
{
    return !file.isArchive() && keys.contains(u"kagura"_s);
}

Result<QList<ConversationTree>> KaguraReader::read(const ForeignFile &file, SkipTally &) const
{
    const Result<QList<JsonSlice>> members = sliceJson(file.bytes());
    if (!members)
        return members.error();
    const Result<Json> head = parseSlice(sliceNamed(*members, u"kagura"_s));
    if (!head)
        return head.error();
    const std::optional<qint64> version = jsonInteger(*head, "version");
    if (!version || *version < 1)
        return broken(u"it does not say which version of the format it has"_s);
    if (*version > TreeJsonVersion)
        return broken(
            u"it was written by a later version of Kagura (format %1; this one reads %2); "
            "update Kagura and import it again"_s.arg(*version)
                .arg(TreeJsonVersion));
    const JsonSlice list = sliceNamed(*members, u"conversations"_s);
    const Result<QList<JsonSlice>> slices =
        sliceJson(list.text, list.offset, file.limits().conversations);
    if (!slices)
        return slices.error();
    QList<ConversationTree> trees;
    int number = 0;
    for (const JsonSlice &slice : *slices) {
        ++number;
        const Result<Json> object = parseSlice(slice);
        if (!object)
            return broken(u"conversation %1: %2"_s.arg(number).arg(object.error().message));
        const Result<ConversationTree> tree = treeFromJson(*object);
        if (!tree)
            return broken(u"conversation %1: %2"_s.arg(number).arg(tree.error().message));
        trees.append(*tree);
    }
    return trees;
}

} // namespace kagura
