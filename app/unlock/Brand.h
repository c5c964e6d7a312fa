// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;

namespace kobai::app {

class Services;

/// The coloured side of the first screen: the mark, one sentence, the language. GUI thread.
class Brand final : public QWidget {
    Q_OBJECT

public:
    explicit Brand(Services& services, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Services& m_services;
    QList<QAbstractButton*> m_languages;
    QString m_words;
};

} // namespace kobai::app
