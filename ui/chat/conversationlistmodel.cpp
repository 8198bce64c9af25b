// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationlistmodel.h"

#include "ui/chat/displaytext.h"

#include <QMimeData>

#include <algorithm>

namespace kagura {
namespace {

constexpr qsizetype maxTitleLength = 200;
const auto DragType = QStringLiteral("application/x-kagura-conversations");

enum Age { Pinned, Today, Yesterday, LastWeek, Older, AgeCount };

Age ageOf(const ConversationRow &conversation, const QDateTime &now)
{
    if (conversation.isPinned)
        return Pinned;
    const qint64 days = conversation.updated.toLocalTime().date().daysTo(now.toLocalTime().date());
    return days <= 0 ? Today : days == 1 ? Yesterday : days <= 7 ? LastWeek : Older;
}

} // namespace

ConversationListModel::ConversationListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == IsHeadingRole)
        return line.id.isEmpty();
    if (line.id.isEmpty())
        return headingData(line, role);
    const auto found = m_conversations.constFind(line.id);
    if (found == m_conversations.cend())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString title = DisplayText::line(found->title).left(maxTitleLength);
        return title.isEmpty() ? tr("New conversation") : title;
    }
    case IdRole:
        return found->id;
    case UpdatedRole:
        return found->updated;
    case IsPinnedRole:
        return found->isPinned;
    case IsLiveRole:
        return found->isLive;
    default:
        return {};
    }
}

QVariant ConversationListModel::headingData(const Line &line, int role) const
{
    if (role == Qt::DisplayRole)
        return line.heading;
    if (line.folder.isEmpty())
        return role == Qt::AccessibleTextRole ? line.heading : QVariant();
    const bool isCollapsed = m_collapsed.contains(line.folder);
    switch (role) {
    case Qt::EditRole:
    case Qt::ToolTipRole:
        return line.heading;
    case Qt::AccessibleTextRole:
        return (isCollapsed ? tr("Folder %1, collapsed") : tr("Folder %1")).arg(line.heading);
    case FolderRole:
        return line.folder;
    case IsCollapsedRole:
        return isCollapsed;
    case CountRole:
        return int(std::count_if(m_conversations.cbegin(), m_conversations.cend(),
                                 [&line](const ConversationRow &one) {
                                     return !one.isPinned && one.folder == line.folder;
                                 }));
    default:
        return {};
    }
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString id = data(index, IdRole).toString();
    const QString title = DisplayText::line(value.toString()).left(maxTitleLength);
    const QString folder = data(index, FolderRole).toString();
    if (role != Qt::EditRole || (id.isEmpty() && folder.isEmpty()) || title.isEmpty())
        return false;
    if (title == data(index, Qt::EditRole).toString())
        return true;
    if (id.isEmpty())
        Q_EMIT folderRenameRequested(folder, title);
    else
        Q_EMIT renameRequested(id, title);
    return true;
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    const bool isFolder = index.isValid() && !data(index, FolderRole).toString().isEmpty();
    if (!index.isValid() || (data(index, IsHeadingRole).toBool() && !isFolder))
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
        | Qt::ItemIsDropEnabled | Qt::ItemNeverHasChildren;
    return isFolder ? flags : flags | Qt::ItemIsDragEnabled;
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "id"},
                  {UpdatedRole, "updated"},
                  {IsPinnedRole, "isPinned"},
                  {IsLiveRole, "isLive"},
                  {IsHeadingRole, "isHeading"},
                  {FolderRole, "folder"},
                  {IsCollapsedRole, "isCollapsed"},
                  {CountRole, "count"}});
    return names;
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isAsking;
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isAsking = true;
    Q_EMIT moreWanted();
}

QModelIndex ConversationListModel::indexOf(const QString &id) const
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (!id.isEmpty() && m_lines.at(row).id == id)
            return index(row);
    }
    return {};
}

QModelIndex ConversationListModel::indexOfFolder(const QString &id) const
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (!id.isEmpty() && m_lines.at(row).folder == id)
            return index(row);
    }
    return {};
}

Qt::DropActions ConversationListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList ConversationListModel::mimeTypes() const
{
    return {DragType};
}

QMimeData *ConversationListModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    for (const QModelIndex &index : indexes) {
        if (const QString id = data(index, IdRole).toString(); !id.isEmpty())
            ids.append(id);
    }
    if (ids.isEmpty())
        return nullptr;
    auto *dragged = new QMimeData;
    dragged->setData(DragType, ids.join(u'\n').toUtf8());
    return dragged;
}

//! Where something that falls on that row belongs; nothing: it cannot fall there.
std::optional<QString> ConversationListModel::dropFolder(const QModelIndex &target) const
{
    if (!target.isValid())
        return std::nullopt;
    const Line &line = m_lines.at(target.row());
    if (line.id.isEmpty())
        return line.folder.isEmpty() ? std::nullopt : std::optional(line.folder);
    const ConversationRow *row = conversation(line.id);
    return row ? std::optional(folderOf(*row)) : std::nullopt;
}

bool ConversationListModel::canDropMimeData(
    const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return data->hasFormat(DragType) && dropFolder(parent).has_value();
}

bool ConversationListModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT moveRequested(QString::fromUtf8(data->data(DragType)).split(u'\n'), *dropFolder(parent));
    return false; // nothing is to be removed where it came from
}

const ConversationRow *ConversationListModel::conversation(const QString &id) const
{
    const auto found = m_conversations.constFind(id);
    return found == m_conversations.cend() ? nullptr : &*found;
}

