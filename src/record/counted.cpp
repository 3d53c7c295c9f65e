// What a quantity counts, construction by construction.
#include "record/counted.h"

#include <algorithm>

#include "record/phrase_text.h"

namespace annals {
namespace {

// All for one quantity.
class Reading {
 public:
  Reading(const QuantityLexicon& quantities, const MeasureLexicon& measures, const Layers& layers,
          const Quantity& quantity, const Counted* before)
      : quantities_(quantities),
        measures_(measures),
        layers_(layers),
        annotation_(layers.language),
        clauses_(layers.clauses),
        quantity_(quantity),
        before_(before) {}

  Counted read() {
    if (label()) return result_;
    if (of_phrase() || (!state_follows() && (modified_noun() || noun_after()))) {
      result_.thing = result_.of;
      noun_measure();
      return result_;
    }
    bare();
    if (result_.thing.empty()) result_.thing = result_.people ? "people" : result_.of;
    return result_;
  }

 private:
  const Token& token(std::uint32_t i) const { return annotation_.tokens[i]; }
  std::string_view lower(std::uint32_t i) const { return annotation_.lower(i); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(annotation_.tokens.size()); }
  bool is_noun(std::uint32_t i) const { return token(i).pos == Pos::NOUN || token(i).pos == Pos::PROPN; }
  bool is_verb(std::uint32_t i) const { return token(i).pos == Pos::VERB || token(i).pos == Pos::AUX; }
  bool is_tally(std::uint32_t i) const { return quantities_.is(QuantityClass::tally, annotation_.lemma(i)); }

  // "Injured: 74": the words before a colon name what is counted, as in tables.
  bool label() {
    std::uint32_t colon = quantity_.words.begin;
    while (colon > 0 && token(colon - 1).is(kIsSpace)) --colon;
    if (colon == 0 || lower(colon - 1) != ":") return false;
    --colon;
    if (!annotation_.tokens[quantity_.number.begin].is(kIsDigit) &&
        annotation_.lower(quantity_.number.begin).find(',') == std::string_view::npos)
      return false;
    const std::uint32_t next = quantity_.words.end;
    if (next < size() && token(next).is(kIsAlpha) && token(next).is(kIsLower)) return false;
    std::uint32_t begin = colon;
    while (begin > 0 && colon - begin < 6 && (token(begin - 1).is(kIsAlpha) || lower(begin - 1) == "-")) --begin;
    if (begin == colon) return false;
    result_.of = std::string(annotation_.text(TokenSpan{begin, colon}));
    result_.governor = quantity_.anchor;
    result_.label = true;
    result_.rule = "label and colon";
    for (std::uint32_t i = begin; i < colon && result_.measure == nullptr; ++i) result_.measure = any_measure(i);
    return true;
  }

  // A word by itself, whatever its part of speech.
  const MeasureEntry* any_measure(std::uint32_t i) const {
    if (const auto* m = measures_.find(annotation_, i, MeasurePos::adj, MeasureSlot::self)) return m;
    if (const auto* m = measures_.find(annotation_, i, MeasurePos::noun, MeasureSlot::self)) return m;
    return measures_.find(annotation_, i, MeasurePos::verb, MeasureSlot::obj);
  }

  // "dozens of people", "eight of its palaces", "90 percent of the population", "tonnes of food".
  bool of_phrase() {
    const std::uint32_t of = quantity_.number.end;
    const bool money_in =
        quantity_.kind == UnitKind::money && of < size() && (lower(of) == "in" || lower(of) == "worth");
    if (of >= size() || (lower(of) != "of" && !money_in)) return false;
    std::uint32_t noun = clauses_.child(of, Dep::pobj);
    std::uint32_t begin = of + 1;
    if (lower(of) == "worth" && begin < size() && lower(begin) == "of") {
      noun = clauses_.child(begin, Dep::pobj);
      ++begin;
    }
    if (noun == kNoToken || noun < of) noun = noun_right(begin);
    if (noun == kNoToken || (money_in && (in_time(layers_, noun) || token(noun).pos == Pos::PROPN))) return false;
    if (noun < begin) return false;
    result_.noun = noun;
    result_.of = phrase_text(layers_, begin, noun);
    top_ = quantity_.anchor;
    result_.rule = "number of";
    const bool pronoun =
        lower(noun) == "them" || lower(noun) == "these" || lower(noun) == "those" || lower(noun) == "whom";
    if (pronoun && !clauses_.has_child(noun, Dep::relcl) && !clauses_.has_child(noun, Dep::acl)) take_up();
    return true;
  }

