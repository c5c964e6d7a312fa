// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace kobai::app {

/// One workplace in the rail: icon over word, or the icon alone when the window is narrow. GUI thread.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit RailButton(const QString& iconName, QWidget* parent);
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_iconName;
    bool m_compact = false;
};

/// The left rail: which workplace is in front. GUI thread.
class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    /// At the end. @p keys goes into the tool tip.
    void addWorkplace(const QString& iconName, const QString& word, const QString& keys);
    void setWord(int index, const QString& word, const QString& keys);
    void removeAll();
    void setCurrent(int index);
    void setCompact(bool compact);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
    QList<RailButton*> m_buttons;
    bool m_compact = false;
};

} // namespace kobai::app
