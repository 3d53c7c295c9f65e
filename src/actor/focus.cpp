// Which state a story is about, and which one a sentence of it speaks of where its words do not say.
//
// A bare institution ("police", "the government", "parliament") is of the state that the reader has in mind. That is a
// matter of the whole story, in the sense of Grosz & Sidner's global focus, and of the last sentences, their local one
// ("Attention, Intentions, and the Structure of Discourse", Computational Linguistics 12, 1986): so the weight of a
// state in the story is added to how prominently the last sentences name it.
#include "actor/focus.h"

#include <algorithm>

#include "actor/folding.h"
#include "actor/resolution.h"

namespace annals {
namespace {

constexpr double kDateline = 2.5;  // writers for foreign papers sit where the story is
constexpr double kTitle = 1.5;
constexpr double kLead = 2.0;     // for each mention in the first two sentences
constexpr double kFaded = 0.05;   // by which the weight falls a sentence
constexpr double kStory = 1.7;    // what the story's first state brings to a bare institution
constexpr double kTakenUp = 1.2;  // and to "the country", which takes up what was named
constexpr double kOwnSentence = 0.8;
constexpr std::uint32_t kReach = 2;

constexpr std::string_view kUnlisted = "?";  // stands for a state that the lists do not have

bool is_subject(Dep dep) { return dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::csubj; }

}  // namespace

void CountryWeights::add(std::string_view code, double weight) {
  if (code.empty()) return;
  const auto at = std::ranges::find(weights_, code, &Weight::code);
  if (at == weights_.end()) {
    weights_.push_back({code, weight});
  } else {
    at->weight += weight;
  }
}

void CountryWeights::raise(std::string_view code, double weight) {
  if (code.empty()) return;
  const auto at = std::ranges::find(weights_, code, &Weight::code);
  if (at == weights_.end()) {
    weights_.push_back({code, weight});
  } else {
    at->weight = std::max(at->weight, weight);
  }
}

void CountryWeights::add(const CountryWeights& others, double factor) {
  for (const Weight& other : others.weights_) add(other.code, factor * other.weight);
}

// The first of equals: what is named first weighs more.
std::string_view CountryWeights::heaviest(std::string_view apart) const {
  const Weight* best = nullptr;
  for (const Weight& weight : weights_) {
    if (weight.code != apart && (best == nullptr || weight.weight > best->weight + 1e-9)) best = &weight;
  }
  return best == nullptr ? std::string_view{} : best->code;
}

double CountryWeights::of(std::string_view code) const {
  const auto at = std::ranges::find(weights_, code, &Weight::code);
  return at == weights_.end() ? 0 : at->weight;
}

// The state of an entity as far as it is known by now.
std::string_view Resolution::code_of(std::uint32_t e) {
  for (int steps = 0; steps < 4; ++steps) {
    const EntityState& st = state(e);
    if (st.kind == "country") return lexicon_.countries()[st.country].code;
    if (st.kind == "region") return lexicon_.regions()[st.region].country;
    if (st.body != kNobody) return lexicon_.bodies()[st.body].country;
    if (st.of == kNobody || st.of == e) break;
    e = st.of;
  }
  const EntityState& st = state(e);
  if (!st.modifier.empty()) return st.modifier;
  if (!entity(e).country.empty()) return entity(e).country;
  return st.holder == nullptr ? std::string_view{} : st.holder->country;
}

// The state that a mention names, or kUnlisted where it puts a place that no list has where states stand: "Karvelia's
// minister", "officials of Karvelia", a dateline. A story about such a state is about none of the others that it names.
std::string_view Resolution::code_at(std::uint32_t p) {
  const std::uint32_t e = work_.entity_of[p];
  const std::string_view code = code_of(e);
  if (!code.empty() || state(e).kind != "place") return code;
  const std::uint32_t head = phrase(p).head;
  const Token& tok = token(head);
  const bool behind_of = tok.dep == Dep::pobj && story_.lower(tok.head) == "of";
  return dateline_.contains(head) || tok.dep == Dep::poss || behind_of ? kUnlisted : code;
}

// Whether the name is one of a place that no list has, in a story that speaks of such a state.
bool Resolution::names_unlisted_state(std::string_view name) {
  if (work_.focus.of(kUnlisted) == 0) return false;
  for (std::uint32_t e = 0; e < work_.states.size(); ++e) {
    if (state(e).kind == "place" && code_of(e).empty() && entity(e).name == name) return true;
  }
  return false;
}

// Headlines one below the other, each about something else.
bool Resolution::is_list_of_headlines() const {
  std::uint32_t paragraphs = 0;
  std::uint32_t open = 0;  // that end in no full stop
  const auto n = static_cast<std::uint32_t>(story_.tokens.size());
  std::uint32_t last = kNobody;
  for (std::uint32_t t = 0; t <= n; ++t) {
    const bool ends = t == n || (token(t).is(kIsSpace) && story_.text(t).find('\n') != std::string_view::npos);
    if (!ends) {
      last = t;
      continue;
    }
    if (last == kNobody) continue;
    ++paragraphs;
    const auto text = story_.text(last);
    if (!token(last).is(kIsPunct) || text == ")") ++open;
    last = kNobody;
  }
  return paragraphs >= 3 && open * 4 >= paragraphs * 3;
}

void Resolution::number_paragraphs() {
  work_.paragraph_of.assign(story_.sentences.size(), 0);
  std::uint32_t paragraph = 0;
  for (std::uint32_t s = 0; s < story_.sentences.size(); ++s) {
    work_.paragraph_of[s] = paragraph;
    const TokenSpan words = story_.sentences[s];
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      if (token(t).is(kIsSpace) && story_.text(t).find('\n') != std::string_view::npos) ++paragraph;
    }
  }
}