  // "251 taken hostage".
  bool state_follows() const {
    const std::uint32_t next = quantity_.number.end;
    if (next + 1 >= size() || (token(next).tag != Tag::VBN && token(next).tag != Tag::VBD)) return false;
    return measures_.find(annotation_, next + 1, MeasurePos::noun, MeasureSlot::self) != nullptr &&
           token(next + 1).tag == Tag::NN;
  }

  // The last noun of the words from `begin` on that can be one phrase.
  std::uint32_t noun_right(std::uint32_t begin) const {
    std::uint32_t noun = kNoToken;
    for (std::uint32_t i = begin; i < size() && i < begin + 6; ++i) {
      const Token& t = token(i);
      if (in_time(layers_, i)) break;
      const bool part = t.pos == Pos::NOUN || t.pos == Pos::PROPN;
      if (part) noun = i;
      if (part && i + 1 < size() && lower(i + 1) == "-") {
        ++i;
        continue;
      }
      if (!part && noun != kNoToken) break;
      if (!part && t.pos != Pos::ADJ && t.pos != Pos::DET && t.pos != Pos::NUM && t.tag != Tag::VBN &&
          t.tag != Tag::VBG)
        break;
    }
    return noun;
  }

  // "51 people", "a $5 million package", "a seven-member panel".
  bool modified_noun() {
    std::uint32_t i = quantity_.anchor;
    while (token(i).head > i || (token(i).head != i && quantity_.number.contains(token(i).head))) {
      const Dep dep = token(i).dep;
      const bool modifier = dep == Dep::nummod || dep == Dep::quantmod || dep == Dep::compound || dep == Dep::nmod ||
                            dep == Dep::amod || dep == Dep::det || dep == Dep::predet || dep == Dep::npadvmod;
      if (!modifier) break;
      i = token(i).head;
      if (is_noun(i) && i >= quantity_.number.end) break;
    }
    if (i < quantity_.number.end || (!is_noun(i) && token(i).pos != Pos::ADJ)) return false;
    // "200 more", "700 metres long"
    if (token(i).pos == Pos::ADJ &&
        (token(i).tag == Tag::JJR || i != quantity_.number.end || quantity_.kind != UnitKind::count)) {
      return false;
    }
    if (crosses(i)) return false;
    return take_noun(i, "number before its noun");
  }

  // Where the parser hangs the number elsewhere, as it does in headlines: the noun that follows.
  bool noun_after() {
    if (quantity_.kind != UnitKind::count) return false;
    const std::uint32_t next = quantity_.number.end;
    if (next >= size() || !(is_noun(next) || token(next).pos == Pos::ADJ)) return false;
    if (token(next).tag == Tag::JJR || token(next).is(kIsSpace)) return false;
    if (measures_.find(annotation_, next, MeasurePos::adj, MeasureSlot::self) != nullptr) return false;  // "12 dead"
    const std::uint32_t noun = noun_right(next);
    return noun != kNoToken && take_noun(noun, "number beside a noun");
  }

  bool crosses(std::uint32_t noun) const {
    for (std::uint32_t i = quantity_.number.end; i < noun; ++i) {
      if (token(i).is(kIsSpace) || lower(i) == "," || lower(i) == ":" || is_verb_form(i)) return true;
    }
    return false;
  }
  bool is_verb_form(std::uint32_t i) const {
    return token(i).pos == Pos::VERB && token(i).dep != Dep::amod && token(i).dep != Dep::compound;
  }

