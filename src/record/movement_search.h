// The search for the movements of one story: a file for each kind of construction.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/destinations.h"
#include "record/details.h"
#include "record/evidence.h"
#include "record/layer_reading.h"
#include "record/movements.h"
#include "record/phrase_text.h"

namespace annals {

// A person or thing that may travel; a state does not.
bool travels(const Layers& layers, const MotionLexicon& words, std::uint32_t token);

class MovementSearch : LayerReading {
 public:
  MovementSearch(const MotionLexicon& words, const FactualityLexicon& factuality, const Layers& layers,
                 std::vector<Record>& records)
      : LayerReading(layers), words_(words), factuality_(factuality), records_(records), first_(records.size()) {}

  void find();

 private:
  // common to all: movements.cpp
  Movement start(std::uint32_t trigger, const MotionEntry& entry) const;
  std::string purpose(std::uint32_t governor) const;
  bool add(Movement movement, const std::vector<Place>& to, const std::vector<Place>& from);
  bool push(Movement movement);
  void flush();
  void share_times();

  // verbs of motion: movement_verbs.cpp
  void verb(std::uint32_t v);
  bool of_verb(std::uint32_t v, const MotionEntry& entry, const Clause& clause);
  bool has_particle(std::uint32_t v, std::string_view particle) const;
  static bool takes_object(const MotionEntry& entry);
  bool may_be_at_scene(std::uint32_t v, const MotionEntry& entry) const;

  // nouns of motion: movement_nouns.cpp
  void noun(std::uint32_t n);
  bool of_noun(std::uint32_t n, const MotionEntry& entry);
  bool at_scene(std::uint32_t n) const;
  void modifier_places(std::uint32_t n, const MotionEntry& entry, std::vector<Place>& to) const;
  bool on_the_way(std::uint32_t n) const;
  bool noun_movers(std::uint32_t n, const MotionEntry& entry, std::vector<Actor>& who);
  std::uint32_t subject_above(std::uint32_t n) const;

  // places where someone stands, and the ends of tours: movement_stops.cpp
  void stands_in(std::uint32_t v);
  std::optional<When> now_of(std::uint32_t now) const;
  bool purpose_noun(std::uint32_t v) const;
  bool is_tour(std::uint32_t noun) const;
  bool is_due(std::uint32_t v, std::uint32_t due, std::uint32_t who);
  void ends_tour(std::uint32_t v);
  void starts_in(std::uint32_t v, bool last);
  std::uint32_t tour_owner(std::uint32_t tour) const;

  // who moves: movers.cpp
  std::uint32_t moving_head(std::uint32_t noun) const;
  void add_movers(std::uint32_t token_index, std::vector<Actor>& who) const;
  void add_company(std::uint32_t v, std::vector<Actor>& who) const;

  // where to and where from: movement_places.cpp
  void slot_places(std::uint32_t governor, std::string_view slot, std::uint32_t object, std::vector<Place>& out);
  void add_around(std::uint32_t object, std::vector<Place>& out) const;
  void add_nested(std::uint32_t last, std::vector<Place>& out) const;
  void add_adverbs(std::uint32_t governor, std::vector<Place>& to) const;
  void add_home(const std::vector<Actor>& who, std::vector<Place>& to);
  void add_scene(const std::vector<Actor>& who, std::vector<Place>& to);

  const MotionLexicon& words_;
  const FactualityLexicon& factuality_;
  std::vector<Record>& records_;
  const std::size_t first_;
  Movement pending_;  // the last stop of a tour, kept until the others are told
  std::vector<Place> pending_to_;
  std::uint32_t skip_ = kNoToken;  // a tour whose places are taken
  bool dwelling_ = false;          // what the movement at hand comes from is only a house
  bool ranked_ = false;
  std::vector<std::string_view> countries_;
};

}  // namespace annals
