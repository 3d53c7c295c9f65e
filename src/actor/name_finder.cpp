// Finds names by longest match against the actor list, then among the engine's entities, then among proper nouns.
#include "actor/name_finder.h"

#include <algorithm>

#include "actor/folding.h"

namespace annals {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kLongestName = 10;  // tokens

bool is_name_word(const Token& token) {
  return token.pos == Pos::PROPN || token.tag == Tag::NNP || token.tag == Tag::NNPS;
}

// A token that may begin a name: it shows a capital.
bool shows_capital(const Annotation& story, const Token& token) {
  if (token.is(kIsTitle) || token.is(kIsUpper)) return true;
  const auto text = story.text(token);
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool valid_on(const ActorLexicon& lexicon, const NameEntry& entry, std::optional<Day> day) {
  if (!day) return true;
  switch (entry.kind) {
    case NameKind::country:
      return lexicon.countries()[entry.index].from <= *day && *day <= lexicon.countries()[entry.index].until;
    case NameKind::region:
      return lexicon.regions()[entry.index].from <= *day && *day <= lexicon.regions()[entry.index].until;
    case NameKind::body:
      return lexicon.bodies()[entry.index].from <= *day && *day <= lexicon.bodies()[entry.index].until;
    case NameKind::holder:
      return true;
  }
  return true;
}

// The entry of the chain that is valid on the day, else the first; kNoEntry if the letters' case rules all out.
std::uint32_t choose(const ActorLexicon& lexicon, std::uint32_t at, bool capitals, std::optional<Day> day) {
  std::uint32_t first = kNoEntry;
  for (; at != kNoEntry; at = lexicon.entry(at).next) {
    const NameEntry& entry = lexicon.entry(at);
    if (entry.abbreviation && !capitals) continue;
    if (valid_on(lexicon, entry, day)) return at;
    // A capital of a state that is gone is a town by now.
    if (first == kNoEntry && entry.form != NameForm::capital) first = at;
  }
  return first;
}

NameType type_of(const NameEntry& entry) {
  switch (entry.kind) {
    case NameKind::country:
    case NameKind::region:
      return entry.form == NameForm::name || entry.form == NameForm::capital ? NameType::place : NameType::people;
    case NameKind::body:
      return NameType::organisation;
    case NameKind::holder:
      return NameType::person;
  }
  return NameType::other;
}

NameType type_of(EntityType type) {
  switch (type) {
    case EntityType::PERSON:
      return NameType::person;
    case EntityType::GPE:
    case EntityType::LOC:
    case EntityType::FAC:
      return NameType::place;
    case EntityType::ORG:
      return NameType::organisation;
    case EntityType::NORP:
      return NameType::people;
    default:
      return NameType::other;
  }
}

bool is_named_kind(EntityType type) {
  return type == EntityType::PERSON || type == EntityType::GPE || type == EntityType::LOC || type == EntityType::FAC ||
         type == EntityType::ORG || type == EntityType::NORP || type == EntityType::PRODUCT;
}

class Finder {
 public:
  Finder(const Annotation& story, const ActorLexicon& lexicon, std::optional<Day> day, NameFinder& out)
      : story_(story), lexicon_(lexicon), day_(day), out_(out) {}

  void run() {
    out_.names.clear();
    out_.by_token.assign(story_.tokens.size(), kNone);
    scan_list();
    add_foreign_bodies();
    add_bodies_by_kind();
    add_entities();
    add_proper_nouns();
    std::ranges::sort(out_.names, {}, [](const NameSpan& n) { return n.words.begin; });
    for (std::uint32_t i = 0; i < out_.names.size(); ++i) {
      NameSpan& name = out_.names[i];
      for (std::uint32_t t = name.words.begin; t < name.words.end; ++t) out_.by_token[t] = i;
      name.head = head_of(name.words);
    }
  }

 private:
  std::uint64_t key_of(TokenSpan span) {
    out_.folded.clear();
    append_folded(out_.folded, story_.text(span));
    return fold_key(out_.folded);
  }

  // The longest name of the list that begins at a token.
  void scan_list() {
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    for (std::uint32_t begin = 0; begin < n;) {
      const Token& first = story_.tokens[begin];
      if (first.is(kIsSpace) || first.is(kIsPunct) || (!shows_capital(story_, first) && !starts_lower_name(begin))) {
        ++begin;
        continue;
      }
      begin = std::max(begin + 1, match_at(begin));
    }
  }

  // "al-Qaida", "ethnic Albanians": a few names begin in lower case.
  bool starts_lower_name(std::uint32_t token) {
    const auto next_is = [&](std::uint32_t t) {
      return t < story_.tokens.size() && shows_capital(story_, story_.tokens[t]);
    };
    const bool hyphen = token + 1 < story_.tokens.size() && story_.text(token + 1) == "-";
    if (story_.lower(token) == "the") return false;  // of a newspaper only with its capital
    if (!next_is(token + 1) && !(hyphen && next_is(token + 2))) return false;
    return lexicon_.longest_name(key_of({token, token + 1})) != 0;
  }

  std::uint32_t match_at(std::uint32_t begin) {
    const std::uint32_t limit = lexicon_.longest_name(key_of({begin, begin + 1}));
    if (limit == 0) return begin;
    std::uint32_t best_end = begin;
    std::uint32_t best = kNoEntry;
    const auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(story_.tokens.size()), begin + kLongestName);
    for (std::uint32_t end = begin + 1; end <= last; ++end) {
      const Token& token = story_.tokens[end - 1];
      if (token.sentence != story_.tokens[begin].sentence || token.is(kIsSpace)) break;
      if (end > begin + 1 && token.tag == Tag::POS && end == last) break;
      const std::uint64_t key = key_of({begin, end});
      if (out_.folded.size() > limit) break;
      if (token.is(kIsPunct) || token.tag == Tag::POS) continue;  // never the last of a name
      const std::uint32_t found = choose(lexicon_, lexicon_.find_name(key), has_capitals({begin, end}), day_);
      if (found != kNoEntry && plausible({begin, end}, lexicon_.entry(found))) {
        best = found;
        best_end = end;
      }
    }
    if (best == kNoEntry) return begin;
    const NameEntry& entry = lexicon_.entry(best);
    out_.names.push_back({{begin, best_end}, 0, type_of(entry), best, Gender::unknown});
    mark(out_.names.back().words);
    return best_end;
  }

  bool has_capitals(TokenSpan span) const {
    return std::ranges::none_of(story_.text(span), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Guards against common words and longer names: a single word must be used as a name or nationality, and must not
  // stand inside a longer entity of another kind ("Jordan" in "Michael Jordan").
  bool plausible(TokenSpan span, const NameEntry& entry) const {
    const bool hyphened =
        span.begin > 0 && story_.text(span.begin - 1) == "-" && !story_.tokens[span.begin - 1].space_after;
    // "Waker-uz-Zaman" is not the newspaper.
    if (hyphened && span.size() == 1 && (entry.kind == NameKind::body || entry.kind == NameKind::holder)) return false;
    const Token& first = story_.tokens[span.begin];
    if (span.size() > 1) {
      // "visited Russia today" is not Russia Today: a body's last word has its capital, or stands in one name with the
      // first.
      const Token& last = story_.tokens[span.end - 1];
      return entry.kind != NameKind::body || !last.is(kIsLower) || entry.lower_case_end ||
             (last.entity != EntityType::none && last.entity == first.entity);
    }
    const bool adjective = entry.form != NameForm::name && entry.form != NameForm::capital;
    if (!is_name_word(first) && first.entity == EntityType::none && first.pos != Pos::ADJ && !first.is(kIsUpper)) {
      if (!(adjective && (first.pos == Pos::NOUN))) return false;
    }
    const bool in_capitals = entry.abbreviation && first.is(kIsUpper) && story_.text(span).size() >= 3;
    if (entry.kind == NameKind::body && first.entity == EntityType::none && !is_name_word(first) && !in_capitals) {
      return false;
    }
    if (entry.kind == NameKind::holder && first.entity == EntityType::GPE) return false;
    if (first.entity == EntityType::PERSON) return not_inside_person(span, entry);
    if (first.entity == EntityType::ORG && entry.kind != NameKind::body && !adjective) return not_inside_org(span);
    return !continues_as_name(span, entry);
  }

  bool not_inside_person(TokenSpan span, const NameEntry& entry) const {
    if (entry.kind == NameKind::holder) return entity_size(span.begin) == 1;
    if (entry.kind == NameKind::body) return false;
    return entity_size(span.begin) == 1 && !(span.begin > 0 && given_name_before(span.begin));
  }
  bool not_inside_org(TokenSpan span) const {
    const std::uint32_t size = entity_size(span.begin);
    return size == 1 || entity_begin(span.begin) == span.begin;  // "Kenya Television" is split later
  }

  bool given_name_before(std::uint32_t token) const {
    const Token& before = story_.tokens[token - 1];
    return is_name_word(before) && before.sentence == story_.tokens[token].sentence &&
           lexicon_.given_name(fold_key(folded(story_.text(before)))).has_value() && before.head == token;
  }

  // "Chad Smith", "Georgia Brown": a one-word country or body that is the first half of a person's name.
  bool continues_as_name(TokenSpan span, const NameEntry& entry) const {
    if (entry.form == NameForm::adjective || span.end >= story_.tokens.size()) return false;
    const Token& next = story_.tokens[span.end];
    return next.entity == EntityType::PERSON && !next.starts_entity;
  }

  std::uint32_t entity_begin(std::uint32_t token) const {
    while (token > 0 && !story_.tokens[token].starts_entity &&
           story_.tokens[token - 1].entity == story_.tokens[token].entity) {
      --token;
    }
    return token;
  }
  std::uint32_t entity_size(std::uint32_t token) const {
    const std::uint32_t begin = entity_begin(token);
    std::uint32_t end = begin + 1;
    while (end < story_.tokens.size() && story_.tokens[end].entity == story_.tokens[begin].entity &&
           !story_.tokens[end].starts_entity && story_.tokens[begin].entity != EntityType::none) {
      ++end;
    }
    return end - begin;
  }

  void mark(TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) out_.by_token[t] = 0;
  }
  bool taken(std::uint32_t token) const { return out_.by_token[token] != kNone; }

  // Cuts articles, honorifics, titles and the possessive ending off an entity.
  TokenSpan trimmed(TokenSpan span, Gender& gender) {
    while (span.end > span.begin && (story_.tokens[span.end - 1].tag == Tag::POS || edge_mark(span.end - 1)))
      --span.end;
    while (span.begin < span.end) {
      const Token& token = story_.tokens[span.begin];
      const auto honorific = lexicon_.honorific(key_of({span.begin, span.begin + 1}));
      if (honorific && span.size() > 1) gender = *honorific;
      const bool skip = token.pos == Pos::DET || edge_mark(span.begin) || (honorific && span.size() > 1) ||
                        (span.size() > 1 && before_state(span.begin));
      if (!skip) break;
      ++span.begin;
    }
    return span;
  }
  // "Neighboring Burkina Faso": a capital that only begins a sentence.
  bool before_state(std::uint32_t t) const {
    const Token& token = story_.tokens[t];
    return !is_name_word(token) && token.is(kIsTitle) && t == story_.sentences[token.sentence].begin && taken(t + 1);
  }
  // "HIGHLIGHTS": a line in capitals is a heading and names nobody.
  bool is_heading(TokenSpan span) const {
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    std::uint32_t words = 0;
    std::uint32_t begin = span.begin;
    while (begin > 0 && !token_breaks_line(begin - 1)) --begin;
    for (std::uint32_t t = begin; t < n && !token_breaks_line(t); ++t) {
      if (story_.tokens[t].is(kIsLower) || story_.tokens[t].is(kIsTitle)) return false;
      ++words;
    }
    return words <= 8 && begin > 0;
  }
  bool edge_mark(std::uint32_t t) const {
    const Token& token = story_.tokens[t];
    return token.is(kIsPunct) || token.is(kIsSpace);
  }

  // "the Estado Mayor Central": capitals after an article with a word inside that would be a title in English. Where a
  // given name follows that word, it is one: "the Lviv Mayor Andriy Sadovyi".
  void add_foreign_bodies() {
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    for (std::uint32_t begin = 1; begin < n; ++begin) {
      if (!free_proper(begin) || story_.lower(begin - 1) != "the") continue;
      std::uint32_t end = begin + 1;
      while (end < n && free_proper(end) && story_.tokens[end].sentence == story_.tokens[begin].sentence) ++end;
      if (end - begin >= 3 && title_inside({begin, end})) {
        out_.names.push_back({{begin, end}, 0, NameType::organisation, kNoEntry, Gender::unknown});
        mark({begin, end});
      }
      begin = end - 1;
    }
  }
  bool title_inside(TokenSpan run) {
    bool plural = false;
    if (lexicon_.title(key_of({run.begin, run.begin + 1}), plural) != nullptr) return false;
    for (std::uint32_t t = run.begin + 1; t + 1 < run.end; ++t) {
      const TitleWord* title = lexicon_.title(key_of({t, t + 1}), plural);
      if (title == nullptr || title->group) continue;
      return !lexicon_.given_name(key_of({t + 1, t + 2})).has_value();
    }
    return false;
  }

  // "the Nuba Liberation Front": capitals up to a noun that says what kind of body it is, one name also where the list
  // knows a people or a place among them.
  void add_bodies_by_kind() {
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    bool plural = false;
    for (std::uint32_t last = 2; last < n; ++last) {
      if (taken(last) || !in_body_name(last) || !is_name_word(story_.tokens[last])) continue;
      if (last + 1 < n && free_proper(last + 1) && story_.tokens[last].head == last + 1) continue;
      const TitleWord* kind = lexicon_.title(key_of({last, last + 1}), plural);
      if (kind == nullptr) kind = lexicon_.title(key_of({last - 1, last + 1}), plural);
      if (kind == nullptr || !kind->group || kind->office != Office::body) continue;
      std::uint32_t begin = last;
      while (begin > 0 && in_body_name(begin - 1) && one_word_at_most(begin - 1) &&
             story_.tokens[begin - 1].sentence == story_.tokens[last].sentence) {
        --begin;
      }
      if (last - begin < 2 || !any_free({begin, last})) continue;
      const std::uint32_t inner = absorb({begin, last + 1}, EntityType::ORG);
      std::erase_if(out_.names,
                    [&](const NameSpan& name) { return begin <= name.words.begin && name.words.end <= last; });
      out_.names.push_back({{begin, last + 1}, 0, NameType::organisation, kNoEntry, Gender::unknown, inner});
      mark({begin, last + 1});
    }
  }
  bool in_body_name(std::uint32_t t) const {
    const Token& token = story_.tokens[t];
    return token.is(kIsTitle) && (is_name_word(token) || token.pos == Pos::ADJ) && token.tag != Tag::POS;
  }
  // A word that no name holds, or that is one alone: "Nuba", and "Liberation", a newspaper.
  bool one_word_at_most(std::uint32_t t) const {
    if (!taken(t)) return true;
    return std::ranges::any_of(out_.names, [&](const NameSpan& name) { return name.words == TokenSpan{t, t + 1}; });
  }
  bool any_free(TokenSpan span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (!taken(t)) return true;
    }
    return false;
  }

  void add_entities() {
    for (const Entity& entity : story_.entities) {
      if (!is_named_kind(entity.type)) continue;
      Gender gender = Gender::unknown;
      TokenSpan span = trimmed(before_comma(entity), gender);
      if (entity.type == EntityType::PERSON) span = without_titles(span);
      if (span.empty()) continue;
      if (entity.type == EntityType::PERSON) span.end = end_of_family_name(span.end);
      const std::uint32_t inner = absorb(span, entity.type);
      if (entity.type == EntityType::PERSON && span.begin > 0 && gender == Gender::unknown) {
        gender = lexicon_.honorific(key_of({span.begin - 1, span.begin})).value_or(Gender::unknown);
      }
      add(span, type_of(entity.type), gender, inner);
    }
  }

  // "Maria Fernanda Cabal" where the engine stops before the family name.
  std::uint32_t end_of_family_name(std::uint32_t end) const {
    if (end >= story_.tokens.size() || !free_proper(end) || story_.tokens[end - 1].head != end) return end;
    const Token& next = story_.tokens[end];
    const bool free = next.entity == EntityType::none && next.sentence == story_.tokens[end - 1].sentence;
    return free && next.is(kIsTitle) ? end + 1 : end;
  }

  // The engine sometimes runs two names into one: "Bushnell, Trade", "LIMA - Peru".
  TokenSpan before_comma(const Entity& entity) const {
    TokenSpan span = entity.tokens;
    for (std::uint32_t t = span.begin + 1; t + 1 < span.end; ++t) {
      if (is_spaced_dash(t)) span.end = t;
    }
    if (entity.type != EntityType::ORG && entity.type != EntityType::PERSON) return span;
    for (std::uint32_t t = span.begin + 1; t < span.end; ++t) {
      if (story_.text(t) == "," || token_breaks_line(t)) return {span.begin, t};
    }
    return span;
  }
  bool is_spaced_dash(std::uint32_t t) const {
    const std::string_view text = story_.text(t);
    const bool dash = text == "-" || text == "--" || text == "–" || text == "—";
    return dash && story_.tokens[t - 1].space_after && story_.tokens[t].space_after;
  }
  bool token_breaks_line(std::uint32_t t) const { return story_.tokens[t].is(kIsSpace); }

  // "President Kim Dae-jung" as one PERSON: the title is no part of the name.
  TokenSpan without_titles(TokenSpan span) {
    bool plural = false;
    while (span.size() > 1 && lexicon_.title(key_of({span.begin, span.begin + 1}), plural) != nullptr &&
           !lexicon_.given_name(key_of({span.begin, span.begin + 1}))) {
      ++span.begin;
    }
    return span;
  }

  static bool is_state(const NameEntry& entry) {
    return entry.kind == NameKind::country || entry.kind == NameKind::region;
  }

  // An entity that is longer than the list's match takes its place: "Kenya Television", "Bank of China". The state
  // that it names within is kept beside it.
  std::uint32_t absorb(TokenSpan span, EntityType type) {
    std::uint32_t inner = kNoEntry;
    if (type != EntityType::ORG && type != EntityType::FAC) return inner;
    for (auto name = out_.names.begin(); name != out_.names.end();) {
      const bool state = name->entry != kNoEntry && is_state(lexicon_.entry(name->entry));
      const bool inside = span.begin <= name->words.begin && name->words.end <= span.end && name->words != span;
      if (inside && state) {
        if (inner == kNoEntry) inner = name->entry;
        for (std::uint32_t t = name->words.begin; t < name->words.end; ++t) out_.by_token[t] = kNone;
        name = out_.names.erase(name);
      } else {
        ++name;
      }
    }
    return inner;
  }

  void add(TokenSpan span, NameType type, Gender gender, std::uint32_t inner = kNoEntry) {
    // What the list has taken stays; the rest of the entity is a name if it holds a proper noun and is no mere title.
    const TokenSpan whole = span;
    while (span.begin < span.end && taken(span.begin)) ++span.begin;
    while (span.end > span.begin && taken(span.end - 1)) --span.end;
    while (span.begin < span.end && edge_mark(span.begin)) ++span.begin;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (taken(t)) span.end = t;
    }
    const bool proper = std::ranges::any_of(std::span(story_.tokens).subspan(span.begin, span.size()), is_name_word);
    if (span.empty() || (!proper && type != NameType::people)) return;
    if (span != whole && only_title(span)) return;
    if (story_.tokens[span.begin].is(kIsUpper) && is_heading(span)) return;
    std::uint32_t entry = choose(lexicon_, lexicon_.find_name(key_of(span)), has_capitals(span), day_);
    if (!shows_capital(story_, story_.tokens[span.begin])) entry = kNoEntry;
    if (type == NameType::person && gender == Gender::unknown) gender = gender_of_given_name(span);
    out_.names.push_back({span, 0, type, type == NameType::person ? kNoEntry : entry, gender, inner});
    mark(span);
  }