  bool take_noun(std::uint32_t noun, std::string_view rule) {
    result_.noun = top_ = noun;
    result_.rule = rule;
    if (quantity_.hyphened && quantity_.kind == UnitKind::count) {
      const std::string panel = phrase_text(layers_, quantity_.number.end, noun);
      result_.of = "members of the " + panel;
      return true;
    }
    result_.of = phrase_text(layers_, quantity_.number.end, noun);
    const std::uint32_t owner = clauses_.child(noun, Dep::poss);
    if (owner != kNoToken && owner < quantity_.words.begin && token(owner).pos != Pos::PRON) {
      std::uint32_t begin = token(owner).left_edge;
      const std::string whose(annotation_.text(TokenSpan{begin, token(owner).right_edge + 1}));
      result_.of = whose + " " + result_.of;
    }
    return true;
  }

  // "200 more", "82 were killed": the number stands for those it counts.
  void take_up() {
    if (before_ == nullptr || before_->thing.empty()) return;
    result_.of = before_->thing;
    result_.people = before_->people;
  }

  bool is_people(std::uint32_t i) const {
    const ActorEntity* entity = layers_.actors.actor_at(i);
    return (entity != nullptr && entity->actor && entity->person) || token(i).entity == EntityType::NORP ||
           token(i).entity == EntityType::PERSON || quantities_.is(QuantityClass::people, annotation_.lemma(i));
  }

  const MeasureEntry* fitting(const MeasureEntry* entry) const {
    if (entry != nullptr && entry->people && !people_) return nullptr;
    return entry;
  }

  const MeasureEntry* verb_measure(std::uint32_t verb, MeasureSlot slot) const {
    return fitting(measures_.find(annotation_, verb, MeasurePos::verb, slot));
  }

  bool set(const MeasureEntry* entry, std::uint32_t governor, bool say_state) {
    if (entry == nullptr) return false;
    result_.measure = entry;
    result_.governor = governor;
    if (say_state && !entry->state.empty() && result_.of.find(entry->state) == std::string::npos) {
      result_.of += result_.of.empty() ? "people " + entry->state : " " + entry->state;
    }
    return true;
  }

  // Of a noun that is counted.
  void noun_measure() {
    people_ = is_people(result_.noun) || is_people(top_);
    result_.people = people_;
    result_.governor = result_.noun;
    for (std::uint32_t i = top_, steps = 0; steps < 3; ++steps) {
      if (modifier_measure(i) || event_measure(i)) return;
      const std::uint32_t outer = partitive(i);
      if (outer == kNoToken) break;
      i = top_ = outer;
    }
    if (result_.noun != top_ && modifier_measure(result_.noun)) return;
    if (included() || aid() || others()) return;
    const std::uint32_t verb = governing_verb(top_);
    if (const auto* self = fitting(measures_.find(annotation_, result_.noun, MeasurePos::noun, MeasureSlot::self))) {
      set(self, verb != kNoToken ? verb : result_.noun, false);
      return;
    }
    if (verb != kNoToken) result_.governor = verb;
  }

  // "people killed in", "injured people", "refugees who fled".
  bool modifier_measure(std::uint32_t noun) {
    for (const std::uint32_t c : annotation_.children(noun)) {
      const Token& t = token(c);
      if (t.dep == Dep::amod) {
        if (set(fitting(measures_.find(annotation_, c, MeasurePos::adj, MeasureSlot::self)), noun, false)) return true;
        if (t.tag == Tag::VBN && set(verb_measure(c, MeasureSlot::obj), noun, false)) return true;
      }
      if (t.dep == Dep::acl || t.dep == Dep::relcl) {
        const Clause& clause = clauses_.of(c);
        const bool undergoes = clause.passive || t.tag == Tag::VBN || (t.tag == Tag::VBD && t.dep == Dep::acl);
        if (set(verb_measure(c, undergoes ? MeasureSlot::obj : MeasureSlot::subj), c, true)) return true;
      }
    }
    return false;
  }

