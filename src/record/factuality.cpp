// How the story puts an act: negation, modals, and what every governing word makes of the clause below it.
#include "record/factuality.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array<std::string_view, 8> kEffectNames = {"actual",  "future",  "hypothetical", "negated",
                                                          "attempt", "decided", "absorbed",     "context"};

Effect effect_named(const TsvTable& table, const TsvRow& row, std::string_view name) {
  const auto at = std::find(kEffectNames.begin(), kEffectNames.end(), name);
  if (at == kEffectNames.end()) {
    throw table.error(row, "\"" + std::string(name) + "\" is no effect",
                      "Use actual, future, hypothetical, negated, attempt, decided, absorbed or context.");
  }
  return static_cast<Effect>(at - kEffectNames.begin());
}

bool is_infinitive(const Clauses& clauses, std::uint32_t verb) {
  const Annotation& annotation = clauses.annotation();
  const auto children = annotation.children(verb);
  return std::any_of(children.begin(), children.end(), [&](auto c) { return annotation.tokens[c].tag == Tag::TO; });
}

// "Envoy to visit Harare": in the English of headlines an infinitive with a subject, under no other verb, is a future.
bool is_headline_future(const Clauses& clauses, std::uint32_t verb) {
  const Token& t = clauses.annotation().tokens[verb];
  if (t.dep != Dep::ROOT && t.dep != Dep::conj) return false;
  return clauses.of(verb).own_subject && is_infinitive(clauses, verb);
}

// The lexicon's name for how `inner` hangs below a verb: "to", "obj-to", "ing", "that".
std::string_view complement_kind(const Clauses& clauses, std::uint32_t verb, std::uint32_t inner) {
  const Token& t = clauses.annotation().tokens[inner];
  if (is_infinitive(clauses, inner)) {
    const Clause& clause = clauses.of(verb);
    if (clause.passive) return "passive-to";
    return clause.object != kNoToken || clause.indirect != kNoToken || clauses.of(inner).own_subject ? "obj-to" : "to";
  }
  if (t.tag == Tag::VBG && !clauses.has_child(inner, Dep::aux)) return "ing";
  if (t.tag == Tag::VB && !clauses.has_child(inner, Dep::aux)) return "obj-bare";
  return "that";
}

// The result of an effect on what stands below, given how the word above is itself put.
FactualityReading composed(const FactualityReading& outer, const FactualityEntry& entry, FactualityReading inner) {
  const Effect effect = outer.factuality == Factuality::negated ? entry.negated : entry.affirmed;
  const bool inner_negated = inner.factuality == Factuality::negated;
  const auto weaken = [&](Factuality f) {
    if (!inner_negated && inner.factuality != Factuality::hypothetical) inner.factuality = f;
  };
  switch (effect) {
    case Effect::actual:
      break;
    case Effect::future:
      weaken(Factuality::future);
      break;
    case Effect::hypothetical:  // "asked them not to leave": whether they did is as open as without the "not"
      inner.factuality = Factuality::hypothetical;
      break;
    case Effect::negated:
      inner.failed = !inner_negated;
      inner.factuality = inner_negated ? Factuality::actual : Factuality::negated;
      break;
    case Effect::attempt:
      inner.attempt = true;
      break;
    case Effect::decided:
      inner.decided = true;
      weaken(Factuality::future);
      break;
    case Effect::absorbed:
      inner.absorbed = true;
      weaken(Factuality::future);
      break;
    case Effect::context:
      weaken(outer.factuality == Factuality::actual ? Factuality::actual : Factuality::hypothetical);
  }
  // A possible or future outer act makes what hangs on it no surer than itself.
  if (outer.factuality == Factuality::hypothetical) weaken(Factuality::hypothetical);
  if (outer.factuality == Factuality::future && inner.factuality == Factuality::actual)
    inner.factuality = Factuality::future;
  return inner;
}

}  // namespace

// What the next word above makes of a token. Without `entry` the word above leaves it as it is.
struct FactualityLexicon::Step {
  std::uint32_t governor = kNoToken;  // kNoToken: nothing above bears on it
  const FactualityEntry* entry = nullptr;
};

