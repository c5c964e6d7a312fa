// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/ProgressView.h"

#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

ProgressView::ProgressView(QWidget* parent)
    : QWidget(parent), m_title(new Text(theme::Text::Title, this, true)), m_words(new Text(theme::Text::Body, this)),
      m_bar(new QProgressBar(this)), m_cancel(new Button(Button::Weight::Plain))
{
    m_bar->setObjectName(u"demoProgress"_s);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"cancelDemo"_s);
    m_words->setWordWrap(true);
    m_words->setRole(theme::Role::Quiet);

    const int unit = theme::unit();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(unit);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(unit);
    column->addWidget(m_bar);
    column->addSpacing(unit);
    column->addLayout(buttons);
    column->addStretch(2);
    connect(m_cancel, &Button::clicked, this, &ProgressView::cancel);
}

void ProgressView::start()
{
    m_bar->setRange(0, 0); // unknown until the first report
    m_cancel->setEnabled(true);
    m_cancel->setFocus();
    retranslate();
}

void ProgressView::setPercent(int percent)
{
    m_bar->setRange(0, 100);
    m_bar->setValue(percent);
}

void ProgressView::cancel()
{
    m_cancel->setEnabled(false);
    m_words->setText(tr("Stopping ..."));
    Q_EMIT cancelChosen();
}

void ProgressView::retranslate()
{
    m_title->setText(tr("Opening the demo school"));
    m_words->setText(tr(
        "The first time it is made: invented people, products and sixty days of purchases. It takes a few seconds."));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Stop"));
}

} // namespace kobai::app
