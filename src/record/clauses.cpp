// Who stands where in each clause: logical subjects and objects, whatever the construction.
//
// One rule for each construction of English: passive, control and raising, coordination of verbs, relative and
// participial clauses, gerunds behind prepositions. Labels are ClearNLP's (language/labels.h).
#include "record/clauses.h"

namespace annals {

void Clauses::build(const Annotation& annotation) {
  annotation_ = &annotation;
  const std::size_t n = annotation.tokens.size();
  clauses_.assign(n, Clause{});
  states_.assign(n, State::unseen);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (is_verb(i)) resolve(i);
  }
}

std::uint32_t Clauses::child(std::uint32_t token, Dep dep) const {
  for (const std::uint32_t c : annotation_->children(token)) {
    if (annotation_->tokens[c].dep == dep) return c;
  }
  return kNoToken;
}

std::uint32_t head_of(const Annotation& annotation, TokenSpan span) {
  if (span.empty()) return kNoToken;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (!span.contains(annotation.tokens[i].head) || annotation.tokens[i].head == i) return i;
  }
  return span.begin;
}

bool Clauses::is_verb(std::uint32_t token) const {
  const Token& t = annotation_->tokens[token];
  if (t.pos == Pos::VERB) return true;
  // The copula and other auxiliaries that head a clause of their own.
  return t.pos == Pos::AUX && t.dep != Dep::aux && t.dep != Dep::auxpass;
}

// The noun that "which" can stand for where the tree hangs its clause on a person: "Dia, a nurse at the clinic, which
// was hit". It is the nearest noun before the clause that names no person.
std::uint32_t Clauses::thing_before(std::uint32_t pronoun, std::uint32_t person) const {
  const auto& tokens = annotation_->tokens;
  for (std::uint32_t i = pronoun; i-- > person + 1;) {
    const Pos pos = tokens[i].pos;
    if ((pos == Pos::NOUN || pos == Pos::PROPN) && tokens[i].dep != Dep::compound) {
      return tokens[i].entity == EntityType::PERSON ? person : i;
    }
  }
  return person;
}

std::uint32_t Clauses::antecedent(std::uint32_t token) const {
  if (token == kNoToken) return token;
  const auto& tokens = annotation_->tokens;
  const Tag tag = tokens[token].tag;
  const bool relative = tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS;
  if (!relative) return token;
  for (std::uint32_t i = token; tokens[i].head != i; i = tokens[i].head) {
    if (tokens[i].dep != Dep::relcl) continue;
    const std::uint32_t head = tokens[i].head;
    const bool thing = annotation_->lower(token) == "which" && tokens[head].entity == EntityType::PERSON;
    return thing ? thing_before(token, head) : head;
  }
  return token;
}

// "Kenya, Uganda sign pact": headlines coordinate their first words with a comma alone, and the tree takes the first
// name for an adverb.
std::uint32_t Clauses::headline_conjunct(std::uint32_t subject) const {
  const auto& tokens = annotation_->tokens;
  if (subject < 2 || tokens[subject].dep != Dep::nsubj || annotation_->text(subject - 1) != ",") return kNoToken;
  const Token& first = tokens[subject - 2];
  if (first.dep != Dep::npadvmod || first.head != tokens[subject].head) return kNoToken;
  const bool name = first.entity == EntityType::GPE || first.entity == EntityType::ORG ||
                    first.entity == EntityType::PERSON || first.entity == EntityType::NORP;
  return name ? subject - 2 : kNoToken;
}

void Clauses::conjuncts(std::uint32_t token, std::vector<std::uint32_t>& out) const {
  if (token == kNoToken) return;
  if (const std::uint32_t first = headline_conjunct(token); first != kNoToken) out.push_back(first);
  out.push_back(token);
  for (std::uint32_t i = token;;) {  // "A, B and C": each conjunct hangs on the one before
    const std::uint32_t next = child(i, Dep::conj);
    if (next == kNoToken || annotation_->tokens[next].pos == Pos::VERB) return;
    out.push_back(next);
    i = next;
  }
}