  // "12 people were killed", "the blast killed 12", "were reported killed", "are still missing", "the deaths of 12".
  bool event_measure(std::uint32_t top) {
    std::uint32_t i = top;
    while (token(i).dep == Dep::conj && token(i).head != i) i = token(i).head;
    const std::uint32_t head = token(i).head;
    if (head == i) return false;
    if (token(i).dep == Dep::pobj && token(head).pos == Pos::ADP) return event_noun(head);
    if (!is_verb(head)) return false;
    const Clause& clause = clauses_.of(head);
    const Dep dep = token(i).dep;
    if (dep == Dep::nsubjpass || (dep == Dep::nsubj && clause.passive) || dep == Dep::dobj) {
      if (set(verb_measure(head, MeasureSlot::obj), head, true)) return true;
    } else if (dep == Dep::nsubj || dep == Dep::agent) {
      if (set(verb_measure(head, MeasureSlot::subj), head, true)) return true;
    }
    if (dep == Dep::nsubj &&
        set(fitting(measures_.find(annotation_, head, MeasurePos::adj, MeasureSlot::self)), head, true)) {
      return true;  // "are missing", which the parser may take for a verb
    }
    return state_below(head) || later_conjunct(head, dep);
  }

  bool event_noun(std::uint32_t preposition) {
    const std::uint32_t outer = token(preposition).head;
    if (outer == preposition) return false;
    if (lower(preposition) == "by" && token(preposition).dep == Dep::agent) {
      return set(verb_measure(outer, MeasureSlot::subj), outer, true);
    }
    if (lower(preposition) != "of" && lower(preposition) != "by") return false;
    return set(fitting(measures_.find(annotation_, outer, MeasurePos::noun, MeasureSlot::of)), outer, true);
  }

  // "were reported killed", "are missing", "left 12 dead".
  bool state_below(std::uint32_t verb) {
    for (const std::uint32_t c : annotation_.children(verb)) {
      const Dep dep = token(c).dep;
      if (dep != Dep::oprd && dep != Dep::xcomp && dep != Dep::acomp && dep != Dep::ccomp && dep != Dep::advcl)
        continue;
      if (set(fitting(measures_.find(annotation_, c, MeasurePos::adj, MeasureSlot::self)), dep == Dep::acomp ? verb : c,
              true))
        return true;
      if (token(c).tag == Tag::VBN && (dep == Dep::oprd || dep == Dep::xcomp || dep == Dep::ccomp) &&
          set(verb_measure(c, MeasureSlot::obj), c, true)) {
        return true;
      }
    }
    return false;
  }

  // "were rounded up and jailed".
  bool later_conjunct(std::uint32_t verb, Dep dep) {
    const std::uint32_t next = clauses_.child(verb, Dep::conj);
    if (next == kNoToken || token(next).pos != Pos::VERB || clauses_.of(next).own_subject) return false;
    if (dep == Dep::dobj) return false;
    const MeasureSlot slot = clauses_.of(next).passive ? MeasureSlot::obj : MeasureSlot::subj;
    return set(verb_measure(next, slot), next, true);
  }

  // The noun around it in "a total of 12 people", "a convoy of 40 trucks".
  std::uint32_t partitive(std::uint32_t noun) const {
    if (token(noun).dep != Dep::pobj) return kNoToken;
    const std::uint32_t of = token(noun).head;
    if (lower(of) != "of" || token(of).head == of || !is_noun(token(of).head)) return kNoToken;
    return token(of).head;
  }

  // "12 people were killed, including 3 children", "along with 3 guards".
  bool included() {
    if (token(top_).dep != Dep::pobj || before_ == nullptr) return false;
    if (before_->measure == nullptr || before_->governor == kNoToken) return false;
    if (token(before_->governor).sentence != token(top_).sentence) return false;
    const std::uint32_t preposition = token(top_).head;
    const std::uint32_t outer = token(preposition).head;
    const bool adds = lower(preposition) == "including" || lower(preposition) == "besides" ||
                      (lower(preposition) == "with" && lower(outer) == "along") ||
                      (lower(preposition) == "of" && lower(outer) == "addition") ||
                      (lower(preposition) == "to" && lower(outer) == "addition");
    result_.part = adds;
    return adds && set(before_->measure, before_->governor, true);
  }

