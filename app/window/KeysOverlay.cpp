// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/KeysOverlay.h"

#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr int cardWidthPx = 820;

/// As it stands on the keyboard: Qt calls the large Enter key "Return".
QString words(const QKeySequence& keys)
{
    return keys == QKeySequence(Qt::Key_Return) ? QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText)
                                                : keys.toString(QKeySequence::NativeText);
}

/// A key drawn like a key. GUI thread.
class KeyCap final : public QLabel {
public:
    KeyCap(const QKeySequence& keys, QWidget* parent) : QLabel(words(keys), parent)
    {
        setFont(theme::font(theme::Text::Secondary, true));
        setAlignment(Qt::AlignCenter);
        const int inset = theme::unit();
        setContentsMargins(inset, inset / 2, inset, inset / 2);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::outline());
        painter.setBrush(palette().base());
        const qreal radius = theme::unit() / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        QLabel::paintEvent(event);
    }
};

} // namespace

KeysOverlay::KeysOverlay(QWidget* window)
    : Overlay(window), m_title(new Text(theme::Text::Section, this, true)), m_close(new Button(Button::Weight::Quiet))
{
    setObjectName(u"keysOverlay"_s);
    setCardWidth(cardWidthPx);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    body()->addLayout(head);
    m_close->setObjectName(u"closeKeys"_s);
    connect(m_close, &Button::clicked, this, &KeysOverlay::closeOver);
}

void KeysOverlay::showFor(const QString& pageTitle, const QList<KeyHint>& pageKeys, const QList<KeyHint>& windowKeys)
{
    m_title->setText(tr("Keys"));
    m_close->setText(tr("Close"));
    delete m_scroll;
    m_columns = new QWidget;
    auto* grid = new QGridLayout(m_columns);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2 * theme::unit());
    grid->setVerticalSpacing(theme::unit());
    int column = 0;
    if (!pageKeys.isEmpty()) {
        fill(grid, column, pageTitle, pageKeys);
        column += 2;
    }
    fill(grid, column, tr("Everywhere"), windowKeys);
    m_scroll = new widgets::DownScroll(m_columns);
    body()->addWidget(m_scroll, 1);
    openOver();
}

void KeysOverlay::opened()
{
    m_close->setFocus(Qt::OtherFocusReason);
}

void KeysOverlay::fill(QGridLayout* grid, int column, const QString& heading, const QList<KeyHint>& hints)
{
    auto* title = new Text(theme::Text::Body, m_columns, true);
    title->setRole(theme::Role::Accent);
    title->setText(heading);
    grid->addWidget(title, 0, column, 1, 2);
    int row = 1;
    for (const KeyHint& hint : hints) {
        auto* words = new Text(theme::Text::Body, m_columns);
        words->setText(hint.words);
        words->setWordWrap(true);
        grid->addWidget(new KeyCap(hint.keys, m_columns), row, column, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(words, row, column + 1, Qt::AlignVCenter);
        ++row;
    }
    grid->setColumnStretch(column + 1, 1);
    grid->setRowStretch(grid->rowCount(), 0);
}

} // namespace kobai::app
