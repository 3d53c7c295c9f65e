// Talks records, from nouns of negotiation with what became of them and from acts that try to bring about a deal.
#include "record/talks.h"

#include <algorithm>

#include "record/details.h"
#include "record/evidence.h"
#include "record/phrase_text.h"

namespace annals {
namespace {

// What a word says of the negotiation, and who takes part by way of it.
struct Standing {
  TalksStatus status = TalksStatus::under_way;
  std::uint32_t word = kNoToken;  // that says so
  bool verb = false;
  bool object = false;  // the noun is the verb's object
  std::string_view source;
  std::string_view rule;
};

class Run {
 public:
  Run(const TalksLexicon& words, const ActorLexicon& actors, const FactualityLexicon& factuality, const Layers& layers,
      std::vector<Record>& records)
      : words_(words),
        actors_(actors),
        factuality_(factuality),
        layers_(layers),
        annotation_(layers.language),
        clauses_(layers.clauses),
        records_(records),
        first_(records.size()) {}

  void find() {
    for (std::uint32_t i = 0; i < annotation_.tokens.size(); ++i) {
      const Token& t = token(i);
      if (t.pos == Pos::VERB) {
        persuasion(i);
        meeting(i);
      }
      if (t.pos == Pos::NOUN || t.pos == Pos::PROPN) noun(i);
    }
  }

 private:
  const Token& token(std::uint32_t i) const { return annotation_.tokens[i]; }
  std::string_view lower(std::uint32_t i) const { return annotation_.lower(i); }
  std::string_view lemma(std::uint32_t i) const { return annotation_.lemma(i); }
  bool is_verb(std::uint32_t i) const { return token(i).pos == Pos::VERB || token(i).pos == Pos::AUX; }

  // ---- nouns

  void noun(std::uint32_t n) {
    TalksNoun kind = words_.noun(annotation_, n);
    if (kind == TalksNoun::none) return;
    const bool one_talk = lower(n) == "talk" || (lemma(n) == "conference" && !has_modifier(n, "peace"));
    if (one_talk || n == taken_) return;
    mentioned_ = mentioned_ || kind != TalksNoun::effort;
    std::uint32_t aim = kNoToken;
    if (kind == TalksNoun::effort) {
      aim = aim_of(n);
      if (aim == kNoToken) return;
      taken_ = aim;
    }
    Standing standing = standing_of(n, kind);
    if (standing.word == kNoToken && kind == TalksNoun::effort) {
      standing = {TalksStatus::under_way, n, false, false, {}, "efforts towards a deal"};
    }
    if (standing.word == kNoToken && kind == TalksNoun::talk && is_ahead(n)) {
      standing = {TalksStatus::planned, n, false, false, {}, "talks at a time to come"};
    }
    if (standing.word == kNoToken) return;
    Talks talks = start(standing.word);
    talks.why.rule = standing.rule;
    talks.why.entry = standing.source;
    talks.why.words.push_back(words_of(annotation_, {n, n + 1}));
    talks.status = in_view_of(standing.status, standing, talks.factuality, kind);
    if (talks.status == TalksStatus::planned && talks.factuality == Factuality::actual)
      talks.factuality = Factuality::future;
    talks.subject = subject(n, kind, aim, standing.word > n ? standing.word : kNoToken);
    add_parties(n, aim, standing, talks);
    if (talks.status == TalksStatus::stalled || talks.status == TalksStatus::failed) {
      if (standing.word != n) talks.obstacle = obstacle(standing.word);
    }
    if (talks.obstacle.empty()) add_gap(n, talks);
    push(std::move(talks));
  }

  bool has_modifier(std::uint32_t n, std::string_view word) const {
    for (const std::uint32_t c : annotation_.children(n)) {
      if (lower(c) == word) return true;
    }
    return false;
  }

  // "efforts to secure a pause": the pause.
  std::uint32_t aim_of(std::uint32_t n) const {
    for (const std::uint32_t c : annotation_.children(n)) {
      const Dep dep = token(c).dep;
      std::uint32_t verb = kNoToken;
      if (dep == Dep::acl || dep == Dep::relcl || dep == Dep::xcomp || dep == Dep::advcl) verb = c;
      if (dep == Dep::prep) verb = clauses_.child(c, Dep::pcomp);  // "efforts at brokering a truce"
      if (verb == kNoToken || !words_.is(TalksWord::aim, lower_lemma(verb))) continue;
      const std::uint32_t object = clauses_.child(verb, Dep::dobj);
      if (object == kNoToken) continue;
      const TalksNoun kind = words_.noun(annotation_, object);
      if (kind == TalksNoun::deal || kind == TalksNoun::talk) return object;
    }
    return kNoToken;
  }
  // Headlines write verbs in capitals, which the lemmatizer may keep.
  std::string_view lower_lemma(std::uint32_t i) const { return token(i).is(kIsTitle) ? lower(i) : lemma(i); }

