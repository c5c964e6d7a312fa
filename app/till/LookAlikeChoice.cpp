// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/LookAlikeChoice.h"

#include "app/PersonList.h"
#include "widgets/Controls.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int rowPx = 88;
constexpr int digitPx = 40;

/// One person as a button: the key that chooses, the name, the line under it.
class PersonButton final : public QAbstractButton {
public:
    PersonButton(QString key, const people::Person& person, QWidget* parent)
        : QAbstractButton(parent), m_key(std::move(key)), m_name(person.name), m_line(personLine(person))
    {
        setAccessibleName(person.name + u", "_s + m_line);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setMinimumHeight(theme::scaled(rowPx));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override { return {theme::scaled(280), theme::scaled(rowPx)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int unit = theme::unit();
        const bool pointed = underMouse() || isDown();
        paintBox(painter, rect(), unit, pointed ? theme::tint(theme::Role::Accent) : palette().color(QPalette::Base),
                 theme::fieldOutline());
        const int side = theme::scaled(digitPx);
        const QRect disc(2 * unit, (height() - side) / 2, side, side);
        paintBox(painter, disc, side / 2.0, theme::tint(theme::Role::Accent), theme::color(theme::Role::Accent));
        painter.setFont(theme::font(theme::Text::Section, true));
        painter.setPen(theme::color(theme::Role::Accent));
        painter.drawText(disc, Qt::AlignCenter, m_key);

        const int left = disc.right() + 2 * unit;
        const int room = width() - left - 2 * unit;
        const QFontMetrics nameMetrics(theme::font(theme::Text::Section, true));
        const QFontMetrics lineMetrics(theme::font(theme::Text::Body));
        const int top = (height() - nameMetrics.height() - lineMetrics.height()) / 2;
        painter.setPen(scheme().text);
        painter.drawText(QRect(left, top, room, nameMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         nameMetrics.elidedText(m_name, Qt::ElideRight, room));
        painter.setFont(theme::font(theme::Text::Body));
        painter.setPen(theme::color(theme::Role::Quiet));
        painter.drawText(QRect(left, top + nameMetrics.height(), room, lineMetrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, lineMetrics.elidedText(m_line, Qt::ElideMiddle, room));
        if (hasFocus())
            paintFocusRing(painter, rect(), unit);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        // Enter held down from the step before must not choose somebody.
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && !event->isAutoRepeat())
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    QString m_key;
    QString m_name;
    QString m_line;
};

} // namespace

LookAlikeChoice::LookAlikeChoice(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"lookAlikeChoice"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme::unit() + theme::unit() / 2);
}

void LookAlikeChoice::show(const std::vector<people::Person>& persons)
{
    const auto same = [](const people::Person& a, const people::Person& b) { return a.id == b.id; };
    if (std::ranges::equal(m_persons, persons, same))
        return;
    m_persons = persons;
    fill();
}

void LookAlikeChoice::fill()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    int number = 0;
    for (const people::Person& person : m_persons) {
        const QString key = QLocale().toString(++number);
        auto* row = new QWidget(this);
        auto* choose = new PersonButton(key, person, row);
        choose->setObjectName(u"choice-%1"_s.arg(number));
        auto* pin = new Button(Button::Weight::Plain, Button::Size::Till, row);
        pin->setObjectName(u"choicePin-%1"_s.arg(number));
        pin->setIconName(u"pin"_s);
        pin->setText(tr("PIN"));
        pin->setAccessibleName(tr("Let %1 type the PIN").arg(person.name));
        pin->setAutoDefault(true);
        pin->setMinimumHeight(theme::scaled(rowPx));
        connect(choose, &QAbstractButton::clicked, this, [this, id = person.id] { Q_EMIT chosen(id); });
        connect(pin, &QAbstractButton::clicked, this, [this, id = person.id] { Q_EMIT pinAsked(id); });
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::unit());
        layout->addWidget(choose, 1);
        layout->addWidget(pin);
        m_rows->addWidget(row);
        row->show();
    }
}

void LookAlikeChoice::focusFirst()
{
    // Nobody is chosen beforehand: Enter alone must not say who it is.
    setFocus();
}

void LookAlikeChoice::retranslate()
{
    setAccessibleName(tr("Who is standing there?"));
    fill();
}

void LookAlikeChoice::keyPressEvent(QKeyEvent* event)
{
    const int number = event->key() - Qt::Key_1;
    if (number < 0 || number >= int(m_persons.size()) || number > Qt::Key_9 - Qt::Key_1) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        Q_EMIT chosen(m_persons[std::size_t(number)].id);
}

} // namespace kobai::app
