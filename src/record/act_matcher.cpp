// Finds the frame that a word fires in its clause, and the phrases that fill the frame's slots.
#include "record/act_matcher.h"

#include <algorithm>

namespace annals {

// True if the word at `token` is one of the complement's verbs, with an object of the class that it may ask for.
bool ActMatcher::is_one_of(const std::vector<ActComplement::Verb>& words, const Clauses& clauses, std::uint32_t token,
                           ClassCache& cache) const {
  if (token == kNoToken) return false;
  const Annotation& annotation = clauses.annotation();
  return words.empty() || std::any_of(words.begin(), words.end(), [&](const ActComplement::Verb& verb) {
           if (!is_phrase(annotation, token, verb.word)) return false;
           if (verb.object_class < 0) return true;
           const std::uint32_t object = clauses.of(token).object;
           return object != kNoToken &&
                  classes_of(annotation, object, cache).test(static_cast<std::size_t>(verb.object_class));
         });
}

const ClassSet& ActMatcher::classes_of(const Annotation& annotation, std::uint32_t token, ClassCache& cache) const {
  if (!cache.known[token]) {
    cache.sets[token] = classes_->of(annotation, token);
    cache.known[token] = 1;
  }
  return cache.sets[token];
}

bool ActMatcher::matches(const ActItem& item, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const {
  const Annotation& annotation = clauses.annotation();
  switch (item.kind) {
    case ActItem::Kind::any:
      return true;
    case ActItem::Kind::none:
      return false;
    case ActItem::Kind::word:
    case ActItem::Kind::phrase:
      return is_phrase(annotation, token, item.text);
    case ActItem::Kind::word_class:
      return classes_of(annotation, token, cache).test(static_cast<std::size_t>(item.word_class));
    case ActItem::Kind::plural: {
      const Tag tag = annotation.tokens[token].tag;
      return clauses.has_child(token, Dep::conj) || tag == Tag::NNS || tag == Tag::NNPS ||
             annotation.lower(token) == "they" || annotation.lower(token) == "both";
    }
  }
  return false;
}

// Adds what stands behind "of" in phrases of quantity: "part of the aid", "dozens of people".
void ActMatcher::open_up(const Clauses& clauses, std::vector<std::uint32_t>& heads, ClassCache& cache) const {
  if (transparent_ < 0) return;
  for (std::size_t i = 0; i < heads.size() && heads.size() < 16; ++i) {
    if (classes_of(clauses.annotation(), heads[i], cache).test(static_cast<std::size_t>(transparent_)))
      clauses.prepositional(heads[i], "of", heads);
  }
}

void ActMatcher::named(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache,
                       std::vector<std::uint32_t>& out) const {
  const auto add = [&](const ActItem& item, std::vector<std::uint32_t>& heads) {
    if (item.kind == ActItem::Kind::any || item.kind == ActItem::Kind::none) return;
    open_up(clauses, heads, cache);
    for (const std::uint32_t head : heads) {
      if (matches(item, clauses, head, cache)) out.push_back(head);
    }
  };
  std::vector<std::uint32_t> heads;
  for (const ActItem& item : frame.objects) {
    heads.clear();
    clauses.conjuncts(clauses.of(token).object, heads);
    add(item, heads);
  }
  for (const ActPreposition& p : frame.prepositions) {
    heads.clear();
    clauses.prepositional(token, p.preposition, heads);
    if (heads.empty() && frame.pos == ActPos::verb)
      clauses.prepositional(clauses.of(token).object, p.preposition, heads);
    add(p.item, heads);
  }
}

// True if the phrase headed by `head`, or one coordinated with it, is one of `items`; "-" asks for no phrase.
bool ActMatcher::any_matches(const std::vector<ActItem>& items, const Clauses& clauses, std::uint32_t head,
                             ClassCache& cache) const {
  std::vector<std::uint32_t> heads;
  clauses.conjuncts(head, heads);
  open_up(clauses, heads, cache);
  return std::any_of(items.begin(), items.end(), [&](const ActItem& item) {
    if (item.kind == ActItem::Kind::none) return heads.empty();
    return std::any_of(heads.begin(), heads.end(), [&](auto h) { return matches(item, clauses, h, cache); });
  });
}

// A particle, or the adverb or preposition right behind the verb ("crack down", "shot dead").
bool ActMatcher::has_particle(const ActFrame& frame, const Clauses& clauses, std::uint32_t token) const {
  const Annotation& annotation = clauses.annotation();
  return std::any_of(frame.particles.begin(), frame.particles.end(), [&](const std::string& particle) {
    for (const std::uint32_t c : annotation.children(token)) {
      const Dep dep = annotation.tokens[c].dep;
      if (annotation.lower(c) != particle) continue;
      if (dep == Dep::prt || (c > token && c - token <= 2)) return true;
    }
    return token + 1 < annotation.tokens.size() && annotation.lower(token + 1) == particle;
  });
}

bool ActMatcher::has_modifier(const ActFrame& frame, const Clauses& clauses, std::uint32_t token,
                              ClassCache& cache) const {
  const Annotation& annotation = clauses.annotation();
  for (const std::uint32_t c : annotation.children(token)) {
    const Dep dep = annotation.tokens[c].dep;
    const bool modifies = dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod || dep == Dep::advmod ||
                          dep == Dep::poss || dep == Dep::npadvmod;
    if (!modifies) continue;
    for (const std::string& word : frame.modifiers) {
      if (is_phrase(annotation, c, word)) return true;
      const int number = classes_->find(word);
      if (number >= 0 && classes_of(annotation, c, cache).test(static_cast<std::size_t>(number))) return true;
    }
  }
  return false;
}

namespace {

// "on Monday", "in May": no place and no party, whatever the preposition.
bool is_time(const Annotation& annotation, std::uint32_t token) {
  const EntityType entity = annotation.tokens[token].entity;
  return entity == EntityType::DATE || entity == EntityType::TIME;
}

}  // namespace

bool ActMatcher::has_preposition(const ActFrame& frame, const Clauses& clauses, std::uint32_t token,
                                 ClassCache& cache) const {
  const Annotation& annotation = clauses.annotation();
  std::vector<std::uint32_t> objects;
  for (const ActPreposition& p : frame.prepositions) {
    objects.clear();
    clauses.prepositional(token, p.preposition, objects);
    // A phrase that tells the sense may hang one word off: "held civilians as human shields".
    const bool open = p.item.kind == ActItem::Kind::any;
    if (frame.pos == ActPos::verb && !open) {
      clauses.prepositional(clauses.of(token).object, p.preposition, objects);
    }
    const auto fits = [&](auto o) { return open ? !is_time(annotation, o) : matches(p.item, clauses, o, cache); };
    if (std::any_of(objects.begin(), objects.end(), fits)) return true;
    if (p.preposition == "to" && p.item.kind == ActItem::Kind::word) {  // a noun's infinitive: "efforts to persuade"
      const std::uint32_t verb = clauses.infinitive(token);
      if (verb != kNoToken && is_word(annotation, verb, p.item.text)) return true;
    }
    if (clauses.gerund_after(token, p.preposition) != kNoToken) {
      const std::uint32_t verb = clauses.gerund_after(token, p.preposition);
      if (p.item.kind == ActItem::Kind::any || matches(p.item, clauses, verb, cache)) return true;
    }
  }
  return false;
}

bool ActMatcher::has_complement(const ActComplement& complement, const Clauses& clauses, std::uint32_t token,
                                ClassCache& cache) const {
  const Annotation& annotation = clauses.annotation();
  switch (complement.kind) {
    case ComplementKind::infinitive:
      return is_one_of(complement.words, clauses, clauses.infinitive(token), cache);
    case ComplementKind::object_infinitive: {
      const std::uint32_t verb = clauses.infinitive(token);
      if (!is_one_of(complement.words, clauses, verb, cache)) return false;
      if (clauses.of(token).passive || clauses.of(token).object != kNoToken) return true;
      if (clauses.of(verb).own_subject) return true;  // "urged Iran to stop" parsed as one clause inside the other
      std::vector<std::uint32_t> behind;              // "called on Iran to stop", but not "called on Friday to"
      for (const char* preposition : {"on", "upon", "with", "to", "for"})
        clauses.prepositional(token, preposition, behind);
      return std::any_of(behind.begin(), behind.end(), [&](auto b) { return !is_time(annotation, b); });
    }
    case ComplementKind::for_infinitive: {
      const std::uint32_t verb = clauses.infinitive(token);
      const std::uint32_t mark = verb == kNoToken ? kNoToken : clauses.child(verb, Dep::mark);
      return mark != kNoToken && annotation.lower(mark) == "for" && is_one_of(complement.words, clauses, verb, cache);
    }
    case ComplementKind::that:
      if (clauses.finite_clause(token) == kNoToken) return false;
      return is_one_of(complement.words, clauses, clauses.finite_clause(token), cache);
    case ComplementKind::gerund:
      return is_one_of(complement.words, clauses, clauses.gerund(token), cache);
    case ComplementKind::preposition_gerund: {
      if (is_one_of(complement.words, clauses, clauses.gerund_after(token, complement.preposition), cache)) return true;
      std::vector<std::uint32_t> behind;  // "accused him of murder": a noun for the deed
      clauses.prepositional(token, complement.preposition, behind);
      return std::any_of(behind.begin(), behind.end(),
                         [&](auto noun) { return is_one_of(complement.words, clauses, noun, cache); });
    }
    case ComplementKind::none:
      return clauses.infinitive(token) == kNoToken && clauses.finite_clause(token) == kNoToken &&
             clauses.gerund(token) == kNoToken;
    case ComplementKind::auxiliary: {  // a modal, or "have to"; not the "have" of a perfect
      const Token& t = annotation.tokens[token];
      const bool before_to = token + 1 < annotation.tokens.size() && annotation.tokens[token + 1].tag == Tag::TO;
      return t.dep == Dep::aux && (t.tag == Tag::MD || before_to);
    }
    case ComplementKind::word:
      for (const std::uint32_t c : annotation.children(token)) {
        const Dep dep = annotation.tokens[c].dep;
        const bool place = dep == Dep::acomp || dep == Dep::oprd || dep == Dep::attr || dep == Dep::xcomp ||
                           dep == Dep::ccomp || dep == Dep::dobj || dep == Dep::advmod;
        if (place && is_one_of(complement.words, clauses, c, cache)) return true;
      }
      // "called the step illegal": the parser takes the adjective behind the object for its modifier.
      if (const std::uint32_t object = clauses.of(token).object; object != kNoToken && object > token) {
        for (const std::uint32_t c : annotation.children(object)) {
          if (c > object && annotation.tokens[c].dep == Dep::amod && is_one_of(complement.words, clauses, c, cache))
            return true;
        }
      }
      return false;
  }
  return false;
}

bool ActMatcher::holds(const ActFrame& frame, const Clauses& clauses, std::uint32_t token, ClassCache& cache) const {
  if (!frame.particles.empty() && !has_particle(frame, clauses, token)) return false;
  if (!frame.modifiers.empty() && !has_modifier(frame, clauses, token, cache)) return false;
  if (!frame.objects.empty()) {
    std::uint32_t object = clauses.of(token).object;
    if (frame.pos == ActPos::adjective) object = kNoToken;
    if (!any_matches(frame.objects, clauses, object, cache)) return false;
  }
  if (!frame.subjects.empty() && !any_matches(frame.subjects, clauses, clauses.of(token).subject, cache)) return false;
  if (!frame.prepositions.empty() && !has_preposition(frame, clauses, token, cache)) return false;
  return frame.complements.empty() ||
         std::any_of(frame.complements.begin(), frame.complements.end(),
                     [&](const auto& c) { return has_complement(c, clauses, token, cache); });
}

const ActFrame* ActMatcher::best(const Clauses& clauses, std::uint32_t token, ClassCache& cache) const {
  const Annotation& annotation = clauses.annotation();
  const Token& t = annotation.tokens[token];
  ActPos pos;
  switch (t.pos) {
    case Pos::VERB:
    case Pos::AUX:
      pos = ActPos::verb;
      break;
    case Pos::NOUN:
    case Pos::PROPN:
      pos = ActPos::noun;
      break;
    case Pos::ADJ:
      pos = ActPos::adjective;
      break;
    default:
      return nullptr;
  }
  const auto* frames = &lexicon_->frames(pos, annotation.lemma(t));
  if (frames->empty() && pos == ActPos::noun) frames = &lexicon_->frames(pos, annotation.lower(t));
  for (const ActFrame* frame : *frames) {
    if (holds(*frame, clauses, token, cache)) return frame;
  }
  return nullptr;
}

namespace {

// The logical subject; of an adjective ("is willing to") and an auxiliary ("must") that of their verb.
std::uint32_t subject_of(const Clauses& clauses, std::uint32_t token) {
  const Token& t = clauses.annotation().tokens[token];
  const bool of_head = t.pos == Pos::ADJ || t.dep == Dep::aux || t.dep == Dep::auxpass;
  return of_head && t.head != token ? clauses.of(t.head).surface_subject : clauses.of(token).subject;
}

// Who says the clause of the token: the subject of the verb whose content it is.
std::uint32_t speaker_of(const Clauses& clauses, std::uint32_t token) {
  const Annotation& annotation = clauses.annotation();
  for (std::uint32_t i = token; annotation.tokens[i].head != i; i = annotation.tokens[i].head) {
    if (annotation.tokens[i].dep == Dep::ccomp) return clauses.of(annotation.tokens[i].head).subject;
  }
  return kNoToken;
}

}  // namespace

namespace {

// "was found guilty along with six officials": who stands so beside the grammatical subject shares its part.
void add_companions(const Clauses& clauses, std::uint32_t verb, std::uint32_t noun, std::vector<std::uint32_t>& out) {
  for (const char* preposition : {"alongwith", "togetherwith"}) {
    clauses.prepositional(verb, preposition, out);
    clauses.prepositional(noun, preposition, out);
  }
}

}  // namespace

void ActMatcher::follow(const Clauses& clauses, std::uint32_t token, const ActSlot& slot,
                        std::vector<std::uint32_t>& out) {
  const Annotation& annotation = clauses.annotation();
  std::vector<std::uint32_t> at = {token}, next;
  for (const ActStep& step : slot) {
    next.clear();
    for (const std::uint32_t t : at) {
      switch (step.kind) {
        case ActStep::Kind::subject:
          clauses.conjuncts(subject_of(clauses, t), next);
          if (!next.empty() && !clauses.of(t).passive) add_companions(clauses, t, subject_of(clauses, t), next);
          break;
        case ActStep::Kind::object:
          clauses.conjuncts(clauses.of(t).object, next);
          if (!next.empty()) {
            add_companions(clauses, clauses.of(t).passive ? t : clauses.of(t).object, clauses.of(t).object, next);
          }
          break;
        case ActStep::Kind::indirect:
          clauses.conjuncts(clauses.of(t).indirect, next);
          break;
        case ActStep::Kind::preposition:
          clauses.prepositional(t, step.preposition, next);
          break;
        case ActStep::Kind::complement: {
          std::uint32_t verb = clauses.infinitive(t);
          if (verb == kNoToken) verb = clauses.finite_clause(t);
          if (verb == kNoToken) verb = clauses.gerund(t);
          if (verb != kNoToken) next.push_back(verb);
          break;
        }
        case ActStep::Kind::that:
          if (clauses.finite_clause(t) != kNoToken) next.push_back(clauses.finite_clause(t));
          break;
        case ActStep::Kind::possessor:
          clauses.conjuncts(clauses.antecedent(clauses.child(t, Dep::poss)), next);
          break;
        case ActStep::Kind::adjective:
        case ActStep::Kind::compound:
          for (const std::uint32_t c : annotation.children(t)) {
            const Dep dep = annotation.tokens[c].dep;
            const bool adjective = step.kind == ActStep::Kind::adjective;
            if (dep == Dep::amod ? adjective : (!adjective && (dep == Dep::compound || dep == Dep::nmod))) {
              clauses.conjuncts(c, next);
              // "the Israel-Hamas conflict": the parser hangs the first name on the second or leaves it loose.
              const bool hyphen =
                  c >= 2 && annotation.lower(c - 1) == "-" && annotation.tokens[c - 2].pos == Pos::PROPN;
              if (hyphen) next.push_back(c - 2);
            }
          }
          break;
        case ActStep::Kind::speaker:
          clauses.conjuncts(speaker_of(clauses, t), next);
          break;
      }
    }
    at.swap(next);
  }
  out.insert(out.end(), at.begin(), at.end());
}

}  // namespace annals
