// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TaskBar.h"

#include "app/LongTask.h"
#include "widgets/Controls.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

TaskBar::TaskBar(LongTask& task, QWidget* parent)
    : QWidget(parent), m_task(task), m_words(new Text(theme::Text::Body)), m_bar(new QProgressBar),
      m_stop(new Button(Button::Weight::Plain))
{
    m_stop->setObjectName(u"stopTask"_s);
    m_bar->setTextVisible(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * theme::unit());
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_words);
    column->addLayout(row);
    hide();

    connect(m_stop, &Button::clicked, this, [this] {
        m_task.cancel();
        m_stop->setEnabled(false);
        m_words->setText(tr("Stopping ..."));
    });
    connect(&m_task, &LongTask::progressed, this, [this](int done, int all) {
        m_bar->setRange(0, all);
        m_bar->setValue(done);
    });
}

void TaskBar::begin(const QString& words)
{
    m_words->setText(words);
    m_bar->setAccessibleName(words);
    m_bar->setRange(0, 0); // unknown until the first report
    m_stop->setEnabled(true);
    show();
    m_stop->setFocus();
}

void TaskBar::end()
{
    hide();
}

void TaskBar::retranslate()
{
    m_stop->setText(tr("Stop"));
}

} // namespace kobai::app
