// Resolves pronouns by agreement, syntax and nearness, and "I" and "we" to whoever is quoted.
//
// The order of preference follows Lappin & Leass, "An Algorithm for Pronominal Anaphora Resolution" (Computational
// Linguistics 20, 1994): recency by sentence, subjects over objects over the rest, and parallel roles; the filters are
// agreement in number, gender and animacy, and the binding conditions.
#include <algorithm>
#include <array>

#include "actor/resolution.h"

namespace annals {
namespace {

struct PronounWord {
  std::string_view word;
  char person;  // '1' first, '3' third, 'r' relative
  Number number;
  Gender gender;
  bool human;   // must be a person
  bool neuter;  // must not be
  bool reflexive;
};

constexpr std::array<PronounWord, 33> kPronouns = {{
    {"he", '3', Number::singular, Gender::male, true, false, false},
    {"him", '3', Number::singular, Gender::male, true, false, false},
    {"his", '3', Number::singular, Gender::male, true, false, false},
    {"himself", '3', Number::singular, Gender::male, true, false, true},
    {"she", '3', Number::singular, Gender::female, true, false, false},
    {"her", '3', Number::singular, Gender::female, true, false, false},
    {"hers", '3', Number::singular, Gender::female, true, false, false},
    {"herself", '3', Number::singular, Gender::female, true, false, true},
    {"it", '3', Number::singular, Gender::unknown, false, true, false},
    {"its", '3', Number::singular, Gender::unknown, false, true, false},
    {"itself", '3', Number::singular, Gender::unknown, false, true, true},
    {"they", '3', Number::plural, Gender::unknown, false, false, false},
    {"them", '3', Number::plural, Gender::unknown, false, false, false},
    {"their", '3', Number::plural, Gender::unknown, false, false, false},
    {"theirs", '3', Number::plural, Gender::unknown, false, false, false},
    {"themselves", '3', Number::plural, Gender::unknown, false, false, true},
    {"who", 'r', Number::unknown, Gender::unknown, false, false, false},
    {"whom", 'r', Number::unknown, Gender::unknown, false, false, false},
    {"whose", 'r', Number::unknown, Gender::unknown, false, false, false},
    {"which", 'r', Number::unknown, Gender::unknown, false, false, false},
    {"that", 'r', Number::unknown, Gender::unknown, false, false, false},
    {"i", '1', Number::singular, Gender::unknown, true, false, false},
    {"me", '1', Number::singular, Gender::unknown, true, false, false},
    {"my", '1', Number::singular, Gender::unknown, true, false, false},
    {"mine", '1', Number::singular, Gender::unknown, true, false, false},
    {"myself", '1', Number::singular, Gender::unknown, true, false, false},
    {"we", '1', Number::plural, Gender::unknown, false, false, false},
    {"us", '1', Number::plural, Gender::unknown, false, false, false},
    {"our", '1', Number::plural, Gender::unknown, false, false, false},
    {"ours", '1', Number::plural, Gender::unknown, false, false, false},
    {"ourselves", '1', Number::plural, Gender::unknown, false, false, false},
    {"let's", '1', Number::plural, Gender::unknown, false, false, false},
    {"'s", '1', Number::plural, Gender::unknown, false, false, false},
}};

const PronounWord* pronoun_word(std::string_view lower) {
  for (const PronounWord& word : kPronouns) {
    if (word.word == lower) return &word;
  }
  return nullptr;
}

bool is_subject(Dep dep) { return dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::csubj; }

// How prominent a grammatical role makes a mention.
int role_weight(Dep dep) {
  switch (dep) {
    case Dep::nsubj:
    case Dep::nsubjpass:
    case Dep::ROOT:
      return 8;
    case Dep::dobj:
    case Dep::dative:
    case Dep::agent:
      return 5;
    case Dep::poss:
    case Dep::appos:
    case Dep::pobj:
    case Dep::conj:
      return 4;
    default:
      return 2;
  }
}

constexpr std::uint32_t kWindow = 4;  // sentences that a pronoun reaches back

}  // namespace

// "it is clear that", "making it impossible for": no antecedent.
bool Resolution::is_pleonastic(std::uint32_t t) const {
  const Token& tok = token(t);
  if (tok.dep == Dep::expl) return true;
  if (story_.lower(t) != "it" || !is_subject(tok.dep)) {
    return tok.dep == Dep::nsubj && token(tok.head).pos == Pos::ADJ;
  }
  const auto lemma = story_.lemma(tok.head);
  const bool copula = lemma == "be" || lemma == "seem" || lemma == "appear" || lemma == "remain" || lemma == "become";
  if (!copula) return lemma == "take" || lemma == "rain" || lemma == "snow";
  for (const std::uint32_t child : story_.children(tok.head)) {
    const Dep dep = token(child).dep;
    if (child <= t) continue;
    if (dep == Dep::ccomp || dep == Dep::advcl || dep == Dep::csubj || dep == Dep::xcomp) return true;
    if (dep == Dep::acomp || dep == Dep::attr) {
      for (const std::uint32_t below : story_.children(child)) {
        const Dep d = token(below).dep;
        if (d == Dep::xcomp || d == Dep::ccomp || d == Dep::relcl || d == Dep::advcl) return true;
      }
    }
  }
  return false;
}

// The nearest verb above a token that is no part of its noun phrase.
std::uint32_t Resolution::clause_of(std::uint32_t t) const {
  for (int steps = 0; steps < 12; ++steps) {
    const Token& tok = token(t);
    if (tok.pos == Pos::VERB || tok.pos == Pos::AUX || tok.head == t) return t;
    t = tok.head;
  }
  return t;
}

// The subject of the clause that a token stands in, shared by coordinated and infinitive clauses that have none:
// "Police arrested four men and accused them", "Scioli called him to congratulate him".
std::uint32_t Resolution::subject_over(std::uint32_t t) const {
  std::uint32_t verb = clause_of(token(t).head);
  for (int steps = 0; steps < 6; ++steps) {
    for (const std::uint32_t child : story_.children(verb)) {
      if (is_subject(token(child).dep)) return child;
    }
    const Dep dep = token(verb).dep;
    const bool shares =
        dep == Dep::conj || dep == Dep::xcomp || dep == Dep::advcl || dep == Dep::pcomp || dep == Dep::prep;
    if (!shares || token(verb).head == verb) return kNobody;
    verb = clause_of(token(verb).head);
  }
  return kNobody;
}

// Condition B: a pronoun and another argument of the same verb are not the same, unless it is reflexive or a possessor.
bool Resolution::bound_apart(std::uint32_t pronoun, std::uint32_t candidate) const {
  const Token& p = token(pronoun);
  const Token& c = token(candidate);
  // A possessor inside the candidate's own phrase, and a candidate that holds the pronoun.
  if (c.left_edge <= pronoun && pronoun <= c.right_edge && c.dep != Dep::ROOT && clause_of(pronoun) != candidate) {
    for (std::uint32_t up = pronoun; up != candidate; up = token(up).head) {
      if (token(up).dep == Dep::relcl || token(up).dep == Dep::acl) break;
      if (token(up).head == up) break;
      if (token(up).head == candidate) return true;
    }
  }
  if (p.dep == Dep::poss) return false;
  return clause_of(p.head) == clause_of(c.head) && p.sentence == c.sentence && is_subject(c.dep) && !is_subject(p.dep);
}

// Condition C: "It says that Nordane closed the plant" is not about Nordane. Whether the clause whose subject the
// pronoun is names the entity behind it.
bool Resolution::named_below(std::uint32_t p, std::uint32_t e) const {
  const Token& pronoun = token(phrase(p).head);
  if (!is_subject(pronoun.dep)) return false;
  const std::uint32_t end = token(pronoun.head).right_edge;
  for (std::uint32_t q = p + 1; q < work_.noun_phrases.phrases.size() && phrase(q).head <= end; ++q) {
    if (phrase(q).kind == MentionKind::name && work_.entity_of[q] == e) return true;
  }
  return false;
}

// "not one soldier", "no student", "neither side": nobody that a pronoun could take up.
bool Resolution::is_nobody(const Phrase& ph) const {
  const auto negates = [&](std::uint32_t t) {
    const std::string_view word = story_.lower(t);
    return word == "no" || word == "not" || word == "neither" || word == "nobody" || word == "none";
  };
  if (ph.kind != MentionKind::description) return false;
  return negates(ph.words.begin) || (ph.words.begin > 0 && story_.lower(ph.words.begin - 1) == "not");
}

void Resolution::resolve_pronoun(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const PronounWord* word = pronoun_word(story_.lower(ph.head));
  if (word == nullptr) return;
  const Token& tok = token(ph.head);
  if (word->person == '1') {
    if (tok.pos == Pos::PRON || tok.tag == Tag::PRP || tok.tag == Tag::PRPS) {
      work_.noun_phrases.phrases[p].kind = MentionKind::speaker;
    }
    return;
  }
  if (word->person == 'r') {
    resolve_relative(p);
    return;
  }
  if (is_pleonastic(ph.head)) return;
  const std::uint32_t e = antecedent(p, word->number, word->gender, word->human, word->neuter, word->reflexive);
  if (e == kNobody) return;
  attach(p, e);
  if (entity(e).gender == Gender::unknown && entity(e).person) entity(e).gender = word->gender;
}

// "which", "who", "that": the noun that the relative clause hangs on.
void Resolution::resolve_relative(std::uint32_t p) {
  std::uint32_t up = phrase(p).head;
  for (int steps = 0; steps < 8; ++steps) {
    const Token& tok = token(up);
    if (tok.dep == Dep::relcl || tok.dep == Dep::acl) {
      if (const std::uint32_t e = entity_at(tok.head); e != kNobody) attach(p, e);
      return;
    }
    if (tok.head == up) return;
    up = tok.head;
  }
}

bool Resolution::agrees(std::uint32_t e, Number number, Gender gender, bool human, bool neuter) {
  const ActorEntity& actor = entity(e);
  const EntityState& st = state(e);
  if (human) {
    if (!actor.person || actor.number == Number::plural) return false;
    return actor.gender == Gender::unknown || actor.gender == gender;
  }
  if (neuter) return !actor.person && actor.number != Number::plural;
  if (number == Number::plural) {
    if (actor.number == Number::plural) return true;
    if (actor.person) return false;
    // Collective nouns and names: "police say they", "Hamas ... they".
    return st.kind == "group" || st.body != kNobody || st.kind == "organisation";
  }
  return true;
}

std::uint32_t Resolution::antecedent(std::uint32_t p, Number number, Gender gender, bool human, bool neuter,
                                     bool reflexive) {
  const std::uint32_t pronoun = phrase(p).head;
  const Token& tok = token(pronoun);
  const std::uint32_t quotation = work_.quotations.by_token[pronoun];
  std::uint32_t best = kNobody;
  double best_score = 0;
  std::uint32_t seen_members = kNobody;
  const bool part = tok.dep == Dep::pobj && token(token(tok.head).head).pos != Pos::VERB;  // "most of them"
  const bool argument =
      !reflexive && tok.dep != Dep::poss && !is_subject(tok.dep) && token(tok.head).pos != Pos::NOUN && !part;
  const std::uint32_t subject = argument ? subject_over(pronoun) : kNobody;
  const std::uint32_t apart = subject == kNobody ? kNobody : entity_at(subject);
  for (std::uint32_t q = p; q-- > 0;) {
    const Phrase& candidate = phrase(q);
    const Token& c = token(candidate.head);
    if (tok.sentence - c.sentence > kWindow) break;
    std::uint32_t e = work_.entity_of[q];
    if (e == kNobody || candidate.kind == MentionKind::speaker || is_nobody(candidate)) continue;
    if (number == Number::plural) {
      const std::uint32_t pair = coordination_at(candidate.head);
      if (pair != kNobody && pair != seen_members && pronoun > last_conjunct(candidate.head)) {
        seen_members = pair;
        e = pair;
      }
    }
    if (e == apart || !agrees(e, number, gender, human, neuter) || named_below(p, e)) continue;
    if (!reflexive && bound_apart(pronoun, candidate.head)) continue;
    if (dateline_.contains(candidate.head)) continue;
    const std::uint32_t distance = tok.sentence - c.sentence;
    double score = 10.0 + role_weight(c.dep) + (candidate.kind == MentionKind::modifier ? 0.0 : 8.0);
    score /= static_cast<double>(1U << distance);
    if (candidate.kind == MentionKind::pronoun) score += 2.0;
    if (is_subject(tok.dep) == is_subject(c.dep)) score += 2.0;
    score += std::min<double>(state(e).mentions, 5) * 0.6;
    if (state(e).kind == "thing") score -= entity(e).number == Number::plural ? 1.0 : 2.0;
    if (state(e).kind == "place") score -= 4.0;
    if (human && entity(e).gender == gender) score += 1.5;
    if (number == Number::plural && entity(e).number != Number::plural) score -= 4.0;
    if (!entity(e).members.empty()) score += 3.0;
    if (number == Number::plural && entity(e).person) score += 2.0;
    score += clause_bonus(pronoun, candidate.head);
    score += same_predicate(pronoun, candidate.head) ? 8.0 : 0.0;
    if (distance == 0) score -= 0.05 * (pronoun - candidate.head);
    // A quoted "he" is seldom the one who is quoted.
    if (quotation != kNobody && work_.quotations.all[quotation].speaker != kNobody &&
        entity_at(work_.quotations.all[quotation].speaker) == e) {
      score -= 6.0;
    }
    if (best == kNobody || score > best_score + 1e-9) {
      best = e;
      best_score = score;
    }
  }
  return best;
}

// "officials said ... they said": subjects of the same verb, in a sentence before.
bool Resolution::same_predicate(std::uint32_t pronoun, std::uint32_t candidate) const {
  const Token& p = token(pronoun);
  const Token& c = token(candidate);
  return p.head != c.head && is_subject(p.dep) && is_subject(c.dep) && token(p.head).pos == Pos::VERB &&
         story_.lemma(p.head) == story_.lemma(c.head);
}

// The subject of the clause that governs the pronoun's own clause: "Mr. Netanyahu said he expects".
double Resolution::clause_bonus(std::uint32_t pronoun, std::uint32_t candidate) const {
  const Token& p = token(pronoun);
  const Token& c = token(candidate);
  if (p.sentence != c.sentence || !is_subject(c.dep)) return 0;
  const std::uint32_t own = clause_of(p.dep == Dep::poss ? p.head : p.head);
  const std::uint32_t up = own == token(own).head ? own : clause_of(token(own).head);
  if (c.head == own) return p.dep == Dep::poss ? 4.0 : 0.0;
  return c.head == up ? (p.dep == Dep::poss ? 1.0 : 4.0) : 0.0;
}

// "Turkey and Egypt": the entity of all conjuncts, where every one is known.
std::uint32_t Resolution::coordination_at(std::uint32_t head) {
  std::vector<std::uint32_t> members;
  std::uint32_t t = head;
  for (int steps = 0; steps < 10; ++steps) {
    const std::uint32_t e = entity_at(t);
    if (e == kNobody || !entity(e).members.empty()) return kNobody;
    const bool joins = state(e).kind != "thing";  // "Bushnell, Kimotho and others"
    if (joins && std::ranges::find(members, e) == members.end()) members.push_back(e);
    const std::uint32_t next = child_with(story_, t, Dep::conj);
    if (next == kNobody) break;
    t = next;
  }
  if (members.size() < 2) return kNobody;
  for (const std::uint32_t e : members) {
    if (entity(e).person != entity(members.front()).person) return kNobody;
  }
  return group_of(members);
}

std::uint32_t Resolution::last_conjunct(std::uint32_t head) const {
  for (int steps = 0; steps < 10; ++steps) {
    const std::uint32_t next = child_with(story_, head, Dep::conj);
    if (next == kNobody) return head;
    head = next;
  }
  return head;
}

// "I" is the one who is quoted; "we" is whom that one speaks for: a state, a body, else the speaker.
void Resolution::resolve_first_person(std::uint32_t p) {
  const Phrase& ph = phrase(p);
  const PronounWord* word = pronoun_word(story_.lower(ph.head));
  const std::uint32_t quotation = work_.quotations.by_token[ph.head];
  std::uint32_t speaker = kNobody;
  if (quotation != kNobody && work_.quotations.all[quotation].speaker != kNobody) {
    speaker = entity_at(work_.quotations.all[quotation].speaker);
  }
  if (speaker == kNobody) speaker = last_speaker_before(ph.head);
  if (speaker == kNobody || word == nullptr) return;
  if (word->number == Number::plural && entity(speaker).person) {
    const std::uint32_t side = state_of_person(speaker);
    const Sector sector = sector_of(speaker);
    const bool official =
        sector == Sector::GOV || sector == Sector::MIL || sector == Sector::LEG || sector == Sector::IGO;
    const bool of_body = side != kNobody && state(side).kind != "country";
    if (side != kNobody && (official || of_body)) speaker = state_behind(side);
  }
  work_.entity_of[p] = speaker;
}

// A ministry or army speaks for its state; NATO and a rebel group speak for themselves.
std::uint32_t Resolution::state_behind(std::uint32_t body) {
  const EntityState& st = state(body);
  if (st.body != kNobody) {
    const Body& known = lexicon_.bodies()[st.body];
    const bool official = known.sector == Sector::GOV || known.sector == Sector::MIL;
    return official && !known.country.empty() && known.kind != "armed_group" ? country_entity(known.country) : body;
  }
  const bool official = st.title != nullptr && (st.title->sector == Sector::GOV || st.title->sector == Sector::MIL);
  return official && st.of != kNobody && state(st.of).kind == "country" ? st.of : body;
}

Sector Resolution::sector_of(std::uint32_t person) {
  const EntityState& st = state(person);
  if (st.title != nullptr && st.title->sector != Sector::none) return st.title->sector;
  return st.holder != nullptr ? st.holder->sector : entity(person).sector;
}

// Outside quotation marks, as in a transcript: the subject of the last quotation or clause of saying.
std::uint32_t Resolution::last_speaker_before(std::uint32_t t) {
  for (std::uint32_t back = t; back-- > 0;) {
    const Token& tok = token(back);
    if (!is_subject(tok.dep)) continue;
    const std::uint32_t e = entity_at(back);
    if (e == kNobody || !entity(e).person || !entity(e).named) continue;
    const std::uint32_t clause = child_with(story_, tok.head, Dep::ccomp);
    if (clause != kNobody || back == 0) return e;
    if (token(t).sentence - tok.sentence > 4) break;
  }
  return kNobody;
}

}  // namespace annals
