// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace kobai::widgets {
class Text;
}

namespace kobai::app {

/// A wide button with an icon, a title and a line that explains it. GUI thread.
class WayButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit WayButton(const QString& iconName, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& explanation);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_iconName;
    QString m_title;
    QString m_explanation;
};

/// The three ways in, and the stores opened lately. GUI thread.
class StartView final : public QWidget {
    Q_OBJECT

public:
    explicit StartView(QWidget* parent = nullptr);
    void setRecent(const QStringList& folders);
    void retranslate();
    void takeFocus();

Q_SIGNALS:
    void storeChosen(const QString& folder);
    void openChosen();
    void createChosen();
    void demoChosen();

private:
    widgets::Text* m_title;
    widgets::Text* m_recentTitle;
    QVBoxLayout* m_recent;
    QList<WayButton*> m_recentButtons;
    WayButton* m_open;
    WayButton* m_createNew;
    WayButton* m_demo;
};

} // namespace kobai::app
