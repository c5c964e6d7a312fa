// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/PhotoCard.h"

#include "app/enrol/AskStrip.h"
#include "widgets/CameraView.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/PhotoView.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int photoPx = 160;
constexpr int cameraPx = 320;

/// The square in the middle, where the guide's oval was.
QImage middleOf(const QImage& picture)
{
    const int side = std::min(picture.width(), picture.height());
    return picture.copy((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
}

} // namespace

PhotoCard::PhotoCard(QWidget* parent) : QWidget(parent)
{
    auto* card = new Card(this);
    m_title = new Text(theme::Text::Section, card, true);
    m_words = new Text(theme::Text::Body, card);
    m_words->setObjectName(u"photoWords"_s);
    m_words->setWordWrap(true);
    m_photo = new PhotoView(photoPx, card);
    m_photo->setObjectName(u"recordPhoto"_s);
    m_camera = new CameraView(card);
    m_camera->setObjectName(u"photoCamera"_s);
    // As square as what is kept, so that nobody is seated outside of it.
    m_camera->setFixedSize(theme::scaled(cameraPx), theme::scaled(cameraPx));
    m_ask = new AskStrip(u"removePhoto"_s, card);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::unit());
    const auto add = [&](const QString& name, const QString& icon, Button::Weight weight = Button::Weight::Plain) {
        auto* button = new Button(weight, Button::Size::Normal, card);
        button->setObjectName(name);
        button->setIconName(icon);
        button->setAutoDefault(true);
        buttons->addWidget(button);
        return button;
    };
    m_yes = add(u"photoYes"_s, u"check"_s);
    m_no = add(u"photoNo"_s, u"close"_s);
    m_open = add(u"openPhotoCamera"_s, u"camera"_s);
    m_take = add(u"takePhoto"_s, u"camera"_s);
    m_keep = add(u"keepPhoto"_s, u"check"_s);
    m_again = add(u"photoAgain"_s, u"refresh"_s);
    m_remove = add(u"removePhoto"_s, u"trash"_s, Button::Weight::Danger);
    buttons->addStretch(1);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_words);
    card->body()->addLayout(buttons);
    card->body()->addWidget(m_ask);
    card->body()->addWidget(m_photo);
    card->body()->addWidget(m_camera);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);

    connect(m_yes, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_no, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT cameraAsked(true); });
    connect(m_take, &QAbstractButton::clicked, this, &PhotoCard::take);
    connect(m_keep, &QAbstractButton::clicked, this, [this] {
        if (const QImage photo = std::exchange(m_taken, QImage()); !photo.isNull())
            Q_EMIT photoTaken(photo);
    });
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_taken = QImage();
        Q_EMIT cameraAsked(true);
    });
    connect(m_remove, &QAbstractButton::clicked, this, &PhotoCard::askToRemove);
    connect(m_ask, &AskStrip::confirmed, this, [this] { Q_EMIT answered(false); });
    connect(m_ask, &AskStrip::cancelled, this, [this] { m_remove->setFocus(); });
}

PhotoCard::Stage PhotoCard::stage() const
{
    if (!m_file || m_file->captures == 0)
        return Stage::NoFace;
    if (!m_state.consented)
        return Stage::Question;
    if (m_cameraOpen)
        return Stage::Camera;
    if (!m_taken.isNull())
        return Stage::Taken;
    return m_state.hasPhoto ? Stage::Kept : Stage::Empty;
}

void PhotoCard::show(const enrolment::PersonFile& file, const enrolment::PhotoState& state,
                     const std::optional<QImage>& picture, bool cameraOpen)
{
    if (!m_file || m_file->person.id != file.person.id || !state.consented)
        forget();
    const Stage before = stage();
    m_file = file;
    m_state = state;
    m_cameraOpen = cameraOpen;
    if (!m_cameraOpen)
        m_live = QImage();
    m_photo->setPhoto(!m_taken.isNull() ? m_taken : picture.value_or(QImage()));
    const QWidget* focused = window()->focusWidget();
    const bool hadFocus = focused != nullptr && isAncestorOf(focused);
    showStage();
    if (hadFocus && before != stage())
        focusFirst();
}

