// When and where an act took place, by the words of its own clause.
#pragma once
#include <optional>
#include <vector>

#include "annals/record.h"
#include "record/layers.h"

namespace annals {

// The words that tell acts, by token: an act's words have its number from 1, others 0.
using ActWords = std::vector<std::uint32_t>;

// The act in question: its trigger, and what verb carries it ("launched an attack"), kNoToken where none does.
struct ActWord {
  std::uint32_t trigger = 0, light_verb = 0xFFFFFFFF;
  bool force = false;  // done to a place: "the attack on the town"
};

// What hangs on the act, else on its clause, else on those around it that share their setting with it; never what
// belongs to another act ("condemned the bombing in Kenya") or to the words that only report ("said on Monday that").
std::optional<When> when_of_act(const Layers& layers, const ActWords& acts, const ActWord& act);
std::optional<Place> where_of_act(const Layers& layers, const ActWords& acts, const ActWord& act);

// "The bombings" told of again: acts of the story that are the same take the time and place that one of them gives.
void share_settings(const Layers& layers, std::vector<Record>& records, std::size_t first);

}  // namespace annals
