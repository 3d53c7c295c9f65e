// What the layers found, in the form in which records hold it: actors, times and places of a word or phrase.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "annals/record.h"
#include "record/layers.h"

namespace annals {

// True if the phrase headed by `token` can act or be acted upon.
bool can_act(const Layers& layers, std::uint32_t token);

// Appends the actor that the phrase headed by `token` stands for; of "they" the ones it takes up. Nothing where the
// phrase names no actor, or one that is there already.
void add_actors(const Layers& layers, std::uint32_t token, std::vector<Actor>& out);
std::optional<Actor> actor_of(const Layers& layers, std::uint32_t token);

// When the act or fact at `token` holds: the time of its own clause, else of the clause around it in the sentence,
// never one that belongs to another act.
std::optional<When> when_of(const Layers& layers, std::uint32_t token);

// A time that the story names, as records hold it; it must have its dates.
When when_record(const Layers& layers, const Timex& time);

// A place that the story names, as records hold it.
Place place_record(const Layers& layers, std::size_t index);

}  // namespace annals