void Clauses::prepositional(std::uint32_t token, std::string_view preposition, std::vector<std::uint32_t>& out) const {
  if (token == kNoToken) return;
  const auto joined = [&](std::uint32_t outer, std::uint32_t inner) {
    const std::string_view a = annotation_->lower(outer), b = annotation_->lower(inner);
    return preposition.size() == a.size() + b.size() && preposition.starts_with(a) && preposition.ends_with(b);
  };
  for (const std::uint32_t c : annotation_->children(token)) {
    const Dep dep = annotation_->tokens[c].dep;
    if (dep != Dep::prep && dep != Dep::dative && dep != Dep::agent) continue;
    if (annotation_->lower(c) == preposition) {
      std::uint32_t object = child(c, Dep::pobj);
      if (object == kNoToken && preposition == "as") object = child(c, Dep::amod);  // "denounced it as unacceptable"
      conjuncts(antecedent(object), out);
    }
    for (const std::uint32_t inner : annotation_->children(c)) {  // "out of the city", and coordinated prepositions
      const Dep inner_dep = annotation_->tokens[inner].dep;
      if (inner_dep != Dep::prep && inner_dep != Dep::conj) continue;
      if (annotation_->lower(inner) == preposition || joined(c, inner)) {
        conjuncts(antecedent(child(inner, Dep::pobj)), out);
      }
    }
  }
}

namespace {

bool infinitive_form(const Clauses& clauses, std::uint32_t verb) {
  for (const std::uint32_t c : clauses.annotation().children(verb)) {
    if (clauses.annotation().tokens[c].tag == Tag::TO) return true;
  }
  return false;
}

}  // namespace

std::uint32_t Clauses::infinitive(std::uint32_t token) const {
  for (const std::uint32_t c : annotation_->children(token)) {
    const Token& t = annotation_->tokens[c];
    const bool place =
        t.dep == Dep::xcomp || t.dep == Dep::ccomp || t.dep == Dep::acl || t.dep == Dep::advcl || t.dep == Dep::relcl;
    if (place && infinitive_form(*this, c)) return c;
  }
  return kNoToken;
}

std::uint32_t Clauses::finite_clause(std::uint32_t token) const {
  for (const std::uint32_t c : annotation_->children(token)) {
    const Token& t = annotation_->tokens[c];
    if ((t.dep == Dep::ccomp || t.dep == Dep::acl) && !infinitive_form(*this, c) && t.tag != Tag::VBG) return c;
  }
  return clause_beside_noun(token);
}

// "repeated its demand on Friday that Uganda leave": the parser hangs the noun's clause on the verb.
std::uint32_t Clauses::clause_beside_noun(std::uint32_t noun) const {
  const Token& t = annotation_->tokens[noun];
  if (t.pos != Pos::NOUN || (t.dep != Dep::dobj && t.dep != Dep::nsubjpass)) return kNoToken;
  for (const std::uint32_t c : annotation_->children(t.head)) {
    if (c < noun || annotation_->tokens[c].dep != Dep::ccomp) continue;
    const std::uint32_t mark = child(c, Dep::mark);
    if (mark != kNoToken && mark > noun && annotation_->lower(mark) == "that") return c;
  }
  return kNoToken;
}

std::uint32_t Clauses::gerund(std::uint32_t token) const {
  for (const std::uint32_t c : annotation_->children(token)) {
    const Token& t = annotation_->tokens[c];
    if ((t.dep == Dep::xcomp || t.dep == Dep::ccomp) && t.tag == Tag::VBG) return c;
  }
  return kNoToken;
}

std::uint32_t Clauses::gerund_after(std::uint32_t token, std::string_view preposition) const {
  for (const std::uint32_t c : annotation_->children(token)) {
    if (annotation_->tokens[c].dep != Dep::prep || annotation_->lower(c) != preposition) continue;
    const std::uint32_t verb = child(c, Dep::pcomp);
    if (verb != kNoToken) return verb;
  }
  return kNoToken;
}

bool Clauses::is_passive(std::uint32_t verb) const {
  const Token& t = annotation_->tokens[verb];
  if (t.tag != Tag::VBN && t.tag != Tag::VBD) return has_child(verb, Dep::auxpass) && t.tag != Tag::VBG;
  if (has_child(verb, Dep::auxpass) || has_child(verb, Dep::nsubjpass)) return true;
  if (has_child(verb, Dep::agent)) return true;
  if (t.tag != Tag::VBN || has_child(verb, Dep::aux)) return false;
  if (t.dep == Dep::acl || t.dep == Dep::advcl || t.dep == Dep::xcomp || t.dep == Dep::oprd)
    return !has_child(verb, Dep::dobj);
  if (t.dep == Dep::conj) return annotation_->tokens[t.head].tag == Tag::VBN && is_passive(t.head);
  // Headlines leave the auxiliary out, and the full stop: "Three soldiers killed in ambush".
  const TokenSpan sentence = annotation_->sentences[t.sentence];
  const bool headline = t.dep == Dep::ROOT && annotation_->lower(sentence.end - 1) != "." &&
                        (sentence.size() < 2 || annotation_->lower(sentence.end - 2) != ".");
  return headline && has_child(verb, Dep::nsubj) && !has_child(verb, Dep::dobj);
}

