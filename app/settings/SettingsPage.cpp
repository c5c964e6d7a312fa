// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SettingsPage.h"

#include "app/Services.h"
#include "app/settings/AboutCard.h"
#include "app/settings/CameraCard.h"
#include "app/settings/LogCard.h"
#include "app/settings/LookCard.h"
#include "app/settings/ScannerCard.h"
#include "app/settings/SchoolCard.h"
#include "widgets/Controls.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr int twoColumnsPx = 860;
constexpr int widestPx = 1200; // longer lines are hard to read

} // namespace

SettingsPage::SettingsPage(Services& services, QWidget* parent)
    : Page(parent), m_title(new widgets::Text(theme::Text::Title, nullptr, true)), m_look(new LookCard(services)),
      m_school(new SchoolCard(services)), m_camera(new CameraCard(services)),
      m_scanner(new ScannerCard(services.scanner())), m_log(new LogCard), m_about(new AboutCard)
{
    setObjectName(u"settingsPage"_s);
    const int unit = theme::unit();
    auto* left = new QVBoxLayout;
    left->setSpacing(3 * unit);
    left->addWidget(m_look);
    left->addWidget(m_school);
    left->addWidget(m_log);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(3 * unit);
    right->addWidget(m_camera);
    right->addWidget(m_scanner);
    right->addWidget(m_about);
    right->addStretch(1);

    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(3 * unit, 3 * unit, 3 * unit, 3 * unit);
    column->setSpacing(2 * unit);
    column->addWidget(m_title);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(3 * unit);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    column->addLayout(m_columns, 1);
    sheet->setMaximumWidth(theme::scaled(widestPx));

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(sheet);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    // Queued: after the sheet has been laid out anew.
    connect(
        m_log, &LogCard::linesShown, this, [this] { m_scroll->ensureWidgetVisible(m_log); }, Qt::QueuedConnection);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_scroll);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QString SettingsPage::iconName() const
{
    return u"settings"_s;
}

void SettingsPage::enter()
{
    m_school->load();
    m_camera->refresh();
}

void SettingsPage::leave()
{
    m_camera->stopPreview();
    m_scanner->cancelChoosing();
    m_scanner->forget();
    m_log->hideLines();
}

bool SettingsPage::stepBack()
{
    if (m_camera->isPreviewing()) {
        m_camera->stopPreview();
        return true;
    }
    if (m_scanner->isChoosing()) {
        m_scanner->cancelChoosing();
        return true;
    }
    if (m_log->isShowingLines()) {
        m_log->hideLines();
        return true;
    }
    return m_school->stepBack();
}

bool SettingsPage::takeScan(const Scan& scan)
{
    m_scanner->showScan(scan);
    m_scroll->ensureWidgetVisible(m_scanner);
    return true;
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() < theme::scaled(twoColumnsPx) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SettingsPage::retranslate()
{
    m_title->setText(title());
    m_look->retranslate();
    m_school->retranslate();
    m_camera->retranslate();
    m_scanner->retranslate();
    m_log->retranslate();
    m_about->retranslate();
}

} // namespace kobai::app
