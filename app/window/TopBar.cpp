// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/TopBar.h"

#include "app/Keys.h"
#include "app/Services.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/Theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Chip;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr int searchWidthPx = 300;
constexpr int operatorWidthPx = 180; // at the most
constexpr int roomyFromPx = 1100;    // below it the search is only an icon

} // namespace

TopBar::TopBar(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_school(new Text(theme::Text::Section, this, true)),
      m_demo(new Chip(this)), m_search(new Button(Button::Weight::Plain)), m_help(new Button(Button::Weight::Quiet)),
      m_operator(new Text(theme::Text::Secondary)), m_lock(new Button(Button::Weight::Quiet)),
      m_languages(new QButtonGroup(this))
{
    setObjectName(u"topBar"_s);
    m_search->setObjectName(u"openSearch"_s);
    m_search->setIconName(u"search"_s);
    m_help->setObjectName(u"openKeys"_s);
    m_help->setIconName(u"help"_s);
    m_lock->setObjectName(u"lock"_s);
    m_lock->setIconName(u"lock"_s);
    m_school->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_operator->setElided(true);
    m_operator->setMaximumWidth(theme::scaled(operatorWidthPx));

    const int unit = theme::unit();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * unit, unit, 2 * unit, unit);
    row->setSpacing(unit);
    row->addWidget(m_school, 1);
    row->addWidget(m_demo);
    row->addSpacing(unit);
    row->addWidget(m_search);
    row->addSpacing(unit);
    addLanguages(row);
    row->addWidget(m_help);
    row->addWidget(m_operator);
    row->addWidget(m_lock);

    connect(m_search, &Button::clicked, this, &TopBar::searchChosen);
    connect(m_help, &Button::clicked, this, &TopBar::helpChosen);
    connect(m_lock, &Button::clicked, this, &TopBar::lockChosen);
    connect(&services, &Services::schoolChanged, this, &TopBar::refresh);
    refresh();
}

void TopBar::addLanguages(QHBoxLayout* row)
{
    int id = 0;
    const QList<Language::Choice> choices = Language::available();
    for (const Language::Choice& choice : choices) {
        auto* button = new Button(Button::Weight::Quiet);
        button->setObjectName(u"language_"_s + choice.code);
        button->setText(choice.code == u"en"_s ? u"EN"_s : choice.name);
        button->setAccessibleName(choice.name);
        button->setToolTip(choice.name);
        button->setCheckable(true);
        m_languages->addButton(button, id++);
        row->addWidget(button);
        connect(button, &Button::clicked, this, [this, code = choice.code] {
            m_services.preferences().setLanguage(code);
            m_services.language().use(code);
        });
    }
}

void TopBar::refresh()
{
    m_demo->say(theme::Role::Warn, u"demo"_s,
                m_narrow ? tr("DEMO", "short mark of the demo school") : tr("DEMO SCHOOL – invented people"));
    m_demo->setVisible(m_services.isOpen() && m_services.info().demo);
    m_search->setAccessibleName(tr("Search everything"));
    m_help->setAccessibleName(tr("Keys of this page"));
    m_help->setToolTip(tr("Keys of this page (%1)").arg(keyText(Key::Help)));
    m_operator->setText(m_services.isOpen() ? m_services.info().operatorName : QString());
    m_operator->setVisible(!m_narrow);
    m_search->setToolTip(tr("Search   %1").arg(keyText(Key::Search)));
    m_lock->setText(tr("Lock"));
    m_lock->setToolTip(tr("Close the store and the camera (%1)").arg(keyText(Key::Lock)));
    const QList<Language::Choice> choices = Language::available();
    for (int id = 0; id < choices.size(); ++id)
        m_languages->button(id)->setChecked(choices.at(id).code == m_services.language().current());
    fitSchool();
}

/// The school's name gets what the rest leaves; for it the search shrinks to its icon, and what still does not fit ends in dots.
void TopBar::fitSchool()
{
    const QString name = m_services.schoolName();
    const QFontMetrics metrics = m_school->fontMetrics();
    const bool roomy = width() > theme::scaled(roomyFromPx);
    m_search->setText(roomy ? tr("Search   %1").arg(keyText(Key::Search)) : QString());
    m_search->setMinimumWidth(roomy ? theme::scaled(searchWidthPx) : 0);
    layout()->activate();
    m_school->setText(metrics.elidedText(name, Qt::ElideRight, m_school->width()));
    m_school->setToolTip(widgets::asToolTip(name));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitSchool();
}

void TopBar::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    refresh();
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void TopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, height() - 1, width(), 1, theme::outline());
}

} // namespace kobai::app