  // "12 hostages were freed, 20 others remain": of the same series.
  bool others() {
    if (annotation_.lemma(result_.noun) != "other" || before_ == nullptr || before_->measure == nullptr) return false;
    if (before_->measure->pos != MeasurePos::noun || before_->noun == kNoToken) return false;
    if (token(before_->noun).sentence != token(top_).sentence) return false;
    result_.measure = before_->measure;
    return true;
  }

  // Money and weight are aid where the clause speaks of it.
  bool aid() {
    if (quantity_.kind != UnitKind::money && quantity_.unit != "t") return false;
    const TokenSpan sentence = annotation_.sentences[token(quantity_.anchor).sentence];
    const std::uint32_t begin = std::max(sentence.begin, quantity_.words.begin > 6 ? quantity_.words.begin - 6 : 0);
    const std::uint32_t end = std::min(sentence.end, quantity_.words.end + 8);
    for (std::uint32_t i = begin; i < end; ++i) {
      const auto* entry = measures_.find(annotation_, i, MeasurePos::aid, MeasureSlot::self);
      if (entry == nullptr) continue;
      result_.measure = entry;
      return true;
    }
    return false;
  }

  std::uint32_t governing_verb(std::uint32_t i) const {
    while (token(i).head != i) {
      i = token(i).head;
      if (is_verb(i)) return i;
    }
    return kNoToken;
  }

  // A number without a noun.
  void bare() {
    people_ = quantity_.kind == UnitKind::count;
    result_.rule = "number alone";
    if (quantity_.kind != UnitKind::count && aid()) result_.of = "aid";
    if (compared() || value_of_noun() || state_after()) return;
    top_ = quantity_.anchor;
    const bool more = quantity_.kind == UnitKind::count && quantity_.number.end < size() &&
                      (lower(quantity_.number.end) == "more" || lower(quantity_.number.end) == "others");
    if (more) {
      take_up();
      if (result_.of.empty()) result_.of = "people";
    }
    if (event_measure(top_)) {
      if (result_.noun == kNoToken && !more) result_.people = true;
      return;
    }
    const std::uint32_t verb = governing_verb(top_);
    result_.governor = verb != kNoToken ? verb : top_;
    if (!result_.of.empty()) return;
    if (quantity_.kind != UnitKind::count) return measured(verb);
    same_again(verb);
  }

  // "The Greens have 11 seats and the Liberals have 10."
  void same_again(std::uint32_t verb) {
    if (verb == kNoToken || before_ == nullptr || before_->governor == kNoToken || token(top_).dep != Dep::dobj) return;
    if (token(before_->governor).sentence != token(verb).sentence) return;
    if (lemma_of(before_->governor) == lemma_of(verb)) take_up();
  }
  std::string_view lemma_of(std::uint32_t i) const { return annotation_.lemma(i); }

  // "down from 5,000 last year", "compared with 300 in May": of the same thing as the number before.
  bool compared() {
    const std::uint32_t begin = quantity_.words.begin;
    if (begin < 2 || before_ == nullptr || before_->of.empty()) return false;
    const std::string_view last = lower(begin - 1), first = lower(begin - 2);
    const bool from = last == "from" && (first == "down" || first == "up");
    const bool with = (last == "with" || last == "to") && first == "compared";
    const bool against = last == "against" || last == "versus";
    if (!from && !with && !against) return false;
    const std::uint32_t governor = before_->governor;
    if (governor == kNoToken || token(governor).sentence != token(quantity_.anchor).sentence) return false;
    result_ = *before_;
    result_.rule = "compared with the number before";
    result_.value = true;
    return true;
  }

