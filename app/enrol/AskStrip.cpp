// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/AskStrip.h"

#include "widgets/Controls.h"
#include "widgets/FieldManners.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

AskStrip::AskStrip(const QString& name, QWidget* parent) : QWidget(parent)
{
    m_question = new Text(theme::Text::Body, this, true);
    m_question->setObjectName(name + u"Question"_s);
    m_question->setWordWrap(true);
    m_yes = new Button(Button::Weight::Danger, Button::Size::Normal, this);
    m_yes->setObjectName(name + u"Yes"_s);
    m_no = new Button(Button::Weight::Quiet, Button::Size::Normal, this);
    m_no->setObjectName(name + u"No"_s);
    m_yes->setAutoDefault(true);
    m_no->setAutoDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::unit(), 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_question);
    layout->addLayout(buttons);
    connect(m_yes, &QAbstractButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed();
    });
    connect(m_no, &QAbstractButton::clicked, this, [this] {
        close();
        Q_EMIT cancelled();
    });
    hide();
}

void AskStrip::ask(const QString& question, const QString& yes, const QString& no)
{
    m_question->setText(question);
    m_yes->setText(yes);
    m_no->setText(no);
    show();
    m_no->setFocus();
    // It has its place only when the card has been laid out anew.
    QMetaObject::invokeMethod(
        this, [this] { bringOpenedIntoSight(*this); }, Qt::QueuedConnection);
}

void AskStrip::close()
{
    hide();
}

} // namespace kobai::app
