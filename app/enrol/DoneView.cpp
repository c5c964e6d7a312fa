// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/DoneView.h"

#include "app/enrol/CaptureTiles.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

DoneView::DoneView(const EnrolFlow& flow, QWidget* parent) : QWidget(parent), m_flow(flow)
{
    auto* card = new Card(this);
    auto* icon = new IconView(u"check-circle"_s, 56, card);
    icon->setRole(theme::Role::Good);
    m_done = new Text(theme::Text::Title, card, true);
    m_done->setObjectName(u"enrolDone"_s);
    m_done->setWordWrap(true);
    m_detail = new Text(theme::Text::Body, card);
    m_detail->setRole(theme::Role::Quiet);
    m_detail->setWordWrap(true);
    m_tiles = new CaptureTiles(card);
    m_tiles->setObjectName(u"doneTiles"_s);
    m_next = new Button(Button::Weight::Primary, Button::Size::Normal, card);
    m_next->setObjectName(u"nextStudent"_s);
    m_next->setIconName(u"forward"_s);
    m_pin = new Button(Button::Weight::Plain, Button::Size::Normal, card);
    m_pin->setObjectName(u"donePin"_s);
    m_pin->setIconName(u"pin"_s);
    m_faceRecord = new Button(Button::Weight::Plain, Button::Size::Normal, card);
    m_faceRecord->setObjectName(u"doneFaceRecord"_s);
    m_faceRecord->setIconName(u"face"_s);
    for (Button* button : {m_next, m_pin, m_faceRecord})
        button->setAutoDefault(true);

    auto* head = new QHBoxLayout;
    head->setSpacing(2 * theme::unit());
    auto* words = new QVBoxLayout;
    words->addWidget(m_done);
    words->addWidget(m_detail);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::unit());
    buttons->addWidget(m_next);
    buttons->addWidget(m_pin);
    buttons->addWidget(m_faceRecord);
    buttons->addStretch(1);
    card->body()->setSpacing(2 * theme::unit());
    card->body()->addLayout(head);
    card->body()->addWidget(m_tiles);
    card->body()->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_next, &QAbstractButton::clicked, this, &DoneView::nextAsked);
    connect(m_pin, &QAbstractButton::clicked, this, &DoneView::pinAsked);
    connect(m_faceRecord, &QAbstractButton::clicked, this, &DoneView::faceRecordAsked);
    retranslate();
}

void DoneView::refresh()
{
    m_tiles->show(m_flow.qualities(), int(m_flow.qualities().size()));
    m_tiles->setVisible(!m_flow.qualities().empty());
    retranslate();
}

void DoneView::focusFirst()
{
    m_next->setFocus();
}

void DoneView::retranslate()
{
    m_next->setText(tr("Next student"));
    m_faceRecord->setText(tr("Face and photo"));
    if (!m_flow.file())
        return;
    const enrolment::PersonFile& file = *m_flow.file();
    m_pin->setText(file.hasPin ? tr("Change PIN") : tr("Set PIN"));
    m_done->setText(tr("%1 can now pay by face.").arg(isolated(file.person.name)));
    const QString until = file.consent.validUntil.isValid()
                              ? tr("The consent holds until %1; then the face stops by itself.")
                                    .arg(QLocale().toString(file.consent.validUntil, QLocale::ShortFormat))
                              : QString();
    m_detail->setText(
        (tr("%n protected template(s) are stored, no picture.", nullptr, file.captures) + u' ' + until).trimmed());
}

} // namespace kobai::app
