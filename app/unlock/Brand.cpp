// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/Brand.h"

#include "app/Services.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

// The same in light and dark: white on deep indigo, 10 : 1.
const QColor ground(0x31, 0x2e, 0x81);
const QColor groundEnd(0x1e, 0x1b, 0x4b);
const QColor ink(0xff, 0xff, 0xff);
const QColor quietInk(0xc7, 0xd2, 0xfe);

/// A language in its own letters, underlined when it is the one on the screen. GUI thread.
class LanguageButton final : public QAbstractButton {
public:
    LanguageButton(const QString& name, QWidget* parent) : QAbstractButton(parent)
    {
        setText(name);
        setAccessibleName(name);
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 3 * theme::unit(), theme::scaled(theme::targetPx)};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isChecked() ? ink : quietInk);
        QFont font = theme::font(theme::Text::Body, isChecked());
        painter.setFont(font);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(ink, 2));
            painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), theme::unit(), theme::unit());
        }
    }
};

} // namespace

Brand::Brand(Services& services, QWidget* parent) : QWidget(parent), m_services(services)
{
    setObjectName(u"brand"_s);
    auto* column = new QVBoxLayout(this);
    const int margin = 2 * theme::unit();
    column->setContentsMargins(margin, margin, margin, margin);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    const QList<Language::Choice> choices = Language::available();
    for (const Language::Choice& choice : choices) {
        auto* button = new LanguageButton(choice.name, this);
        button->setObjectName(u"firstLanguage_"_s + choice.code);
        row->addWidget(button);
        m_languages.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, code = choice.code] {
            m_services.preferences().setLanguage(code);
            m_services.language().use(code);
            retranslate();
        });
    }
    row->addStretch(1);
    column->addLayout(row);
    retranslate();
}

QSize Brand::sizeHint() const
{
    return {theme::scaled(380), theme::scaled(600)};
}

void Brand::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient gradient(0, 0, width(), height());
    gradient.setColorAt(0, ground);
    gradient.setColorAt(1, groundEnd);
    painter.fillRect(rect(), gradient);

    const int unit = theme::unit();
    const int margin = 4 * unit;
    const int mark = theme::scaled(72);
    int top = height() / 4;
    QSvgRenderer(u":/icons/kobai.svg"_s).render(&painter, QRectF(margin, top, mark, mark));
    top += mark + 2 * unit;

    painter.setPen(ink);
    painter.setFont(theme::font(theme::Text::TillMoney, true));
    painter.drawText(QRect(margin, top, width() - margin, painter.fontMetrics().height()), Qt::AlignVCenter,
                     u"Kobai"_s);
    top += painter.fontMetrics().height() + unit;

    // In a small window the sentence gives way to the languages.
    const int foot = theme::scaled(theme::targetPx) + 3 * unit;
    const QRect room(margin, top, width() - 2 * margin, height() - top - foot);
    const int wrapped = int(Qt::AlignTop) | int(Qt::TextWordWrap);
    painter.setPen(quietInk);
    painter.setFont(theme::font(theme::Text::Section));
    if (painter.fontMetrics().boundingRect(room, wrapped, m_words).height() <= room.height())
        painter.drawText(room, wrapped, m_words);
}

void Brand::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Brand::retranslate()
{
    m_words = tr("The school store where a face pays. On this computer only, with consent, without a network.");
    const QList<Language::Choice> choices = Language::available();
    for (int index = 0; index < choices.size(); ++index)
        m_languages.at(index)->setChecked(choices.at(index).code == m_services.language().current());
    update();
}

} // namespace kobai::app
