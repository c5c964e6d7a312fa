// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/FaceView.h"

#include "app/CameraGuide.h"
#include "app/FaultText.h"
#include "app/enrol/CaptureTiles.h"
#include "widgets/CameraView.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/QualityBarsView.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using Camera = EnrolFlow::Camera;

namespace {

constexpr int lowPx = 460;        // below this all is closer together
constexpr int lowestPx = 380;     // below this the camera stands beside the words
constexpr int leastAsidePx = 760; // if there is so much room across

} // namespace

FaceView::FaceView(const EnrolFlow& flow, QWidget* parent) : QWidget(parent), m_flow(flow)
{
    m_head = new QWidget(this);
    m_foot = new QWidget(this);
    m_camera = new CameraView(this);
    m_camera->setObjectName(u"enrolCamera"_s);
    m_mark = new IconView(u"face"_s, 28, this);
    m_instruction = new Text(theme::Text::Section, this, true);
    m_instruction->setObjectName(u"enrolInstruction"_s);
    m_instruction->setWordWrap(true);
    m_detail = new Text(theme::Text::Body, this);
    m_detail->setObjectName(u"enrolDetail"_s);
    m_detail->setRole(theme::Role::Quiet);
    m_detail->setWordWrap(true);
    m_bars = new QualityBarsView(this);
    m_tiles = new CaptureTiles(this);
    const auto button = [this](Button::Weight weight, const QString& name, const QString& icon) {
        auto* made = new Button(weight, Button::Size::Normal, this);
        made->setObjectName(name);
        made->setIconName(icon);
        made->setAutoDefault(true);
        return made;
    };
    m_start = button(Button::Weight::Primary, u"startEnrol"_s, u"camera"_s);
    m_stop = button(Button::Weight::Plain, u"stopEnrol"_s, u"close"_s);
    m_saveAgain = button(Button::Weight::Plain, u"saveCaptures"_s, u"refresh"_s);
    m_toConsent = button(Button::Weight::Plain, u"backToConsent"_s, u"back"_s);
    connect(m_start, &QAbstractButton::clicked, this, &FaceView::startAsked);
    connect(m_stop, &QAbstractButton::clicked, this, &FaceView::stopAsked);
    connect(m_saveAgain, &QAbstractButton::clicked, this, &FaceView::saveAsked);
    connect(m_toConsent, &QAbstractButton::clicked, this, &FaceView::consentAsked);

    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins({});
    head->setSpacing(theme::unit() + theme::unit() / 2);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit() / 2);
    words->addWidget(m_instruction);
    words->addWidget(m_detail);
    head->addLayout(words, 1);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins({});
    foot->setSpacing(theme::unit());
    foot->addWidget(m_tiles, 1);
    for (Button* made : {m_start, m_stop, m_saveAgain, m_toConsent})
        foot->addWidget(made);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    arrange();
    retranslate();
}

void FaceView::arrange()
{
    const bool isLow = height() < theme::scaled(lowPx);
    const bool isAside = height() < theme::scaled(lowestPx) && width() > theme::scaled(leastAsidePx);
    m_grid->setHorizontalSpacing(2 * theme::unit());
    m_grid->setVerticalSpacing(isLow ? theme::unit() : 2 * theme::unit());
    m_tiles->setFixedHeight(theme::scaled(isLow ? 48 : 84));
    const int words = isAside ? 1 : 0; // the column of all that is not the camera
    m_grid->addWidget(m_head, 0, words);
    m_grid->addWidget(m_camera, isAside ? 0 : 1, 0, isAside ? 4 : 1, 1);
    m_grid->addWidget(m_bars, 2, words);
    m_grid->addWidget(m_foot, 3, words);
    m_grid->setRowStretch(1, 1);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, isAside ? 3 : 0);
}

void FaceView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    retranslate();
}

