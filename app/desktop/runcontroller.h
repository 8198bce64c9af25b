// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/launchvalues.h"
#include "ui/runs/runspage.h"
#include "ui/widgets/frameclock.h"
#include "ui/widgets/notice.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace kagura {

class ChatEngine;
class CompareDialog;
class LaunchDesk;
class LaunchDialog;
class RunDesk;

//! Feeds the page of runs with what the engine says, and tells the engine what the person wants.
//!
//! Thread: the GUI thread. Lifetime: as long as page and engine. Errors: shown by the page, or by
//! notified().
class RunController final : public QObject
{
    Q_OBJECT

public:
    explicit RunController(ChatEngine &engine, QObject *parent = nullptr);
    ~RunController() override;

    [[nodiscard]] RunsPage &page() { return *m_page; }
    void setTheme(const Theme &theme);
    void launch(); //!< opens the dialog
    void lookAtInterrupted(); //!< the newest one

Q_SIGNALS:
    void notified(const QString &text);
    void shown(); //!< the page is to be seen now
    //! How many answers runs wait for.
    void answersWanted(int count);
    //! Runs that were interrupted; without a title: none any more.
    void interruptedFound(const kagura::NoticeText &notice);

private:
    void listenToPage();
    void listenToDesk();
    void listenToLaunches();
    void listenToDialog();
    void look(const QString &run); //!< shows that one
    void compare(const QString &run);
    void askForBudget(const QString &run);
    void askForExport(const QString &run);
    void askBeforeRemoval(const QString &run);
    void takeQuestions(const QList<ShownQuestion> &questions);

    //! Runs work(RunDesk &) in the engine thread.
    void tell(std::function<void(RunDesk &)> work);
    void tellLaunches(std::function<void(LaunchDesk &)> work); //!< likewise

    ChatEngine &m_engine;
    FrameClock m_frames;
    Theme m_theme;
    std::unique_ptr<RunsPage> m_page;
    QPointer<LaunchDialog> m_dialog;
    QPointer<CompareDialog> m_comparing;
    QStringList m_models; //!< that can be used
    qsizetype m_asked = 0;
};

} // namespace kagura
