// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "reports/History.h"

#include <QFrame>

#include <optional>

class QVBoxLayout;

namespace kobai::widgets {
class Button;
class Chip;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// One purchase beside the list: number, time, customer, how paid, each line, the taxes in it. No recognition scores: those are for the
/// dispute view. GUI thread.
class ReceiptPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ReceiptPanel(Services& services, QWidget* parent = nullptr);
    void show(const reports::Purchase& purchase);
    void clear();
    void retranslate();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void addLine(const ledger::SaleLine& line);
    void addTaxes(const ledger::Sale& sale);
    void addPair(QVBoxLayout* to, const QString& left, const QString& right, bool strong);
    void addRule();
    [[nodiscard]] QString money(Money amount) const;
    [[nodiscard]] QString clerkWords(OperatorId clerk) const;

    Services& m_services;
    std::optional<reports::Purchase> m_purchase;
    widgets::Text* m_title;
    widgets::Button* m_close;
    widgets::Text* m_customer;
    widgets::Text* m_when;
    widgets::Chip* m_method;
    widgets::Text* m_total;
    QWidget* m_lines = nullptr;
    QVBoxLayout* m_linesLayout = nullptr;
    QVBoxLayout* m_sheetLayout = nullptr; ///< what scrolls: all but number and cross
};

} // namespace kobai::app
