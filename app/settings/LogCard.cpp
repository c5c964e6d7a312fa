// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/LogCard.h"

#include "app/LogFile.h"
#include "widgets/Controls.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
namespace theme = widgets::theme;

namespace {

constexpr int shownLines = 500;
constexpr int savedLines = 1'000'000; // all that is kept
constexpr int viewHeightPx = 240;

} // namespace

LogCard::LogCard(QWidget* parent)
    : SettingsCard(parent), m_note(new widgets::Text(theme::Text::Secondary)),
      m_show(new Button(Button::Weight::Plain)), m_save(new Button(Button::Weight::Plain)),
      m_banner(new widgets::Banner), m_lines(new QPlainTextEdit)
{
    m_show->setObjectName(u"showLog"_s);
    m_save->setObjectName(u"saveLog"_s);
    m_lines->setObjectName(u"logLines"_s);
    m_note->setWordWrap(true);
    m_note->setRole(theme::Role::Quiet);
    m_lines->setReadOnly(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_lines->setFixedHeight(theme::scaled(viewHeightPx));
    m_lines->hide();
    m_banner->clear();

    auto* actions = new QHBoxLayout;
    actions->addWidget(m_show);
    actions->addWidget(m_save);
    actions->addStretch(1);
    body()->addWidget(m_note);
    body()->addLayout(actions);
    body()->addWidget(m_banner);
    body()->addWidget(m_lines);

    connect(m_show, &Button::clicked, this, &LogCard::toggleLines);
    connect(m_save, &Button::clicked, this, &LogCard::pickFile);
}

bool LogCard::isShowingLines() const
{
    return !m_lines->isHidden();
}

void LogCard::hideLines()
{
    m_lines->hide();
    m_lines->clear();
    m_banner->clear();
    retranslate();
}

void LogCard::toggleLines()
{
    if (isShowingLines()) {
        hideLines();
        return;
    }
    m_lines->setPlainText(LogFile::lastLines(LogFile::usualPath(), shownLines).join(u'\n'));
    m_lines->show();
    m_lines->verticalScrollBar()->setValue(m_lines->verticalScrollBar()->maximum());
    retranslate();
    Q_EMIT linesShown();
}

void LogCard::pickFile()
{
    auto* dialog = new QFileDialog(this, tr("Save the log"), u"kobai-log.txt"_s, tr("Text (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &LogCard::saveTo);
    dialog->open();
}

void LogCard::saveTo(const QString& path)
{
    QSaveFile file(path);
    const QByteArray lines = LogFile::lastLines(LogFile::usualPath(), savedLines).join(u'\n').toUtf8() + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.commit())
        m_banner->say(theme::Role::Good, tr("Saved."));
    else
        m_banner->say(theme::Role::Bad, tr("The log could not be saved there: %1").arg(file.errorString()));
}

void LogCard::retranslate()
{
    setHeading(tr("Log"));
    m_note->setText(
        tr("What went wrong, and how long things took, for whoever helps you. It holds no names, no numbers "
           "of persons and no secrets."));
    m_show->setText(isShowingLines() ? tr("Hide the log") : tr("Show the log"));
    m_save->setText(tr("Save a copy …"));
}

} // namespace kobai::app
