// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/CreateView.h"

#include "app/unlock/PassphraseStrength.h"
#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

enum Label { SchoolLabel, CurrencyLabel, OperatorLabel, PassphraseLabel, AgainLabel, FolderLabel };

QLineEdit* field(QWidget* parent, QLatin1StringView name, bool secret = false)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setMinimumHeight(theme::scaled(theme::targetPx));
    if (secret) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                                  | Qt::ImhSensitiveData);
    }
    return edit;
}

QString usualCurrency()
{
    return QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
}

/// A school's name as a folder's: without what file systems refuse.
QString folderName(const QString& school)
{
    static const QRegularExpression refused(u"[\\\\/:*?\"<>|\\x00-\\x1f.]+"_s);
    return QString(school).replace(refused, u" "_s).simplified().left(60);
}

} // namespace

CreateView::CreateView(QWidget* parent)
    : QWidget(parent), m_title(new Text(theme::Text::Title, this, true)), m_school(field(this, "schoolName"_L1)),
      m_currency(new QComboBox(this)), m_operator(field(this, "operatorName"_L1)),
      m_passphrase(field(this, "newPassphrase"_L1, true)), m_again(field(this, "newPassphraseAgain"_L1, true)),
      m_strength(new Text(theme::Text::Secondary, this)), m_missing(new Text(theme::Text::Secondary, this)),
      m_folder(field(this, "storeFolder"_L1)), m_pick(new Button(Button::Weight::Plain)),
      m_create(new Button(Button::Weight::Primary)), m_cancel(new Button(Button::Weight::Quiet))
{
    m_currency->setObjectName(u"currency"_s);
    m_currency->setMinimumHeight(theme::scaled(theme::targetPx));
    m_pick->setObjectName(u"pickFolder"_s);
    m_create->setObjectName(u"createNow"_s);
    m_cancel->setObjectName(u"cancelCreate"_s);
    m_missing->setRole(theme::Role::Quiet);
    m_missing->setWordWrap(true);
    for (const Currency& currency : Currency::all())
        m_currency->addItem(u"%1  %2"_s.arg(currency.code, currency.symbol), currency.code);
    layOut();

    for (QLineEdit* edit : {m_school, m_operator, m_passphrase, m_again, m_folder}) {
        connect(edit, &QLineEdit::textChanged, this, &CreateView::refresh);
        connect(edit, &QLineEdit::returnPressed, this, &CreateView::create);
    }
    connect(m_school, &QLineEdit::textChanged, this, &CreateView::proposeFolder);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderTyped = true; });
    connect(m_pick, &Button::clicked, this, &CreateView::pickFolder);
    connect(m_create, &Button::clicked, this, &CreateView::create);
    connect(m_cancel, &Button::clicked, this, &CreateView::cancelChosen);
}

void CreateView::layOut()
{
    const int unit = theme::unit();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins({});
    column->setSpacing(unit / 2);
    column->addWidget(m_title);
    column->addSpacing(unit);

    const auto labelled = [this, unit](Label which, QWidget* edit, QWidget* beside = nullptr) {
        m_labels[which] = new QLabel(this);
        m_labels[which]->setBuddy(edit);
        auto* box = new QVBoxLayout;
        box->setSpacing(unit / 4);
        box->addWidget(m_labels[which]);
        auto* row = new QHBoxLayout;
        row->addWidget(edit, 1);
        if (beside != nullptr)
            row->addWidget(beside);
        box->addLayout(row);
        return box;
    };
    const auto pair = [column, unit](QLayout* left, int leftShare, QLayout* right, int rightShare) {
        auto* row = new QHBoxLayout;
        row->setSpacing(2 * unit);
        row->addLayout(left, leftShare);
        row->addLayout(right, rightShare);
        column->addLayout(row);
        column->addSpacing(unit);
    };
    pair(labelled(SchoolLabel, m_school), 3, labelled(CurrencyLabel, m_currency), 1);
    column->addLayout(labelled(OperatorLabel, m_operator));
    column->addSpacing(unit);
    auto* first = labelled(PassphraseLabel, m_passphrase);
    auto* second = labelled(AgainLabel, m_again);
    pair(first, 1, second, 1);
    column->addWidget(m_strength);
    column->addSpacing(unit);
    column->addLayout(labelled(FolderLabel, m_folder, m_pick));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(unit);
    buttons->addWidget(m_create);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_missing, 1);
    // In a low window the fields scroll, and what makes the store stays in sight.
    auto* scroll = new widgets::DownScroll(sheet);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    whole->setSpacing(2 * unit);
    whole->addStretch(1);
    whole->addWidget(scroll);
    whole->addLayout(buttons);
    whole->addStretch(2);
    for (QWidget* each : std::initializer_list<QWidget*>{m_currency, m_operator, m_passphrase, m_again, m_folder,
                                                         m_pick, m_create, m_cancel})
        each->setFocusPolicy(Qt::StrongFocus);
}

