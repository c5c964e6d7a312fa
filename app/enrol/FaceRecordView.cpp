// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/FaceRecordView.h"

#include "app/enrol/FaceRecord.h"
#include "app/enrol/LookAlikeCard.h"
#include "app/enrol/PhotoCard.h"
#include "app/enrol/StoredFaceCard.h"
#include "widgets/Controls.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

FaceRecordView::FaceRecordView(FaceRecord& record, QWidget* parent) : QWidget(parent), m_record(record)
{
    m_back = new Button(Button::Weight::Quiet, Button::Size::Normal, this);
    m_back->setObjectName(u"faceRecordBack"_s);
    m_back->setIconName(u"back"_s);
    m_back->setAutoDefault(true);
    m_title = new Text(theme::Text::Title, this, true);
    m_title->setObjectName(u"faceRecordTitle"_s);
    m_title->setWordWrap(true);
    m_cards = new QWidget(this);
    m_stored = new StoredFaceCard(m_cards);
    m_photo = new PhotoCard(m_cards);
    m_lookAlikes = new LookAlikeCard(m_cards);
    auto* cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(2 * theme::unit());
    cards->addWidget(m_stored);
    cards->addWidget(m_photo);
    cards->addWidget(m_lookAlikes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addWidget(m_title);
    layout->addWidget(m_cards);
    layout->addStretch(1);

    connect(m_back, &QAbstractButton::clicked, this, &FaceRecordView::closeAsked);
    connect(&m_record, &FaceRecord::changed, this, &FaceRecordView::refresh);
    connect(&m_record, &FaceRecord::cameraFrame, m_photo, &PhotoCard::showFrame);
    connect(&m_record, &FaceRecord::found, m_lookAlikes, &LookAlikeCard::showFound);
    connect(m_stored, &StoredFaceCard::removeAsked, &m_record, &FaceRecord::removeFace);
    connect(m_stored, &StoredFaceCard::spareAsked, &m_record, &FaceRecord::spareChallenge);
    connect(m_photo, &PhotoCard::answered, &m_record, &FaceRecord::answerPhoto);
    connect(m_photo, &PhotoCard::photoTaken, &m_record, &FaceRecord::keepPhoto);
    connect(m_photo, &PhotoCard::cameraAsked, this, [this](bool open) {
        if (open)
            m_record.openCamera();
        else
            m_record.closeCamera();
        refresh(); // also where the camera was closed already: a picture may have been given up
    });
    connect(m_lookAlikes, &LookAlikeCard::searched, &m_record, &FaceRecord::search);
    connect(m_lookAlikes, &LookAlikeCard::pairAsked, &m_record, &FaceRecord::registerLookAlike);
    connect(m_lookAlikes, &LookAlikeCard::forgetAsked, &m_record, &FaceRecord::forgetLookAlike);
    retranslate();
}

void FaceRecordView::open(const enrolment::PersonFile& file)
{
    m_file = file;
    m_photo->forget();
    m_cards->hide();
    retranslate();
    m_record.open(file.person.id);
    m_back->setFocus();
}

void FaceRecordView::update(const enrolment::PersonFile& file)
{
    if (file.person.id != m_file.person.id)
        return;
    m_file = file;
    refresh();
}

void FaceRecordView::close()
{
    m_record.close();
    m_photo->forget();
    m_file = {};
}

bool FaceRecordView::stepBack()
{
    return m_photo->stepBack() || m_stored->stepBack() || m_lookAlikes->stepBack();
}

void FaceRecordView::refresh()
{
    if (!m_record.facts() || m_record.person() != m_file.person.id)
        return;
    const FaceFacts& facts = *m_record.facts();
    m_stored->show(m_file, facts.withoutChallenge);
    m_photo->show(m_file, facts.photo, facts.picture, m_record.isCameraOpen());
    m_lookAlikes->show(m_file.person, facts.lookAlikes);
    m_cards->show();
}

void FaceRecordView::retranslate()
{
    m_back->setText(tr("Back to the person"));
    m_title->setText(m_file.person.name);
    m_stored->retranslate();
    m_photo->retranslate();
    m_lookAlikes->retranslate();
}

} // namespace kobai::app
