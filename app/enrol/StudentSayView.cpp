// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/StudentSayView.h"

#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int roomyPx = 560; // high enough for a picture above the words

} // namespace

StudentSayView::StudentSayView(QWidget* parent) : QWidget(parent)
{
    auto* words = new QWidget;
    m_icon = new IconView(u"face"_s, 72, words);
    m_icon->setRole(theme::Role::Accent);
    m_question = new Text(theme::Text::TillMoney, words, true);
    m_question->setObjectName(u"studentQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setAlignment(Qt::AlignHCenter);
    m_explanation = new Text(theme::Text::Section, words);
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignHCenter);
    // Both answers look alike: the screen must not push a child to yes.
    m_yes = new Button(Button::Weight::Plain, Button::Size::Till, this);
    m_yes->setObjectName(u"studentYes"_s);
    m_yes->setIconName(u"check"_s);
    m_no = new Button(Button::Weight::Plain, Button::Size::Till, this);
    m_no->setObjectName(u"studentNo"_s);
    m_no->setIconName(u"close"_s);
    for (Button* button : {m_yes, m_no}) {
        button->setAutoDefault(true);
        button->setMinimumSize(theme::scaled(220), theme::scaled(88));
    }
    m_back = new Button(Button::Weight::Quiet, Button::Size::Normal, this);
    m_back->setObjectName(u"studentBack"_s);
    m_back->setIconName(u"back"_s);

    auto* answers = new QHBoxLayout;
    answers->setSpacing(3 * theme::unit());
    answers->addStretch(1);
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addStretch(1);
    auto* sheet = new QVBoxLayout(words);
    sheet->setContentsMargins({});
    sheet->setSpacing(3 * theme::unit());
    sheet->addWidget(m_icon, 0, Qt::AlignHCenter);
    sheet->addWidget(m_question);
    sheet->addWidget(m_explanation);
    // Where there is little room the words scroll; both answers stay in sight, and neither before the other.
    m_words = new DownScroll(words, this);
    m_words->setGivesWay(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addStretch(1);
    layout->addWidget(m_words, 100); // first of all the words, as high as they are; then the air
    layout->addSpacing(theme::unit());
    layout->addLayout(answers);
    layout->addStretch(2);

    connect(m_yes, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_no, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(m_back, &QAbstractButton::clicked, this, &StudentSayView::cancelled);
    retranslate();
}

void StudentSayView::ask(const QString& name)
{
    m_name = name;
    retranslate();
    setFocus(); // neither answer has the focus: Enter alone says nothing
}

void StudentSayView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_icon->setVisible(height() >= theme::scaled(roomyPx));
    fitWords();
}

void StudentSayView::fitWords()
{
    const int across = contentsRect().marginsRemoved(layout()->contentsMargins()).width();
    m_words->setMaximumHeight(m_words->widget()->heightForWidth(across));
}

void StudentSayView::retranslate()
{
    m_question->setText(tr("%1, may the store recognise your face?").arg(isolated(m_name)));
    m_explanation->setText(
        tr("With yes, you pay by looking at the camera. No picture of you is kept.\n"
           "With no, you pay with a PIN or the clerk looks you up. Nothing else changes, and it costs the same.\n"
           "You can change your mind on any day."));
    m_yes->setText(tr("Yes", "the student's answer"));
    m_no->setText(tr("No", "the student's answer"));
    m_back->setText(tr("Back to the office's screen"));
    fitWords();
}

} // namespace kobai::app