void FactualityLexicon::add(const TsvTable& table) {
  const std::size_t word = table.column("word"), pos = table.column("pos"), complement = table.column("complement");
  const std::size_t affirmed = table.column("affirmed"), negated = table.column("negated");
  for (const TsvRow& row : table) {
    const std::string key = std::string(row[pos]) + "|" + std::string(row[word]) + "|" + std::string(row[complement]);
    entries_[key] = {effect_named(table, row, row[affirmed]), effect_named(table, row, row[negated])};
  }
}

const FactualityEntry* FactualityLexicon::find(std::string_view pos, std::string_view word,
                                               std::string_view complement) const {
  std::array<char, 96> key;
  if (pos.size() + word.size() + complement.size() + 2 > key.size()) return nullptr;
  char* p = std::copy(pos.begin(), pos.end(), key.data());
  *p++ = '|';
  p = std::copy(word.begin(), word.end(), p);
  *p++ = '|';
  p = std::copy(complement.begin(), complement.end(), p);
  const auto found = entries_.find(std::string_view(key.data(), static_cast<std::size_t>(p - key.data())));
  return found == entries_.end() ? nullptr : &found->second;
}

const FactualityEntry* FactualityLexicon::any_of(std::string_view pos, std::string_view word,
                                                 std::initializer_list<std::string_view> complements) const {
  for (const std::string_view complement : complements) {
    if (const auto* entry = find(pos, word, complement)) return entry;
  }
  return nullptr;
}

FactualityReading FactualityLexicon::own(const Clauses& clauses, std::uint32_t token) const {
  const Annotation& annotation = clauses.annotation();
  FactualityReading reading;
  if (is_headline_future(clauses, token)) reading.factuality = Factuality::future;
  bool negated = false, would = false;
  const FactualityEntry* modal = nullptr;
  for (const std::uint32_t c : annotation.children(token)) {
    const Token& t = annotation.tokens[c];
    const std::string_view word = annotation.lower(c);
    if (t.dep == Dep::neg) negated = true;
    if (t.dep == Dep::det && (word == "no" || word == "neither")) negated = true;
    if (t.dep == Dep::aux && t.tag == Tag::MD) {
      modal = find("modal", word, "-");
      would = word == "would" || word == "'d";
    }
    if (t.dep == Dep::advmod || t.dep == Dep::mark) {
      const FactualityEntry* entry = find(t.dep == Dep::mark ? "conjunction" : "adverb", word, "-");
      if (entry != nullptr && entry->affirmed == Effect::negated) negated = true;
      if (entry != nullptr && entry->affirmed == Effect::hypothetical) reading.factuality = Factuality::hypothetical;
    }
    if (t.dep == Dep::amod || t.dep == Dep::compound) {  // "the planned visit", "an attempted coup"
      if (const auto* entry = find("adj", word, "noun")) reading = composed({}, *entry, reading);
    }
    // "no one was hurt", "neither side agreed", "nobody met"
    if (t.dep == Dep::nsubj || t.dep == Dep::nsubjpass) {
      for (const std::uint32_t d : annotation.children(c)) {
        const std::string_view determiner = annotation.lower(d);
        negated |= annotation.tokens[d].dep == Dep::det && (determiner == "no" || determiner == "neither");
      }
      negated |= word == "nobody" || word == "none" || word == "neither" || word == "nothing";
    }
  }
  if (modal != nullptr) {
    reading = composed({}, *modal, reading);
    // The past of "will": "said it would free them" (but "if" makes it a condition).
    const Token& t = annotation.tokens[token];
    const bool reported = t.dep == Dep::ccomp && annotation.tokens[t.head].tag == Tag::VBD;
    if (modal->affirmed == Effect::hypothetical && would && reported) reading.factuality = Factuality::future;
  }
  reading.refused = negated && reading.factuality == Factuality::future;
  if (negated) reading.factuality = Factuality::negated;
  return reading;
}