// "accused each other of breaking", "urged one another to stop": both sides are meant.
bool Clauses::is_reciprocal(std::uint32_t token) const {
  const std::string_view word = annotation_->lower(token);
  if (token == 0 || (word != "other" && word != "another")) return false;
  const std::string_view before = annotation_->lower(token - 1);
  return word == "other" ? before == "each" : before == "one";
}

const Clause& Clauses::resolved(std::uint32_t verb) {
  if (states_[verb] == State::unseen) resolve(verb);
  return clauses_[verb];  // a cycle sees the empty clause
}

// The understood subject of an infinitive or gerund: the governor's object where it has one ("urged Iran to stop"),
// else its subject ("agreed to stop"; Carnie, "Syntax", chapter on control).
std::uint32_t Clauses::controller(std::uint32_t governor) {
  const Token& t = annotation_->tokens[governor];
  if (is_verb(governor)) {
    const Clause& clause = resolved(governor);
    if (clause.passive) return clause.surface_subject;
    if (clause.object != kNoToken && is_reciprocal(clause.object)) return clause.surface_subject;
    if (clause.indirect != kNoToken) return clause.indirect;
    return clause.object != kNoToken ? clause.object : clause.surface_subject;
  }
  if (t.pos == Pos::ADJ || t.pos == Pos::ADV) {  // "is ready to": the copula's subject
    return t.head != governor && is_verb(t.head) ? resolved(t.head).surface_subject : kNoToken;
  }
  return noun_controller(governor);
}

// Of a noun's infinitive: its possessor ("Iran's refusal to"), or the subject of the verb that takes the noun as its
// object or complement ("made an attempt to").
std::uint32_t Clauses::noun_controller(std::uint32_t noun) {
  const std::uint32_t owner = child(noun, Dep::poss);
  if (owner != kNoToken) return antecedent(owner);
  const Token& t = annotation_->tokens[noun];
  if (t.head == noun || !is_verb(t.head)) return kNoToken;
  if (t.dep == Dep::dobj || t.dep == Dep::attr) return resolved(t.head).surface_subject;
  return kNoToken;
}

std::uint32_t Clauses::inherited_subject(std::uint32_t verb) {
  const Token& t = annotation_->tokens[verb];
  const std::uint32_t head = t.head;
  if (head == verb) return kNoToken;
  switch (t.dep) {
    case Dep::conj:
      return is_verb(head) ? resolved(head).surface_subject : kNoToken;
    case Dep::xcomp:
    case Dep::oprd:
      return controller(head);
    case Dep::ccomp:
      return t.tag == Tag::VB || t.tag == Tag::VBG ? controller(head) : kNoToken;
    case Dep::advcl:
      if (is_verb(head)) return resolved(head).surface_subject;
      return controller(head);
    case Dep::acl:
      if (infinitive_form(*this, verb)) return noun_controller(head);
      return antecedent(head);
    case Dep::relcl: {
      // "the man arrested on Friday": no pronoun, no subject.
      return infinitive_form(*this, verb) ? noun_controller(head) : head;
    }
    case Dep::pcomp: {
      const std::uint32_t governor = annotation_->tokens[head].head;
      if (governor == head) return kNoToken;
      const std::string_view preposition = annotation_->lower(head);
      // "warned them against going", "charged them with insulting": it is theirs, as the object's or the passive
      // subject's.
      const bool addressed = is_verb(governor) && resolved(governor).object != kNoToken;
      const bool hearer = preposition == "against" && addressed;
      if (preposition == "with" && addressed) return resolved(governor).object;
      const bool of_object =
          preposition == "of" || preposition == "from" || preposition == "for" || preposition == "into" || hearer;
      if (is_verb(governor) && !of_object) return resolved(governor).surface_subject;
      // "accused the rebels of burning", the phrase hung on the object: those who are named do it; of a policy or a
      // plan it is whoever has it.
      const Tag tag = annotation_->tokens[governor].tag;
      const bool named = tag == Tag::NNS || tag == Tag::NNP || tag == Tag::NNPS || tag == Tag::PRP;
      if (named && of_object && annotation_->tokens[governor].dep == Dep::dobj) return governor;
      return controller(governor);
    }
    default:
      return kNoToken;
  }
}