  // "hundreds injured", "1,643 wounded there", "12 dead".
  bool state_after() {
    const std::uint32_t next = quantity_.number.end;
    std::uint32_t at = next;
    if (at < size() && (lower(at) == "more" || lower(at) == "others" || lower(at) == "still")) ++at;
    if (at >= size() || token(at).sentence != token(quantity_.anchor).sentence) return false;
    const MeasureEntry* entry = measures_.find(annotation_, at, MeasurePos::adj, MeasureSlot::self);
    if (entry == nullptr && state_follows()) {
      entry = measures_.find(annotation_, at + 1, MeasurePos::noun, MeasureSlot::self);
    }
    if (entry == nullptr && (token(at).tag == Tag::VBN || token(at).tag == Tag::VBD)) {
      entry = measures_.find(annotation_, at, MeasurePos::verb, MeasureSlot::obj);
      if (entry != nullptr && clauses_.has_child(at, Dep::dobj)) entry = nullptr;
    }
    if (entry == nullptr) return false;
    result_.people = true;
    return set(entry, at, true);
  }

  // A length, weight or sum whose bearer is the subject: "the bridge is 700 metres long".
  void measured(std::uint32_t verb) {
    if (verb == kNoToken) return;
    const Clause& clause = clauses_.of(verb);
    const std::uint32_t bearer = clause.surface_subject;
    if (bearer == kNoToken || quantity_.number.contains(bearer)) return;
    result_.of = phrase_text(layers_, bearer);
    const std::string act(annotation_.text(verb));
    if (const ActorEntity* actor = layers_.actors.actor_at(bearer);
        actor != nullptr && token(bearer).pos == Pos::PRON) {
      result_.of = actor->name;
    }
    if (quantity_.kind == UnitKind::money) result_.of += " " + act;  // "the party spent"
    if (quantity_.kind == UnitKind::time) {                          // "years they lived"
      result_.of = std::string(annotation_.text(quantity_.number.end - 1)) + " " + result_.of + " " + act;
    }
    result_.governor = verb;
  }

  // "the toll rose to 12", "brought the toll to 12", "the number is closer to 30", "the toll, initially 10".
  bool value_of_noun() {
    std::uint32_t i = quantity_.anchor;
    std::uint32_t head = token(i).head;
    if (head == i) return false;
    if ((token(i).dep == Dep::appos || token(i).dep == Dep::nummod || token(i).dep == Dep::npadvmod) && head < i &&
        is_tally(head)) {
      return value(head, head);
    }
    bool through_preposition = false;
    while (token(i).dep == Dep::pobj || token(i).dep == Dep::prep || token(i).dep == Dep::acomp ||
           token(i).dep == Dep::advmod || token(i).dep == Dep::pcomp || token(i).dep == Dep::quantmod ||
           token(i).dep == Dep::conj) {
      if (head == i) return false;
      if (token(i).dep == Dep::pobj && !changes_to(head)) return false;
      through_preposition |= token(i).dep == Dep::pobj;
      i = head;
      head = token(i).head;
      if (is_verb(i)) break;
      if (is_noun(i)) return value_behind(i);
    }
    std::uint32_t verb = is_verb(i) ? i : head;
    if (!is_verb(verb)) return false;
    return value_in_clause(verb, token(quantity_.anchor).dep, through_preposition);
  }

  // "a toll of 12", "a cost of 5 million pounds", "a crowd of 300".
  bool value_behind(std::uint32_t noun) {
    if (is_tally(noun)) return value(noun, noun);
    const std::uint32_t begin = quantity_.words.begin;
    if (begin == 0 || lower(begin - 1) != "of") return false;
    if (quantity_.kind != UnitKind::count) return value(noun, noun);
    if (measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::of) != nullptr) return false;
    result_.noun = top_ = noun;
    result_.of = phrase_text_until(layers_, noun, begin - 1);
    noun_measure();
    return true;
  }

  bool changes_to(std::uint32_t preposition) const {
    const std::string_view p = lower(preposition);
    return p == "to" || p == "from" || p == "by" || p == "at" || p == "of" || p == "above" || p == "with";
  }