const FactualityEntry* FactualityLexicon::governing_verb(const Clauses& clauses, std::uint32_t verb,
                                                         std::uint32_t inner) const {
  const Annotation& annotation = clauses.annotation();
  const std::string_view kind = complement_kind(clauses, verb, inner);
  const std::string_view lemma = annotation.lemma(verb);
  const std::uint32_t particle = clauses.child(verb, Dep::prt);
  if (particle != kNoToken) {
    const std::string joined = std::string(lemma) + " " + std::string(annotation.lower(particle));
    if (const auto* entry = find("verb", joined, kind)) return entry;
  }
  // A form may have a reading of its own: "going to".
  if (const auto* entry = find("verb", annotation.lower(verb), kind)) return entry;
  if (const auto* entry = find("verb", lemma, kind)) return entry;
  if (kind == "passive-to") return any_of("verb", lemma, {"obj-to"});
  if (kind == "obj-bare") return any_of("verb", lemma, {"obj-to"});
  if (kind == "obj-to") return any_of("verb", lemma, {"to"});
  return nullptr;
}

namespace {

// A simple past; the tagger may take one without an object for a participle.
bool is_past(const Annotation& annotation, std::uint32_t verb) {
  const Tag tag = annotation.tokens[verb].tag;
  if (tag != Tag::VBD && tag != Tag::VBN) return false;
  for (const std::uint32_t c : annotation.children(verb)) {
    if (annotation.tokens[c].dep == Dep::aux || annotation.tokens[c].dep == Dep::auxpass) return false;
  }
  return true;
}

}  // namespace

// Of a verb: what its governor, conjunction or preposition makes of its clause.
FactualityLexicon::Step FactualityLexicon::above_clause(const Clauses& clauses, std::uint32_t token) const {
  static constexpr FactualityEntry kPurpose{Effect::hypothetical, Effect::hypothetical};
  const Annotation& annotation = clauses.annotation();
  const Token& t = annotation.tokens[token];
  const std::uint32_t head = t.head;
  const Pos head_pos = annotation.tokens[head].pos;
  const bool infinitive = is_infinitive(clauses, token);
  switch (t.dep) {
    case Dep::xcomp:
    case Dep::ccomp:
    case Dep::oprd: {
      if (head_pos == Pos::ADJ || head_pos == Pos::ADV) {
        const auto* entry =
            any_of("adj", annotation.lower(head), {infinitive ? "to" : "that", infinitive ? "that" : "to"});
        return {head, entry};
      }
      if (head_pos == Pos::NOUN) return {head, any_of("noun", annotation.lemma(head), {infinitive ? "to" : "that"})};
      const std::uint32_t noun = clauses.of(head).object;  // "repeated its demand that they leave"
      if (!infinitive && noun != kNoToken && clauses.finite_clause(noun) == token) {
        if (const auto* entry = any_of("noun", annotation.lemma(noun), {"that"})) return {noun, entry};
      }
      const auto* entry = governing_verb(clauses, head, token);
      if (entry == nullptr && complement_kind(clauses, head, token) == "that") return {};  // a word of saying asserts
      if (entry == nullptr && infinitive) return {head, &kPurpose};
      return {head, entry};
    }
    case Dep::acl:
      if (!infinitive) return {};
      return {head, any_of("noun", annotation.lemma(head), {"to"}) != nullptr
                        ? any_of("noun", annotation.lemma(head), {"to"})
                        : &kPurpose};
    case Dep::advcl:
      if (infinitive) return {head, &kPurpose};
      for (const std::uint32_t c : annotation.children(token)) {
        const Token& m = annotation.tokens[c];
        if (m.dep != Dep::mark && m.dep != Dep::advmod) continue;
        const auto* entry = find("conjunction", annotation.lower(c), "-");
        if (entry == nullptr) continue;
        // "... to accept it, while talks stalled": a clause of the past stands for itself, whatever it hangs on.
        // So does "envoy to go home after junta ends pact", where the present is a headline's past.
        const bool asserted = entry->affirmed == Effect::actual && clauses.of(token).own_subject &&
                              (is_past(annotation, token) || is_headline_future(clauses, head));
        return asserted ? Step{} : Step{head, entry};
      }
      if (head_pos == Pos::ADJ) return {head, any_of("adj", annotation.lower(head), {infinitive ? "to" : "that"})};
      return {};
    case Dep::pcomp: {
      const std::string_view preposition = annotation.lower(head);
      if (const auto* entry = find("preposition", preposition, "ing")) return {annotation.tokens[head].head, entry};
      const std::uint32_t governor = annotation.tokens[head].head;
      std::string kind = std::string(preposition) + "-ing";
      const bool noun = annotation.tokens[governor].pos == Pos::NOUN;
      const auto* entry = find(noun ? "noun" : "verb", annotation.lemma(governor), kind);
      if (entry == nullptr) entry = find("verb", annotation.lemma(governor), "obj-" + kind);
      // What one does to bring something about is no surer than that: "hopes to end the war by asking for talks".
      static constexpr FactualityEntry kMeans{Effect::actual, Effect::actual};
      if (entry == nullptr && preposition == "by" && !noun) return {governor, &kMeans};
      return entry == nullptr ? Step{} : Step{governor, entry};
    }
    case Dep::conj: {
      // A coordinated verb shares the modal and negation of the first only where it has neither subject nor auxiliary.
      const bool shares = !clauses.of(token).own_subject && !clauses.has_child(token, Dep::aux);
      return shares ? Step{head, nullptr} : Step{};
    }
    default:
      return {};
  }
}

