// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/UnlockPage.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "app/unlock/Brand.h"
#include "app/unlock/CreateView.h"
#include "app/unlock/PassphraseView.h"
#include "app/unlock/ProgressView.h"
#include "app/unlock/StartView.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr int columnWidthPx = 560;

} // namespace

UnlockPage::UnlockPage(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_views(new QStackedWidget), m_banner(new widgets::Banner),
      m_start(new StartView), m_passphrase(new PassphraseView), m_create(new CreateView), m_progress(new ProgressView)
{
    setObjectName(u"unlockPage"_s);
    for (QWidget* view : std::initializer_list<QWidget*>{m_start, m_passphrase, m_create, m_progress})
        m_views->addWidget(view);

    auto* column = new QWidget;
    auto* columnLayout = new QVBoxLayout(column);
    const int margin = 3 * theme::unit();
    columnLayout->setContentsMargins(margin, margin, margin, margin);
    columnLayout->addWidget(m_banner);
    columnLayout->addWidget(m_views, 1);
    column->setMaximumWidth(theme::scaled(columnWidthPx) + 2 * margin);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(new Brand(services, this), 2);
    row->addStretch(1);
    row->addWidget(column, 6);
    row->addStretch(1);

    m_banner->clear();
    connectViews();
    retranslate();
    showStart();
}

void UnlockPage::connectViews()
{
    connect(m_start, &StartView::storeChosen, this, &UnlockPage::askForPassphrase);
    connect(m_start, &StartView::createChosen, this, &UnlockPage::showCreate);
    connect(m_start, &StartView::demoChosen, this, &UnlockPage::openDemo);
    connect(m_start, &StartView::openChosen, this, &UnlockPage::pickFolder);
    connect(m_passphrase, &PassphraseView::otherChosen, this, &UnlockPage::showStart);
    connect(m_passphrase, &PassphraseView::entered, this, [this](const QString& folder, const SecureBytes& passphrase) {
        m_banner->clear();
        m_services.openStore(folder, passphrase.clone());
    });
    connect(m_create, &CreateView::cancelChosen, this, &UnlockPage::showStart);
    connect(m_create, &CreateView::createChosen, this, [this](store::Creation& creation) {
        m_banner->clear();
        m_services.createStore(std::move(creation));
    });
    connect(m_progress, &ProgressView::cancelChosen, &m_services, &Services::cancelDemo);
    connect(&m_services, &Services::demoProgress, m_progress, &ProgressView::setPercent);
    connect(&m_services, &Services::openFailed, this, &UnlockPage::fail);
    connect(&m_services, &Services::storeOpened, this, [this] {
        m_banner->clear();
        m_passphrase->forget();
        m_create->forget();
    });
}

void UnlockPage::showStart()
{
    m_banner->clear();
    m_passphrase->forget();
    m_create->forget();
    m_start->setRecent(m_services.preferences().recentStores());
    m_views->setCurrentWidget(m_start);
    m_start->takeFocus();
}

void UnlockPage::showCreate()
{
    m_banner->clear();
    m_views->setCurrentWidget(m_create);
    m_create->reset();
}

void UnlockPage::askForPassphrase(const QString& folder)
{
    m_banner->clear();
    m_passphrase->askFor(folder);
    m_views->setCurrentWidget(m_passphrase);
    m_passphrase->takeFocus();
}

void UnlockPage::openDemo()
{
    m_banner->clear();
    m_views->setCurrentWidget(m_progress);
    m_progress->start();
    m_services.openDemo();
}

void UnlockPage::pickFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the store"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &UnlockPage::askForPassphrase);
    dialog->open();
}

void UnlockPage::stepBack()
{
    if (m_views->currentWidget() == m_progress)
        m_progress->cancel();
    else if (m_views->currentWidget() != m_start)
        showStart();
}

void UnlockPage::refuseScan()
{
    m_banner->say(widgets::theme::Role::Warn, tr("Nothing was done with what was scanned: open the store first."));
}

void UnlockPage::fail(const Fault& fault)
{
    const QWidget* view = m_views->currentWidget();
    if (view == m_passphrase)
        m_passphrase->refused(fault.code == FaultCode::WrongPassphrase);
    else if (view == m_create)
        m_create->setBusy(false);
    else
        showStart();
    m_fault = fault;
    const bool asked = fault.code == FaultCode::Cancelled;
    m_banner->say(asked ? theme::Role::Quiet : theme::Role::Bad, faultText(fault));
}

void UnlockPage::retranslate()
{
    m_start->retranslate();
    m_passphrase->retranslate();
    m_create->retranslate();
    m_progress->retranslate();
    if (m_banner->isVisible())
        m_banner->say(theme::Role::Bad, faultText(m_fault));
}

void UnlockPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kobai::app
