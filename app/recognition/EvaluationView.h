// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/LongTask.h"
#include "base/Result.h"
#include "face/OpenSetTest.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace kobai::widgets {
class Banner;
class Button;
class Card;
class EmptyState;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class DetChart;
class ScoreChart;
class Services;
class TaskBar;

/// How often the recognition is right, measured on a folder of pictures that the school has a right to use: curves, rates with their
/// intervals. Nothing of the pictures is kept; the figures are, for the impact assessment. GUI thread.
class EvaluationView final : public QWidget {
    Q_OBJECT

public:
    struct Measured {
        face::OpenSetReport report;
        QStringList unreadable; ///< paths of what was left out
    };
    explicit EvaluationView(Services& services, QWidget* parent = nullptr);
    void retranslate();
    bool stepBack(); ///< stops a running measurement
    /// For tests and pictures: as if that folder had been chosen.
    void measure(const QString& folder);
    void show(const face::OpenSetReport& report);
    void take(const Result<Measured>& outcome); ///< for tests: as if a measurement had ended so

Q_SIGNALS:
    void measured(const kobai::face::OpenSetReport& report);

private:
    /// One number of the plan with its word.
    struct Number {
        QLabel* word;
        QSpinBox* box;
    };
    [[nodiscard]] Number number(const QString& name, int least, int most, int value);
    void layOut();
    void chooseFolder();
    void sayUnreadable(const QStringList& files);
    void keep(const Measured& outcome);
    void showRates(const face::OpenSetReport& report);

    Services& m_services;
    LongTask m_task;
    face::OpenSetPlan m_plan; ///< of the last measurement
    widgets::Text* m_explanation;
    Number m_gallery;
    Number m_enrol;
    Number m_probe;
    Number m_draws;
    widgets::Button* m_choose;
    TaskBar* m_bar;
    widgets::Banner* m_banner;
    QWidget* m_results;
    widgets::Text* m_sentence;
    widgets::Text* m_detTitle;
    DetChart* m_det;
    widgets::Text* m_scoresTitle;
    ScoreChart* m_scores;
    QGridLayout* m_rates;
    std::optional<face::OpenSetReport> m_report;
};

} // namespace kobai::app
