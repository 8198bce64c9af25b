// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cacheentrymodel.h"

#include "ui/cache/cachewords.h"
#include "ui/widgets/valuetext.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int Ahead = 50; // rows: so near to the end the next page is asked for

bool isNumber(int column)
{
    switch (column) {
    case CacheEntryModel::Tokens:
    case CacheEntryModel::Saved:
    case CacheEntryModel::Hits:
    case CacheEntryModel::Age:
    case CacheEntryModel::Expires:
    case CacheEntryModel::Size:
    case CacheEntryModel::Used:
        return true;
    default:
        return false;
    }
}

} // namespace

CacheEntryModel::CacheEntryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int CacheEntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CacheEntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CacheEntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    const CacheEntry *entry = entryAt(index.row());
    if (!entry)
        return {};
    if (role == EntryRole)
        return QVariant::fromValue(*entry);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(*entry, index.column());
    if (role == Qt::ToolTipRole && (index.column() == Prompt || index.column() == Answer))
        return text(*entry, index.column());
    return {};
}

QString CacheEntryModel::text(const CacheEntry &entry, int column) const
{
    const auto since = [this](const QDateTime &time) {
        return ageText(std::chrono::seconds(time.secsTo(m_now)));
    };
    switch (column) {
    case State:
        return lookText(entryLook(entry, m_now));
    case Agent:
        return entry.agent;
    case Model:
        return entry.model;
    case Prompt:
        return entry.requestHead;
    case Answer:
        return entry.answerHead;
    case Tokens:
        return tokenPairText(entry.usage);
    case Saved:
        return savedText(entry);
    case Hits:
        return countText(entry.hits);
    case Age:
        return since(entry.created);
    case Expires:
        return expiryText(entry, m_now);
    case Size:
        return sizeText(entry.bytes);
    case Provider:
        return entry.provider;
    case Used:
        return entry.lastHit ? since(*entry.lastHit) : QString();
    case Finish:
        return finishReasonName(entry.finish);
    case Tags:
        return entry.tags.join(u", "_s);
    default:
        return {};
    }
}

QVariant CacheEntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole)
        return section == State ? QString() : columnName(section);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return columnName(section);
    return {};
}

QString CacheEntryModel::columnName(int column)
{
    switch (column) {
    case State:
        return tr("State");
    case Agent:
        return tr("Agent");
    case Model:
        return tr("Model");
    case Prompt:
        return tr("Prompt");
    case Answer:
        return tr("Answer");
    case Tokens:
        return tr("Tokens");
    case Saved:
        return tr("Saved");
    case Hits:
        return tr("Hits");
    case Age:
        return tr("Age");
    case Expires:
        return tr("Expires");
    case Size:
        return tr("Size");
    case Provider:
        return tr("Provider");
    case Used:
        return tr("Used");
    case Finish:
        return tr("Ended");
    case Tags:
        return tr("Tags");
    default:
        return {};
    }
}

void CacheEntryModel::ask(const QString &query, BrowserTable::Order order)
{
    beginResetModel();
    m_query = query;
    m_order = order;
    m_pages.clear();
    m_rows = 0;
    m_isComplete = false;
    m_failure.reset();
    endResetModel();
    m_pages.append(Page{});
    want(m_pages.last());
    Q_EMIT stateChanged();
}

void CacheEntryModel::want(Page &page)
{
    if (page.token != 0 || page.isLoaded)
        return;
    page.token = ++m_lastToken;
    Q_EMIT pageWanted({page.token, m_query, m_order, page.after, PageSize});
}

qsizetype CacheEntryModel::pageOf(int row) const
{
    const auto behind =
        std::upper_bound(m_pages.cbegin(), m_pages.cend(), row,
                         [](int wanted, const Page &page) { return wanted < page.first; });
    return behind - m_pages.cbegin() - 1;
}

void CacheEntryModel::attend(int first, int last)
{
    if (m_pages.isEmpty())
        return;
    const qsizetype begin = std::max<qsizetype>(0, pageOf(first));
    const qsizetype end = std::clamp<qsizetype>(pageOf(last + Ahead), begin, m_pages.size() - 1);
    for (qsizetype i = begin; i <= end; ++i)
        want(m_pages[i]);
    giveUpFarPages(begin);
}

void CacheEntryModel::giveUpFarPages(qsizetype near)
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        Page &page = m_pages[i];
        if (page.isLoaded && std::abs(i - near) > KeptPages / 2) {
            page.entries = {};
            page.isLoaded = false;
        }
    }
}

void CacheEntryModel::takePage(quint64 token, const BrowserTable::Page &page)
{
    const auto asked = std::find_if(m_pages.begin(), m_pages.end(), [token](const Page &one) {
        return one.token == token && token != 0;
    });
    if (asked == m_pages.end())
        return;
    m_failure.reset();
    asked->token = 0;
    asked->isLoaded = true;
    const bool isNew = asked + 1 == m_pages.end() && asked->rows == 0 && !m_isComplete;
    if (!isNew) {
        asked->entries = page.entries.mid(0, asked->rows);
        Q_EMIT dataChanged(index(asked->first, 0),
                           index(asked->first + asked->rows - 1, ColumnCount - 1));
        return;
    }
    const int rows = int(page.entries.size());
    if (rows > 0)
        beginInsertRows({}, m_rows, m_rows + rows - 1);
    asked->rows = rows;
    asked->entries = page.entries;
    m_rows += rows;
    m_isComplete = !page.next;
    if (page.next)
        m_pages.append(Page{page.next, m_rows, 0, {}, false, 0});
    if (rows > 0)
        endInsertRows();
    Q_EMIT stateChanged();
}

void CacheEntryModel::takeFailure(quint64 token, const Error &error)
{
    for (Page &page : m_pages) {
        if (page.token != token || token == 0)
            continue;
        page.token = 0;
        if (error.kind != Error::Kind::Cancelled)
            m_failure = error;
        Q_EMIT stateChanged();
        return;
    }
}

void CacheEntryModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, Age), index(m_rows - 1, Expires));
}

const CacheEntry *CacheEntryModel::entryAt(int row) const
{
    if (row < 0 || row >= m_rows)
        return nullptr;
    const Page &page = m_pages.at(pageOf(row));
    const qsizetype place = row - page.first;
    return place < page.entries.size() ? &page.entries.at(place) : nullptr;
}

int CacheEntryModel::rowOf(qint64 id) const
{
    for (const Page &page : m_pages) {
        for (qsizetype i = 0; i < page.entries.size(); ++i) {
            if (page.entries.at(i).id == id)
                return page.first + int(i);
        }
    }
    return -1;
}

void CacheEntryModel::replace(const CacheEntry &entry)
{
    const int row = rowOf(entry.id);
    if (row < 0)
        return;
    Page &page = m_pages[pageOf(row)];
    page.entries[row - page.first] = entry;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

bool CacheEntryModel::isWaiting() const
{
    return m_rows == 0 && !m_isComplete && !m_failure && !m_pages.isEmpty();
}

} // namespace kagura
