// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace kobai::widgets {

/// Its content as it is where there is room, scrolled up and down where there is not, never sideways: as wide as the content must be. GUI thread.
class DownScroll final : public QScrollArea {
    Q_OBJECT

public:
    explicit DownScroll(QWidget* content, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Scrolls also where its neighbours' heights depend on their widths: a layout never makes what has such a height lower.
    void setGivesWay(bool givesWay);
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_givesWay = false;
};

} // namespace kobai::widgets
