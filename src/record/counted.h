// What a quantity counts, and in which series that stands.
#pragma once
#include <cstdint>
#include <string>

#include "record/layers.h"
#include "record/measures.h"
#include "record/quantities.h"

namespace annals {

struct Counted {
  std::string of;     // empty where nothing that is counted was found
  std::string thing;  // the same without what became of it: "people" of "people killed"
  const MeasureEntry* measure = nullptr;
  std::uint32_t noun = kNoToken;      // the thing counted, where a word of the sentence names it
  std::uint32_t governor = kNoToken;  // the verb or noun that says what became of it, else the noun or the number
  bool value = false;                 // of a toll, price or level: "rose to 12"
  bool label = false;                 // of a line in a table: "Injured: 74"
  bool part = false;                  // of the number before: "including 3 children"
  bool again = false;                 // the number before, at another time: "compared with 300 in May"
  bool people = false;
  std::string_view rule;  // the construction; static
};

class CountedFinder {
 public:
  CountedFinder(const QuantityLexicon& quantities, const MeasureLexicon& measures)  // both borrowed
      : quantities_(quantities), measures_(measures) {}

  // `before` is what the quantity before it in the story counts, or nullptr: "200 more", "it rose to 12".
  Counted find(const Layers& layers, const Quantity& quantity, const Counted* before) const;

 private:
  const QuantityLexicon& quantities_;
  const MeasureLexicon& measures_;
};

}  // namespace annals