  // "talks mediated by Qatar collapsed": a modifier, also where the tree makes it the main verb.
  bool is_bare_participle(std::uint32_t v) const {
    return token(v).tag == Tag::VBN && clauses_.has_child(v, Dep::agent) && !clauses_.has_child(v, Dep::auxpass);
  }

  // What verb `v` makes of the noun, if that is its subject or object.
  Standing standing_by_verb(std::uint32_t v, std::uint32_t n, TalksNoun kind) const {
    if (!is_verb(v)) return {};
    const Clause& clause = clauses_.of(v);
    const bool object = same(clause.object, n) && clause.object != kNoToken;
    const bool subject =
        !object && (hangs_inside(v, n) || (clause.surface_subject != kNoToken && same(clause.surface_subject, n)));
    if (!object && !subject) return {};
    if (subject && !clause.passive && clauses_.has_child(v, Dep::dobj)) return {};  // "talks ended a tour"
    if (lemma(v) == "fail" && clauses_.infinitive(v) != kNoToken) return {};        // what failed is the deed below
    if (const auto* entry = verb_entry(v, subject, kind)) {
      return {entry->status, v, true, object, entry->source, object ? "what was done with it" : "what it did"};
    }
    if (subject && lemma(v) == "be") {
      if (const auto* entry = words_.predicate(annotation_, v + 1, std::min(token(v).right_edge + 1, v + 9))) {
        return {entry->status, v, false, false, entry->source, "what it is said to be"};
      }
    }
    return {};
  }

  Standing standing_of(std::uint32_t n, TalksNoun kind) const {
    const TokenSpan sentence = annotation_.sentences[token(n).sentence];
    // What the sentence says of it goes before what a clause beside the noun does: "talks brokered by X collapsed".
    Standing beside;
    for (std::uint32_t v = sentence.begin; v < sentence.end; ++v) {  // control, relatives and passives are resolved
      const Standing standing = standing_by_verb(v, n, kind);
      if (standing.word == kNoToken) continue;
      const bool modifies =
          (token(v).head == n && (token(v).dep == Dep::acl || token(v).dep == Dep::relcl)) || is_bare_participle(v);
      if (!modifies) return standing;
      if (beside.word == kNoToken) beside = standing;
    }
    if (beside.word != kNoToken) return beside;
    for (const std::uint32_t c : annotation_.children(n)) {
      if (token(c).dep != Dep::amod && token(c).dep != Dep::compound) continue;
      const auto* entries = words_.adjective(lower(c));
      if (entries == nullptr) continue;
      for (const TalksStatusEntry& entry : *entries) {
        if (entry.of == TalksNoun::none || entry.of == kind) {
          return {entry.status, n, false, false, entry.source, "adjective"};
        }
      }
    }
    if (kind == TalksNoun::effort) {  // headlines without a verb: "efforts still a work in progress"
      if (const auto* entry = words_.predicate(annotation_, n + 1, std::min(sentence.end, n + 14))) {
        return {entry->status, n, false, false, entry->source, "what it is said to be"};
      }
    }
    return behind_preposition(n, kind);
  }

  // "talks on prisoners stalled": the parser may take the verb for a participle of the last noun.
  bool hangs_inside(std::uint32_t v, std::uint32_t n) const {
    const Token& t = token(v);
    return t.dep == Dep::acl && t.tag == Tag::VBN && t.head != n && n < v && v <= token(n).right_edge &&
           clauses_.child(v, Dep::agent) == kNoToken;
  }

  // The same phrase or a conjunct of it.
  bool same(std::uint32_t argument, std::uint32_t n) const {
    if (token(n).dep == Dep::pobj && lower(token(n).head) == "of" && is_round(token(token(n).head).head)) {
      n = token(token(n).head).head;  // "a new round of talks"
    }
    for (std::uint32_t i = n; argument != kNoToken; i = token(i).head) {
      if (i == argument) return true;
      if (token(i).dep != Dep::conj || token(i).head == i) return false;
    }
    return false;
  }

