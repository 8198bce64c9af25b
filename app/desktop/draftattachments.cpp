// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/draftattachments.h"

#include "app/desktop/shownparts.h"
#include "app/services/attachmentparts.h"

#include <algorithm>
#include <chrono>

namespace kagura {

namespace {

constexpr std::chrono::milliseconds ProgressEvery{100};

} // namespace

DraftAttachments::DraftAttachments(QObject *parent)
    : QObject(parent)
{
    m_progress.setInterval(ProgressEvery);
    connect(&m_progress, &QTimer::timeout, this, &DraftAttachments::showProgress);
}

DraftAttachments::~DraftAttachments() = default;

void DraftAttachments::add(const QString &conversation, const QList<AttachmentSource> &sources)
{
    if (sources.isEmpty())
        return;
    m_replies.push_back(m_loader.load(sources));
    AttachmentReply *reply = m_replies.back().get();
    QList<Entry> &entries = m_entries[conversation];
    for (qsizetype i = 0; i < sources.size(); ++i) {
        Entry entry;
        entry.shown.id = QString::number(++m_lastId);
        entry.shown.name = sources.at(i).name;
        entry.shown.state = ShownAttachment::State::Reading;
        entry.reply = reply;
        entry.index = i;
        entries.append(entry);
    }
    connect(reply, &AttachmentReply::itemFinished, this,
            [this, reply](qsizetype index) { take(reply, index); });
    connect(reply, &Handle::finished, this, [this, reply] {
        const auto own =
            std::find_if(m_replies.begin(), m_replies.end(),
                         [reply](const auto &candidate) { return candidate.get() == reply; });
        if (own == m_replies.end())
            return;
        own->release()->deleteLater(); // it is still telling others
        m_replies.erase(own);
        if (m_replies.empty())
            m_progress.stop();
    });
    m_progress.start();
    Q_EMIT changed(conversation);
}

void DraftAttachments::take(AttachmentReply *reply, qsizetype index)
{
    for (auto entries = m_entries.begin(); entries != m_entries.end(); ++entries) {
        for (Entry &entry : *entries) {
            if (entry.reply != reply || entry.index != index)
                continue;
            entry.reply = nullptr;
            const Result<Attachment> &result = *reply->result(index);
            const QString id = entry.shown.id;
            if (result) {
                entry.shown = shownAttachment(*result);
                entry.shown.id = id;
                entry.part = toPart(*result);
            } else {
                entry.shown.state = ShownAttachment::State::Failed;
                entry.shown.failure = result.error().message;
            }
            const QString conversation = entries.key();
            if (result)
                Q_EMIT partsChanged(conversation);
            Q_EMIT changed(conversation);
            return;
        }
    }
}

void DraftAttachments::showProgress()
{
    QStringList moved;
    for (auto entries = m_entries.begin(); entries != m_entries.end(); ++entries) {
        for (Entry &entry : *entries) {
            if (!entry.reply)
                continue;
            const int permille = entry.reply->permille(entry.index);
            if (std::exchange(entry.shown.permille, permille) != permille
                && !moved.contains(entries.key()))
                moved.append(entries.key());
        }
    }
    for (const QString &conversation : std::as_const(moved))
        Q_EMIT changed(conversation);
}

void DraftAttachments::addParts(const QString &conversation, const QList<MessagePart> &parts)
{
    QList<Entry> &entries = m_entries[conversation];
    for (const MessagePart &part : parts) {
        Entry entry;
        entry.shown = shownAttachment(part);
        entry.shown.id = QString::number(++m_lastId);
        entry.part = part;
        entries.append(entry);
        if (const auto *picture = std::get_if<ImagePart>(&part))
            Q_EMIT previewWanted(entry.shown.id, *picture);
    }
    Q_EMIT partsChanged(conversation);
    Q_EMIT changed(conversation);
}

void DraftAttachments::setPreview(const QString &id, const QImage &preview)
{
    for (auto entries = m_entries.begin(); entries != m_entries.end(); ++entries) {
        for (Entry &entry : *entries) {
            if (entry.shown.id != id)
                continue;
            entry.shown.preview = preview;
            Q_EMIT changed(entries.key());
            return;
        }
    }
}

void DraftAttachments::remove(const QString &conversation, const QString &id)
{
    QList<Entry> &entries = m_entries[conversation];
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&id](const Entry &entry) { return entry.shown.id == id; });
    if (found == entries.end())
        return;
    const Entry removed = *found;
    entries.erase(found);
    if (removed.reply)
        removed.reply->cancelOne(removed.index);
    if (removed.part)
        Q_EMIT partsChanged(conversation);
    Q_EMIT changed(conversation);
}

void DraftAttachments::clear(const QString &conversation)
{
    const QList<Entry> removed = m_entries.take(conversation);
    for (const Entry &entry : removed) {
        if (entry.reply)
            entry.reply->cancelOne(entry.index);
    }
    if (removed.isEmpty())
        return;
    Q_EMIT partsChanged(conversation);
    Q_EMIT changed(conversation);
}

QList<ShownAttachment> DraftAttachments::shown(const QString &conversation) const
{
    QList<ShownAttachment> shown;
    const auto entries = m_entries.constFind(conversation);
    if (entries == m_entries.constEnd())
        return shown;
    for (const Entry &entry : *entries)
        shown.append(entry.shown);
    return shown;
}

QList<MessagePart> DraftAttachments::parts(const QString &conversation) const
{
    QList<MessagePart> parts;
    const auto entries = m_entries.constFind(conversation);
    if (entries == m_entries.constEnd())
        return parts;
    for (const Entry &entry : *entries) {
        if (entry.part)
            parts.append(*entry.part);
    }
    return parts;
}

} // namespace kagura