// "hold Iran accountable", "found him guilty": the parser takes the object for the adjective's subject.
std::uint32_t Clauses::subject_of_predicate(std::uint32_t verb) const {
  for (const std::uint32_t c : annotation_->children(verb)) {
    const Token& t = annotation_->tokens[c];
    if (t.dep != Dep::ccomp || t.pos != Pos::ADJ || has_child(c, Dep::mark)) continue;
    const std::uint32_t subject = child(c, Dep::nsubj);
    if (subject != kNoToken && subject > verb) return antecedent(subject);
  }
  return kNoToken;
}

// "rejected proposed changes": the parser takes the participle before a noun for a clause.
std::uint32_t Clauses::object_of_participle(std::uint32_t verb) const {
  if (verb + 1 >= annotation_->tokens.size()) return kNoToken;
  const Token& next = annotation_->tokens[verb + 1];
  const bool clause = next.head == verb && (next.dep == Dep::xcomp || next.dep == Dep::ccomp);
  const bool participle = next.tag == Tag::VBN || next.tag == Tag::VBD;
  return clause && participle && !has_child(verb + 1, Dep::nsubj) ? child(verb + 1, Dep::dobj) : kNoToken;
}

// "gave the Ivory Coast 3 million dollars": the parser takes the one who receives for a part of the sum's phrase.
std::uint32_t Clauses::receiver_before_sum(std::uint32_t object) const {
  const std::uint32_t name = child(object, Dep::nmod);
  if (name == kNoToken || annotation_->tokens[object].entity != EntityType::MONEY) return kNoToken;
  const EntityType entity = annotation_->tokens[name].entity;
  const bool party = entity == EntityType::GPE || entity == EntityType::ORG || entity == EntityType::NORP;
  return party && name < object && annotation_->tokens[object].entity != entity ? name : kNoToken;
}

void Clauses::resolve(std::uint32_t verb) {
  states_[verb] = State::active;
  const Token& t = annotation_->tokens[verb];
  Clause clause;
  clause.passive = is_passive(verb);
  std::uint32_t grammatical = kNoToken, object = kNoToken;
  for (const std::uint32_t c : annotation_->children(verb)) {
    const Dep dep = annotation_->tokens[c].dep;
    if (dep == Dep::nsubj || dep == Dep::nsubjpass) grammatical = antecedent(c);
    if (dep == Dep::dobj && object == kNoToken) object = antecedent(c);
    if (dep == Dep::dative)
      clause.indirect = antecedent(annotation_->tokens[c].pos == Pos::ADP ? child(c, Dep::pobj) : c);
  }
  // "kidnapped up to 16 people": an amount, not a goal.
  for (const std::uint32_t c : annotation_->children(verb)) {
    if (object != kNoToken || clause.passive) break;
    if (c > 0 && annotation_->lower(c) == "to" && annotation_->lower(c - 1) == "up") object = child(c, Dep::pobj);
  }
  // "asked the governments to stop": the parser gives the one who is asked to the inner clause, as its subject.
  if (object == kNoToken && !clause.passive) {
    for (const std::uint32_t c : annotation_->children(verb)) {
      if (annotation_->tokens[c].dep != Dep::ccomp || !infinitive_form(*this, c)) continue;
      const std::uint32_t inner = child(c, Dep::nsubj);
      if (inner != kNoToken) object = antecedent(inner);
    }
  }
  if (object == kNoToken && !clause.passive) object = subject_of_predicate(verb);
  if (object == kNoToken && !clause.passive) object = object_of_participle(verb);
  if (clause.indirect == kNoToken && object != kNoToken) clause.indirect = receiver_before_sum(object);
  clause.own_subject = grammatical != kNoToken;
  clause.surface_subject = clause.own_subject ? grammatical : inherited_subject(verb);
  // "the deal that Iran signed", "the deal Iran signed": the head noun is the object.
  if (t.dep == Dep::relcl && object == kNoToken && !clause.passive && clause.own_subject && grammatical != t.head &&
      !has_child(verb, Dep::ccomp) && !has_child(verb, Dep::xcomp)) {
    object = t.head;
  }
  if (clause.passive) {
    const std::uint32_t by = child(verb, Dep::agent);
    clause.subject = by != kNoToken ? antecedent(child(by, Dep::pobj)) : kNoToken;
    if (object != kNoToken && object != clause.surface_subject) {  // "was given aid"
      clause.indirect = clause.surface_subject;
      clause.object = object;
    } else {
      clause.object = clause.surface_subject;
    }
  } else {
    clause.subject = clause.surface_subject;
    clause.object = object;
  }
  clauses_[verb] = clause;
  states_[verb] = State::done;
}

}  // namespace annals
