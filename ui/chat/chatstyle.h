// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/textleaf.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>

#include <array>
#include <memory>

class QWidget;

namespace kagura {

class Theme;

//! Everything that the chat page needs to know about looks, taken from the theme, whose
//! scale holds the reader's zoom. Lengths are pixels.
//!
//! Thread: the GUI thread. Lifetime: a value. Errors: none.
struct ChatStyle
{
    QFont textFont;
    QFont labelFont; //!< reasoning, error cards
    QFont labelMediumFont; //!< titles in lists, buttons
    QFont labelStrongFont;
    QFont headingFont; //!< above the parts of a list
    QFont smallFont; //!< footers
    QFont smallMediumFont;
    QFont titleFont; //!< heads
    std::array<QFont, 4> blockHeadingFonts; //!< of an answer's own headings, largest first
    QFont cellHeaderFont; //!< of a table's first row
    std::shared_ptr<const LeafLook> look; //!< of marked words and of code
    QFont greetingFont;
    QFont codeFont;
    qreal textLine = 0;
    qreal labelLine = 0;
    qreal codeLine = 0;
    qreal textCharacter = 0; //!< mean widths, for estimates
    qreal codeCharacter = 0;

    int column = 0; //!< widest text
    int margin = 0; //!< at least this much beside the column
    int messagePad = 0; //!< above and below each message
    int bubbleIndent = 0;
    int bubblePadX = 0;
    int bubblePadY = 0;
    int paragraphGap = 0;
    int codePadX = 0;
    int codePadY = 0;
    int codeBar = 0;
    int codeGapAbove = 0;
    int codeGapBelow = 0;
    int headingGap = 0; //!< above a heading
    int headingGapBelow = 0;
    int tightGap = 0; //!< between items of a list
    int itemIndent = 0;
    int quoteIndent = 0;
    int quoteBar = 0;
    int bullet = 0; //!< diameter
    int ruleHeight = 0;
    int hairline = 1;
    int cellPadX = 0;
    int cellPadY = 0;
    int footer = 0; //!< height
    int chip = 0; //!< height
    int footerGap = 0;
    int icon = 0;
    int gap = 0; //!< the small space between neighbours
    int cardPad = 0;
    int button = 0; //!< height
    int cardRadius = 0;
    int controlRadius = 0;
    int focusWidth = 0;
    int caret = 0; //!< width
    int listRow = 0; //!< heights
    int listHeading = 0;
    int listPad = 0; //!< beside the words of a list
    int foundRow = 0;
    int head = 0;
    int pad = 0; //!< beside the words of a head
    int wide = 0; //!< between parts of the first page
    int shadow = 0; //!< how far the shadow of what floats reaches
    int sidebar = 0;

    QColor page; //!< beside the transcript
    QColor ground; //!< of the transcript
    QColor text;
    QColor text2;
    QColor text3;
    QColor bubble;
    QColor codeGround;
    QColor border;
    QColor strongBorder;
    QColor hover;
    QColor selected;
    QColor sunken;
    QColor accent;
    QColor accentSoft;
    QColor fail;
    QColor failSoft;
    QColor wait;
    QColor waitSoft;
    QColor cached;
    QColor cachedSoft;
    QColor shade; //!< of the shadow

    QHash<QString, QIcon> icons; //!< by name, in the colour of labels
    QIcon failIcon; //!< a warning in the colour of failures
    QIcon keyIcon; //!< in the colour of links

    [[nodiscard]] static ChatStyle of(const Theme &theme);

    [[nodiscard]] TextLeaf::Shape textShape(int width) const;
    [[nodiscard]] TextLeaf::Shape labelShape(int width) const;
    [[nodiscard]] TextLeaf::Shape codeShape(int width) const;
    [[nodiscard]] TextLeaf::Shape headingShape(int level, int width) const;
    [[nodiscard]] TextLeaf::Shape cellShape(bool isHeader,
                                            int width,
                                            Qt::Alignment alignment) const;
};

//! The colour of a label's words.
void inkLabel(QWidget *label, const QColor &color);

} // namespace kagura
