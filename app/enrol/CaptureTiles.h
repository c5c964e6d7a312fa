// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Vision.h"

#include <QWidget>

#include <vector>

namespace kobai::app {

/// The captures taken, as tiles of their quality: six small bars and one word, never a picture. GUI thread.
class CaptureTiles final : public QWidget {
    Q_OBJECT

public:
    explicit CaptureTiles(QWidget* parent = nullptr);
    void show(const std::vector<face::QualityBars>& qualities, int wanted);
    [[nodiscard]] int count() const { return int(m_qualities.size()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTile(QPainter& painter, const QRect& tile, int index) const;

    std::vector<face::QualityBars> m_qualities;
    int m_wanted = 0;
};

} // namespace kobai::app
