// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RenewCard.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "base/Post.h"
#include "enrolment/Recognition.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

RenewCard::RenewCard(Services& services, QWidget* parent)
    : SettingsCard(parent), m_services(services), m_explanation(new Text(theme::Text::Body)),
      m_renew(new Button(Button::Weight::Plain)), m_sure(new Button(Button::Weight::Danger)),
      m_cancel(new Button(Button::Weight::Quiet)), m_bar(new QProgressBar), m_banner(new widgets::Banner)
{
    m_explanation->setWordWrap(true);
    m_explanation->setRole(theme::Role::Quiet);
    m_renew->setObjectName(u"renewTemplates"_s);
    m_sure->setObjectName(u"renewTemplatesSure"_s);
    m_cancel->setObjectName(u"renewTemplatesCancel"_s);
    m_bar->setObjectName(u"renewTemplatesBar"_s);
    m_banner->setObjectName(u"renewTemplatesBanner"_s);
    m_banner->clear();
    body()->addWidget(m_explanation);
    body()->addWidget(m_banner);
    body()->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    row->addWidget(m_renew);
    row->addWidget(m_sure);
    row->addWidget(m_cancel);
    row->addStretch(1);
    body()->addLayout(row);
    show(false, false);

    connect(m_renew, &Button::clicked, this, [this] {
        show(true, false);
        m_cancel->setFocus();
    });
    connect(m_sure, &Button::clicked, this, &RenewCard::renew);
    connect(m_cancel, &Button::clicked, this, &RenewCard::stepBack);
}

RenewCard::~RenewCard()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void RenewCard::renew()
{
    if (m_running)
        return;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_banner->clear();
    m_bar->setRange(0, 0);
    show(false, true);
    // The services outlive the store's thread; this card may not.
    const auto announce = [&services = m_services, bar = QPointer<QProgressBar>(m_bar),
                           cancelled = m_cancelled](int done, int all) {
        post(&services, [bar, done, all] {
            if (bar) {
                bar->setRange(0, all);
                bar->setValue(done);
            }
        });
        return !*cancelled;
    };
    m_services.withStore([announce, by = m_services.operatorId()](
                             store::Store& store) { return enrolment::renewTemplates(store, by, announce); },
                         this, [this](const Result<enrolment::Renewal>& renewed) { finish(renewed); });
}

void RenewCard::finish(const Result<enrolment::Renewal>& renewed)
{
    show(false, false);
    if (renewed) {
        QString words =
            tr("%n face(s) have new secrets. Templates and keys copied before do not work in this store any more.",
               nullptr, renewed->persons);
        QStringList lost;
        for (const people::Person& person : renewed->lost)
            lost.append(widgets::isolated(person.name));
        if (!lost.isEmpty())
            words += u' '
                     + tr("Did not open and are removed, so that they pay by PIN until they are enrolled anew: %1")
                           .arg(lost.join(u", "_s));
        m_banner->say(lost.isEmpty() ? theme::Role::Good : theme::Role::Warn, words);
        m_services.refreshGallery();
    } else {
        m_banner->say(renewed.error().code == FaultCode::Cancelled ? theme::Role::Quiet : theme::Role::Bad,
                      faultText(renewed.error()));
    }
    Q_EMIT ended();
}

bool RenewCard::stepBack()
{
    if (m_running) {
        *m_cancelled = true;
        return true;
    }
    if (m_sure->isHidden())
        return false;
    show(false, false);
    m_renew->setFocus();
    return true;
}

void RenewCard::show(bool asking, bool running)
{
    m_running = running;
    m_renew->setVisible(!asking && !running);
    m_sure->setVisible(asking);
    m_cancel->setVisible(asking || running);
    m_bar->setVisible(running);
}

void RenewCard::retranslate()
{
    setHeading(tr("New secrets for all faces"));
    m_explanation->setText(
        tr("If store.db or faces.keys may have been copied, give every template new secrets: what was copied does not "
           "work in this store any more, and nobody whose template opens has to be enrolled anew. A copy of the whole "
           "folder whose passphrase "
           "is known is a store of its own, which this does not reach."));
    m_renew->setText(tr("Renew all templates ..."));
    m_sure->setText(tr("Renew now"));
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Templates renewed"));
}

} // namespace kobai::app
