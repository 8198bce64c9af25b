// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/storagewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace kagura {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::StorageWords)
};

} // namespace

NoticeText storageNotice(const DatabaseState &state)
{
    using Kind = DatabaseState::Kind;
    switch (state.kind) {
    case Kind::Opening:
    case Kind::Ready:
        return {};
    case Kind::ReadOnly:
        return {
            NoticeText::Kind::Warning, Words::tr("Your conversations can be read, but not changed"),
            Words::tr("A later version of Kagura has written them. Nothing is touched here; use "
                      "that version to go on. Search and export work.")};
    case Kind::NoSpace:
        return {NoticeText::Kind::Failure, Words::tr("The disk is full: nothing can be kept"),
                Words::tr("What was kept before is safe. Make room; this goes away by itself then. "
                          "Search and export to another disk work.")};
    case Kind::Damaged:
        return {NoticeText::Kind::Failure, Words::tr("The database of conversations is damaged"),
                Words::tr("Another program still has it open. Close that one; then the file is set "
                          "aside, not deleted, and the latest backup takes its place.")};
    case Kind::Failed:
        break;
    }
    return {NoticeText::Kind::Failure, Words::tr("Conversations cannot be kept"), state.message};
}

NoticeText restoreNotice(const RestoreReport &report)
{
    const QString title = Words::tr("The database of conversations was damaged");
    const QString place = report.backupPath.isEmpty()
        ? Words::tr("There was no backup, so that the list begins empty.")
        : Words::tr("The latest backup is in its place, of %1.")
              .arg(QLocale().toString(report.backupTime.toLocalTime(), QLocale::ShortFormat));
    const QString aside = report.asidePath.isEmpty()
        ? QString()
        : Words::tr("It was not deleted: it is kept as %1.").arg(report.asidePath) + u' ';
    return {NoticeText::Kind::Warning, title, aside + place, Words::tr("OK")};
}

} // namespace kagura
