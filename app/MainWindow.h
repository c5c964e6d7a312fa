// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Workplaces.h"
#include "app/search/SearchOverlay.h"
#include "base/Fault.h"

#include <memory>
#include <optional>
#include <vector>

class QStackedLayout;
class QStackedWidget;

namespace kobai::widgets {
class Banner;
}

namespace kobai::app {

class ClockOverlay;
class KeysOverlay;
class Rail;
class Scanner;
struct Scan;
class TopBar;
class UnlockPage;

/// The one window: without an open store the way to one, with it the rail, the top bar and the workplaces. The workplaces live exactly as
/// long as the store is open, so that locking leaves nothing of a person behind in a widget. GUI thread.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    void askForStore(const QString& folder); ///< the passphrase of the store in @p folder
    void openDemo();

    [[nodiscard]] const std::vector<Page*>& pages() const { return m_pages; } ///< in the order of the rail
    [[nodiscard]] Page* currentPage() const;                                  ///< nullptr while locked
    void goTo(int index);

public Q_SLOTS:
    void showKeys();
    void showSearch();
    void lock();
    void stepBack();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    enum class Leaving { No, ToLock, ToClose };

    QWidget* makeWorkspace();
    void addShortcuts();
    void showWorkspace();
    void makeNextPage();
    void dropPages();
    void follow(const SearchTarget& target);
    void takeScan(const Scan& scan);
    void followDeviceScanner();
    [[nodiscard]] bool mayLeave() const;
    void leaveAtLast();
    void sayAttention();
    void retranslate();

    Services& m_services;
    QStackedLayout* m_whole;
    UnlockPage* m_unlock;
    QWidget* m_workspace;
    Rail* m_rail;
    TopBar* m_topBar;
    widgets::Banner* m_banner;
    widgets::Banner* m_scanBanner; ///< what was scanned where it is of no use
    QStackedWidget* m_stack;
    KeysOverlay* m_keys;
    SearchOverlay* m_search;
    ClockOverlay* m_clock; ///< while it is there none of the others opens
    std::unique_ptr<Scanner> m_scanner;
    std::vector<PageMaker> m_makers;
    std::vector<Page*> m_pages;
    Leaving m_leaving = Leaving::No;  ///< what waits until the pages may be left
    std::optional<Fault> m_attention; ///< what the banner is about, for a change of language
};

} // namespace kobai::app