void CreateView::reset()
{
    for (QLineEdit* edit : {m_school, m_operator, m_passphrase, m_again})
        edit->clear();
    m_folderTyped = false;
    const int usual = m_currency->findData(usualCurrency());
    const int yen = m_currency->findData(u"JPY"_s);
    m_currency->setCurrentIndex(usual >= 0 ? usual : yen);
    setBusy(false);
    proposeFolder();
    m_school->setFocus();
}

void CreateView::proposeFolder()
{
    if (m_folderTyped)
        return;
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = folderName(m_school->text());
    m_folder->setText(QDir::toNativeSeparators(documents.filePath(name.isEmpty() ? u"Kobai"_s : name)));
}

void CreateView::pickFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the new store"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folderTyped = true;
        m_folder->setText(QDir::toNativeSeparators(folder));
    });
    dialog->open();
}

void CreateView::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

QString CreateView::missing() const
{
    if (m_school->text().trimmed().isEmpty())
        return tr("The school's name is missing.");
    if (m_operator->text().trimmed().isEmpty())
        return tr("Your name is missing.");
    const Strength strength = passphraseStrength(m_passphrase->text());
    if (strength == Strength::Empty || strength == Strength::TooShort)
        return tr("The passphrase is too short.");
    if (m_passphrase->text() != m_again->text())
        return tr("The two passphrases differ.");
    if (m_folder->text().trimmed().isEmpty())
        return tr("The folder is missing.");
    return {};
}

void CreateView::refresh()
{
    const Strength strength = passphraseStrength(m_passphrase->text());
    m_strength->setText(strengthText(strength));
    switch (strength) {
    case Strength::Empty:
        m_strength->setRole(theme::Role::Quiet);
        break;
    case Strength::TooShort:
    case Strength::Weak:
        m_strength->setRole(theme::Role::Warn);
        break;
    case Strength::Fair:
    case Strength::Strong:
        m_strength->setRole(theme::Role::Good);
        break;
    }
    const QString lacking = missing();
    m_missing->setText(m_busy ? QString() : lacking);
    m_create->setEnabled(!m_busy && lacking.isEmpty());
    m_create->setText(m_busy ? tr("Creating ...") : tr("Create the store"));
}

void CreateView::create()
{
    if (m_busy || !missing().isEmpty())
        return;
    setBusy(true);
    QByteArray bytes = m_passphrase->text().toUtf8();
    store::Creation creation{QDir::fromNativeSeparators(m_folder->text().trimmed()),
                             m_school->text(),
                             Currency::fromCode(m_currency->currentData().toString()).value_or(Currency{}),
                             m_operator->text(),
                             SecureBytes{QByteArrayView(bytes)},
                             false};
    bytes.fill('\0');
    Q_EMIT createChosen(creation);
}

void CreateView::retranslate()
{
    m_title->setText(tr("A new store"));
    const auto name = [this](Label which, const QString& words) {
        m_labels[which]->setText(words);
        m_labels[which]->buddy()->setAccessibleName(words);
    };
    name(SchoolLabel, tr("School"));
    name(CurrencyLabel, tr("Currency"));
    name(OperatorLabel, tr("Your name"));
    name(PassphraseLabel, tr("Passphrase"));
    name(AgainLabel, tr("Passphrase again"));
    name(FolderLabel, tr("Folder"));
    m_pick->setText(tr("Choose ..."));
    m_cancel->setText(tr("Back"));
    refresh();
}

void CreateView::forget()
{
    m_passphrase->clear();
    m_again->clear();
    setBusy(false);
}

} // namespace kobai::app
