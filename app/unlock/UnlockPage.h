// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

#include <QWidget>

class QStackedWidget;

namespace kobai::widgets {
class Banner;
}

namespace kobai::app {

class CreateView;
class PassphraseView;
class ProgressView;
class Services;
class StartView;

/// The way to an open store: open one, create one, try the demo school. In front whenever no store is open. GUI thread.
class UnlockPage final : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(Services& services, QWidget* parent = nullptr);

    void showStart();
    void showCreate();
    void askForPassphrase(const QString& folder);
    void openDemo();
    void stepBack(); ///< Esc
    void refuseScan();

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectViews();
    void pickFolder();
    void fail(const Fault& fault);
    void retranslate();

    Services& m_services;
    QStackedWidget* m_views;
    widgets::Banner* m_banner;
    StartView* m_start;
    PassphraseView* m_passphrase;
    CreateView* m_create;
    ProgressView* m_progress;
    Fault m_fault; ///< what the banner is about, for a change of language
};

} // namespace kobai::app
