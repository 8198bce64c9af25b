// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/nodeactivity.h"

namespace kagura {

//! A node of the kind `human`: asks a person and waits, for ever or until an action counts as given.
class HumanActivity final : public NodeActivity
{
    Q_OBJECT

public:
    HumanActivity(FrameRun &frame,
                  const WorkflowNode &node,
                  const HumanStep &step,
                  const QString &path);
    ~HumanActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    [[nodiscard]] Result<void> answered(const Json &answer);
    void take(const QString &action, const Json &fields, const char *by);
    void conclude(const QString &action, const Json &fields);

    const HumanStep &m_step;
    QString m_fingerprint;
};

} // namespace kagura
