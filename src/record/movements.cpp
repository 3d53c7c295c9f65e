// Movement records, construction by construction.
#include "record/movements.h"

#include <algorithm>

#include "record/destinations.h"
#include "record/details.h"
#include "record/evidence.h"
#include "record/phrase_text.h"

namespace annals {
namespace {

// A person or thing that may travel; a state does not.
bool travels(const Layers& layers, const MotionLexicon& words, std::uint32_t token) {
  if (token == kNoToken) return false;
  if (words.is_mover(layers.language.lemma(token)) || words.is_mover(layers.language.lower(token))) return true;
  const ActorEntity* entity = layers.actors.actor_at(token);
  const EntityType type = layers.language.tokens[token].entity;
  if (type == EntityType::NORP && layers.language.tokens[token].tag != Tag::JJ) return true;  // "two million Hutus"
  if (entity == nullptr) return type == EntityType::PERSON;
  return entity->person || (entity->actor && !entity->members.empty());
}

class Run {
 public:
  Run(const MotionLexicon& words, const FactualityLexicon& factuality, const Layers& layers,
      std::vector<Record>& records)
      : words_(words),
        factuality_(factuality),
        layers_(layers),
        annotation_(layers.language),
        clauses_(layers.clauses),
        records_(records),
        first_(records.size()) {}

  void find() {
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < annotation_.tokens.size(); ++i) {
      const Token& t = token(i);
      if (t.sentence != sentence) {
        flush();
        sentence = t.sentence;
      }
      if (t.pos == Pos::VERB || t.pos == Pos::AUX) {
        verb(i);
      } else if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) {
        noun(i);
      }
    }
    flush();
  }

 private:
  const Token& token(std::uint32_t i) const { return annotation_.tokens[i]; }
  std::string_view lower(std::uint32_t i) const { return annotation_.lower(i); }
  std::string_view lemma(std::uint32_t i) const { return annotation_.lemma(i); }

  // ---- verbs

  void verb(std::uint32_t v) {
    stands_in(v);
    ends_tour(v);
    const auto* entries = words_.find(lemma(v));
    if (entries == nullptr) return;
    const Clause& clause = clauses_.of(v);
    const bool has_object = clause.object != kNoToken && travels(layers_, words_, moving_head(clause.object));
    for (const bool object : {true, false}) {  // "flew aid workers to", else "flew to"
      if (object && !has_object) continue;
      for (const MotionEntry& entry : *entries) {
        if (entry.pos != MotionPos::verb || (entry.mover == Mover::obj) != object) continue;
        if (!entry.particle.empty() && !has_particle(v, entry.particle)) continue;
        if (of_verb(v, entry, clause)) return;
      }
    }
  }

  bool has_particle(std::uint32_t v, std::string_view particle) const {
    for (const std::uint32_t c : annotation_.children(v)) {
      if (lower(c) == particle &&
          (token(c).dep == Dep::prt || token(c).dep == Dep::advmod || token(c).dep == Dep::prep)) {
        return true;
      }
    }
    return false;
  }

  // Whose movement "dozens of agents" is: that of the agents.
  std::uint32_t moving_head(std::uint32_t noun) const {
    if (noun == kNoToken || travels(layers_, words_, noun)) return noun;
    const std::uint32_t of = clauses_.child(noun, Dep::prep);
    if (of != kNoToken && lower(of) == "of") {
      const std::uint32_t inner = clauses_.child(of, Dep::pobj);
      if (inner != kNoToken && travels(layers_, words_, inner)) return inner;
    }
    std::vector<std::uint32_t> conjuncts;  // "supplies and medics"
    clauses_.conjuncts(noun, conjuncts);
    for (const std::uint32_t c : conjuncts) {
      if (travels(layers_, words_, c)) return c;
    }
    return noun;
  }

