// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/ScannerCard.h"

#include "app/scanner/DeviceScanner.h"
#include "widgets/Controls.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using State = DeviceScanner::State;
namespace theme = widgets::theme;

namespace {

constexpr int rulesHeightPx = 88;

} // namespace

ScannerCard::ScannerCard(DeviceScanner& scanner, QWidget* parent)
    : SettingsCard(parent), m_scanner(scanner), m_icon(new widgets::IconView(u"keypad"_s)),
      m_state(new widgets::Text(theme::Text::Body)), m_note(new widgets::Text(theme::Text::Secondary)),
      m_choose(new Button(Button::Weight::Plain)), m_keyboard(new Button(Button::Weight::Quiet)),
      m_banner(new widgets::Banner), m_permission(new widgets::Text(theme::Text::Secondary)),
      m_rules(new QPlainTextEdit), m_copy(new Button(Button::Weight::Plain))
{
    m_state->setObjectName(u"scannerState"_s);
    m_note->setObjectName(u"scannerNote"_s);
    m_choose->setObjectName(u"chooseScanner"_s);
    m_choose->setIconName(u"barcode"_s);
    m_keyboard->setObjectName(u"scannerAsKeyboard"_s);
    m_rules->setObjectName(u"scannerRules"_s);
    m_copy->setObjectName(u"copyScannerRules"_s);
    m_state->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setRole(theme::Role::Quiet);
    m_permission->setWordWrap(true);
    m_permission->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rules->setReadOnly(true);
    m_rules->setTabChangesFocus(true);
    m_rules->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_rules->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_rules->setFixedHeight(theme::scaled(rulesHeightPx));
    m_banner->clear();
    layOut();

    connect(m_choose, &Button::clicked, this, &ScannerCard::toggleChoosing);
    connect(m_keyboard, &Button::clicked, this, [this] {
        m_banner->clear();
        m_scanner.useKeyboard();
    });
    connect(m_copy, &Button::clicked, this, &ScannerCard::copyRules);
    connect(&m_scanner, &DeviceScanner::changed, this, &ScannerCard::refresh);
    connect(&m_scanner, &DeviceScanner::chosen, this, [this](const Scan& scan) {
        m_banner->say(theme::Role::Good, tr("%1 read %2 and is the scanner from now on.", "device, code")
                                             .arg(m_scanner.device()->shownName(), scan.text()));
    });
}

void ScannerCard::layOut()
{
    auto* state = new QHBoxLayout;
    state->addWidget(m_icon, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_choose);
    actions->addWidget(m_keyboard);
    actions->addStretch(1);
    auto* copy = new QHBoxLayout;
    copy->addWidget(m_copy);
    copy->addStretch(1);
    body()->addLayout(state);
    body()->addWidget(m_note);
    body()->addLayout(actions);
    body()->addWidget(m_banner);
    body()->addWidget(m_permission);
    body()->addWidget(m_rules);
    body()->addLayout(copy);
}

bool ScannerCard::isChoosing() const
{
    return m_scanner.choosing() != nullptr;
}

void ScannerCard::cancelChoosing()
{
    m_scanner.cancelChoosing();
}

void ScannerCard::toggleChoosing()
{
    m_banner->clear();
    if (isChoosing())
        m_scanner.cancelChoosing();
    else
        m_scanner.choose();
}

/// The scan that chooses comes as a keyboard's as well, before or after it has chosen: what is said then is said already.
void ScannerCard::showScan(const Scan& scan)
{
    if (isChoosing())
        m_banner->say(theme::Role::Warn,
                      tr("%1 came as from a keyboard. If nothing more happens, Kobai cannot open this scanner's own "
                         "device: it goes on working as a keyboard.",
                         "a code")
                          .arg(scan.text()));
    else if (m_banner->isHidden() || !m_banner->words().contains(scan.text()))
        m_banner->say(theme::Role::Good, tr("%1 was read. The scanner works.", "a code").arg(scan.text()));
}

void ScannerCard::forget()
{
    m_banner->clear();
}

