// The sections in which the model file keeps the compiled attribute ruler.
//
// Every pattern of one token is decided by four facts: its lower-cased form, its tag, its dependency label and
// whether it is white space. Forms and labels that all patterns treat alike share a class, so that the outcome of all
// those patterns together can be tabled for every combination of classes:
//
//   word class x tag class          -> row     (kRulerRows)
//   row x dependency class x space  -> outcome (kRulerCells; a row has 2 * dependency classes cells)
//
// Class 0 of each kind is "named by no pattern". Patterns of several tokens are few and stand apart in kRulerLists:
// an outcome says whether one of them may begin at the token.
#pragma once
#include <array>
#include <cstdint>
#include <type_traits>

#include "model/attribute_patterns.h"

namespace annals {

inline constexpr const char* kRulerWords = "attribute_ruler/words";        // FrozenSlot: murmur64a(lower) to class
inline constexpr const char* kRulerRows = "attribute_ruler/rows";          // std::uint16_t
inline constexpr const char* kRulerCells = "attribute_ruler/cells";        // std::uint16_t
inline constexpr const char* kRulerOutcomes = "attribute_ruler/outcomes";  // RulerOutcome
// By BinaryWriter, each list with a 32-bit count before it: the number of word classes (no list); the tag classes
// (name, 16-bit class) and their number; the same for dependencies; for each RuledAttribute its values by number,
// the first of which is ""; the patterns of several tokens: rule, target and RulerOutcome::values (16 bits each),
// then the steps, each as three strings of one byte a class (words, tags, dependencies) and one of two bytes for
// space, 1 where the step allows it.
inline constexpr const char* kRulerLists = "attribute_ruler/lists";

// What the patterns of one token do to a token, taken together.
struct RulerOutcome {
  std::array<std::uint16_t, kRuledAttributes> values{};  // 1 + index into the attribute's values; 0 is "not set"
  std::array<std::uint16_t, kRuledAttributes> rules{};   // the rule that set the value
  std::uint16_t begins_context = 0;                      // 1 if a pattern of several tokens may begin here

  auto operator<=>(const RulerOutcome&) const = default;
};
static_assert(std::is_trivially_copyable_v<RulerOutcome> && sizeof(RulerOutcome) == 22);

}  // namespace annals
