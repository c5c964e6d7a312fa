// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"

#include <QWidget>

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class FaceRecord;
class LookAlikeCard;
class PhotoCard;
class StoredFaceCard;

/// Everything on record about one person's face: what is stored, the reference photo, the look-alikes. Shows a FaceRecord and tells it what
/// was pressed. GUI thread.
class FaceRecordView final : public QWidget {
    Q_OBJECT

public:
    explicit FaceRecordView(FaceRecord& record, QWidget* parent = nullptr);
    void open(const enrolment::PersonFile& file);
    /// The same person, read anew.
    void update(const enrolment::PersonFile& file);
    void close();
    bool stepBack();
    void retranslate();

Q_SIGNALS:
    void closeAsked();

private:
    void refresh();

    FaceRecord& m_record;
    enrolment::PersonFile m_file;
    widgets::Button* m_back;
    widgets::Text* m_title;
    QWidget* m_cards; ///< hidden until the facts are read
    StoredFaceCard* m_stored;
    PhotoCard* m_photo;
    LookAlikeCard* m_lookAlikes;
};

} // namespace kobai::app