  bool value_in_clause(std::uint32_t verb, Dep dep, bool through_preposition) {
    const std::string_view lemma = annotation_.lemma(verb);
    const Clause& clause = clauses_.of(verb);
    const bool bound = quantities_.bound_verb(lemma).has_value();
    const bool has = quantities_.is(QuantityClass::has, lemma) || bound;
    const bool changes = quantities_.is(QuantityClass::change, lemma);
    const bool sets = quantities_.is(QuantityClass::sets, lemma);
    if (dep == Dep::nsubj || dep == Dep::nsubjpass) return false;
    const std::uint32_t object = clause.passive ? clause.surface_subject : clause.object;
    if (sets && through_preposition && object != kNoToken && !quantity_.number.contains(object))
      return value(object, verb);
    const std::uint32_t subject = clause.surface_subject;
    if (subject == kNoToken || quantity_.number.contains(subject)) return false;
    if ((has && (!through_preposition || lemma == "be" || lemma == "stand" || lemma == "remain")) ||
        (changes && !clause.passive)) {
      return value(subject, verb);
    }
    if (is_tally(subject) && measures_.find(annotation_, verb, MeasurePos::verb, MeasureSlot::obj) == nullptr)
      return value(subject, verb);
    return false;
  }

  // The number is that of `noun`: a toll, a count, or a thing that goes up and down.
  bool value(std::uint32_t noun, std::uint32_t governor) {
    result_.value = true;
    result_.rule = "value of a noun";
    const Token& t = token(noun);
    const bool pronoun = t.pos == Pos::PRON || t.pos == Pos::DET;
    // "that number", "the figure": what was counted before.
    const bool pointing = is_tally(noun) && !clauses_.has_child(noun, Dep::prep) &&
                          !clauses_.has_child(noun, Dep::acl) && !clauses_.has_child(noun, Dep::amod) &&
                          !clauses_.has_child(noun, Dep::compound) && !clauses_.has_child(noun, Dep::relcl) &&
                          measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::self) == nullptr;
    if (pronoun || pointing) {
      if (before_ == nullptr || before_->of.empty()) return false;
      result_.of = before_->of;
      result_.measure = before_->measure;
      result_.noun = before_->noun;
      result_.governor = governor;
      return true;
    }
    result_.noun = noun;
    std::uint32_t thing = noun;
    if (is_tally(noun)) {
      std::vector<std::uint32_t> of;
      clauses_.prepositional(noun, "of", of);
      if (!of.empty()) thing = of.front();
    }
    const bool bare_count = annotation_.lemma(noun) == "number" || annotation_.lemma(noun) == "total";
    std::uint32_t stop = noun < quantity_.words.begin ? quantity_.words.begin : size();
    if (stop < size() && lower(stop - 1) == "of") --stop;  // "the toll of 12"
    if (thing != noun && quantity_.number.contains(thing)) thing = noun;
    result_.of = phrase_text_until(layers_, bare_count ? thing : noun, stop);
    people_ = true;
    if (!tally_measure(noun) && thing != noun && !modifier_measure(thing)) {
      result_.measure = fitting(measures_.find(annotation_, thing, MeasurePos::noun, MeasureSlot::self));
    }
    result_.governor = governor;
    return true;
  }

  // "the death toll", "the number injured", "the number of those killed".
  bool tally_measure(std::uint32_t noun) {
    if (modifier_measure(noun)) return true;
    for (const std::uint32_t c : annotation_.children(noun)) {
      if (token(c).dep != Dep::compound && token(c).dep != Dep::amod && token(c).dep != Dep::nmod) continue;
      result_.measure = any_measure(c);
      if (result_.measure != nullptr) return true;
    }
    result_.measure = measures_.find(annotation_, noun, MeasurePos::noun, MeasureSlot::self);
    return result_.measure != nullptr;
  }

  const QuantityLexicon& quantities_;
  const MeasureLexicon& measures_;
  const Layers& layers_;
  const Annotation& annotation_;
  const Clauses& clauses_;
  const Quantity& quantity_;
  const Counted* before_;
  Counted result_;
  std::uint32_t top_ = kNoToken;  // the word that takes part in the sentence for the counted phrase
  bool people_ = false;
};

}  // namespace

Counted CountedFinder::find(const Layers& layers, const Quantity& quantity, const Counted* before) const {
  return Reading(quantities_, measures_, layers, quantity, before).read();
}

}  // namespace annals
