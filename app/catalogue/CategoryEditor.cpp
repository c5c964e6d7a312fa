// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/CategoryEditor.h"

#include "widgets/Controls.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

CategoryEditor::CategoryEditor(QWidget* parent)
    : QFrame(parent), m_title(new Text(theme::Text::Section, this, true)),
      m_close(new Button(Button::Weight::Quiet, Button::Size::Normal, this)), m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)), m_nameJaLabel(new QLabel(this)), m_nameJa(new QLineEdit(this)),
      m_save(new Button(Button::Weight::Primary, Button::Size::Normal, this))
{
    setFixedWidth(theme::scaled(344));
    m_name->setObjectName(u"categoryName"_s);
    m_nameJa->setObjectName(u"categoryNameJa"_s);
    m_save->setObjectName(u"saveCategory"_s);
    m_save->setIconName(u"check"_s);
    m_close->setObjectName(u"closeCategory"_s);
    m_close->setIconName(u"close"_s);

    const int unit = theme::unit();
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, 2 * unit);
    column->setSpacing(unit / 2);
    column->addLayout(head);
    for (const auto& [label, field] : {std::pair{m_nameLabel, m_name}, std::pair{m_nameJaLabel, m_nameJa}}) {
        label->setBuddy(field);
        label->setFont(theme::font(theme::Text::Secondary, true));
        column->addSpacing(unit);
        column->addWidget(label);
        column->addWidget(field);
        connect(field, &QLineEdit::returnPressed, this, &CategoryEditor::saveAsked);
    }
    column->addStretch(1);
    column->addWidget(m_save);
    connect(m_save, &QAbstractButton::clicked, this, &CategoryEditor::saveAsked);
    connect(m_close, &QAbstractButton::clicked, this, &CategoryEditor::closed);
    retranslate();
}

void CategoryEditor::clear()
{
    m_name->clear();
    m_nameJa->clear();
    setBusy(false);
    m_name->setFocus(Qt::ShortcutFocusReason);
}

catalogue::Category CategoryEditor::typed() const
{
    catalogue::Category category;
    category.name = m_name->text();
    category.nameJa = m_nameJa->text();
    return category;
}

void CategoryEditor::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

void CategoryEditor::retranslate()
{
    m_title->setText(tr("New category"));
    m_nameLabel->setText(tr("&Name"));
    m_nameJaLabel->setText(tr("Name in &Japanese"));
    m_save->setText(tr("Save category"));
    m_close->setAccessibleName(tr("Close the category"));
    m_close->setToolTip(tr("Close the category"));
}

void CategoryEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), theme::unit(), scheme().surface, theme::outline());
}

} // namespace kobai::app