  Gender gender_of_given_name(TokenSpan span) {
    return lexicon_.given_name(key_of({span.begin, span.begin + 1})).value_or(Gender::unknown);
  }

  // Proper nouns that neither found: a run of them, its titles and honorifics cut off.
  void add_proper_nouns() {
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    for (std::uint32_t begin = 0; begin < n; ++begin) {
      if (!free_proper(begin)) continue;
      std::uint32_t end = begin + 1;
      while (end < n && free_proper(end) && story_.tokens[end].sentence == story_.tokens[begin].sentence) ++end;
      Gender gender = Gender::unknown;
      const TokenSpan run{begin, end};
      TokenSpan span = without_titles(trimmed(run, gender));
      if (gender == Gender::unknown && begin > 0) {
        gender = lexicon_.honorific(key_of({begin - 1, begin})).value_or(Gender::unknown);
      }
      const bool person = gender != Gender::unknown || gender_of_given_name(span) != Gender::unknown;
      if (!span.empty() && !only_title(span)) {
        add(span, person ? NameType::person : NameType::other, gender);
      }
      begin = end - 1;
    }
  }
  bool free_proper(std::uint32_t t) const {
    const Token& token = story_.tokens[t];
    return !taken(t) && is_name_word(token) && token.entity != EntityType::DATE && token.entity != EntityType::TIME &&
           token.entity != EntityType::MONEY && shows_capital(story_, token);
  }
  bool only_title(TokenSpan span) {
    bool plural = false;
    return lexicon_.title(key_of(span), plural) != nullptr ||
           lexicon_.title(key_of({span.end - 1, span.end}), plural) != nullptr;
  }

  std::uint32_t head_of(TokenSpan span) const {
    for (std::uint32_t t = span.end; t-- > span.begin;) {
      const std::uint32_t head = story_.tokens[t].head;
      if ((head == t || !span.contains(head)) && !story_.tokens[t].is(kIsPunct)) return t;
    }
    return span.end - 1;
  }

  const Annotation& story_;
  const ActorLexicon& lexicon_;
  std::optional<Day> day_;
  NameFinder& out_;
};

}  // namespace

void NameFinder::find(const Annotation& story, const ActorLexicon& lexicon, std::optional<Day> day) {
  Finder(story, lexicon, day, *this).run();
}

}  // namespace annals
