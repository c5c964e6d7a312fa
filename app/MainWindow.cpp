// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "app/Services.h"
#include "app/scanner/DeviceScanner.h"
#include "app/scanner/Scanner.h"
#include "app/unlock/UnlockPage.h"
#include "app/window/ClockOverlay.h"
#include "app/window/KeysOverlay.h"
#include "app/window/Rail.h"
#include "app/window/ScreenFit.h"
#include "app/window/TopBar.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr int railCollapsesBelowPx = 1100;

} // namespace

MainWindow::MainWindow(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_whole(new QStackedLayout(this)),
      m_unlock(new UnlockPage(services, this)), m_workspace(makeWorkspace()), m_keys(new KeysOverlay(this)),
      m_search(new SearchOverlay(services, this)), m_clock(new ClockOverlay(services, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/kobai.svg"_s));
    m_whole->addWidget(m_unlock);
    m_whole->addWidget(m_workspace);
    addShortcuts();

    connect(&services, &Services::storeOpened, this, &MainWindow::showWorkspace);
    connect(&services, &Services::schoolChanged, this, &MainWindow::retranslate);
    connect(&services, &Services::galleryFailed, this, [this](const Fault& fault) {
        m_attention = fault;
        sayAttention();
    });
    connect(&services, &Services::galleryRefreshed, this, [this] {
        m_attention.reset();
        sayAttention();
    });
    connect(m_banner, &widgets::Banner::actionChosen, &services, &Services::refreshGallery);
    connect(m_search, &SearchOverlay::chosen, this, &MainWindow::follow);
    m_scanner = std::make_unique<Scanner>(*this, [this](const Scan& scan) {
        const Page* page = currentPage();
        return looksLikeCode(scan) || (page != nullptr && page->knowsCode(scan));
    });
    connect(m_scanner.get(), &Scanner::scanned, this, &MainWindow::takeScan);
    connect(m_scanner.get(), &Scanner::scannedAtPassphrase, this, [this] {
        if (currentPage() == nullptr)
            m_unlock->refuseScan();
        else
            m_scanBanner->say(theme::Role::Warn,
                              tr("A code was scanned into the field for the passphrase. It was taken out again."));
    });
    followDeviceScanner();

    retranslate();
    (new ScreenFit(*this))->place(services.preferences().windowGeometry());
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeWorkspace()
{
    auto* workspace = new QWidget(this);
    m_rail = new Rail(workspace);
    m_topBar = new TopBar(m_services, workspace);
    m_banner = new widgets::Banner(workspace);
    m_scanBanner = new widgets::Banner(workspace);
    m_scanBanner->setObjectName(u"scanBanner"_s);
    m_stack = new QStackedWidget(workspace);

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banner);
    right->addWidget(m_scanBanner);
    right->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(workspace);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);

    m_banner->clear();
    m_scanBanner->clear();
    connect(m_rail, &Rail::chosen, this, &MainWindow::goTo);
    connect(m_topBar, &TopBar::searchChosen, this, &MainWindow::showSearch);
    connect(m_topBar, &TopBar::helpChosen, this, &MainWindow::showKeys);
    connect(m_topBar, &TopBar::lockChosen, this, &MainWindow::lock);
    return workspace;
}

void MainWindow::addShortcuts()
{
    const auto add = [this](Key key, auto&& slot) {
        auto* shortcut = new QShortcut(keySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(Key::Help, &MainWindow::showKeys);
    add(Key::Search, &MainWindow::showSearch);
    add(Key::Lock, &MainWindow::lock);
    add(Key::Back, &MainWindow::stepBack);
    m_makers = workplaces();
    for (int index = 0; index < int(m_makers.size()); ++index)
        add(workplaceKey(index), [this, index] { goTo(index); });
}

void MainWindow::askForStore(const QString& folder)
{
    m_unlock->askForPassphrase(folder);
}

void MainWindow::openDemo()
{
    m_unlock->openDemo();
}

Page* MainWindow::currentPage() const
{
    return m_services.isOpen() ? qobject_cast<Page*>(m_stack->currentWidget()) : nullptr;
}

void MainWindow::showWorkspace()
{
    dropPages();
    m_topBar->refresh();
    retranslate();
    m_whole->setCurrentWidget(m_workspace);
    makeNextPage();
}

void MainWindow::makeNextPage()
{
    if (!m_services.isOpen() || m_pages.size() >= m_makers.size())
        return;
    const int index = int(m_pages.size());
    Page* page = m_makers.at(std::size_t(index))(m_services, m_stack);
    page->retranslate();
    m_pages.push_back(page);
    // Queued: the page is in the midst of its own change, and locking takes it away.
    connect(page, &Page::leavable, this, &MainWindow::leaveAtLast, Qt::QueuedConnection);
    m_stack->addWidget(page);
    m_rail->addWorkplace(page->iconName(), page->title(), keyText(workplaceKey(index)));
    if (index == 0)
        goTo(0);
    // One page at each turn of the event loop: the first is usable while the others are made.
    QMetaObject::invokeMethod(this, &MainWindow::makeNextPage, Qt::QueuedConnection);
}

void MainWindow::dropPages()
{
    if (Page* page = qobject_cast<Page*>(m_stack->currentWidget()))
        page->leave();
    m_rail->removeAll();
    for (Page* page : m_pages) {
        m_stack->removeWidget(page);
        page->deleteLater();
    }
    m_pages.clear();
}

void MainWindow::goTo(int index)
{
    if (!m_services.isOpen() || index < 0 || index >= int(m_pages.size()))
        return;
    Page* next = m_pages.at(std::size_t(index));
    auto* before = qobject_cast<Page*>(m_stack->currentWidget());
    const bool isFirst = m_pages.size() == 1;
    m_rail->setCurrent(index);
    m_keys->closeOver();
    m_scanBanner->clear();
    if (before == next && !isFirst)
        return;
    if (before != nullptr && before != next)
        before->leave();
    m_stack->setCurrentWidget(next);
    next->enter();
}

void MainWindow::follow(const SearchTarget& target)
{
    if (const auto* page = std::get_if<FoundPage>(&target)) {
        goTo(page->index);
        return;
    }
    const auto shows = [&target](Page* page) {
        if (const auto* person = std::get_if<PersonId>(&target))
            return page->showPerson(*person);
        if (const auto* product = std::get_if<ProductId>(&target))
            return page->showProduct(*product);
        const auto& sale = std::get<FoundSale>(target);
        return page->showSale(sale.id, sale.receipt);
    };
    // The page in front first: a person found while enrolling is opened there, not in the accounts.
    if (Page* front = currentPage(); front != nullptr && shows(front))
        return;
    for (int index = 0; index < int(m_pages.size()); ++index) {
        if (m_pages.at(std::size_t(index)) != currentPage() && shows(m_pages.at(std::size_t(index)))) {
            goTo(index);
            return;
        }
    }
}

/// Never silently: a clerk who hears the beep believes that the article is in the basket.
void MainWindow::takeScan(const Scan& scan)
{
    Page* page = currentPage();
    if (page == nullptr)
        return m_unlock->refuseScan();
    m_scanBanner->clear();
    if (m_search->isVisible())
        return m_search->lookFor(scan.text());
    m_keys->closeOver();
    if (!m_clock->isVisible() && QApplication::activeModalWidget() == nullptr) {
        if (page->takeScan(scan))
            return;
        if (QLineEdit* field = fieldForCodes(focusWidget()))
            return field->setText(scan.text());
    }
    m_scanBanner->say(theme::Role::Warn,
                      tr("%1 was scanned, and nothing was done with it here. To sell, open the till; to find it, click "
                         "into a search field and scan again.")
                          .arg(scan.text()));
}

/// The scanner that is read from its own device, also while the store is locked.
void MainWindow::followDeviceScanner()
{
    DeviceScanner& scanner = m_services.scanner();
    connect(&scanner, &DeviceScanner::scanned, this, &MainWindow::takeScan);
    connect(&scanner, &DeviceScanner::spoiled, this, [this] {
        m_scanBanner->say(theme::Role::Warn,
                          tr("A part of a scanned code was lost, and nothing was done with the rest. "
                             "Scan it again."));
    });
    connect(&scanner, &DeviceScanner::lost, this, [this] {
        m_scanBanner->say(theme::Role::Warn, tr("The barcode scanner was unplugged. It is used again as soon as it is "
                                                "plugged in; Settings says more."));
    });
    scanner.start();
}

void MainWindow::showKeys()
{
    Page* page = currentPage();
    if (page == nullptr || m_clock->isVisible())
        return;
    if (m_keys->isVisible()) {
        m_keys->closeOver();
        return;
    }
    m_search->closeOver();
    QList<KeyHint> everywhere = keyHints({Key::Help, Key::Search, Key::Lock, Key::MainAction, Key::Back});
    for (int index = 0; index < int(m_pages.size()); ++index)
        everywhere.append({keySequence(workplaceKey(index)), m_pages.at(std::size_t(index))->title()});
    m_keys->showFor(page->title(), page->keys(), everywhere);
}

void MainWindow::showSearch()
{
    if (currentPage() == nullptr || m_clock->isVisible())
        return;
    m_keys->closeOver();
    QList<SearchOverlay::PageEntry> entries;
    for (const Page* page : m_pages)
        entries.append({page->title(), page->iconName()});
    m_search->showWith(entries);
}

void MainWindow::lock()
{
    if (!m_services.isOpen())
        return;
    if (!mayLeave()) {
        m_leaving = Leaving::ToLock;
        return;
    }
    m_keys->closeOver();
    m_search->closeOver();
    m_clock->closeOver();
    const bool demo = m_services.info().demo;
    const QString folder = m_services.info().folder;
    dropPages();
    m_attention.reset();
    sayAttention();
    m_services.closeStore();
    retranslate();
    m_whole->setCurrentWidget(m_unlock);
    if (demo)
        m_unlock->showStart();
    else
        m_unlock->askForPassphrase(folder);
}

bool MainWindow::mayLeave() const
{
    return std::ranges::all_of(m_pages, &Page::mayLeave);
}

void MainWindow::leaveAtLast()
{
    if (m_leaving == Leaving::No || !mayLeave())
        return;
    if (std::exchange(m_leaving, Leaving::No) == Leaving::ToClose)
        close();
    else
        lock();
}

void MainWindow::stepBack()
{
    if (m_clock->isVisible())
        m_clock->closeOver();
    else if (m_keys->isVisible())
        m_keys->closeOver();
    else if (m_search->isVisible())
        m_search->closeOver();
    else if (Page* page = currentPage())
        page->stepBack();
    else
        m_unlock->stepBack();
}

void MainWindow::sayAttention()
{
    if (m_attention)
        m_banner->say(theme::Role::Bad, faultText(*m_attention), tr("Try again"));
    else if (const auto unreadable = m_services.unreadableFaces().size(); unreadable > 0)
        m_banner->say(theme::Role::Warn,
                      tr("%n stored face(s) cannot be opened; the page Faces says whose. Nobody else is affected. PIN "
                         "and look-up work; enrol the face anew.",
                         nullptr, int(unreadable)));
    else
        m_banner->clear();
}

void MainWindow::retranslate()
{
    setWindowTitle(m_services.isOpen() ? tr("%1 – Kobai", "window title: the school's name")
                                             .arg(widgets::isolated(m_services.schoolName()))
                                             .replace(u"[*]"_s, u"[*][*]"_s) // what Qt would replace by nothing
                                       : u"Kobai"_s);
    for (int index = 0; index < int(m_pages.size()); ++index)
        m_rail->setWord(index, m_pages.at(std::size_t(index))->title(), keyText(workplaceKey(index)));
    sayAttention();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < theme::scaled(railCollapsesBelowPx);
    m_rail->setCompact(narrow);
    m_topBar->setNarrow(narrow);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave()) {
        m_leaving = Leaving::ToClose;
        event->ignore();
        return;
    }
    m_services.preferences().setWindowGeometry(saveGeometry());
    if (Page* page = currentPage())
        page->leave();
    QWidget::closeEvent(event);
}

} // namespace kobai::app
