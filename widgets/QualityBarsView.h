// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

namespace kobai::widgets {

/// Six small labelled bars for a face in front of the camera: light, sharp, size, pose, eyes, alone. Each is full when it is good;
/// a bar that holds the picture back is amber with a mark beside its word. GUI thread.
class QualityBarsView final : public QWidget {
    Q_OBJECT

public:
    static constexpr int count = 6;
    /// Below this a bar counts as holding back; face::Vision scales its measures so that 1 is all that is wanted.
    static constexpr float enough = 0.5F;

    explicit QualityBarsView(QWidget* parent = nullptr);

    /// Each 0 (bad) to 1 (good), in the order light, sharp, size, pose, eyes, alone; values outside are cut, NaN is 0.
    void setValues(const std::array<float, count>& values);
    void clear(); ///< nobody is seen: all empty and grey
    [[nodiscard]] const std::array<float, count>& values() const { return m_values; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void paintBar(QPainter& painter, int index, const QRect& cell) const;
    [[nodiscard]] static int columnsAt(int width);
    [[nodiscard]] static int cellHeight();
    [[nodiscard]] static int rowGap();

    std::array<float, count> m_values{};
    std::array<QString, count> m_words;
    bool m_empty = true;
};

} // namespace kobai::widgets