  bool is_round(std::uint32_t i) const {
    const std::string_view l = lemma(i);
    return l == "round" || l == "series" || l == "session" || l == "day" || l == "set";
  }

  const TalksStatusEntry* verb_entry(std::uint32_t v, bool subject, TalksNoun kind) const {
    const auto* entries = words_.verb(lower_lemma(v));
    if (entries == nullptr) entries = words_.verb(lemma(v));
    if (entries == nullptr && !subject) entries = words_.adjective(lower(v));  // "are deadlocked"
    if (entries == nullptr) return nullptr;
    for (const TalksStatusEntry& entry : *entries) {
      if (entry.subject != subject) continue;
      if (entry.of != TalksNoun::none && entry.of != kind &&
          !(kind == TalksNoun::effort && entry.of == TalksNoun::talk))
        continue;
      if (!entry.particle.empty() && !has_particle(v, entry.particle)) continue;
      return &entry;
    }
    return nullptr;
  }

  bool has_particle(std::uint32_t v, std::string_view particle) const {
    for (const std::uint32_t c : annotation_.children(v)) {
      if (lower(c) == particle) return true;
    }
    return false;
  }

  // "are in talks", "agreed on a truce", "the collapse of the talks".
  Standing behind_preposition(std::uint32_t n, TalksNoun kind) const {
    std::uint32_t first = n;
    while (token(first).dep == Dep::conj && token(first).head != first) first = token(first).head;
    if (token(first).dep != Dep::pobj) return {};
    const std::uint32_t preposition = token(first).head, governor = token(preposition).head;
    const std::string_view p = lower(preposition), g = lemma(governor);
    if (governor == preposition) return {};
    if (kind == TalksNoun::talk && p == "in" && is_verb(governor) && (g == "be" || g == "engage" || g == "remain")) {
      return {TalksStatus::under_way, governor, true, true, {}, "being in talks"};
    }
    if (kind == TalksNoun::deal && (p == "to" || p == "on") && g == "agree") {
      return {TalksStatus::agreed, governor, true, true, {}, "agreeing on it"};
    }
    if (p == "of" && token(governor).pos == Pos::NOUN) {
      static constexpr std::pair<std::string_view, TalksStatus> kEnds[] = {
          {"collapse", TalksStatus::failed},    {"failure", TalksStatus::failed},
          {"breakdown", TalksStatus::failed},   {"rejection", TalksStatus::failed},
          {"suspension", TalksStatus::stalled}, {"resumption", TalksStatus::under_way},
          {"start", TalksStatus::under_way},    {"signing", TalksStatus::agreed},
          {"end", TalksStatus::ended}};
      for (const auto& [word, status] : kEnds) {
        if (g == word) return {status, governor, false, true, {}, "noun of what became of it"};
      }
    }
    return {};
  }

  // "next week's talks".
  bool is_ahead(std::uint32_t n) const {
    if (!layers_.story->published) return false;
    for (const Timex& time : layers_.times) {
      if (!time.first || *time.first <= *layers_.story->published) continue;
      for (std::uint32_t i = time.words.begin; i < time.words.end; ++i) {
        std::uint32_t head = token(i).head;
        if (token(head).pos == Pos::ADP) head = token(head).head;
        if (head == n) return true;
      }
    }
    return false;
  }

  // What the words around a status make of it.
  TalksStatus in_view_of(TalksStatus status, const Standing& standing, Factuality factuality, TalksNoun kind) const {
    switch (factuality) {
      case Factuality::actual:
        return status;
      case Factuality::future:
        if (status == TalksStatus::agreed && kind == TalksNoun::deal) return TalksStatus::planned;
        return status == TalksStatus::under_way ? TalksStatus::planned : status;
      case Factuality::hypothetical:
        if (status == TalksStatus::agreed) return standing.verb ? TalksStatus::proposed : status;
        return status == TalksStatus::under_way ? TalksStatus::proposed : status;
      case Factuality::negated:
        if (status == TalksStatus::agreed) return TalksStatus::failed;
        if (status == TalksStatus::under_way || status == TalksStatus::planned) return TalksStatus::stalled;
        return status;
    }
    return status;
  }

