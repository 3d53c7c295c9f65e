// The search for what one quantity counts: a file for each kind of construction.
#pragma once

#include "record/counted.h"
#include "record/layer_reading.h"
#include "record/phrase_text.h"

namespace annals {

// All for one quantity.
class CountedReading : LayerReading {
 public:
  CountedReading(const QuantityLexicon& quantities, const MeasureLexicon& measures, const Layers& layers,
                 const Quantity& quantity, const Counted* before)
      : LayerReading(layers), quantities_(quantities), measures_(measures), quantity_(quantity), before_(before) {}

  Counted read();

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  bool is_noun(std::uint32_t i) const { return token(i).pos == Pos::NOUN || token(i).pos == Pos::PROPN; }
  bool is_tally(std::uint32_t i) const { return quantities_.is(QuantityClass::tally, lemma(i)); }

  // the number and its noun: counted.cpp
  bool of_phrase();
  std::uint32_t noun_right(std::uint32_t begin) const;
  bool modified_noun();
  bool noun_after();
  bool crosses(std::uint32_t noun) const;
  bool is_verb_form(std::uint32_t i) const;
  bool take_noun(std::uint32_t noun, std::string_view rule);
  void take_up();
  bool label();

  // the series that it stands in: counted_series.cpp
  const MeasureEntry* any_measure(std::uint32_t i) const;
  bool is_people(std::uint32_t i) const;
  bool of_home(std::uint32_t verb) const;
  const MeasureEntry* fitting(const MeasureEntry* entry) const;
  const MeasureEntry* verb_measure(std::uint32_t verb, MeasureSlot slot) const;
  bool set(const MeasureEntry* entry, std::uint32_t governor, bool say_state);
  void noun_measure();
  bool modifier_measure(std::uint32_t noun);
  std::uint32_t partitive(std::uint32_t noun) const;
  bool included();
  bool others();
  bool aid();
  bool appeal();

  // what became of those counted: counted_states.cpp
  bool event_measure(std::uint32_t top);
  bool event_noun(std::uint32_t preposition);
  bool state_below(std::uint32_t verb);
  bool later_conjunct(std::uint32_t verb, Dep dep);
  bool state_follows() const;
  bool state_after();

  // values of tolls, counts and levels: counted_values.cpp
  bool value_of_noun();
  bool value_behind(std::uint32_t noun);
  bool changes_to(std::uint32_t preposition) const;
  bool value_in_clause(std::uint32_t verb, Dep dep, bool through_preposition);
  bool value(std::uint32_t noun, std::uint32_t governor);
  bool tally_measure(std::uint32_t noun);

  // numbers without a noun: counted_alone.cpp
  void bare();
  void spent_on();
  void left_out(std::uint32_t verb);
  const MeasureEntry* part_measure(std::uint32_t verb) const;
  std::string deed_text(std::uint32_t verb) const;
  bool distance();
  void share_of_before(std::uint32_t verb);
  std::string verb_text(std::uint32_t verb) const;
  void same_again(std::uint32_t verb);
  bool compared();
  void measured(std::uint32_t verb);
  std::uint32_t governing_verb(std::uint32_t i) const;

  const QuantityLexicon& quantities_;
  const MeasureLexicon& measures_;
  const Quantity& quantity_;
  const Counted* before_;
  Counted result_;
  std::uint32_t top_ = kNoToken;  // the word that takes part in the sentence for the counted phrase
  bool people_ = false;
};

}  // namespace annals
