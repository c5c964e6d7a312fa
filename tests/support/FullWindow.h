// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/MainWindow.h"
#include "support/Desk.h"

#include <functional>
#include <memory>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

/// What people of a school have typed.
struct TypedNames {
    QString school = u"Hoshino Academy"_s;
    QString category = u"Stationery"_s;
    QString product = u"Pencil HB"_s;
    QString person = u"Sato Haruka"_s;
    QString group = u"8-B"_s;
    QString guardian = u"Sato Keiko"_s;
};

/// The one window over a school with a product, a sale, an enrolled student and one to be taken for it, and a walk through all that it shows.
/// Only for tests that link kobai_testwindow.
class FullWindow final {
public:
    explicit FullWindow(const TypedNames& names = {});
    ~FullWindow();
    Q_DISABLE_COPY_MOVE(FullWindow)

    [[nodiscard]] app::MainWindow& window() { return *m_window; }
    void use(const QString& language);
    /// Comes to every page and what opens on it, then to the overlays and, without the store, to the ways to one; @p look is told where it is.
    /// At the end the store is closed.
    void walk(const std::function<void(const QString& where)>& look);
    [[nodiscard]] QWidget* find(const QString& name) const; ///< the visible one; nullptr without one

    Desk desk;

private:
    void fillSchool(const TypedNames& names);
    void walkTill();
    void walkPeople();
    void walkGoods();
    void walkOverlays();
    void walkUnlock();
    void arrive(const QString& where);
    void press(const QString& button);
    void chooseFirst(const QString& table);
    app::Page& go(std::size_t page);

    std::unique_ptr<app::MainWindow> m_window;
    people::Person m_person;
    catalogue::Product m_product;
    std::function<void(const QString&)> m_look;
};

} // namespace kobai::test
