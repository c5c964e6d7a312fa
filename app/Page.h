// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

namespace kobai::app {

struct Scan;

/// One key of a page, for F1.
struct KeyHint {
    QKeySequence keys;
    QString words;
};

/// A workplace in the window: Till, Enrol, Accounts, History, Catalogue, Faces, Settings. Texts are set in retranslate(), which is called once after construction
/// and again at each change of language.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;    ///< the word under the rail's icon
    [[nodiscard]] virtual QString iconName() const = 0; ///< for theme::icon
    [[nodiscard]] virtual QList<KeyHint> keys() const { return {}; }
    /// The page came to the front: load what is shown, put the focus where work starts.
    virtual void enter() {}
    /// It went to the back: stop the camera, drop secrets.
    virtual void leave() {}
    /// False while a result is on its way that somebody waits for, such as that of a charge: the store is not locked and the window not
    /// closed before leavable().
    [[nodiscard]] virtual bool mayLeave() const { return true; }
    /// Esc: one step back inside the page; false when there was none.
    virtual bool stepBack() { return false; }
    virtual void retranslate() = 0;

    // The search (Ctrl+K) chose something: the page that returns true shows it and is then brought to the front.
    virtual bool showPerson(PersonId /*person*/) { return false; }
    virtual bool showProduct(ProductId /*product*/) { return false; }
    virtual bool showSale(SaleId /*sale*/, std::int64_t /*receipt*/) { return false; }

    /// A scanner read a code while this page is in front. False: it has no use for it, and has said nothing.
    virtual bool takeScan(const Scan& /*scan*/) { return false; }
    /// Whether it is a code here though it has no digit.
    [[nodiscard]] virtual bool knowsCode(const Scan& /*scan*/) const { return false; }

Q_SIGNALS:
    void leavable(); ///< mayLeave() is true (again); may come more than once

protected:
    void changeEvent(QEvent* event) override; ///< calls retranslate() on LanguageChange
};

} // namespace kobai::app
