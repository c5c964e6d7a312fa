// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SearchField.h"

#include "widgets/Theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int longestSearchChars = 200;

QAction* clearAction(const QLineEdit& field)
{
    return field.findChild<QAction*>(u"_q_qlineeditclearaction"_s);
}

} // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent), m_pause(this)
{
    setMaxLength(longestSearchChars);
    m_glass = addAction(theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_glass->setEnabled(true);
    setClearButtonEnabled(true);
    if (QAction* cross = clearAction(*this))
        cross->setIcon(theme::icon(u"close"_s));
    nameButtons();
    m_pause.setObjectName(u"typingPause"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(debounceMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::ask);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        const bool isEmpty = text.trimmed().isEmpty();
        const bool wasEmpty = std::exchange(m_isEmpty, isEmpty);
        if (!isEmpty)
            return m_pause.start();
        if (wasEmpty)
            return;
        // Even when it was the last that was asked: whoever read the field meanwhile has looked for what stood there.
        m_pause.stop();
        m_asked.clear();
        Q_EMIT searchRequested({});
    });
}

void SearchField::clearSearch()
{
    clear();
    ask();
}

void SearchField::nameClearButton(QLineEdit& field)
{
    if (QAction* cross = clearAction(field))
        cross->setText(tr("Empty this field"));
}

void SearchField::nameButtons()
{
    m_glass->setText(tr("Search"));
    nameClearButton(*this);
}

void SearchField::ask()
{
    m_pause.stop();
    const QString wanted = text().trimmed();
    if (std::exchange(m_asked, wanted) != wanted)
        Q_EMIT searchRequested(wanted);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clearSearch();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        ask();
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameButtons();
    // The line edit keeps a pixmap of its icons: a new theme needs new ones.
    if (event->type() == QEvent::PaletteChange && m_glass != nullptr)
        m_glass->setIcon(theme::icon(u"search"_s));
}

} // namespace kobai::widgets
