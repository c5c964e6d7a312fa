// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChoiceRow.h"

#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One word of the row. GUI thread.
class ChoiceButton final : public QAbstractButton {
public:
    explicit ChoiceButton(QWidget* parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme::font(theme::Text::Body, true));
        return {metrics.horizontalAdvance(text()) + 4 * theme::unit(), theme::scaled(theme::targetPx)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint() - QSize(2 * theme::unit(), 0); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = theme::color(theme::Role::Accent);
        const qreal pen = hasFocus() ? std::max(2, theme::unit() / 4) : 1;
        painter.setPen(QPen(hasFocus() || isChecked() ? accent : theme::outline(), pen));
        painter.setBrush(isChecked() ? theme::tint(theme::Role::Accent) : palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), theme::unit(),
                                theme::unit());
        painter.setFont(theme::font(theme::Text::Body, isChecked()));
        painter.setPen(isChecked() ? accent : palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

ChoiceRow::ChoiceRow(const QString& name, int choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme::unit());
    for (int index = 0; index < choices; ++index) {
        auto* button = new ChoiceButton(this);
        button->setObjectName(name + QString::number(index));
        m_group->addButton(button, index);
        row->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &ChoiceRow::chosen);
}

void ChoiceRow::setWords(const QStringList& words)
{
    for (int index = 0; index < words.size(); ++index) {
        m_group->button(index)->setText(words.at(index));
        m_group->button(index)->setAccessibleName(words.at(index));
        m_group->button(index)->updateGeometry();
    }
}

void ChoiceRow::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

} // namespace kobai::widgets