  bool of_verb(std::uint32_t v, const MotionEntry& entry, const Clause& clause) {
    if (entry.mover == Mover::subj && !clause.passive && clauses_.has_child(v, Dep::dobj) && !takes_object(entry)) {
      return false;  // "stopped the fighting in", "moved the goods to"
    }
    const std::uint32_t mover = entry.mover == Mover::obj ? clause.object
                                : clause.passive          ? clause.object
                                                          : clause.surface_subject;
    if (mover == kNoToken || !travels(layers_, words_, moving_head(mover))) return false;
    Movement movement = start(v, entry);
    add_movers(mover, movement.who);
    if (entry.mover == Mover::subj) add_company(v, movement.who);
    if (movement.who.empty()) return false;
    std::vector<Place> to, from;
    for (const std::string& slot : entry.to) slot_places(v, slot, clause.object, to);
    for (const std::string& slot : entry.from) slot_places(v, slot, clause.object, from);
    add_adverbs(v, to);
    if (to.empty() && entry.mover == Mover::obj) add_adverbs(mover, to);
    movement.purpose = purpose(v);
    if (to.empty() && from.empty() && may_be_at_scene(v, entry)) {
      lemma(v) == "return" ? add_home(movement.who, to) : add_scene(movement.who, to);
    }
    return add(std::move(movement), to, from);
  }

  // "went there", "sent dozens of medics there".
  void add_adverbs(std::uint32_t governor, std::vector<Place>& to) const {
    std::vector<std::uint32_t> heads;
    clauses_.conjuncts(governor, heads);
    if (heads.empty()) heads.push_back(governor);
    for (const std::uint32_t head : heads) {
      for (const std::uint32_t c : annotation_.children(head)) {
        if (token(c).dep == Dep::advmod && words_.is_adverb(lower(c))) add_places(layers_, words_, c, to);
      }
    }
  }

  static bool takes_object(const MotionEntry& entry) {
    const auto object = [](const std::vector<std::string>& slots) {
      return std::find(slots.begin(), slots.end(), "obj") != slots.end();
    };
    return object(entry.to) || object(entry.from);
  }

  // Verbs of coming say where without saying it: to where the story plays.
  bool may_be_at_scene(std::uint32_t v, const MotionEntry& entry) const {
    if (entry.mover != Mover::subj || clauses_.of(v).object != kNoToken) return false;
    if (lemma(v) != "arrive" && lemma(v) != "return") return false;
    for (const std::uint32_t c : annotation_.children(v)) {  // "returned to his themes" is no journey
      if (token(c).dep == Dep::prep &&
          (lower(c) == "to" || lower(c) == "into" || lower(c) == "at" || lower(c) == "from")) {
        return false;
      }
    }
    return true;
  }

  void slot_places(std::uint32_t governor, std::string_view slot, std::uint32_t object, std::vector<Place>& out) const {
    std::vector<std::uint32_t> objects;
    if (slot == "obj") {
      clauses_.conjuncts(object, objects);
    } else if (slot == "out of") {
      clauses_.prepositional(governor, "outof", objects);
    } else {
      clauses_.prepositional(governor, slot, objects);
    }
    for (const std::uint32_t o : objects) {
      if (slot == "of" && named_place_at(layers_, o) == layers_.places.size()) continue;  // "a tour of weapons sites"
      add_places(layers_, words_, o, out);
    }
    if (!objects.empty()) return add_nested(objects.back(), out);
    for (const std::uint32_t c : annotation_.children(governor)) {  // "from elsewhere in Africa", "from there"
      if (token(c).dep != Dep::prep || lower(c) != slot) continue;
      const std::uint32_t inner = clauses_.child(c, Dep::pcomp);
      if (inner != kNoToken) add_places(layers_, words_, inner, out);
    }
  }

  // "Lima, Callao in the west and Quito": the parser hangs the last name on the inner one.
  void add_nested(std::uint32_t last, std::vector<Place>& out) const {
    if (out.size() < 2) return;
    std::vector<std::uint32_t> inner;
    clauses_.prepositional(last, "in", inner);
    for (std::size_t i = 1; i < inner.size(); ++i) add_places(layers_, words_, inner[i], out);
  }

