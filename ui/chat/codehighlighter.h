// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/code/codelanguages.h"
#include "ui/chat/leaflook.h"

#include <QSyntaxHighlighter>

#include <memory>

namespace kagura {

//! Colours the code of an ordinary text document as the transcript colours code.
//!
//! Thread: the GUI thread. Lifetime: the document's. Errors: none; an unknown language has one colour.
class CodeHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    CodeHighlighter(const QString &language, QTextDocument *document);

    //! What stands above that line is no code.
    void setFirstLine(int line) { m_firstLine = line; }
    void setLook(const std::shared_ptr<const LeafLook> &look);

protected:
    void highlightBlock(const QString &text) override;

private:
    CodeLanguages m_languages;
    const CodeLanguage *m_language;
    std::shared_ptr<const LeafLook> m_look;
    int m_firstLine = 0;
};

} // namespace kagura