  // What is negotiated: "talks on hostages", "peace talks", the truce that efforts aim at.
  std::string subject(std::uint32_t n, TalksNoun kind, std::uint32_t aim, std::uint32_t stop) const {
    if (aim != kNoToken) return phrase_text(layers_, token(aim).left_edge, aim);
    static constexpr std::string_view kAbout[] = {"on", "about", "over", "regarding", "concerning", "for"};
    for (const std::string_view p : kAbout) {
      std::vector<std::uint32_t> objects;
      clauses_.prepositional(n, p, objects);
      for (const std::uint32_t o : objects) {
        if (!in_time(layers_, o)) return phrase_text_until(layers_, o, stop > o ? stop : o + 1);
      }
    }
    if (const std::uint32_t verb = clauses_.infinitive(n); verb != kNoToken && verb > n) return clipped(verb);
    std::string modifiers;
    for (const std::uint32_t c : annotation_.children(n)) {
      const Token& t = token(c);
      if (c > n || (t.dep != Dep::compound && t.dep != Dep::amod && t.dep != Dep::nmod)) continue;
      if (layers_.actors.at(c) != nullptr || in_time(layers_, c) || words_.adjective(lower(c)) != nullptr) continue;
      if (t.dep == Dep::amod && t.tag != Tag::JJ) continue;
      modifiers = std::string(annotation_.text(c));
    }
    if (kind == TalksNoun::talk || modifiers.empty()) {
      if (!modifiers.empty()) return modifiers;
    }
    return kind == TalksNoun::deal ? phrase_text(layers_, token(n).left_edge, n) : std::string();
  }

  std::string clipped(std::uint32_t verb) const {
    const std::uint32_t begin = token(verb).left_edge;
    std::uint32_t end = std::min(token(verb).right_edge + 1, begin + 14);
    for (std::uint32_t i = verb; i < end; ++i) {
      if (token(i).is(kIsSpace) || lower(i) == ",") end = i;
    }
    return std::string(annotation_.text(TokenSpan{begin, end}));
  }

  // ---- parties

  void add_parties(std::uint32_t n, std::uint32_t aim, const Standing& standing, Talks& talks) const {
    for (std::uint32_t i = token(n).left_edge; i < n; ++i) {  // "Blinken's efforts", "the Israel-Hamas talks"
      if (annotation_.tokens[i].dep == Dep::pobj) continue;
      if (belongs_to(i, n)) add_side(i, talks.parties);
    }
    add_objects(n, {"between", "with", "among"}, talks.parties);
    if (aim != kNoToken) {
      add_objects(n, {"by"}, talks.parties);
      const std::uint32_t verb = token(aim).head;
      if (words_.is(TalksWord::mediate, lower_lemma(verb))) std::swap(talks.parties, talks.mediator);
      add_objects(aim, {"between", "with"}, talks.parties);
    }
    if (standing.verb) {
      const Clause& clause = clauses_.of(standing.word);
      const bool mediates = words_.is(TalksWord::mediate, lemma(standing.word));
      if (standing.object) add_conjuncts(clause.subject, mediates ? talks.mediator : talks.parties);
      if (!mediates) add_objects(standing.word, {"with", "between"}, talks.parties);
      const std::uint32_t outer = token(standing.word).head;  // "meeting with the minister to finish talks"
      if (talks.parties.size() < 2 && outer != standing.word && is_verb(outer)) {
        const bool infinitive = token(standing.word).dep == Dep::xcomp || token(standing.word).dep == Dep::advcl;
        if (infinitive) add_objects(outer, {"with"}, talks.parties);
      }
    }
    for (const std::uint32_t c : annotation_.children(n)) {  // "mediated by Qatar"
      if (token(c).pos != Pos::VERB || !words_.is(TalksWord::mediate, lemma(c))) continue;
      if (token(c).dep == Dep::amod) {
        for (std::uint32_t i = token(c).left_edge; i < c; ++i) add_side(i, talks.mediator);
      } else {
        add_conjuncts(clauses_.of(c).subject, talks.mediator);
      }
    }
    const std::uint32_t above = token(n).head;
    if (is_bare_participle(above) && words_.is(TalksWord::mediate, lemma(above))) {
      add_conjuncts(clauses_.of(above).subject, talks.mediator);
    }
    std::erase_if(talks.parties, [&](const Actor& party) {
      return std::any_of(talks.mediator.begin(), talks.mediator.end(),
                         [&](const Actor& m) { return m.name == party.name; });
    });
  }

