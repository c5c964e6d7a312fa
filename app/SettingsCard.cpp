// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SettingsCard.h"

#include "widgets/Controls.h"

#include <QVBoxLayout>

namespace kobai::app {

namespace theme = widgets::theme;

SettingsCard::SettingsCard(QWidget* parent)
    : QWidget(parent), m_card(new widgets::Card(this)), m_heading(new widgets::Text(theme::Text::Section, this, true))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    m_card->body()->addWidget(m_heading);
    m_card->body()->addSpacing(theme::unit() / 2);
}

void SettingsCard::setHeading(const QString& words)
{
    m_heading->setText(words);
}

QVBoxLayout* SettingsCard::body() const
{
    return m_card->body();
}

} // namespace kobai::app
