// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"

class QStackedWidget;

namespace kobai::widgets {
class ChoiceRow;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class AttackView;
class EvaluationView;
class RenewCard;
class RulesCard;
class SelfTestView;
class Services;

/// For who answers for the biometrics: how well the faces enrolled here can be told apart, how often the recognition is right, how it stands
/// up to pictures and screens, and the rules at the till. GUI thread.
class RecognitionPage final : public Page {
    Q_OBJECT

public:
    enum class Part { SelfTest, Evaluation, Attacks, Rules };

    explicit RecognitionPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] bool mayLeave() const override; ///< false while the templates are being renewed
    void enter() override;
    void leave() override;
    bool stepBack() override;
    void retranslate() override;

    void showPart(Part part);
    [[nodiscard]] EvaluationView& evaluation() { return *m_evaluation; }
    [[nodiscard]] SelfTestView& selfTest() { return *m_selfTest; }
    [[nodiscard]] AttackView& attacks() { return *m_attacks; }

private:
    widgets::Text* m_title;
    widgets::ChoiceRow* m_parts;
    QStackedWidget* m_stack;
    SelfTestView* m_selfTest;
    EvaluationView* m_evaluation;
    AttackView* m_attacks;
    RulesCard* m_rules;
    RenewCard* m_renew;
};

} // namespace kobai::app
