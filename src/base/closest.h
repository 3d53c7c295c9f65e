// The known word that a mistyped one most likely stands for: "did you mean".
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annals {

// Edits (a letter added, dropped or changed, or two neighbours swapped) that turn `a` into `b`: the optimal string
// alignment distance.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate with the fewest edits, if they are no more than a third of its letters (and at least one is allowed);
// the first of those that are equally near. A candidate that `word` is the start of counts as one edit away.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates);

}  // namespace annals
