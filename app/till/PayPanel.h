// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/till/TillFlow.h"
#include "money/Currency.h"
#include "people/Person.h"
#include "widgets/PatientTimer.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace kobai::widgets {
class Button;
class CameraView;
class DownScroll;
class FlowRow;
class IconView;
class MoneyButton;
class PinPad;
class SearchField;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class CustomerCardView;
class LookAlikeChoice;
class PersonList;

/// What lies over the product grid while a payment is open: one line that says what happens, under it the camera, the number, the PIN, the
/// search or the customer's card, under that the ways to go on. Shows a TillFlow and says what was pressed; decides nothing. GUI thread.
class PayPanel final : public QWidget {
    Q_OBJECT

public:
    explicit PayPanel(const TillFlow& flow, QWidget* parent = nullptr);

    /// How long the tick stands when no key is pressed.
    static constexpr int doneMs = 3000;
    /// In its first moment the second press of a double click or of a key must neither wipe the tick away nor answer the question, unseen.
    static constexpr int settleMs = 400;

    void setCurrency(const Currency& currency) { m_currency = currency; }
    /// Shows the step that the flow is in and puts the focus where it goes on.
    void refresh();
    /// The clerk's yes by the key for money, once the question was seen.
    void confirmByKey();
    void showFrame(const QImage& image);
    void showObservation(const face::Observation& observation);
    /// @p text is what was searched for.
    void showFound(const QString& text, const std::vector<people::Person>& persons);
    void lookUp(const QString& text); ///< a student card was scanned while the customer is looked up
    void retranslate();

Q_SIGNALS:
    void wayChosen(kobai::ledger::PaymentMethod method);
    void numberEntered(const QString& number);
    void pinEntered(const QString& pin);
    void searched(const QString& text);
    void personPicked(const kobai::PersonId& person);
    void lookAlikeChosen(const kobai::PersonId& person);
    void lookAlikePinAsked(const kobai::PersonId& person);
    void confirmed();
    void backChosen();
    void finished(); ///< the tick was seen

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeNumberPage();
    QWidget* makePinPage();
    QWidget* makeLookUpPage();
    QWidget* makeChoicePage();
    QWidget* makeConfirmPage();
    void makeWays(QVBoxLayout& layout);
    void showStep();
    void showWords();
    void showWays();
    [[nodiscard]] static widgets::DownScroll* scrolled(QWidget* content, QWidget* parent);
    void placeWays();
    [[nodiscard]] int wholeHeight(const QWidget& part) const;
    void fitHead();
    void fitPage();
    void finishWhenSeen();
    void focusStep();

    const TillFlow& m_flow;
    Currency m_currency;
    quint64 m_shownTurn = 0;
    QTimer m_done;
    widgets::PatientTimer m_settle; ///< the first moment of the question and of the tick
    bool m_wasSeen = false;
    QString m_answered; ///< the search that the list answers
    bool m_chooseWhenFound = false;

    widgets::IconView* m_mark;
    widgets::Text* m_message;
    widgets::Text* m_detail;
    QStackedWidget* m_pages;
    widgets::CameraView* m_camera;
    QWidget* m_numberPage;
    QLineEdit* m_number;
    widgets::Text* m_numberWord;
    widgets::Button* m_numberNext;
    QWidget* m_pinPage;
    widgets::DownScroll* m_head;
    QVBoxLayout* m_besidePad = nullptr;
    widgets::Text* m_pinOwner;
    widgets::PinPad* m_pinPad;
    QWidget* m_lookUpPage;
    widgets::SearchField* m_search;
    PersonList* m_found;
    QWidget* m_choicePage;
    LookAlikeChoice* m_choice;
    QWidget* m_confirmPage;
    CustomerCardView* m_card;
    widgets::MoneyButton* m_confirm;
    widgets::FlowRow* m_ways;
    widgets::Button* m_retryFace;
    widgets::Button* m_byPin;
    widgets::Button* m_byLookUp;
    widgets::Button* m_cancel;
};

} // namespace kobai::app
