// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/AboutCard.h"

#include "widgets/Controls.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

/// "@vladmandic/face-api 1.7.15, MIT", each package once, from the manifest that set-up reads too.
QStringList packages()
{
    QFile manifest(u":/models.json"_s);
    if (!manifest.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    const QJsonArray files = QJsonDocument::fromJson(manifest.readAll()).object().value(u"files"_s).toArray();
    for (const QJsonValue& file : files) {
        const QString line = u"%1 %2, %3"_s.arg(file[u"package"_s].toString(), file[u"version"_s].toString(),
                                                file[u"licence"_s].toString());
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines;
}

} // namespace

AboutCard::AboutCard(QWidget* parent)
    : SettingsCard(parent), m_version(new Text(theme::Text::Body)), m_licence(new Text(theme::Text::Secondary)),
      m_models(new Text(theme::Text::Secondary)), m_warning(new Text(theme::Text::Secondary))
{
    for (Text* text : {m_version, m_licence, m_models, m_warning}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body()->addWidget(text);
    }
    m_warning->setRole(theme::Role::Quiet);
}

void AboutCard::retranslate()
{
    setHeading(tr("About"));
    m_version->setText(tr("Kobai %1").arg(QCoreApplication::applicationVersion()));
    m_licence->setText(tr("Free software under the GNU General Public License, version 3 or later."));
    m_models->setText(tr("Face models and demo films: %1").arg(packages().join(u" · "_s)));
    m_warning->setText(tr("The training pictures of the 68 landmarks (300-W) exclude commercial use; those of the "
                          "second network are not stated."));
}

} // namespace kobai::app