// Weighs the states by where and how often the story names them, in its title too.
void Resolution::weigh_countries(std::string_view title) {
  number_paragraphs();
  work_.focus.clear();
  headlines_ = is_list_of_headlines();
  if (headlines_) return;
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  for (std::uint32_t p = 0; p < count; ++p) {
    const std::uint32_t e = work_.entity_of[p];
    if (e == kNobody) continue;
    const std::string_view code = code_at(p);
    if (code.empty()) continue;
    const std::uint32_t head = phrase(p).head;
    if (dateline_.contains(head)) {
      work_.focus.raise(code, kDateline);
      continue;
    }
    const std::uint32_t sentence = token(head).sentence;
    const double fresh = sentence < 2 ? kLead : 1.0 / (1.0 + kFaded * sentence);
    const bool state_itself = state(e).kind == "country" || state(e).kind == "place" || state(e).kind == "region";
    work_.focus.add(code, (state_itself ? 1.0 : 0.5) * fresh);
  }
  weigh_title(title);
}

void Resolution::weigh_title(std::string_view title) {
  while (!title.empty()) {
    const std::size_t blank = std::min(title.find(' '), title.size());
    const std::string_view rest = title.substr(std::min(blank + 1, title.size()));
    // "Haiti", "Burkina Faso", "Sudan's"
    std::size_t end = std::min(rest.find(' '), rest.size());
    std::string two(title.substr(0, rest.empty() ? title.size() : blank + 1 + end));
    std::string one(title.substr(0, blank));
    for (std::string* words : {&two, &one}) {
      for (const std::string_view ending : {"'s", "’s", ",", ":", "'"}) {
        if (words->ends_with(ending)) words->resize(words->size() - ending.size());
      }
      if (words->empty() || (*words)[0] < 'A' || (*words)[0] > 'Z') continue;
      const std::uint32_t at = lexicon_.find_name(fold_key(fold(*words)));
      if (at == kNoEntry && names_unlisted_state(*words)) {
        work_.focus.add(kUnlisted, kTitle);
        break;
      }
      if (at == kNoEntry || lexicon_.entry(at).kind != NameKind::country) continue;
      if (lexicon_.entry(at).abbreviation && fold(*words).size() + 1 < words->size()) continue;
      work_.focus.add(lexicon_.countries()[lexicon_.entry(at).index].code, kTitle);
      break;
    }
    title = rest;
  }
}

// Whether a mention tells where its sentence plays: "in Yerevan".
bool Resolution::tells_where(std::uint32_t p) {
  const std::uint32_t e = work_.entity_of[p];
  if (e == kNobody || phrase(p).kind == MentionKind::modifier) return false;
  const Token& tok = token(phrase(p).head);
  const bool place = state(e).kind == "country" || state(e).kind == "place" || state(e).kind == "region";
  return place && tok.dep == Dep::pobj && lexicon_.word_is(story_.lower(tok.head), kWithin);
}