  // "now in Japan for a meeting", "is in Cairo to attend": who is there has gone there.
  void stands_in(std::uint32_t v) {
    const Clause& clause = clauses_.of(v);
    const std::uint32_t who = clause.surface_subject;
    if (who == kNoToken || clause.passive) return;
    const bool copula = lemma(v) == "be";
    for (const std::uint32_t c : annotation_.children(v)) {
      if (token(c).dep != Dep::prep || lower(c) != "in") continue;
      const std::uint32_t place = clauses_.child(c, Dep::pobj);
      if (place == kNoToken || named_place_at(layers_, place) == layers_.places.size()) continue;
      const std::uint32_t now = clauses_.child(c, Dep::advmod);
      const bool moved_on = now != kNoToken && lower(now) == "now";
      const bool visiting = copula && (clauses_.infinitive(v) != kNoToken || purpose_noun(v));
      if (!moved_on && !visiting) continue;
      if (!travels(layers_, words_, who) || words_.find(lemma(v)) != nullptr) continue;
      Movement movement = start(v, {});
      movement.why.rule = "being in a place on an errand";
      add_movers(who, movement.who);
      std::vector<Place> to, from;
      add_places(layers_, words_, place, to);
      const std::uint32_t tour = clause.object;
      if (words_.ends_tour(lemma(v)) && tour != kNoToken && is_tour(tour)) slot_places(tour, "of", kNoToken, from);
      movement.purpose = purpose(v);
      if (moved_on) movement.when = now_of(now);
      add(std::move(movement), to, from);
      skip_ = tour;
      return;
    }
  }

  std::optional<When> now_of(std::uint32_t now) const {
    for (const Timex& time : layers_.times) {
      if (!time.words.contains(now) || !time.first || !time.last) continue;
      When when;
      when.words = words_of(annotation_, time.words);
      when.first = *time.first;
      when.last = *time.last;
      return when;
    }
    return std::nullopt;
  }

  bool purpose_noun(std::uint32_t v) const {
    for (const std::uint32_t c : annotation_.children(v)) {
      if (token(c).dep == Dep::prep && lower(c) == "for" && clauses_.has_child(c, Dep::pobj) &&
          !in_time(layers_, clauses_.child(c, Dep::pobj))) {
        return true;
      }
    }
    return false;
  }

  bool is_tour(std::uint32_t noun) const {
    const auto* entries = words_.find(lemma(noun));
    return entries != nullptr && std::any_of(entries->begin(), entries->end(), [](const MotionEntry& e) {
             return e.pos == MotionPos::noun && e.mover == Mover::own;
           });
  }

  // "A stop in Lima ended a trip that took her to ...": a stop of that tour.
  void ends_tour(std::uint32_t v) {
    const bool last = words_.ends_tour(lemma(v));
    if (!last && !words_.begins_tour(lemma(v))) return;
    const Clause& clause = clauses_.of(v);
    if (clause.object == kNoToken || clause.subject == kNoToken || !is_tour(clause.object)) return;
    if (travels(layers_, words_, clause.subject)) return;
    std::vector<Place> to;
    slot_places(clause.subject, "in", kNoToken, to);
    slot_places(clause.subject, "at", kNoToken, to);
    if (to.empty()) return;
    Movement movement = start(v, {});
    movement.why.rule = "stop that ends or begins a tour";
    add_movers(tour_owner(clause.object), movement.who);
    if (movement.who.empty()) return;
    if (last) {
      pending_ = std::move(movement);
      pending_to_ = std::move(to);
    } else {
      add(std::move(movement), to, {});
    }
  }

  std::uint32_t tour_owner(std::uint32_t tour) const {
    const std::uint32_t owner = clauses_.child(tour, Dep::poss);
    if (owner != kNoToken) return owner;
    for (const std::uint32_t c : annotation_.children(tour)) {
      if (token(c).dep != Dep::relcl && token(c).dep != Dep::acl) continue;
      const Clause& inner = clauses_.of(c);
      for (const std::uint32_t who : {inner.object, inner.surface_subject}) {
        if (who != kNoToken && travels(layers_, words_, who)) return who;
      }
    }
    return kNoToken;
  }

