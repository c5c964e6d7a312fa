// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/PassphraseView.h"

#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr int triesWithoutWait = 2;
constexpr int longestWaitSeconds = 32;

/// 1, 2, 4 ... seconds; the passphrase itself is guarded by Argon2id, this only keeps a hand from trying quickly.
int waitSeconds(int wrongTries)
{
    const int doublings = wrongTries - triesWithoutWait - 1;
    return doublings < 0 ? 0 : std::min(1 << std::min(doublings, 10), longestWaitSeconds);
}

} // namespace

PassphraseView::PassphraseView(QWidget* parent)
    : QWidget(parent), m_title(new Text(theme::Text::Title, this, true)),
      m_path(new Text(theme::Text::Secondary, this)), m_label(new QLabel(this)), m_field(new QLineEdit(this)),
      m_open(new Button(Button::Weight::Primary)), m_other(new Button(Button::Weight::Quiet)), m_wait(this)
{
    m_field->setObjectName(u"passphrase"_s);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMinimumHeight(theme::scaled(theme::targetPx + 4));
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                                 | Qt::ImhSensitiveData);
    m_label->setBuddy(m_field);
    m_open->setObjectName(u"unlock"_s);
    m_other->setObjectName(u"otherStore"_s);
    m_path->setRole(theme::Role::Quiet);
    m_path->setWordWrap(true);
    m_title->setWordWrap(true);

    const int unit = theme::unit();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(unit);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_path);
    column->addSpacing(2 * unit);
    column->addWidget(m_label);
    column->addWidget(m_field);
    column->addSpacing(unit);
    column->addLayout(buttons);
    column->addStretch(2);

    m_wait.setObjectName(u"unlockWait"_s);
    m_wait.setInterval(1s);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (--m_secondsLeft <= 0)
            m_wait.stop();
        refresh();
    });
    connect(m_field, &QLineEdit::textChanged, this, &PassphraseView::refresh);
    connect(m_field, &QLineEdit::returnPressed, this, &PassphraseView::open);
    connect(m_open, &Button::clicked, this, &PassphraseView::open);
    connect(m_other, &Button::clicked, this, &PassphraseView::otherChosen);
}

void PassphraseView::askFor(const QString& folder)
{
    if (folder != m_folder)
        m_wrongTries = 0;
    m_folder = folder;
    m_busy = false;
    m_field->clear();
    m_title->setText(QDir(folder).dirName());
    m_path->setText(QDir::toNativeSeparators(folder));
    refresh();
}

void PassphraseView::open()
{
    if (!m_open->isEnabled())
        return;
    m_busy = true;
    refresh();
    QByteArray bytes = m_field->text().toUtf8();
    const SecureBytes passphrase{QByteArrayView(bytes)};
    bytes.fill('\0');
    Q_EMIT entered(m_folder, passphrase);
}

void PassphraseView::refused(bool wrongPassphrase)
{
    m_busy = false;
    if (wrongPassphrase) {
        m_secondsLeft = waitSeconds(++m_wrongTries);
        if (m_secondsLeft > 0)
            m_wait.start();
    }
    refresh();
    m_field->selectAll();
    m_field->setFocus();
}

void PassphraseView::refresh()
{
    m_field->setReadOnly(m_busy);
    m_open->setEnabled(!m_busy && m_secondsLeft <= 0 && !m_field->text().isEmpty());
    if (m_busy)
        m_open->setText(tr("Opening ..."));
    else if (m_secondsLeft > 0)
        m_open->setText(tr("Wait %n second(s)", "after wrong passphrases", m_secondsLeft));
    else
        m_open->setText(tr("Open"));
}

void PassphraseView::retranslate()
{
    m_label->setText(tr("Passphrase"));
    m_field->setAccessibleName(tr("Passphrase"));
    m_other->setText(tr("Another store"));
    refresh();
}

void PassphraseView::takeFocus()
{
    m_field->setFocus();
}

void PassphraseView::forget()
{
    m_field->clear();
    m_wrongTries = 0;
    m_busy = false;
}

} // namespace kobai::app
