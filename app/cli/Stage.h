// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace kobai::cli {

/// Somebody in front of the window who clicks, types, waits and takes pictures, for "kobai shots" and "kobai bench window". Widgets are found by object name
/// among the visible ones. What could not be done is collected, and the play goes on. GUI thread; it turns the event loop while it waits,
/// which is why it serves the command line only.
class Stage final {
public:
    Stage(QWidget& window, const QString& folder);
    Q_DISABLE_COPY_MOVE(Stage)

    void click(const QString& name);
    void type(const QString& name, const QString& text); ///< replaces what the field holds
    void press(int key);                                 ///< into the widget with the focus
    /// Until @p done says so; a complaint after @p patienceMs.
    void await(const QString& what, const std::function<bool()>& done, int patienceMs = 15'000);
    void awaitWidget(const QString& name, int patienceMs = 15'000);
    void rest(int ms);
    /// NN-name.png in the folder, after motion and typing have settled.
    void shoot(const QString& name);
    void shootAtOnce(const QString& name); ///< for what passes quickly

    void focus(const QString& name);
    [[nodiscard]] QWidget* find(const QString& name) const;        ///< nullptr when none is visible
    [[nodiscard]] QWidget* findFirst(const QString& prefix) const; ///< whose name begins so
    [[nodiscard]] QString textOf(const QString& name) const;
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }
    [[nodiscard]] const QStringList& pictures() const { return m_pictures; }

private:
    void complain(const QString& what);

    QWidget& m_window;
    QDir m_folder;
    QStringList m_complaints;
    QStringList m_pictures;
};

} // namespace kobai::cli