  void flush() {
    if (!pending_.who.empty()) add(std::move(pending_), pending_to_, {});
    pending_ = {};
    pending_to_.clear();
    skip_ = kNoToken;
  }

  // ---- nouns

  void noun(std::uint32_t n) {
    if (n == skip_) return;
    const auto* entries = words_.find(lemma(n));
    if (entries == nullptr) return;
    for (const MotionEntry& entry : *entries) {
      if (entry.pos == MotionPos::noun && of_noun(n, entry)) return;
    }
  }

  bool of_noun(std::uint32_t n, const MotionEntry& entry) {
    if (entry.mover == Mover::carrier && !on_the_way(n)) return false;
    Movement movement = start(n, entry);
    const bool own = noun_movers(n, entry, movement.who);
    std::vector<Place> to, from;
    for (const std::string& slot : entry.to) slot_places(n, slot, kNoToken, to);
    for (const std::string& slot : entry.from) slot_places(n, slot, kNoToken, from);
    modifier_places(n, entry, to);
    if (to.empty() || from.empty()) {  // "the exodus of refugees from": the parser may hang the place on the refugees
      std::vector<std::uint32_t> of;
      clauses_.prepositional(n, "of", of);
      const bool no_to = to.empty(), no_from = from.empty();
      for (const std::uint32_t o : of) {
        for (const std::string& slot : entry.to) {
          if (no_to && slot != "of" && slot != "in") slot_places(o, slot, kNoToken, to);
        }
        for (const std::string& slot : entry.from) {
          if (no_from && slot != "of") slot_places(o, slot, kNoToken, from);
        }
      }
    }
    if (movement.who.empty()) return false;
    movement.purpose = purpose(n);
    if (to.empty() && from.empty() && own && entry.mover == Mover::own && at_scene(n)) {
      add_scene(movement.who, to);
    }
    return add(std::move(movement), to, from);
  }

  bool at_scene(std::uint32_t n) const {
    return lemma(n) == "visit" || lemma(n) == "trip" || lemma(n) == "arrival" || lemma(n) == "return";
  }

  // "his Moscow visit".
  void modifier_places(std::uint32_t n, const MotionEntry& entry, std::vector<Place>& to) const {
    if (entry.mover != Mover::own || !to.empty()) return;
    for (const std::uint32_t c : annotation_.children(n)) {
      if (token(c).dep == Dep::compound && named_place_at(layers_, c) < layers_.places.size()) {
        add_places(layers_, words_, c, to);
      }
    }
  }

  // "en route to", "on their way to".
  bool on_the_way(std::uint32_t n) const {
    const std::uint32_t before = token(n).left_edge;
    if (lemma(n) == "route") return n > 0 && lower(n - 1) == "en";
    for (const std::uint32_t i : {before, n, n > 1 ? n - 1 : n}) {
      if (i > 0 && lower(i - 1) == "on") return true;
    }
    return false;
  }

  // Says whether the noun itself names who moves.
  bool noun_movers(std::uint32_t n, const MotionEntry& entry, std::vector<Actor>& who) {
    if (entry.mover == Mover::self) {
      add_movers(n, who);
      return true;
    }
    const std::uint32_t owner = clauses_.child(n, Dep::poss);
    if (owner != kNoToken && entry.mover != Mover::carrier && travels(layers_, words_, owner)) add_movers(owner, who);
    if (who.empty() && entry.mover != Mover::carrier) {
      for (const std::string_view slot : {"of", "by"}) {
        if (slot == "by" && entry.mover == Mover::obj) continue;
        std::vector<std::uint32_t> objects;
        clauses_.prepositional(n, slot, objects);
        for (const std::uint32_t o : objects) {
          if (named_place_at(layers_, o) == layers_.places.size() && travels(layers_, words_, moving_head(o)))
            add_movers(o, who);
        }
      }
      for (const std::uint32_t c : annotation_.children(n)) {
        if ((token(c).dep == Dep::compound || token(c).dep == Dep::nmod) && who.empty() &&
            token(c).entity == EntityType::PERSON) {
          add_movers(c, who);
        }
      }
    }
    if (!who.empty()) return true;
    if (entry.mover == Mover::obj) return false;
    const std::uint32_t subject = subject_above(n);
    if (subject != kNoToken && travels(layers_, words_, moving_head(subject))) add_movers(subject, who);
    return false;
  }

