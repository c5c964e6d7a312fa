// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Fields.h"

#include "widgets/Controls.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

// checkout::shortestPinDigits and longestPinDigits: widgets know no use cases.
constexpr int shortest = 4;
constexpr int longest = 8;

} // namespace

/// The digits typed, as dots; empty places up to the shortest PIN.
class PinDots final : public QWidget {
public:
    explicit PinDots(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

    void setCount(int count)
    {
        m_count = count;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {theme::scaled(28) * longest, theme::scaled(44)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int places = std::max(shortest, m_count);
        const int step = theme::scaled(28);
        const qreal side = theme::scaled(14);
        const qreal left = (width() - places * step) / 2.0 + (step - side) / 2;
        for (int place = 0; place < places; ++place) {
            const QRectF dot(left + place * step, (height() - side) / 2, side, side);
            const bool filled = place < m_count;
            paintBox(painter, dot, side / 2, filled ? scheme().text : QColor(Qt::transparent),
                     filled ? scheme().text : theme::fieldOutline(), 1.5);
        }
    }

private:
    int m_count = 0;
};

PinPad::PinPad(QWidget* parent) : QWidget(parent), m_dots(new PinDots(this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::unit(), theme::unit(), theme::unit(), theme::unit());
    grid->setSpacing(theme::unit());
    grid->addWidget(m_dots, 0, 0, 1, 3);
    const auto key = [this](const QString& name) {
        auto* button = new Button(Button::Weight::Plain, Button::Size::Till, this);
        button->setObjectName(name);
        // The pad itself holds the focus: digits go to it whatever was touched last.
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        return button;
    };
    for (int digit = 0; digit <= 9; ++digit) {
        auto* button = key(u"pin%1"_s.arg(digit));
        const int place = digit == 0 ? 10 : digit - 1;
        button->setText(QString::number(digit));
        connect(button, &Button::clicked, this, [this, digit] { press(QChar(u'0' + digit)); });
        grid->addWidget(button, 1 + place / 3, place % 3);
    }
    m_erase = key(u"pinErase"_s);
    m_erase->setIconName(u"backspace"_s);
    connect(m_erase, &Button::clicked, this, &PinPad::erase);
    grid->addWidget(m_erase, 4, 0);
    m_enter = key(u"pinEnter"_s);
    m_enter->setIconName(u"check"_s);
    connect(m_enter, &Button::clicked, this, &PinPad::enter);
    grid->addWidget(m_enter, 4, 2);
    retranslate();
    refresh();
}

void PinPad::clear()
{
    // Overwritten before it is released: a PIN does not linger in freed memory.
    m_pin.fill(u'0');
    m_pin.clear();
    refresh();
    Q_EMIT changed(0);
}

void PinPad::press(QChar digit)
{
    if (m_pin.size() >= longest)
        return;
    m_pin.append(digit);
    refresh();
    Q_EMIT changed(int(m_pin.size()));
}

void PinPad::erase()
{
    if (m_pin.isEmpty())
        return;
    m_pin.chop(1);
    refresh();
    Q_EMIT changed(int(m_pin.size()));
}

void PinPad::enter()
{
    if (m_pin.size() >= shortest)
        Q_EMIT entered(m_pin);
}

void PinPad::refresh()
{
    m_dots->setCount(int(m_pin.size()));
    m_erase->setEnabled(!m_pin.isEmpty());
    m_enter->setEnabled(m_pin.size() >= shortest);
    setAccessibleDescription(tr("%n digit(s) typed", nullptr, int(m_pin.size())));
}

void PinPad::retranslate()
{
    setAccessibleName(tr("PIN"));
    m_erase->setAccessibleName(tr("Erase the last digit"));
    m_enter->setAccessibleName(tr("Enter the PIN"));
}

void PinPad::keyPressEvent(QKeyEvent* event)
{
    const QString typed = event->text();
    if (typed.size() == 1 && typed.front().isDigit()) {
        // Full-width and other scripts' digits mean the same.
        press(QChar(u'0' + typed.front().digitValue()));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Backspace:
        erase();
        return;
    case Qt::Key_Delete:
        clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PinPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

void PinPad::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    paintFocusRing(painter, rect(), theme::unit());
}

} // namespace kobai::widgets
