// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kobai::widgets {

/// Controls side by side, in as many rows as it takes: none is cut off, in any language and size of letters. Shows those of its children that
/// are not hidden, in the order of their making; who expands takes what a row leaves. GUI thread.
class FlowRow final : public QWidget {
    Q_OBJECT

public:
    /// @p gapPx between controls and between rows. @p rowPx: each row's height at 100 %.
    FlowRow(int gapPx, int rowPx, QWidget* parent = nullptr);
    /// After controls were added, hidden, shown or renamed.
    void arrange();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_gapPx;
    int m_rowPx;
};

} // namespace kobai::widgets
