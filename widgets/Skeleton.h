// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kobai::widgets {

/// Quiet grey rows where a list will be, while it loads. Stands still: nothing here informs by moving. GUI thread.
class Skeleton final : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(int rows = 8, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    int m_rows;
};

} // namespace kobai::widgets
