// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/draftattachments.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using State = ShownAttachment::State;

class TestDraftAttachments : public QObject
{
    Q_OBJECT

private:
    static AttachmentSource text(const QByteArray &words)
    {
        AttachmentSource source;
        source.name = u"notes.txt"_s;
        source.data = words;
        return source;
    }

private Q_SLOTS:
    void aFileIsShownAtOnceAndSentWhenItIsRead()
    {
        DraftAttachments attachments;
        QSignalSpy parts(&attachments, &DraftAttachments::partsChanged);
        attachments.add(u"a"_s, {text("words")});
        QCOMPARE(attachments.shown(u"a"_s).size(), 1);
        QCOMPARE(attachments.shown(u"a"_s).first().state, State::Reading);
        QVERIFY(attachments.parts(u"a"_s).isEmpty());
        QTRY_COMPARE(parts.size(), 1);
        QCOMPARE(attachments.shown(u"a"_s).first().state, State::Ready);
        const QList<MessagePart> expected = {
            TextPart{u"File notes.txt:\nwords\n"_s, u"notes.txt"_s}};
        QCOMPARE(attachments.parts(u"a"_s), expected);
        QVERIFY(attachments.shown(u"b"_s).isEmpty()); // another conversation
    }

    void aFileThatCannotBeReadStaysAndSaysWhy()
    {
        DraftAttachments attachments;
        attachments.add(u"a"_s, {AttachmentSource::fromFile(u"/none/there.txt"_s), text("x")});
        QTRY_COMPARE(attachments.parts(u"a"_s).size(), 1);
        QTRY_COMPARE(attachments.shown(u"a"_s).first().state, State::Failed);
        QCOMPARE(attachments.shown(u"a"_s).first().name, u"there.txt"_s);
        QVERIFY(attachments.shown(u"a"_s).first().failure.contains(u"no such file"_s));
        attachments.remove(u"a"_s, attachments.shown(u"a"_s).first().id);
        QCOMPARE(attachments.shown(u"a"_s).size(), 1);
    }

    void oneThatIsTakenOutWhileItIsReadDoesNotComeBack()
    {
        DraftAttachments attachments;
        attachments.add(u"a"_s, {text("one"), text("two")});
        attachments.remove(u"a"_s, attachments.shown(u"a"_s).first().id);
        QTRY_COMPARE(attachments.parts(u"a"_s).size(), 1);
        QCOMPARE(std::get<TextPart>(attachments.parts(u"a"_s).first()).text,
                 u"File notes.txt:\ntwo\n"_s);
        attachments.add(u"a"_s, {text("three")});
        attachments.clear(u"a"_s);
        QVERIFY(attachments.shown(u"a"_s).isEmpty());
        attachments.add(u"a"_s, {text("four")});
        QTRY_COMPARE(attachments.parts(u"a"_s).size(), 1);
        QCOMPARE(attachments.shown(u"a"_s).size(), 1);
    }

    void whatIsGivenBackIsThereAtOnceAndAsksForItsPicture()
    {
        DraftAttachments attachments;
        QSignalSpy wanted(&attachments, &DraftAttachments::previewWanted);
        const QList<MessagePart> parts = {ImagePart{"bytes", u"image/png"_s, u"a.png"_s},
                                          TextPart{u"File b.txt:\nwords\n"_s, u"b.txt"_s}};
        attachments.addParts(u"a"_s, parts);
        QCOMPARE(attachments.parts(u"a"_s), parts);
        QCOMPARE(wanted.size(), 1);
        const QString id = wanted.first().first().toString();
        QImage preview(2, 2, QImage::Format_RGB32);
        preview.fill(Qt::red);
        attachments.setPreview(id, preview);
        QCOMPARE(attachments.shown(u"a"_s).first().preview, preview);
        QCOMPARE(attachments.shown(u"a"_s).last().name, u"b.txt"_s);
    }
};

KAGURA_TEST(TestDraftAttachments)
#include "tst_draftattachments.moc"
