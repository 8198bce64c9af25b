// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/runnodes.h"
#include "ui/runs/comparisonvalues.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace kagura {

class RunService;

//! The other half of the page of runs: which runs there are, what happens in the one that is looked at,
//! and what is to be done with them.
//!
//! What happens is gathered and told at most thirty times a second, and text only of the node that is
//! looked at, so that a run of thousands of calls costs the window no more than it shows.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes first,
//! and the service outlives it. Errors: notice().
class RunDesk final : public QObject
{
    Q_OBJECT

public:
    enum class Command : std::uint8_t { Pause, Resume, Cancel, Rerun };
    enum class NodeCommand : std::uint8_t { Cancel, Retry, Skip };

    explicit RunDesk(QObject *parent = nullptr);
    ~RunDesk() override;

    void start(RunService &runs);

    void list();
    void open(const QString &run); //!< it is looked at from now on
    void chooseNode(const QString &run, const QString &path);
    void command(const QString &run, Command command);
    void commandNode(const QString &run, const QString &path, NodeCommand command);
    void answer(const ShownQuestion &question, const QString &action, const Json &fields);
    void raiseBudget(const QString &run, qint64 microUsd);
    void remove(const QString &run);
    void compare(const QString &before, const QString &after);
    //! format: one of runExportFormatFromName().
    void exportTo(const QString &run, const QString &path, const QString &format);

Q_SIGNALS:
    void runsListed(const QList<kagura::ShownRun> &runs);
    void runChanged(const kagura::ShownRun &run);
    void runRemoved(const QString &run);
    void rerunStarted(const QString &run);
    void figuresChanged(const QString &run, const kagura::ShownRunFigures &figures);
    void nodesChanged(const QString &run, const QList<kagura::ShownNode> &nodes);
    void detailChanged(const kagura::ShownNodeDetail &detail);
    void liveTextSet(const QString &path, const QString &text);
    void liveTextAdded(const QString &path, const QString &text);
    void questionsChanged(const QList<kagura::ShownQuestion> &questions);
    void compared(const kagura::ShownComparison &comparison);
    void interruptedFound(int count, const QString &words);
    void notice(const QString &text);

private:
    void take(const QString &run, const QList<RunEvent> &events);
    void takeText(const QString &run, const QString &path, const QString &text);
    void tellNews();
    void tellWaits(); //!< of which the time runs down
    void tellAll();
    void tellNodes(const QSet<int> &nodes);
    void tellQuestions();
    void tellDetail();
    void readEvents();
    void send(const QString &run, const Json &command);
    //! A short text at once; one from the journal once it is read, by another tellDetail().
    [[nodiscard]] QString valueText(const RunValueRef &ref);
    [[nodiscard]] const RunState *state() const; //!< of the open run; null: none
    [[nodiscard]] bool isOurs() const;
    [[nodiscard]] static qint64 nowMs();

    RunService *m_runs = nullptr;
    QString m_open;
    std::unique_ptr<RunState> m_stored; //!< of the open run, where this process does not run it
    RunNodes m_nodes; //!< of the open run
    QString m_chosen; //!< path
    QString m_rawEvents; //!< of the chosen node
    QHash<QString, QString> m_values; //!< that were read for it, by hash
    QHash<QString, QHash<QString, QString>> m_live; //!< texts under way, by run and path
    QString m_newText; //!< of the chosen node
    QSet<QString> m_changedRuns;
    QSet<int> m_changedNodes;
    QList<ShownQuestion> m_questions;
    QTimer m_news{this}; // children, so that they move along
    QTimer m_waits{this};
    QTimer m_elsewhere{this};
};

} // namespace kagura