  // Who makes a visit: the subject of the verb that takes the noun, or the noun that "en route" describes.
  std::uint32_t subject_above(std::uint32_t n) const {
    std::uint32_t i = n;
    for (int steps = 0; steps < 4 && token(i).head != i; ++steps) {
      const Dep dep = token(i).dep;
      const std::uint32_t head = token(i).head;
      if (dep != Dep::dobj && dep != Dep::pobj && dep != Dep::prep && dep != Dep::attr && dep != Dep::conj &&
          dep != Dep::pcomp && dep != Dep::advcl && dep != Dep::xcomp && dep != Dep::npadvmod) {
        return kNoToken;
      }
      if (token(head).pos == Pos::VERB || token(head).pos == Pos::AUX) return clauses_.of(head).surface_subject;
      if (dep == Dep::prep && token(head).pos != Pos::ADP && travels(layers_, words_, head)) return head;
      i = head;
    }
    return kNoToken;
  }

  // ---- common

  Movement start(std::uint32_t trigger, const MotionEntry& entry) const {
    Movement movement;
    movement.doc = layers_.story->id;
    movement.evidence = sentence_of(annotation_, trigger);
    movement.factuality = factuality_.read(clauses_, trigger).factuality;
    movement.when = when_of(layers_, trigger);
    movement.why.entry = entry.source;
    movement.why.rule = entry.pos == MotionPos::verb ? "verb of motion" : "noun of motion";
    movement.why.words.push_back(words_of(annotation_, {trigger, trigger + 1}));
    return movement;
  }

  void add_movers(std::uint32_t token_index, std::vector<Actor>& who) const {
    if (token_index == kNoToken) return;
    std::vector<std::uint32_t> conjuncts;
    clauses_.conjuncts(clauses_.antecedent(token_index), conjuncts);
    for (const std::uint32_t c : conjuncts) {
      const std::uint32_t head = conjuncts.size() == 1 ? moving_head(c) : c;
      if (!travels(layers_, words_, head)) continue;
      const std::size_t before = who.size();
      add_actors(layers_, head, who);
      if (who.size() > before ||
          !(words_.is_mover(lemma(head)) || words_.is_mover(lower(head)) || token(head).entity == EntityType::NORP))
        continue;
      if (layers_.actors.actor_at(head) != nullptr && layers_.actors.actor_at(head)->actor) continue;  // there already
      Actor actor;
      actor.name = phrase_text(layers_, head);
      actor.words = words_of(annotation_, {token(head).left_edge, head + 1});
      who.push_back(std::move(actor));
    }
  }

  // "arrived with some 50 inspectors", "accompanied by his wife".
  void add_company(std::uint32_t v, std::vector<Actor>& who) const {
    std::vector<std::uint32_t> with;
    clauses_.prepositional(v, "with", with);
    for (const std::uint32_t w : with) {
      if (travels(layers_, words_, w)) add_movers(w, who);
    }
  }

  // "to submit the document", "for talks".
  std::string purpose(std::uint32_t governor) const {
    for (const std::uint32_t c : annotation_.children(governor)) {
      const Token& t = token(c);
      const bool infinitive = (t.dep == Dep::advcl || t.dep == Dep::xcomp || t.dep == Dep::acl) && t.tag == Tag::VB;
      if (infinitive && c > governor && lower(t.left_edge) == "to") return clipped(t.left_edge, t.right_edge + 1);
    }
    for (const std::uint32_t c : annotation_.children(governor)) {
      if (token(c).dep != Dep::prep || lower(c) != "for") continue;
      const std::uint32_t object = clauses_.child(c, Dep::pobj);
      if (object == kNoToken || in_time(layers_, object) || named_place_at(layers_, object) < layers_.places.size())
        continue;
      return phrase_text(layers_, token(object).left_edge, object);
    }
    return {};
  }

