// What the actor stage says of a story: mentions, the actors they stand for, and who is what.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "actor/actor_lexicon.h"
#include "actor/sector.h"
#include "base/span.h"

namespace annals {

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;

enum class Number : std::uint8_t { unknown, singular, plural };

enum class MentionKind : std::uint8_t {
  name,         // "Antony Blinken", "Turkey"
  modifier,     // a name or nationality before a noun: "Israeli" of "Israeli forces"
  description,  // "the US secretary of state", "protesters in Istanbul"
  pronoun,      // he, they, who
  speaker,      // I, we and their forms: the one who is quoted
};

struct Mention {
  TokenSpan words;     // what a record quotes: article and modifiers with the noun
  std::uint32_t head;  // the token that takes part in the sentence's syntax
  MentionKind kind;
  std::uint32_t entity;  // index into ActorLayer::entities
};

// One actor, or one thing that a pronoun might mean.
struct ActorEntity {
  std::string name;          // the best full name that the story or the list gives
  std::string_view country;  // three letters or empty; borrowed from the lexicon
  Sector sector = Sector::none;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  bool person = false;                 // a human being, or several
  bool actor = true;                   // false for things and abstractions
  bool named = false;                  // has a name of its own, of the story or of the list
  bool owned = false;                  // belongs to a body of the list: "al-Qaeda leaders"
  std::vector<std::uint32_t> members;  // "they" of "Turkey and Egypt": the entities that make it up
  std::string_view table;              // the lexicon table that decided, empty where none did
  int line = 0;                        // its line
};

// "Netanyahu, the prime minister of Israel".
struct RoleFinding {
  std::uint32_t person;  // mention
  TokenSpan title;       // "prime minister"
  std::uint32_t of;      // entity of the state or body, or kNobody
  bool former;
};

// Buffers are kept from story to story.
struct ActorLayer {
  std::vector<Mention> mentions;     // by head token
  std::deque<ActorEntity> entities;  // a deque: the resolver holds one while it makes the next
  std::vector<RoleFinding> roles;
  std::vector<std::uint32_t> mention_by_token;  // by token: the mention that it heads, or kNobody

  const Mention* at(std::uint32_t token) const {
    const std::uint32_t m = mention_by_token[token];
    return m == kNobody ? nullptr : &mentions[m];
  }
  const ActorEntity* actor_at(std::uint32_t token) const {
    const Mention* mention = at(token);
    return mention == nullptr ? nullptr : &entities[mention->entity];
  }
  void clear() {
    mentions.clear();
    entities.clear();
    roles.clear();
    mention_by_token.clear();
  }
};

// Where the place stage, or anyone else, found a place: "protesters in Istanbul" are of its country.
struct LocatedSpan {
  TokenSpan words;
  std::string_view country;
};

}  // namespace annals
