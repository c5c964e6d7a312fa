// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Page.h"

#include <QEvent>

namespace kobai::app {

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kobai::app
