// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace kobai::widgets {

/// A field to search with: a magnifying glass, a placeholder, a cross that empties it. Says what to search for when typing pauses,
/// so that a list is not read anew for every key. GUI thread.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    static constexpr int debounceMs = 150;

    explicit SearchField(QWidget* parent = nullptr);
    /// Empties the field at once and says so at once.
    void clearSearch();
    /// For screen readers and as its tool tip, in the language of the screen: the cross in @p field.
    static void nameClearButton(QLineEdit& field);

Q_SIGNALS:
    /// Trimmed; 150 ms after the last change, at once for Enter and for an emptied field. Never twice the same in a row, but for the
    /// emptied field.
    void searchRequested(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Esc empties; an empty field leaves Esc to the page
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void nameButtons();
    QTimer m_pause;
    QString m_asked;
    bool m_isEmpty = true;
    QAction* m_glass = nullptr;
};

} // namespace kobai::widgets