void PhotoCard::focusFirst()
{
    for (Button* button : {m_yes, m_take, m_keep, m_open, m_again}) {
        if (button->isVisibleTo(this)) {
            button->setFocus();
            return;
        }
    }
}

void PhotoCard::showFrame(const QImage& image)
{
    if (stage() != Stage::Camera)
        return;
    m_live = image;
    m_camera->setImage(image);
    m_take->setEnabled(true);
}

void PhotoCard::take()
{
    if (m_live.isNull())
        return;
    m_taken = middleOf(m_live);
    Q_EMIT cameraAsked(false);
}

void PhotoCard::askToRemove()
{
    m_ask->ask(tr("Remove the photo of %1? It is destroyed at once, and the consent to a photo ends.")
                   .arg(isolated(m_file->person.name)),
               tr("Remove the photo"), tr("Keep it", "the photo"));
}

bool PhotoCard::stepBack()
{
    if (m_ask->isOpen()) {
        m_ask->close();
        m_remove->setFocus();
        return true;
    }
    if (m_cameraOpen) {
        Q_EMIT cameraAsked(false);
        return true;
    }
    if (m_taken.isNull())
        return false;
    m_taken = QImage();
    Q_EMIT cameraAsked(false);
    return true;
}

void PhotoCard::forget()
{
    m_ask->close();
    m_live = QImage();
    m_taken = QImage();
    m_photo->setPhoto(QImage());
    m_camera->setImage(QImage());
}

void PhotoCard::showStage()
{
    const Stage now = stage();
    m_photo->setVisible(now == Stage::Kept || now == Stage::Taken);
    m_camera->setVisible(now == Stage::Camera);
    if (now != Stage::Camera || m_live.isNull())
        m_camera->setImage(QImage());
    m_yes->setVisible(now == Stage::Question);
    m_no->setVisible(now == Stage::Question);
    m_open->setVisible(now == Stage::Empty);
    m_take->setVisible(now == Stage::Camera);
    m_take->setEnabled(!m_live.isNull());
    m_keep->setVisible(now == Stage::Taken);
    m_again->setVisible(now == Stage::Taken || now == Stage::Kept);
    m_remove->setVisible(now == Stage::Kept || now == Stage::Empty);
    if (now != Stage::Kept && now != Stage::Empty)
        m_ask->close();
    retranslate();
}

void PhotoCard::retranslate()
{
    m_title->setText(tr("Reference photo"));
    m_camera->setIdleWords(tr("The camera is opening …"));
    m_camera->setAccessibleName(tr("Camera"));
    m_yes->setText(tr("Yes, a photo may be kept"));
    m_no->setText(tr("No photo"));
    m_open->setText(tr("Open the camera"));
    m_take->setText(tr("Take the photo"));
    m_keep->setText(tr("Keep this photo"));
    m_again->setText(stage() == Stage::Kept ? tr("Replace the photo") : tr("Take it again"));
    m_remove->setText(m_state.hasPhoto ? tr("Remove the photo") : tr("End the consent"));
    if (!m_file)
        return;
    const QString name = isolated(m_file->person.name);
    m_photo->setAccessibleName(tr("Reference photo of %1").arg(name));
    switch (stage()) {
    case Stage::NoFace:
        m_words->setText(tr("A photo is kept only beside an enrolled face."));
        return;
    case Stage::Question:
        m_words->setText(
            tr("May a photo of %1 be kept, which the till shows beside the name? This is asked apart from the "
               "consent to the face: with no, paying by face works all the same. Ask the student and the "
               "guardian.")
                .arg(name));
        return;
    case Stage::Empty:
        m_words->setText(tr("There is a yes to a photo of %1, and none has been taken yet.").arg(name));
        return;
    case Stage::Camera:
        m_words->setText(tr("Seat %1 inside the oval. Nothing is kept before you have seen it.").arg(name));
        return;
    case Stage::Taken:
        m_words->setText(tr("Is this how the till is to show %1?").arg(name));
        return;
    case Stage::Kept:
        m_words->setText(tr("The till shows this photo beside the name. It dies with the face."));
        return;
    }
}

} // namespace kobai::app
