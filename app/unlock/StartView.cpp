// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/StartView.h"

#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Theme.h"

#include <QDir>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr int wayHeightPx = 76;
constexpr int wayIconPx = 28;

} // namespace

WayButton::WayButton(const QString& iconName, QWidget* parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WayButton::setWords(const QString& title, const QString& explanation)
{
    m_title = title; // not the button's text: an ampersand in a folder's name is no shortcut
    m_explanation = explanation;
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    update();
}

QSize WayButton::sizeHint() const
{
    return {theme::scaled(480), theme::scaled(wayHeightPx)};
}

void WayButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int unit = theme::unit();
    const QColor accent = theme::color(theme::Role::Accent);
    const bool lit = underMouse() || isDown();
    painter.setBrush(lit ? theme::tint(theme::Role::Accent) : palette().color(QPalette::Base));
    const qreal pen = hasFocus() ? std::max(2, unit / 4) : 1;
    painter.setPen(QPen(hasFocus() || lit ? accent : theme::outline(), pen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), unit, unit);

    const int icon = theme::scaled(wayIconPx);
    theme::icon(m_iconName).paint(&painter, QRect(2 * unit, (height() - icon) / 2, icon, icon));
    const QRect words = rect().adjusted(4 * unit + icon, unit, -2 * unit, -unit);
    const QFont titleFont = theme::font(theme::Text::Body, true);
    const QFont lineFont = theme::font(theme::Text::Secondary);
    const int titleHeight = QFontMetrics(titleFont).height();
    const int lineHeight = QFontMetrics(lineFont).height();
    int top = words.center().y() - (titleHeight + lineHeight) / 2;
    painter.setFont(titleFont);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(words.left(), top, words.width(), titleHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, words.width()));
    top += titleHeight;
    painter.setFont(lineFont);
    painter.setPen(theme::color(theme::Role::Quiet));
    painter.drawText(QRect(words.left(), top, words.width(), lineHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_explanation, Qt::ElideMiddle, words.width()));
}

void WayButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void WayButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void WayButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

StartView::StartView(QWidget* parent)
    : QWidget(parent), m_title(new Text(theme::Text::Title, this, true)),
      m_recentTitle(new Text(theme::Text::Secondary, this)), m_recent(new QVBoxLayout),
      m_open(new WayButton(u"folder"_s)), m_createNew(new WayButton(u"plus"_s)), m_demo(new WayButton(u"demo"_s))
{
    m_open->setObjectName(u"openStore"_s);
    m_createNew->setObjectName(u"createStore"_s);
    m_demo->setObjectName(u"tryDemo"_s);
    m_recentTitle->setRole(theme::Role::Quiet);

    const int unit = theme::unit();
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins({});
    column->setSpacing(unit);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addSpacing(unit);
    column->addWidget(m_recentTitle);
    m_recent->setSpacing(unit);
    column->addLayout(m_recent);
    column->addSpacing(unit);
    column->addWidget(m_open);
    column->addWidget(m_createNew);
    column->addWidget(m_demo);
    column->addStretch(2);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(new widgets::DownScroll(sheet));

    connect(m_open, &WayButton::clicked, this, &StartView::openChosen);
    connect(m_createNew, &WayButton::clicked, this, &StartView::createChosen);
    connect(m_demo, &WayButton::clicked, this, &StartView::demoChosen);
}

void StartView::setRecent(const QStringList& folders)
{
    qDeleteAll(m_recentButtons);
    m_recentButtons.clear();
    for (const QString& folder : folders) {
        auto* button = new WayButton(u"lock"_s);
        button->setObjectName(u"recentStore"_s);
        button->setWords(QDir(folder).dirName(), QDir::toNativeSeparators(folder));
        connect(button, &WayButton::clicked, this, [this, folder] { Q_EMIT storeChosen(folder); });
        m_recent->addWidget(button);
        m_recentButtons.append(button);
    }
    m_recentTitle->setVisible(!folders.isEmpty());
    retranslate();
}

void StartView::retranslate()
{
    m_title->setText(m_recentButtons.isEmpty() ? tr("Welcome") : tr("Open a store"));
    m_recentTitle->setText(tr("Opened lately"));
    m_open->setWords(tr("Open a store ..."), tr("A folder that Kobai made, on this computer or a disk"));
    m_createNew->setWords(tr("Create a new store ..."), tr("For your school: name, currency, passphrase"));
    m_demo->setWords(tr("Try the demo school"),
                     tr("600 invented students, sixty days of purchases, a camera that plays films"));
}

void StartView::takeFocus()
{
    if (m_recentButtons.isEmpty())
        m_open->setFocus();
    else
        m_recentButtons.first()->setFocus();
}

} // namespace kobai::app
