// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/LongTask.h"
#include "app/recognition/SelfTestRun.h"
#include "base/Result.h"

#include <QWidget>

class QGridLayout;

namespace kobai::widgets {
class Banner;
class Button;
class Card;
class Chip;
class EmptyState;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;
class TaskBar;

/// How well the faces enrolled here can be told apart: the state in a sentence, the bound on false matches, the closest pairs with a way to
/// put them into the look-alikes register. GUI thread.
class SelfTestView final : public QWidget {
    Q_OBJECT

public:
    explicit SelfTestView(Services& services, QWidget* parent = nullptr);
    void retranslate();
    void load();     ///< what is enrolled; the test itself is started by hand
    bool stepBack(); ///< stops a running test
    void start();

Q_SIGNALS:
    void tested();

private:
    void layOut();
    void test(const face::GalleryPtr& gallery);
    void nameAndKeep(const face::SelfTestReport& report);
    void take(const Result<SelfTestResult>& result);
    void sayFault(const Fault& fault);
    void rest();
    void showState();
    void showResult();
    void showPairs();
    void registerPair(std::size_t row);

    Services& m_services;
    LongTask m_task;
    enrolment::GalleryState m_state;
    std::optional<SelfTestResult> m_result;
    widgets::Text* m_enrolled;
    widgets::Text* m_unreadable; ///< whose template is damaged
    widgets::Text* m_explanation;
    widgets::Button* m_start;
    TaskBar* m_bar;
    widgets::Banner* m_banner;
    QWidget* m_results;
    widgets::Chip* m_verdict;
    widgets::Text* m_advice;
    QGridLayout* m_figures;
    widgets::Text* m_pairsTitle;
    widgets::Text* m_pairsNote;
    QGridLayout* m_pairs;
};

} // namespace kobai::app
