// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ClockOverlay.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr int cardWidthPx = 640;

/// With the day of the week, by which people notice that it is another one, and no seconds.
QString momentText(Instant at)
{
    const QDateTime local = toLocal(at);
    return ClockOverlay::tr("%1, %2", "a date and a time")
        .arg(QLocale().toString(local.date(), QLocale::LongFormat),
             QLocale().toString(local.time(), QLocale::ShortFormat));
}

} // namespace

ClockOverlay::ClockOverlay(Services& services, QWidget* window)
    : Overlay(window), m_services(services), m_title(new Text(theme::Text::Section, this, true)),
      m_shown(new Text(theme::Text::Title, this, true)), m_reason(new Text(theme::Text::Body, this)),
      m_consequence(new Text(theme::Text::Body, this)), m_banner(new widgets::Banner(this)),
      m_again(new Button(Button::Weight::Plain)), m_right(new Button(Button::Weight::Primary))
{
    setObjectName(u"clockOverlay"_s);
    setCardWidth(cardWidthPx);
    m_shown->setObjectName(u"clockShown"_s);
    m_again->setObjectName(u"clockAgain"_s);
    m_right->setObjectName(u"clockRight"_s);
    m_consequence->setRole(theme::Role::Quiet);
    body()->setSpacing(2 * theme::unit());
    for (Text* text : {m_title, m_shown, m_reason, m_consequence}) {
        text->setWordWrap(true);
        body()->addWidget(text);
    }
    body()->addWidget(m_banner);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_right);
    body()->addLayout(buttons);
    m_banner->clear();

    connect(m_again, &Button::clicked, this, [this] {
        closeOver();
        m_services.refreshGallery(); // asks again if it is still doubtful
    });
    connect(m_right, &Button::clicked, this, [this] { m_services.confirmClock(m_question.now); });
    connect(&services, &Services::clockDoubted, this, &ClockOverlay::ask);
    connect(&services, &Services::clockConfirmed, this, &ClockOverlay::closeOver);
    connect(&services, &Services::galleryRefreshed, this, &ClockOverlay::closeOver); // nothing is doubtful any more
    connect(&services, &Services::clockRefused, this, &ClockOverlay::refuse);
}

void ClockOverlay::ask(const ClockQuestion& question)
{
    m_question = question;
    m_fault.reset();
    retranslate();
    if (isVisible())
        placeCard(); // whoever is about to answer keeps the focus
    else
        openOver();
}

void ClockOverlay::opened()
{
    // A scanner ends each code with Enter, which presses no button here; and if one day it does, not the one that answers.
    m_again->setFocus(Qt::OtherFocusReason);
}

void ClockOverlay::changeEvent(QEvent* event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClockOverlay::refuse(const Fault& fault)
{
    m_fault = fault;
    retranslate();
    placeCard();
}

void ClockOverlay::retranslate()
{
    m_title->setText(tr("Is this the right date and time?"));
    m_shown->setText(momentText(m_question.now));
    const QString newest = momentText(m_question.newest);
    m_reason->setText(m_question.doubt == ClockDoubt::Behind
                          ? tr("That is what this computer's clock shows. The last entry is of %1.").arg(newest)
                          : tr("That is what this computer's clock shows. The last entry is of %1; this can be right "
                               "after a holiday.")
                                .arg(newest));
    m_consequence->setText(
        tr("Until it is clear, nothing is sold, recorded or deleted. Faces whose consent has run out by this date are "
           "deleted for good once you say that it is right. Your answer is on record."));
    m_again->setText(tr("No: I have set the clock"));
    m_right->setText(tr("Yes, it is right"));
    if (m_fault)
        m_banner->say(theme::Role::Bad, faultText(*m_fault));
    else
        m_banner->clear();
}

} // namespace kobai::app
