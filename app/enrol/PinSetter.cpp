// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/PinSetter.h"

#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/Names.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

PinSetter::PinSetter(QWidget* parent) : QWidget(parent)
{
    m_title = new Text(theme::Text::Title, this, true);
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignHCenter);
    m_words = new Text(theme::Text::Body, this);
    m_words->setObjectName(u"pinWords"_s);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignHCenter);
    m_pad = new PinPad(this);
    m_pad->setObjectName(u"newPinPad"_s);
    m_pad->setMaximumWidth(theme::scaled(360));
    m_cancel = new Button(Button::Weight::Quiet, Button::Size::Normal, this);
    m_cancel->setObjectName(u"cancelPin"_s);
    m_cancel->setAutoDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_pad, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_pad, &PinPad::entered, this, &PinSetter::take);
    connect(m_cancel, &QAbstractButton::clicked, this, &PinSetter::cancelled);
    retranslate();
}

void PinSetter::start(const QString& name)
{
    forget();
    m_name = name;
    m_complaint.clear();
    retranslate();
    m_pad->setFocus();
}

void PinSetter::forget()
{
    m_first.fill(u'0');
    m_first.clear();
    m_pad->clear();
}

void PinSetter::refused(const QString& words)
{
    forget();
    m_complaint = words;
    showWords();
    m_pad->setFocus();
}

void PinSetter::take(const QString& pin)
{
    if (m_first.isEmpty()) {
        m_first = QString(pin.constData(), pin.size()); // a copy of its own, so that wiping the pad's leaves it
        m_complaint.clear();
        m_pad->clear();
        showWords();
        return;
    }
    if (pin != m_first) {
        refused(tr("The two were not the same. Nothing was set. Type a new PIN."));
        return;
    }
    const QString both = QString(pin.constData(), pin.size());
    forget();
    Q_EMIT chosen(both);
}

void PinSetter::showWords()
{
    if (!m_complaint.isEmpty()) {
        m_words->setRole(theme::Role::Bad);
        m_words->setText(m_complaint);
        return;
    }
    m_words->setRole(theme::Role::Quiet);
    m_words->setText(m_first.isEmpty()
                         ? tr("Let the student type 4 to 8 digits. Not all the same, not a run like 1234.")
                         : tr("Once more, to be sure."));
}

void PinSetter::retranslate()
{
    m_title->setText(tr("New PIN for %1").arg(isolated(m_name)));
    m_cancel->setText(tr("Cancel"));
    showWords();
}

} // namespace kobai::app