// Of a noun: what the verb or noun that takes it makes of it.
FactualityLexicon::Step FactualityLexicon::above_noun(const Clauses& clauses, std::uint32_t token) const {
  const Annotation& annotation = clauses.annotation();
  const Token& t = annotation.tokens[token];
  const std::uint32_t head = t.head;
  switch (t.dep) {
    case Dep::dobj:
    case Dep::nsubjpass:
    case Dep::nsubj: {
      if (t.dep == Dep::nsubj && clauses.of(head).object != kNoToken) return {};
      const auto* entry = find("verb", annotation.lemma(head), "noun");
      const std::uint32_t particle = clauses.child(head, Dep::prt);
      if (particle != kNoToken) {
        const std::string joined = std::string(annotation.lemma(head)) + " " + std::string(annotation.lower(particle));
        if (const auto* phrasal = find("verb", joined, "noun")) entry = phrasal;
      }
      // What a verb says of itself is not said of its object: "will discuss the attack".
      return entry == nullptr ? Step{} : Step{head, entry};
    }
    case Dep::pobj: {
      const std::uint32_t governor = annotation.tokens[head].head;
      if (governor == head) return {};
      const std::string preposition(annotation.lower(head));
      const Pos pos = annotation.tokens[governor].pos;
      if (pos == Pos::NOUN) {
        const auto* entry = any_of("noun", annotation.lemma(governor), {preposition + "-noun", preposition + "-ing"});
        return entry == nullptr ? Step{} : Step{governor, entry};
      }
      if (pos == Pos::VERB) {
        const std::string joined = std::string(annotation.lemma(governor)) + " " + preposition;
        const auto* entry = find("verb", joined, "noun");
        return entry == nullptr ? Step{} : Step{governor, entry};
      }
      return {};
    }
    case Dep::conj:
      return {head, nullptr};
    default:
      return {};
  }
}

FactualityLexicon::Step FactualityLexicon::above(const Clauses& clauses, std::uint32_t token) const {
  const Token& t = clauses.annotation().tokens[token];
  if (t.head == token) return {};
  if (t.dep == Dep::acomp) return {t.head, nullptr};  // "was not able to": the copula bears the negation
  return t.pos == Pos::VERB || t.pos == Pos::AUX ? above_clause(clauses, token) : above_noun(clauses, token);
}

FactualityReading FactualityLexicon::read(const Clauses& clauses, std::uint32_t token, int depth) const {
  const FactualityReading mine = own(clauses, token);
  if (depth == 0) return mine;
  const Step step = above(clauses, token);
  if (step.governor == kNoToken) return mine;
  static constexpr FactualityEntry kUnchanged{Effect::actual, Effect::negated};
  const FactualityReading outer = read(clauses, step.governor, depth - 1);
  return composed(outer, step.entry != nullptr ? *step.entry : kUnchanged, mine);
}

FactualityReading FactualityLexicon::read(const Clauses& clauses, std::uint32_t token) const {
  constexpr int kDeepest = 6;  // clauses within clauses; beyond that nothing changes in running text
  return read(clauses, token, kDeepest);
}

}  // namespace annals
