// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationlistmodel.h"

#include "ui/chat/displaytext.h"

#include <QSet>

#include <algorithm>

namespace kagura {
namespace {

constexpr qsizetype maxTitleLength = 200;

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
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? line.heading
                                                                         : QVariant();
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

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString id = data(index, IdRole).toString();
    const QString title = DisplayText::line(value.toString()).left(maxTitleLength);
    if (role != Qt::EditRole || id.isEmpty() || title.isEmpty())
        return false;
    if (title != data(index, Qt::EditRole).toString())
        Q_EMIT renameRequested(id, title);
    return true;
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || data(index, IsHeadingRole).toBool())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "id"},
                  {UpdatedRole, "updated"},
                  {IsPinnedRole, "isPinned"},
                  {IsLiveRole, "isLive"},
                  {IsHeadingRole, "isHeading"}});
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
    for (const ConversationRow &conversation : conversations)
        m_conversations.insert(conversation.id, conversation);
    m_hasMore = hasMore;
    m_isAsking = false;
    arrange();
    askForMore();
}

void ConversationListModel::upsert(const ConversationRow &conversation)
{
    const auto found = m_conversations.constFind(conversation.id);
    if (found != m_conversations.cend() && *found == conversation)
        return;
    m_conversations.insert(conversation.id, conversation);
    arrange();
    const QModelIndex changed = indexOf(conversation.id);
    Q_EMIT dataChanged(changed, changed);
}

void ConversationListModel::remove(const QString &id)
{
    if (m_conversations.remove(id))
        arrange();
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

QList<ConversationListModel::Line> ConversationListModel::wantedLines() const
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
    QList<Line> lines;
    QString heading;
    for (const ConversationRow *conversation : std::as_const(sorted)) {
        const QString own = headingOf(*conversation);
        if (own != heading)
            lines.append({{}, own});
        heading = own;
        lines.append({conversation->id, {}});
    }
    return lines;
}

//! Turns the lines that are shown into the wanted ones by removing, moving and inserting rows, so that
//! views keep their selection and their place.
void ConversationListModel::arrange()
{
    const QList<Line> wanted = wantedLines();
    const auto keyOf = [](const Line &line) { return line.id + u'\n' + line.heading; };
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