void ConversationListModel::reset(const QList<ConversationRow> &conversations, bool hasMore)
{
    beginResetModel();
    m_conversations.clear();
    for (const ConversationRow &conversation : conversations)
        m_conversations.insert(conversation.id, conversation);
    m_lines = wantedLines();
    m_hasMore = hasMore;
    m_isAsking = false;
    endResetModel();
    askForMore();
}

void ConversationListModel::append(const QList<ConversationRow> &conversations, bool hasMore)
{
    m_hasMore = hasMore;
    m_isAsking = false;
    add(conversations);
    askForMore();
}

void ConversationListModel::add(const QList<ConversationRow> &conversations)
{
    for (const ConversationRow &conversation : conversations)
        m_conversations.insert(conversation.id, conversation);
    arrange();
}

void ConversationListModel::upsert(const ConversationRow &conversation)
{
    const auto found = m_conversations.constFind(conversation.id);
    if (found != m_conversations.cend() && *found == conversation)
        return;
    m_conversations.insert(conversation.id, conversation);
    arrange();
    if (const QModelIndex changed = indexOf(conversation.id); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void ConversationListModel::remove(const QString &id)
{
    if (m_conversations.remove(id))
        arrange();
}

void ConversationListModel::setFolders(const QList<Folder> &folders)
{
    if (folders == m_folders)
        return;
    m_folders = folders;
    arrange();
}

void ConversationListModel::setCollapsed(const QString &folder, bool isCollapsed)
{
    if (m_collapsed.contains(folder) == isCollapsed)
        return;
    if (isCollapsed)
        m_collapsed.insert(folder);
    else
        m_collapsed.remove(folder);
    arrange();
    const QModelIndex heading = indexOfFolder(folder);
    Q_EMIT dataChanged(heading, heading);
}

void ConversationListModel::setFilter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    arrange();
    askForMore();
}

void ConversationListModel::askForMore()
{
    if (!m_words.isEmpty())
        fetchMore({});
}

void ConversationListModel::setNow(const QDateTime &now)
{
    m_now = now;
    arrange();
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {UpdatedRole});
}

QString ConversationListModel::headingOf(const ConversationRow &conversation) const
{
    switch (ageOf(conversation, m_now)) {
    case Pinned:
        return tr("Pinned");
    case Today:
        return tr("Today");
    case Yesterday:
        return tr("Yesterday");
    case LastWeek:
        return tr("Previous 7 days");
    case Older:
    case AgeCount:
        break;
    }
    return tr("Older");
}

QString ConversationListModel::folderOf(const ConversationRow &conversation) const
{
    const bool isKnown =
        std::any_of(m_folders.cbegin(), m_folders.cend(),
                    [&](const Folder &folder) { return folder.id == conversation.folder; });
    return isKnown ? conversation.folder : QString();
}

//! Those that the filter leaves, in the order of the list.
QList<const ConversationRow *> ConversationListModel::matching() const
{
    QList<const ConversationRow *> sorted;
    for (const ConversationRow &conversation : m_conversations) {
        const bool matches = std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
            return conversation.title.contains(word, Qt::CaseInsensitive);
        });
        if (matches)
            sorted.append(&conversation);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const ConversationRow *left, const ConversationRow *right) {
                  if (left->isPinned != right->isPinned)
                      return left->isPinned;
                  if (left->updated != right->updated)
                      return left->updated > right->updated;
                  return left->id < right->id;
              });
    return sorted;
}

QList<ConversationListModel::Line> ConversationListModel::wantedLines() const
{
    QList<const ConversationRow *> pinned;
    QList<const ConversationRow *> loose;
    QHash<QString, QList<const ConversationRow *>> filed;
    for (const ConversationRow *conversation : matching()) {
        const QString folder = folderOf(*conversation);
        (conversation->isPinned ? pinned
             : folder.isEmpty() ? loose
                                : filed[folder])
            .append(conversation);
    }
    QList<Line> lines;
    QString heading;
    const auto addByHeading = [&](const QList<const ConversationRow *> &conversations) {
        for (const ConversationRow *conversation : conversations) {
            const QString own = headingOf(*conversation);
            if (own != heading)
                lines.append({{}, own});
            heading = own;
            lines.append({conversation->id, {}});
        }
    };
    addByHeading(pinned);
    for (const Folder &folder : m_folders) {
        const QList<const ConversationRow *> conversations = filed.value(folder.id);
        // While something is looked for, a folder without it would be in the way.
        if (!m_words.isEmpty() && conversations.isEmpty())
            continue;
        lines.append({{}, DisplayText::line(folder.name).left(maxTitleLength), folder.id});
        if (m_words.isEmpty() && m_collapsed.contains(folder.id))
            continue;
        for (const ConversationRow *conversation : conversations)
            lines.append({conversation->id, {}});
    }
    addByHeading(loose);
    return lines;
}

//! Turns the lines that are shown into the wanted ones by removing, moving and inserting rows, so that
//! views keep their selection and their place.
void ConversationListModel::arrange()
{
    const QList<Line> wanted = wantedLines();
    const auto keyOf = [](const Line &line) {
        return line.id + u'\n' + line.heading + u'\n' + line.folder;
    };
    QSet<QString> kept;
    for (const Line &line : wanted)
        kept.insert(keyOf(line));
    for (int row = int(m_lines.size()) - 1; row >= 0; --row) {
        if (kept.contains(keyOf(m_lines.at(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        if (row < m_lines.size() && m_lines.at(row) == wanted.at(row))
            continue;
        const int from = int(m_lines.indexOf(wanted.at(row), row));
        if (from >= 0) {
            beginMoveRows({}, from, from, {}, row);
            m_lines.move(from, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_lines.insert(row, wanted.at(row));
            endInsertRows();
        }
    }
}

} // namespace kagura
