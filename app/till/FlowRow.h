// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kobai::app {

/// Buttons side by side, in as many rows as it takes: none is cut off, in any language and size of letters. Shows those of its children that
/// are not hidden, in the order of their making. GUI thread.
class FlowRow final : public QWidget {
    Q_OBJECT

public:
    /// @p gapPx between buttons and between rows.
    explicit FlowRow(int gapPx, QWidget* parent = nullptr);
    /// After buttons were added, hidden, shown or renamed.
    void arrange();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_gapPx;
};

} // namespace kobai::app
