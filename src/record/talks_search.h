// The search for where the negotiations of one story stand: a file for each part of a record.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "record/details.h"
#include "record/evidence.h"
#include "record/layer_reading.h"
#include "record/phrase_text.h"
#include "record/talks.h"

namespace annals {

// What a word says of the negotiation, and who takes part by way of it.
struct Standing {
  TalksStatus status = TalksStatus::under_way;
  std::uint32_t word = kNoToken;  // that says so
  bool verb = false;
  bool object = false;  // the noun is the verb's object
  std::string_view source;
  std::string_view rule;
};

class TalksSearch : LayerReading {
 public:
  TalksSearch(const TalksLexicon& words, const ActorLexicon& actors, const FactualityLexicon& factuality,
              const Layers& layers, std::vector<Record>& records)
      : LayerReading(layers),
        words_(words),
        actors_(actors),
        factuality_(factuality),
        records_(records),
        first_(records.size()) {}

  void find();

 private:
  // Headlines write verbs in capitals, which the lemmatizer may keep.
  std::string_view lower_lemma(std::uint32_t i) const { return token(i).is(kIsTitle) ? lower(i) : lemma(i); }

  // common to all: talks.cpp
  void noun(std::uint32_t n);
  bool is_lone_round(std::uint32_t n) const;
  bool is_yet_to_come(std::uint32_t word) const;
  bool is_told_before(std::uint32_t n) const;
  std::uint32_t aim_of(std::uint32_t n) const;
  Talks start(std::uint32_t word) const;
  void push(Talks talks);

  // what is said to have become of the negotiation: talks_standing.cpp
  Standing standing_of(std::uint32_t n, TalksNoun kind) const;
  Standing standing_by_verb(std::uint32_t v, std::uint32_t n, TalksNoun kind) const;
  bool is_bare_participle(std::uint32_t v) const;
  bool hangs_inside(std::uint32_t v, std::uint32_t n) const;
  bool same(std::uint32_t argument, std::uint32_t n) const;
  const TalksStatusEntry* verb_entry(std::uint32_t v, bool subject, TalksNoun kind) const;
  bool has_particle(std::uint32_t v, std::string_view particle) const;
  Standing behind_preposition(std::uint32_t n, TalksNoun kind) const;
  bool is_offered(std::uint32_t verb) const;
  bool is_ahead(std::uint32_t n) const;
  TalksStatus in_view_of(TalksStatus status, const Standing& standing, Factuality factuality, TalksNoun kind) const;

  // who negotiates and who mediates: talks_parties.cpp
  void add_parties(std::uint32_t n, std::uint32_t aim, const Standing& standing, Talks& talks) const;
  bool belongs_to(std::uint32_t i, std::uint32_t n) const;
  void add_objects(std::uint32_t governor, std::initializer_list<std::string_view> prepositions,
                   std::vector<Actor>& out) const;
  void add_conjuncts(std::uint32_t head, std::vector<Actor>& out) const;
  void add_sent(std::uint32_t head, std::vector<Actor>& out) const;
  void add_mediators(std::uint32_t n, const Standing& standing, std::vector<Actor>& out) const;
  void add_side(std::uint32_t i, std::vector<Actor>& out) const;
  void speak_for(std::uint32_t holder, Actor& actor) const;

  // what it is about and what is in the way: talks_subject.cpp
  std::string subject(std::uint32_t n, TalksNoun kind, std::uint32_t aim, std::uint32_t stop) const;
  std::string obstacle(std::uint32_t governor) const;
  std::string reason_clause(std::uint32_t governor) const;
  std::string doer_in_the_way(std::uint32_t governor) const;
  std::string phrase_text_with_article(std::uint32_t noun) const;
  void add_gap(std::uint32_t n, Talks& talks) const;
  void add_between(std::uint32_t preposition, std::vector<Actor>& out) const;

  // acts that bring about a deal or fail to: talks_acts.cpp
  void persuasion(std::uint32_t v);
  void meeting(std::uint32_t v);
  void disagreement(std::uint32_t v);

  const TalksLexicon& words_;
  const ActorLexicon& actors_;
  const FactualityLexicon& factuality_;
  std::vector<Record>& records_;
  const std::size_t first_;
  std::uint32_t taken_ = kNoToken;   // a deal that a record above is about
  bool mentioned_ = false;           // the story speaks of talks
  std::vector<Actor> last_parties_;  // of the talks told last, without words
};

}  // namespace annals