void ScannerCard::refresh()
{
    if (const ScannerChoice* choice = m_scanner.choosing())
        sayListening(*choice);
    else
        sayState();
    m_choose->setText(isChoosing() ? tr("Stop listening") : tr("Choose by scanning"));
    m_keyboard->setVisible(m_scanner.device().has_value() && !isChoosing());
    showRules(forbidden());
}

void ScannerCard::say(theme::Role role, const QString& iconName, const QString& state, const QString& note)
{
    m_icon->setRole(role);
    m_icon->setIconName(iconName);
    m_state->setText(state);
    m_note->setText(note);
}

void ScannerCard::sayListening(const ScannerChoice& choice)
{
    say(theme::Role::Accent, u"barcode"_s, tr("Listening: scan any barcode now"),
        choice.isListening()
            ? tr("Until a code comes, at most for a minute, Kobai hears every keyboard and serial port that it may "
                 "open. "
                 "It keeps nothing of that, and typing by hand chooses nothing. Esc ends it.")
            : tr("There is nothing that Kobai may open. Plug the scanner in now, or permit it as said below."));
}

void ScannerCard::sayState()
{
    const QString name = m_scanner.device() ? m_scanner.device()->shownName() : QString();
    switch (m_scanner.state()) {
    case State::Keyboard:
        return say(theme::Role::Quiet, u"keypad"_s, tr("As a keyboard (any scanner)"),
                   tr("Every scanner that types works. Read from its own device, a scanner is no keyboard at all: its "
                      "keys get into no field and into no other program."));
    case State::Connected:
        return say(theme::Role::Good, u"check"_s, tr("From its own device: %1").arg(name),
                   tr("Its keys reach no other program while Kobai runs. Other scanners still work as keyboards."));
    case State::Missing:
        return say(theme::Role::Warn, u"warning"_s, tr("Not plugged in: %1", "a scanner").arg(name),
                   tr("It is used again as soon as it is plugged in. Other scanners work as keyboards."));
    case State::NoPermission:
        return say(theme::Role::Warn, u"warning"_s, tr("No permission to read %1", "a scanner").arg(name),
                   tr("Until it is given, a scanner that types works as a keyboard."));
    case State::Busy:
        return say(theme::Role::Warn, u"warning"_s, tr("In use by another program: %1", "a scanner").arg(name),
                   tr("Close that program, or a second Kobai. The scanner is taken as soon as it is free."));
    }
}

QList<ScannerDevice> ScannerCard::forbidden() const
{
    if (const ScannerChoice* choice = m_scanner.choosing())
        return choice->forbidden();
    if (m_scanner.state() == State::NoPermission)
        return {*m_scanner.device()};
    return {};
}

void ScannerCard::showRules(const QList<ScannerDevice>& devices)
{
    QStringList lines;
    for (const ScannerDevice& device : devices)
        lines.append({u"# "_s + device.shownName(), udevRule(device)});
    const QString rules = lines.join(u'\n');
    for (QWidget* each : QList<QWidget*>{m_permission, m_rules, m_copy})
        each->setVisible(!devices.isEmpty());
    if (m_rules->toPlainText() != rules) // else what is selected would be no more
        m_rules->setPlainText(rules);
}

void ScannerCard::copyRules()
{
    QGuiApplication::clipboard()->setText(m_rules->toPlainText() + u'\n');
    m_banner->say(theme::Role::Good, tr("Copied."));
}

void ScannerCard::retranslate()
{
    setHeading(tr("Barcode scanner"));
    m_keyboard->setText(tr("Back to keyboard"));
    m_copy->setText(tr("Copy the lines"));
    m_rules->setAccessibleName(tr("Lines that permit reading the scanner"));
    m_permission->setText(tr(
        "Kobai may not open what is named below. As administrator, put the scanner's two lines into the file "
        "/etc/udev/rules.d/70-kobai-scanner.rules, then unplug the scanner and plug it in again. Leave out the lines "
        "of keyboards. Or add this user to the group input (a serial port: dialout) and log in anew; then all of "
        "this user's programs may read every keyboard."));
    refresh();
}

} // namespace kobai::app
