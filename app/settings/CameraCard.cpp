// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/CameraCard.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "widgets/CameraView.h"
#include "widgets/Controls.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using face::CameraChoice;
using widgets::Button;
namespace theme = widgets::theme;

namespace {

constexpr int viewHeightPx = 290;

} // namespace

CameraCard::CameraCard(Services& services, QWidget* parent)
    : SettingsCard(parent), m_services(services), m_list(new CameraList(services.demoClips(), this)),
      m_label(new QLabel), m_choice(new QComboBox), m_film(new Button(Button::Weight::Plain)),
      m_folder(new Button(Button::Weight::Plain)), m_view(new widgets::CameraView),
      m_preview(new Button(Button::Weight::Plain)), m_note(new widgets::Text(theme::Text::Secondary)),
      m_banner(new widgets::Banner)
{
    m_choice->setObjectName(u"cameraChoice"_s);
    m_film->setObjectName(u"chooseFilm"_s);
    m_folder->setObjectName(u"choosePictures"_s);
    m_preview->setObjectName(u"cameraPreview"_s);
    m_preview->setIconName(u"camera"_s);
    m_choice->setMinimumHeight(theme::scaled(theme::targetPx));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_label->setBuddy(m_choice);
    m_note->setWordWrap(true);
    m_note->setRole(theme::Role::Quiet);
    m_view->setFixedHeight(theme::scaled(viewHeightPx));
    m_banner->clear();
    layOut();
    connectVision();
}

void CameraCard::layOut()
{
    body()->addWidget(m_label);
    body()->addWidget(m_choice);
    auto* others = new QHBoxLayout;
    others->addWidget(m_film);
    others->addWidget(m_folder);
    others->addStretch(1);
    others->addWidget(m_preview);
    body()->addLayout(others);
    body()->addWidget(m_banner);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_note);
}

void CameraCard::connectVision()
{
    connect(m_choice, &QComboBox::activated, this, &CameraCard::choose);
    connect(m_film, &Button::clicked, this, &CameraCard::pickFilm);
    connect(m_folder, &Button::clicked, this, &CameraCard::pickFolder);
    connect(m_preview, &Button::clicked, this, &CameraCard::togglePreview);
    connect(m_list, &CameraList::changed, this, &CameraCard::refresh);
    connect(&m_services, &Services::cameraChanged, this, &CameraCard::refresh);
    connect(&m_services.vision(), &face::Vision::frameShown, this, [this](const QImage& image) {
        if (m_previewing)
            m_view->setImage(image);
    });
    connect(&m_services.vision(), &face::Vision::failed, this, [this](const Fault& fault) {
        if (!m_previewing)
            return;
        stopPreview();
        m_banner->say(theme::Role::Bad, faultText(fault));
    });
}

void CameraCard::refresh()
{
    m_entries = m_list->entries(m_services.camera());
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const CameraList::Entry& entry : std::as_const(m_entries)) {
        m_choice->addItem(entry.name);
        if (entry.choice == m_services.camera())
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
}

void CameraCard::choose(int index)
{
    if (index < 0 || index >= m_entries.size())
        return;
    const bool wasPreviewing = m_previewing;
    stopPreview();
    m_services.setCamera(m_entries.at(index).choice);
    if (wasPreviewing)
        togglePreview();
}

void CameraCard::togglePreview()
{
    if (m_previewing) {
        stopPreview();
        return;
    }
    if (const auto fault = m_services.cameraFault()) {
        m_banner->say(theme::Role::Warn, faultText(*fault));
        return;
    }
    m_banner->clear();
    m_previewing = true;
    m_services.vision().startPreview(m_services.camera());
    retranslate();
}

void CameraCard::stopPreview()
{
    m_banner->clear();
    if (m_previewing) {
        m_previewing = false;
        m_services.vision().stop();
    }
    m_view->setImage({});
    retranslate();
}

void CameraCard::pickFilm()
{
    auto* dialog = new QFileDialog(this, tr("A film instead of the camera"), {},
                                   tr("Films (*.mp4 *.mkv *.avi *.webm *.mov);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        stopPreview();
        m_services.setCamera({CameraChoice::Kind::Clip, file, true});
    });
    dialog->open();
}

void CameraCard::pickFolder()
{
    auto* dialog = new QFileDialog(this, tr("A folder of pictures instead of the camera"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        stopPreview();
        m_services.setCamera({CameraChoice::Kind::Folder, folder, true});
    });
    dialog->open();
}

void CameraCard::retranslate()
{
    setHeading(tr("Camera"));
    m_label->setText(tr("Which camera the till and the office use"));
    m_choice->setAccessibleName(tr("Camera"));
    m_film->setText(tr("Film ..."));
    m_film->setAccessibleName(tr("Choose a film instead of the camera"));
    m_folder->setText(tr("Pictures ..."));
    m_folder->setAccessibleName(tr("Choose a folder of pictures instead of the camera"));
    m_preview->setText(m_previewing ? tr("Stop") : tr("Show the picture"));
    m_view->setIdleWords(tr("The camera is off"));
    m_view->setAccessibleName(tr("Picture of the camera"));
    m_note->setText(tr("This only shows the picture: no face is looked for, nothing is kept."));
    refresh();
}

} // namespace kobai::app