  // A possessor, or an actor in the compound before the noun.
  bool belongs_to(std::uint32_t i, std::uint32_t n) const {
    for (std::uint32_t k = i; k != n; k = token(k).head) {
      const Dep dep = token(k).dep;
      if (dep != Dep::poss && dep != Dep::compound && dep != Dep::amod && dep != Dep::nmod && dep != Dep::conj)
        return false;
      if (token(k).head == k) return false;
      if (token(token(k).head).pos == Pos::VERB) return false;
    }
    return true;
  }

  void add_objects(std::uint32_t governor, std::initializer_list<std::string_view> prepositions,
                   std::vector<Actor>& out) const {
    for (const std::string_view p : prepositions) {
      std::vector<std::uint32_t> objects;
      clauses_.prepositional(governor, p, objects);
      for (const std::uint32_t o : objects) add_side(o, out);
    }
  }

  void add_conjuncts(std::uint32_t head, std::vector<Actor>& out) const {
    std::vector<std::uint32_t> heads;
    clauses_.conjuncts(head, heads);
    for (const std::uint32_t h : heads) add_side(h, out);
  }

  // The country or body that an actor speaks for.
  void add_side(std::uint32_t i, std::vector<Actor>& out) const {
    const Mention* mention = layers_.actors.at(i);
    if (mention == nullptr || lemma(i) == "side" || lemma(i) == "party") return;
    const ActorEntity& entity = layers_.actors.entities[mention->entity];
    std::vector<Actor> found;
    add_actors(layers_, i, found);
    for (std::size_t k = 0; k < found.size(); ++k) {
      const bool group = !entity.members.empty() && found.size() == entity.members.size();
      speak_for(group ? entity.members[k] : mention->entity, found[k]);
      const bool there = std::any_of(out.begin(), out.end(), [&](const Actor& a) { return a.name == found[k].name; });
      if (!there) out.push_back(std::move(found[k]));
    }
  }

  void speak_for(std::uint32_t holder, Actor& actor) const {
    const ActorEntity& entity = layers_.actors.entities[holder];
    if (!entity.person) return;
    for (const RoleFinding& role : layers_.actors.roles) {
      if (layers_.actors.mentions[role.person].entity != holder || role.of == kNobody || role.former) continue;
      const ActorEntity& body = layers_.actors.entities[role.of];
      if (body.person) continue;
      actor.name = body.name;
      actor.country = body.country;
      actor.sector = sector_name(body.sector);
      return;
    }
    if (entity.sector != Sector::GOV || entity.country.empty()) return;
    for (const Country& country : actors_.countries()) {
      if (country.code != entity.country) continue;
      actor.name = country.name;
      return;
    }
  }

  // ---- obstacles

  // "stalled over the length of the pause", "because of disagreements".
  std::string obstacle(std::uint32_t governor) const {
    for (const std::uint32_t c : annotation_.children(governor)) {
      const Token& t = token(c);
      if (c < governor || (t.dep != Dep::prep && t.dep != Dep::acomp)) continue;
      if (!words_.is(TalksWord::obstacle, lower(c))) continue;
      std::uint32_t object = clauses_.child(c, Dep::pobj);
      for (const std::uint32_t inner : annotation_.children(c)) {  // "because of", "due to"
        if (object == kNoToken && token(inner).dep == Dep::prep) object = clauses_.child(inner, Dep::pobj);
      }
      if (object == kNoToken || in_time(layers_, object)) continue;
      return phrase_text_with_article(object);
    }
    return {};
  }

  std::string phrase_text_with_article(std::uint32_t noun) const {
    const std::uint32_t begin = token(noun).left_edge;
    std::uint32_t end = std::min(token(noun).right_edge + 1, begin + 20);
    for (std::uint32_t i = noun; i < end; ++i) {
      if (token(i).is(kIsSpace) || lower(i) == "," || lower(i) == "\"") end = i;
    }
    return std::string(annotation_.text(TokenSpan{begin, end}));
  }

  // "considerable gaps remain before the talks".
  void add_gap(std::uint32_t n, Talks& talks) const {
    const TokenSpan sentence = annotation_.sentences[token(n).sentence];
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (token(i).pos != Pos::NOUN || !words_.is(TalksWord::gap, lemma(i)) || token(i).dep != Dep::nsubj) continue;
      const std::uint32_t verb = token(i).head;
      if (lemma(verb) != "remain" && lemma(verb) != "persist") continue;
      std::uint32_t end = verb + 1;
      for (const std::uint32_t governor : {i, verb}) {
        for (const std::uint32_t c : annotation_.children(governor)) {
          if (lower(c) != "between" || clauses_.child(c, Dep::pobj) == kNoToken) continue;
          end = std::max(end, token(c).right_edge + 1);
          if (talks.parties.empty()) add_between(c, talks.parties);
        }
      }
      const std::uint32_t begin = token(i).left_edge;
      talks.obstacle = std::string(annotation_.text(TokenSpan{begin, std::min(end, begin + 16)}));
      return;
    }
  }

