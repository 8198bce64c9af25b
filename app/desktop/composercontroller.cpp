// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/composercontroller.h"

#include "ui/chat/composer.h"

#include <chrono>

namespace kagura {

namespace {

// Not from the last key on, but from the first: who types on without a pause is saved, too.
constexpr std::chrono::milliseconds SaveAfter{400};

// Attachments of another version of an earlier message are kept apart from those of the draft, until it is
// sent or given up.
constexpr QLatin1String OfEdits("edit/");

} // namespace

ComposerController::ComposerController(ChatPage &page, ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_engine(engine)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(SaveAfter);
    listen();
}

ComposerController::~ComposerController()
{
    if (m_saving.isActive())
        saveText(m_page.conversation(), m_page.draftText());
}

void ComposerController::listen()
{
    Composer *composer = &m_page.composer();
    connect(composer, &Composer::filesOffered, this, [this](const QStringList &paths) {
        QList<AttachmentSource> sources;
        for (const QString &path : paths)
            sources.append(AttachmentSource::fromFile(path));
        offer(sources);
    });
    connect(composer, &Composer::imageOffered, this, [this](const QImage &image) {
        AttachmentSource source;
        source.name = tr("Pasted picture");
        source.image = image;
        offer({source});
    });
    connect(composer, &Composer::textOffered, this, [this](const QString &text) {
        AttachmentSource source;
        source.name = tr("Pasted text.txt");
        source.data = text.toUtf8();
        offer({source});
    });
    connect(composer, &Composer::removeRequested, this,
            [this](const QString &id) { m_attachments.remove(place(), id); });
    connect(composer, &Composer::textChanged, this, &ComposerController::saveSoon);
    connect(&m_saving, &QTimer::timeout, this,
            [this] { saveText(m_page.conversation(), m_page.draftText()); });
    connect(&m_page, &ChatPage::draftLeft, this, &ComposerController::saveText);
    connect(&m_page, &ChatPage::conversationShown, this, &ComposerController::show);
    connect(&m_page, &ChatPage::editChanged, this, &ComposerController::show);
    connect(&m_attachments, &DraftAttachments::changed, this, [this](const QString &conversation) {
        if (conversation == place())
            show();
    });
    connect(&m_attachments, &DraftAttachments::partsChanged, this,
            [this](const QString &conversation) {
                if (m_isRestoring || conversation.startsWith(OfEdits))
                    return;
                tell([conversation, parts = m_attachments.parts(conversation)](DraftDesk &drafts) {
                    drafts.saveAttachments(conversation, parts);
                });
            });
    connect(&m_attachments, &DraftAttachments::previewWanted, this,
            [this](const QString &id, const ImagePart &picture) {
                const QImage kept = m_previews.find(QStringLiteral("draft/") + id, picture);
                if (!kept.isNull())
                    m_attachments.setPreview(id, kept);
            });
    connect(&m_previews, &PicturePreviews::made, this,
            [this](const QString &key, const QImage &preview) {
                if (key.startsWith(QLatin1String("draft/")))
                    m_attachments.setPreview(key.mid(6), preview);
            });
    connect(&m_engine.drafts(), &DraftDesk::loaded, this, &ComposerController::restore);
}

void ComposerController::offer(const QList<AttachmentSource> &sources)
{
    m_attachments.add(place(), sources);
}

void ComposerController::show()
{
    m_page.composer().setAttachments(m_attachments.shown(place()));
}

QString ComposerController::place() const
{
    const QString edited = m_page.edited();
    return edited.isEmpty() ? m_page.conversation() : OfEdits + edited;
}

void ComposerController::restore(const QList<StoredDraft> &drafts)
{
    m_isRestoring = true;
    for (const StoredDraft &draft : drafts) {
        m_saved.insert(draft.conversation, draft.text);
        if (!draft.text.isEmpty())
            m_page.setDraft(draft.conversation, draft.text);
        if (!draft.attachments.isEmpty())
            m_attachments.addParts(draft.conversation, draft.attachments);
    }
    m_isRestoring = false;
}

void ComposerController::saveSoon()
{
    if (!m_saving.isActive())
        m_saving.start();
}

void ComposerController::saveText(const QString &conversation, const QString &text)
{
    const QString kept = text.trimmed().isEmpty() ? QString() : text;
    if (m_saved.value(conversation) == kept)
        return;
    m_saved.insert(conversation, kept);
    tell([conversation, kept](DraftDesk &drafts) { drafts.saveText(conversation, kept); });
}

QList<MessagePart> ComposerController::takeForSending(const QString &conversation)
{
    const QList<MessagePart> parts = m_attachments.parts(conversation);
    m_sent.insert(conversation, parts);
    m_attachments.clear(conversation);
    // Now, and not when the timer says so: a new conversation has another name by then.
    m_saving.stop();
    saveText(conversation, {});
    return parts;
}

QList<MessagePart> ComposerController::takeForEdit(const QString &message)
{
    const QList<MessagePart> parts = m_attachments.parts(OfEdits + message);
    m_sent.insert(m_page.conversation(), parts);
    m_attachments.clear(OfEdits + message);
    show();
    return parts;
}

void ComposerController::giveBack(const QString &conversation)
{
    if (const QList<MessagePart> parts = m_sent.take(conversation); !parts.isEmpty())
        m_attachments.addParts(conversation, parts);
}

void ComposerController::forgetSent(const QString &conversation)
{
    m_sent.remove(conversation);
}

} // namespace kagura
