// Who negotiates and who mediates.
#include <algorithm>

#include "record/talks_search.h"

namespace annals {

void TalksSearch::add_parties(std::uint32_t n, std::uint32_t aim, const Standing& standing, Talks& talks) const {
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
    if (standing.object) add_sent(clause.subject, mediates ? talks.mediator : talks.parties);
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
  add_mediators(n, standing, talks.mediator);
  std::erase_if(talks.parties, [&](const Actor& party) {
    return std::any_of(talks.mediator.begin(), talks.mediator.end(),
                       [&](const Actor& m) { return m.name == party.name; });
  });
}

// "Negotiators from Israel and Hamas": those who sent them.
void TalksSearch::add_sent(std::uint32_t head, std::vector<Actor>& out) const {
  std::vector<std::uint32_t> heads;
  clauses_.conjuncts(head, heads);
  for (const std::uint32_t h : heads) {
    std::vector<std::uint32_t> senders;
    if (token(h).pos == Pos::NOUN && words_.is(TalksWord::envoy, lemma(h))) {
      for (const std::string_view p : {"from", "of", "for"}) clauses_.prepositional(h, p, senders);
    }
    const std::size_t before = out.size();
    for (const std::uint32_t sender : senders) add_side(sender, out);
    if (out.size() == before) add_side(h, out);
  }
}

// Who is said elsewhere in the sentence to mediate: "with Qatar mediating", "mediators Egypt and Qatar".
void TalksSearch::add_mediators(std::uint32_t n, const Standing& standing, std::vector<Actor>& out) const {
  const TokenSpan sentence = annotation_.sentences[token(n).sentence];
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (i == standing.word || i == n || !words_.is(TalksWord::mediate, lemma(i))) continue;
    if (token(i).pos == Pos::VERB && token(i).head != n) {
      const std::uint32_t object = clauses_.of(i).object;
      if (object == kNoToken || words_.noun(annotation_, object) != TalksNoun::none) {
        add_conjuncts(clauses_.of(i).subject, out);
      }
    } else if (token(i).pos == Pos::NOUN) {
      for (const std::uint32_t c : annotation_.children(i)) {
        const Dep dep = token(c).dep;
        if (dep == Dep::appos || dep == Dep::amod || dep == Dep::compound || dep == Dep::poss) add_conjuncts(c, out);
      }
      add_objects(i, {"by", "of", "from"}, out);
    }
  }
}

// A possessor, or an actor in the compound before the noun.
bool TalksSearch::belongs_to(std::uint32_t i, std::uint32_t n) const {
  for (std::uint32_t k = i; k != n; k = token(k).head) {
    const Dep dep = token(k).dep;
    if (dep != Dep::poss && dep != Dep::compound && dep != Dep::amod && dep != Dep::nmod && dep != Dep::conj)
      return false;
    if (token(k).head == k) return false;
    if (token(token(k).head).pos == Pos::VERB) return false;
  }
  return true;
}

void TalksSearch::add_objects(std::uint32_t governor, std::initializer_list<std::string_view> prepositions,
                              std::vector<Actor>& out) const {
  for (const std::string_view p : prepositions) {
    std::vector<std::uint32_t> objects;
    clauses_.prepositional(governor, p, objects);
    for (const std::uint32_t o : objects) add_side(o, out);
  }
}

void TalksSearch::add_conjuncts(std::uint32_t head, std::vector<Actor>& out) const {
  std::vector<std::uint32_t> heads;
  clauses_.conjuncts(head == kNoToken ? head : clauses_.antecedent(head), heads);
  for (const std::uint32_t h : heads) add_side(h, out);
}

// The country or body that an actor speaks for.
void TalksSearch::add_side(std::uint32_t i, std::vector<Actor>& out) const {
  const Mention* mention = layers_.actors.at(i);
  if (mention == nullptr || words_.is(TalksWord::sides, lemma(i))) return;
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

void TalksSearch::speak_for(std::uint32_t holder, Actor& actor) const {
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

}  // namespace annals
