// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/LookCard.h"

#include "app/Services.h"
#include "widgets/ChoiceRow.h"
#include "widgets/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr std::array modes{theme::Mode::System, theme::Mode::Light, theme::Mode::Dark};

} // namespace

LookCard::LookCard(Services& services, QWidget* parent)
    : SettingsCard(parent), m_services(services), m_languageLabel(new QLabel),
      m_language(new widgets::ChoiceRow(u"language"_s, int(Language::available().size()) + 1)),
      m_appearanceLabel(new QLabel), m_appearance(new widgets::ChoiceRow(u"appearance"_s, int(modes.size())))
{
    body()->addWidget(m_languageLabel);
    body()->addWidget(m_language);
    body()->addSpacing(theme::unit());
    body()->addWidget(m_appearanceLabel);
    body()->addWidget(m_appearance);

    connect(m_language, &widgets::ChoiceRow::chosen, this, [this](int index) {
        const QString code = index == 0 ? QString() : Language::available().at(index - 1).code;
        m_services.preferences().setLanguage(code);
        m_services.language().use(code);
    });
    connect(m_appearance, &widgets::ChoiceRow::chosen, this, [this](int index) {
        const theme::Mode mode = modes.at(std::size_t(index));
        m_services.preferences().setAppearance(mode);
        theme::setMode(mode);
    });
}

void LookCard::retranslate()
{
    setHeading(tr("This computer"));
    m_languageLabel->setText(tr("Language"));
    QStringList languages{tr("As the system", "language")};
    int current = 0;
    const QList<Language::Choice> choices = Language::available();
    for (int index = 0; index < choices.size(); ++index) {
        languages.append(choices.at(index).name);
        if (choices.at(index).code == m_services.preferences().language())
            current = index + 1;
    }
    m_language->setWords(languages);
    m_language->setCurrent(current);

    m_appearanceLabel->setText(tr("Appearance"));
    m_appearance->setWords({tr("As the system", "appearance"), tr("Light"), tr("Dark")});
    for (std::size_t index = 0; index < modes.size(); ++index) {
        if (modes.at(index) == m_services.preferences().appearance())
            m_appearance->setCurrent(int(index));
    }
}

} // namespace kobai::app