// Whether a phrase stands in what a verb of saying governs.
bool Resolution::says_of(std::uint32_t verb, std::uint32_t p) const {
  std::uint32_t t = phrase(p).head;
  for (int steps = 0; steps < 12 && token(t).head != t; ++steps) {
    if (token(t).head == verb) return token(t).dep == Dep::ccomp;
    t = token(t).head;
  }
  return false;
}

// How prominently one mention names its state to a phrase in its own sentence or one of the next.
double Resolution::prominence(std::uint32_t q, std::uint32_t p) {
  const Token& here = token(phrase(p).head);
  const Token& there = token(phrase(q).head);
  const std::uint32_t distance = here.sentence - there.sentence;
  const bool paragraph = work_.paragraph_of[here.sentence] == work_.paragraph_of[there.sentence];
  // What somebody says of another state does not make the speaker one of it.
  const std::uint32_t quoted = work_.quotations.by_token[phrase(q).head];
  const bool of_others = quoted != kNobody && quoted != work_.quotations.by_token[phrase(p).head];
  if (of_others) return 0.4;
  const double near = distance == 0 ? 1.0 : (distance == 1 ? 0.6 : 0.3) * (paragraph ? 1.2 : 0.6);
  if (tells_where(q)) {
    const std::uint32_t first = story_.sentences[there.sentence].begin;
    const bool fronted = phrase(q).head <= first + 4 && token(there.head).dep == Dep::prep;
    const bool same_clause = distance == 0 && clause_of(phrase(q).head) == clause_of(phrase(p).head);
    return near * (fronted || same_clause ? 2.2 : 0.8);
  }
  const std::uint32_t e = work_.entity_of[q];
  const bool person = e != kNobody && entity(e).person;  // an envoy is abroad
  // "The Colombian minister said troops would come": the speaker's.
  if (distance == 0 && is_subject(there.dep) && says_of(there.head, p)) return 3.0;
  if (is_subject(there.dep)) return near * (distance == 0 ? 1.2 : 2.0) * (person ? 0.6 : 1.0);
  return near * (there.dep == Dep::dobj && state(e).kind == "country" ? 1.6 : 0.6);
}

// The state that a phrase without one is of: what its sentence and the last ones name, on the ground of what the story
// is about.
std::uint32_t Resolution::country_here(std::uint32_t p, std::uint32_t apart) {
  const TitleWord* title = phrase(p).title;
  const bool taken_up = title != nullptr && title->office == Office::country;
  CountryWeights& here = work_.here;
  here.clear();
  const std::string_view first = work_.focus.heaviest({});
  if (!first.empty()) here.add(work_.focus, (taken_up ? kTakenUp : kStory) / work_.focus.of(first));
  const std::uint32_t sentence = token(phrase(p).head).sentence;
  const auto count = static_cast<std::uint32_t>(work_.noun_phrases.phrases.size());
  std::uint32_t q = p;
  while (q > 0 && token(phrase(q - 1).head).sentence + (headlines_ ? 0 : kReach) >= sentence) --q;
  CountryWeights& local = work_.local;
  std::uint32_t read = kNobody;
  for (; q < count && token(phrase(q).head).sentence <= sentence; ++q) {
    const std::uint32_t e = work_.entity_of[q];
    if (q == p || e == kNobody || e == apart || dateline_.contains(phrase(q).head)) continue;
    if (q > p && !tells_where(q)) continue;  // what comes later only where it says where
    if (token(phrase(q).head).sentence != read) {
      here.add(local, 1);
      local.clear();
      read = token(phrase(q).head).sentence;
    }
    // A sentence counts once. What takes up a state looks for it in its own sentence first.
    const bool own = taken_up && token(phrase(q).head).sentence == sentence;
    local.raise(code_at(q), prominence(q, p) + (own ? kOwnSentence : 0.0));
  }
  here.add(local, 1);
  local.clear();
  const bool acts_itself =
      apart != kNobody && (state(apart).kind == "country" || entity(apart).named);  // not "its allies"
  const std::string_view best = here.heaviest(acts_itself ? code_of(apart) : std::string_view{});
  return best.empty() ? kNobody : country_entity(best);
}

}  // namespace annals
