// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/shownattachment.h"

#include <QList>
#include <QRect>

class QPainter;

namespace kagura {

//! Attachments side by side, wrapped into rows: where each stands in a given width, and how it is drawn.
//! Files are chips with a name; in a message, pictures are tiles that show what they are.
//!
//! Thread: the GUI thread. Lifetime: a value. Errors: none.
class AttachmentStrip
{
public:
    enum class Place : std::uint8_t { Composer, Message };

    explicit AttachmentStrip(Place place)
        : m_place(place)
    {}

    //! Sets everything from (0, 0) on.
    void flow(const ChatStyle &style, const QList<ShownAttachment> &attachments, int width);

    [[nodiscard]] const QList<QRect> &rects() const { return m_rects; }
    [[nodiscard]] int height() const { return m_height; } //!< 0 without attachments

    //! Where the composer has its button in a chip.
    [[nodiscard]] static QRect removeRect(const ChatStyle &style, const QRect &chip);

    void paint(QPainter &painter,
               const ChatStyle &style,
               QPoint origin,
               const QList<ShownAttachment> &attachments) const;
    void paintOne(QPainter &painter,
                  const ChatStyle &style,
                  const QRect &rect,
                  const ShownAttachment &attachment) const;

private:
    [[nodiscard]] QSize sizeOf(const ChatStyle &style,
                               const ShownAttachment &attachment,
                               int width) const;
    [[nodiscard]] bool isTile(const ShownAttachment &attachment) const;
    void paintChip(QPainter &painter,
                   const ChatStyle &style,
                   const QRect &rect,
                   const ShownAttachment &attachment) const;
    static void paintTile(QPainter &painter,
                          const ChatStyle &style,
                          const QRect &rect,
                          const ShownAttachment &attachment);

    Place m_place;
    QList<QRect> m_rects;
    int m_height = 0;
};

} // namespace kagura