  // "between Iran and the West", "between Iranian and Western positions".
  void add_between(std::uint32_t preposition, std::vector<Actor>& out) const {
    const std::uint32_t object = clauses_.child(preposition, Dep::pobj);
    for (std::uint32_t i = preposition + 1; i <= token(preposition).right_edge; ++i) {
      if (i == object || belongs_to(i, object) || same(object, i)) add_side(i, out);
    }
  }

  // ---- acts

  // "failed to persuade X to accept a truce".
  void persuasion(std::uint32_t v) {
    if (!words_.is(TalksWord::persuade, lemma(v))) return;
    const Clause& clause = clauses_.of(v);
    const std::uint32_t deed = clauses_.infinitive(v);
    if (clause.object == kNoToken || deed == kNoToken) return;
    if (factuality_.read(clauses_, v).factuality != Factuality::negated) return;
    const std::uint32_t object = clauses_.child(deed, Dep::dobj);
    if (object != kNoToken && words_.noun(annotation_, object) != TalksNoun::deal) return;
    Talks talks = start(v);
    talks.factuality = Factuality::actual;
    talks.status = TalksStatus::failed;
    talks.why.rule = "failed persuasion";
    talks.subject = object != kNoToken ? phrase_text(layers_, object) : clipped(deed);
    add_conjuncts(clause.subject, talks.parties);
    add_conjuncts(clause.object, talks.parties);
    taken_ = object;
    push(std::move(talks));
  }

  // "X and Y meet on Monday": talks to come, in a story of talks.
  void meeting(std::uint32_t v) {
    if (lemma(v) != "meet" || !mentioned_) return;
    Talks talks = start(v);
    const bool ahead = talks.factuality == Factuality::future ||
                       (talks.factuality == Factuality::actual && talks.when && layers_.story->published &&
                        talks.when->first > *layers_.story->published);
    if (!ahead) return;
    talks.factuality = Factuality::future;
    talks.status = TalksStatus::planned;
    talks.why.rule = "meeting to come";
    const bool apart = has_particle(v, "separately");
    add_conjuncts(clauses_.of(v).surface_subject, talks.parties);
    if (clauses_.of(v).object != kNoToken) add_conjuncts(clauses_.of(v).object, talks.parties);
    add_objects(v, {"with"}, apart ? talks.mediator : talks.parties);
    if (talks.parties.size() < 2) return;
    push(std::move(talks));
  }

  // ---- common

  Talks start(std::uint32_t word) const {
    Talks talks;
    talks.doc = layers_.story->id;
    talks.evidence = sentence_of(annotation_, word);
    talks.factuality = factuality_.read(clauses_, word).factuality;
    talks.when = when_of(layers_, word);
    talks.why.words.push_back(words_of(annotation_, {word, word + 1}));
    return talks;
  }

  // One record a sentence and subject.
  void push(Talks talks) {
    for (std::size_t i = first_; i < records_.size(); ++i) {
      Talks* other = std::get_if<Talks>(&records_[i]);
      if (other == nullptr || other->evidence.begin != talks.evidence.begin) continue;
      if (other->status == talks.status || other->subject == talks.subject) return;
    }
    records_.emplace_back(std::move(talks));
  }

  const TalksLexicon& words_;
  const ActorLexicon& actors_;
  const FactualityLexicon& factuality_;
  const Layers& layers_;
  const Annotation& annotation_;
  const Clauses& clauses_;
  std::vector<Record>& records_;
  const std::size_t first_;
  std::uint32_t taken_ = kNoToken;  // a deal that a record above is about
  bool mentioned_ = false;          // the story speaks of talks
};

}  // namespace

TalksFinder::TalksFinder(const Lexicon& lexicon, const ActorLexicon& actors, const FactualityLexicon& factuality)
    : actors_(actors), factuality_(factuality) {
  for (const Lexicon::Table& t : lexicon.tables("talks.tsv")) words_.add(TsvTable(t.text, t.where), t.where);
}

void TalksFinder::find(const Layers& layers, std::vector<Record>& records) const {
  Run(words_, actors_, factuality_, layers, records).find();
}

}  // namespace annals
