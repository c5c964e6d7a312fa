// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace kobai::widgets {

/// A picture of a person in a square with rounded corners, cut to its middle; an icon while there is none. Knows nothing of consent: who
/// gives it a picture may show it. GUI thread.
class PhotoView final : public QWidget {
    Q_OBJECT

public:
    /// @p px: side at 100 %.
    explicit PhotoView(int px, QWidget* parent = nullptr);
    void setPhoto(const QImage& photo); ///< null image: none
    [[nodiscard]] const QImage& photo() const { return m_photo; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_px;
    QImage m_photo;
};

} // namespace kobai::widgets