void FaceView::refresh()
{
    const bool allowed = m_flow.file() && m_flow.file()->consent.allowed();
    const Camera camera = m_flow.camera();
    if (camera != Camera::Looking) {
        m_camera->setImage(QImage());
        m_camera->setFace(std::nullopt, false);
        m_camera->setWords(QString());
        m_bars->clear();
    }
    m_tiles->show(m_flow.qualities(), EnrolFlow::capturesWanted);
    m_start->setVisible(allowed && camera == Camera::Off);
    m_stop->setVisible(camera == Camera::Looking);
    m_saveAgain->setVisible(m_flow.canSaveAgain());
    m_toConsent->setVisible(!allowed);
    m_bars->setVisible(allowed);
    m_tiles->setVisible(allowed);
    retranslate();
}

void FaceView::showFrame(const QImage& image)
{
    if (m_flow.camera() == Camera::Looking)
        m_camera->setImage(image);
}

void FaceView::showObservation(const face::Observation& observation)
{
    if (m_flow.camera() != Camera::Looking)
        return;
    const face::QualityBars& quality = observation.quality;
    showGuide(*m_camera, observation);
    m_instruction->setText(m_camera->words());
    const QString movement = CameraView::iconOf(m_camera->hint());
    m_mark->setIconName(movement.isEmpty() ? u"camera"_s : movement);
    if (observation.face)
        m_bars->setValues({quality.light, quality.sharp, quality.size, quality.pose, quality.eyes, quality.alone});
    else
        m_bars->clear();
}

void FaceView::focusFirst()
{
    for (Button* button : {m_stop, m_saveAgain, m_start, m_toConsent}) {
        if (button->isVisibleTo(this)) {
            button->setFocus();
            return;
        }
    }
}

void FaceView::retranslate()
{
    m_camera->setIdleWords(m_flow.camera() == Camera::Looking ? tr("The camera is opening …")
                                                              : tr("The camera is closed"));
    m_camera->setAccessibleName(tr("Camera"));
    m_start->setText(m_flow.fault() ? tr("Take new pictures") : tr("Open the camera"));
    m_stop->setText(tr("Stop"));
    m_saveAgain->setText(tr("Store again"));
    m_toConsent->setText(tr("Back to consent"));
    if (!m_flow.file())
        return;
    const enrolment::PersonFile& file = *m_flow.file();
    const auto say = [this](const QString& icon, theme::Role role, const QString& instruction, const QString& detail) {
        m_mark->setIconName(icon);
        m_mark->setRole(role);
        m_instruction->setText(instruction);
        m_detail->setText(detail);
        // Where there is little room the camera has it while it is open.
        const bool isSpared = height() < theme::scaled(lowPx) && m_flow.camera() == Camera::Looking;
        m_detail->setVisible(!detail.isEmpty() && !isSpared);
    };
    if (!file.consent.allowed()) {
        QStringList reasons;
        for (const consent::Obstacle& obstacle : file.consent.obstacles)
            reasons.append(u"• "_s + obstacleText(obstacle.reason));
        say(u"block"_s, theme::Role::Bad,
            tr("The camera stays closed: the face of %1 may not be used.").arg(isolated(file.person.name)),
            reasons.join(u'\n'));
    } else if (m_flow.camera() == Camera::Saving) {
        say(u"save"_s, theme::Role::Accent, tr("Storing the face of %1 …").arg(isolated(file.person.name)), QString());
    } else if (m_flow.fault()) {
        say(u"warning"_s, theme::Role::Warn, faultText(*m_flow.fault()), QString());
    } else if (m_flow.camera() == Camera::Looking) {
        say(u"camera"_s, theme::Role::Accent, tr("Look at the camera"),
            tr("Five pictures are taken by themselves, each from another side. None of them is kept as a picture."));
    } else {
        say(u"face"_s, theme::Role::Accent, tr("Ready to take the face of %1").arg(isolated(file.person.name)),
            tr("Seat the student about an arm's length from the camera, light from the front. Five pictures are taken "
               "by "
               "themselves, in about twenty seconds; only protected numbers are kept."));
    }
}

} // namespace kobai::app