  // The words up to the first pause or clause about one of them, at most fourteen, and not ending in a link word.
  std::string clipped(std::uint32_t begin, std::uint32_t end) const {
    end = std::min(end, begin + 14);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (token(i).is(kIsSpace) || lower(i) == "," || lower(i) == "\"") end = i;
      if (token(i).dep == Dep::relcl && token(i).left_edge > begin) end = std::min(end, token(i).left_edge);
    }
    const auto links = [&](std::uint32_t i) {
      const Pos pos = token(i).pos;
      return pos == Pos::ADP || pos == Pos::DET || pos == Pos::CCONJ || pos == Pos::SCONJ || pos == Pos::PART;
    };
    while (end > begin && links(end - 1)) --end;
    return end > begin ? std::string(annotation_.text(TokenSpan{begin, end})) : std::string();
  }

  // Who returns goes home, if the story knows their country, or comes back to where it plays.
  void add_home(const std::vector<Actor>& who, std::vector<Place>& to) {
    if (who.empty() || !add_country(layers_, who.front().country, to)) add_scene(who, to);
  }

  // The country that the story plays in, other than that of those who come.
  void add_scene(const std::vector<Actor>& who, std::vector<Place>& to) {
    if (!ranked_) {
      countries_ = countries_by_weight(layers_);
      ranked_ = true;
    }
    for (const std::string_view code : countries_) {
      if (!who.empty() && who.front().country == code) continue;
      add_country(layers_, code, to);
      return;
    }
  }

  // One record a destination; with one destination or none, one an origin.
  bool add(Movement movement, const std::vector<Place>& to, const std::vector<Place>& from) {
    if (to.empty() && from.empty()) return false;
    if (to.size() <= 1) {
      if (!to.empty()) movement.to = to.front();
      if (from.empty()) return push(std::move(movement));
      for (const Place& place : from) {
        movement.from = place;
        push(movement);
      }
      return true;
    }
    if (!from.empty()) movement.from = from.front();
    for (const Place& place : to) {
      movement.to = place;
      push(movement);
    }
    return true;
  }

  // Leaves out what the sentence has said in other words: "left for a visit to Paris".
  bool push(Movement movement) {
    const auto place_name = [](const std::optional<Place>& p) {
      return p ? std::string_view(p->name) : std::string_view();
    };
    for (std::size_t i = first_; i < records_.size(); ++i) {
      Movement* other = std::get_if<Movement>(&records_[i]);
      if (other == nullptr || other->evidence.begin != movement.evidence.begin) continue;
      const bool same_to = !other->to || !movement.to || place_name(other->to) == place_name(movement.to);
      const bool same_from = !other->from || !movement.from || place_name(other->from) == place_name(movement.from);
      const bool same_who =
          !other->who.empty() && !movement.who.empty() && other->who.front().name == movement.who.front().name;
      const bool both = (other->to && movement.to) || (other->from && movement.from);
      if (!same_to || !same_from || !same_who || !both) continue;
      if (!other->to) other->to = movement.to;
      if (!other->from) other->from = movement.from;
      if (other->purpose.empty()) other->purpose = movement.purpose;
      return true;
    }
    records_.emplace_back(std::move(movement));
    return true;
  }

  const MotionLexicon& words_;
  const FactualityLexicon& factuality_;
  const Layers& layers_;
  const Annotation& annotation_;
  const Clauses& clauses_;
  std::vector<Record>& records_;
  const std::size_t first_;
  Movement pending_;  // the last stop of a tour, kept until the others are told
  std::vector<Place> pending_to_;
  std::uint32_t skip_ = kNoToken;  // a tour whose places are taken
  bool ranked_ = false;
  std::vector<std::string_view> countries_;
};

}  // namespace

MovementFinder::MovementFinder(const Lexicon& lexicon, const FactualityLexicon& factuality) : factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("motion.tsv")) words_.add(TsvTable(t.text, t.where), t.where);
}

void MovementFinder::find(const Layers& layers, std::vector<Record>& records) const {
  Run(words_, factuality_, layers, records).find();
}

}  // namespace annals
