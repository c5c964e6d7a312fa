// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

namespace kobai::widgets {

/// One product to touch: picture, name in at most two lines, price. A button: clicked() puts it in the basket or opens it. Knows no
/// catalogue, only what it shows. GUI thread.
class ProductTile final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ProductTile(QWidget* parent = nullptr);

    /// @p picture: a name of ":/icons/product-NAME.svg"; unknown or empty shows a box.
    void setProduct(const QString& name, const QString& priceText, const QString& picture);
    void setFavourite(bool favourite); ///< a star in the corner
    void setMuted(bool muted);         ///< no longer sold: grey, with a line of words
    void setCount(int count);          ///< how many lie in the basket; 0 hides the badge
    [[nodiscard]] QString name() const { return m_name; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void describe();
    void paintFrame(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    QString m_name;
    QString m_price;
    QString m_picture;
    bool m_favourite = false;
    bool m_muted = false;
    int m_count = 0;
};

} // namespace kobai::widgets
