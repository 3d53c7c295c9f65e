// Search for place names: the engine's entities first, then whatever else the gazetteer knows, longest name first.
#include "place/place_mentions.h"

#include <algorithm>

#include "place/name_key.h"

namespace annals {
namespace {

constexpr std::uint32_t kLongestName = 9;  // tokens, hyphens and the like counted

bool starts_capital(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  // Beyond ASCII any letter will do, small ones too: what is no name is not in the gazetteer. Lead bytes C3 to D4 are
  // Latin, Greek and Cyrillic letters, E1 has more Latin ones.
  return (first >= 'A' && first <= 'Z') || (first >= 0xC3 && first <= 0xD4) || first == 0xE1;
}

bool may_be_abbreviation(std::string_view text) {
  int capitals = 0;
  for (const char c : text) {
    if (c == '.') return true;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals >= 2;
}

bool is_hyphen(std::string_view text) { return text == "-" || text == "–" || text == "‑"; }

class MentionFinder {
 public:
  MentionFinder(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words, PlaceWorkspace& work)
      : story_(story), gazetteer_(gazetteer), words_(words), work_(work) {}

  void run() {
    const auto size = static_cast<std::uint32_t>(story_.tokens.size());
    for (std::uint32_t i = 0; i < size;) {
      const std::uint32_t entity = work_.entity_of[i];
      const bool first = entity != kNone && trimmed(story_.entities[entity]).begin == i;
      std::uint32_t next = i;
      if (first) next = entity_mention(entity);
      if (next == i) next = free_mention(i);
      i = std::max(next, i + 1);
    }
  }

 private:
  struct Match {
    std::uint32_t end = 0;  // token after the name; 0 for none
    std::span<const NamePosting> meanings;
    std::uint64_t key = 0;
  };

  // The entity without a leading "the" and a closing "'s".
  TokenSpan trimmed(const Entity& entity) const {
    TokenSpan span = entity.tokens;
    const auto droppable = [&](std::uint32_t i) {
      return story_.lower(i) == "the" || story_.tokens[i].is(kIsSpace) || story_.tokens[i].is(kIsPunct);
    };
    while (span.size() > 1 && droppable(span.begin)) ++span.begin;
    while (span.size() > 1) {
      const std::uint32_t last = span.end - 1;
      if (story_.tokens[last].tag != Tag::POS && !droppable(last)) break;
      --span.end;
    }
    return span;
  }

  Match look_up(TokenSpan span) {
    const std::string_view text = story_.text(span);
    if (may_be_abbreviation(text)) {
      const std::uint64_t key = exact_key(text);
      if (const auto meanings = gazetteer_.find(key); !meanings.empty()) return {span.end, meanings, key};
    }
    work_.folder.clear();
    work_.folder.add(text);
    const std::uint64_t key = work_.folder.key();
    if (const auto meanings = gazetteer_.find(key); !meanings.empty()) return {span.end, meanings, key};
    return {};
  }

  // The longest known name that begins at `begin` and ends at `limit` at the latest.
  Match longest(std::uint32_t begin, std::uint32_t limit) {
    Match best;
    limit = std::min({limit, begin + kLongestName, static_cast<std::uint32_t>(story_.tokens.size())});
    work_.folder.clear();
    for (std::uint32_t i = begin; i < limit; ++i) {
      const Token& token = story_.tokens[i];
      const std::string_view text = story_.text(token);
      const bool capital = starts_capital(text);
      const bool links = i > begin && (is_hyphen(text) || text == "," || words_.is(story_.lower(token), kLinkWord));
      const bool digits = i > begin && token.is(kIsDigit);
      const bool article = i == begin && !capital;  // the caller has seen to it that it is one
      const bool tail = i > begin && words_.is(story_.lower(token), kTypeWord);  // "Jenin refugee camp"
      if (!capital && !links && !digits && !article && !tail) break;
      work_.folder.add(text);
      if (capital || digits || tail) {
        if (i == begin && i + 1 < story_.tokens.size() && !token.space_after && story_.text(i + 1) == ".") {
          const std::uint64_t key = exact_key(story_.text(TokenSpan{begin, i + 2}));  // "Ont" and "." as two tokens
          if (const auto meanings = gazetteer_.find(key); !meanings.empty()) return {i + 2, meanings, key};
        }
        if (i < begin + 2 && may_be_abbreviation(text)) {
          const std::uint64_t key = exact_key(story_.text(TokenSpan{begin, i + 1}));
          if (const auto meanings = gazetteer_.find(key); !meanings.empty()) best = {i + 1, meanings, key};
        }
        if (best.end != i + 1) {
          const std::uint64_t key = work_.folder.key();
          if (const auto meanings = gazetteer_.find(key); !meanings.empty()) best = {i + 1, meanings, key};
        }
      }
      if (token.space_after) work_.folder.add_space();
      if (i + 1 < limit && story_.tokens[i + 1].sentence != token.sentence && text != ".") break;
    }
    return best;
  }

  // A mention begins at an entity's first word. Returns the token after it, or where it began if there is none.
  std::uint32_t entity_mention(std::uint32_t index) {
    const Entity& entity = story_.entities[index];
    const TokenSpan span = trimmed(entity);
    const bool placelike =
        entity.type == EntityType::GPE || entity.type == EntityType::LOC || entity.type == EntityType::FAC;
    const bool facility = (entity.type == EntityType::FAC || entity.type == EntityType::ORG) && is_facility(span);
    if (!placelike && !facility) return span.begin;
    if (const Match whole = look_up(span); whole.end != 0 && !merely_describes(span, whole)) {
      const Match longer = longest(span.begin, span.end + kLongestName);
      if (longer.end <= span.end) return add(span, whole, index, Cover::whole);
      return add({span.begin, longer.end}, longer, index, Cover::whole);
    }

    TokenSpan name = span;
    while (name.size() > 1 && words_.is(story_.lower(name.begin), kDirectionWord)) ++name.begin;
    TokenSpan core = name;
    const PlaceKind wanted = core.size() > 1 ? strip_type(core) : PlaceKind::none;
    if (core != span) {
      if (const Match match = look_up(core); match.end != 0) {
        const bool type_is_named = starts_capital(story_.text(name.end - 1)) && starts_capital(story_.text(name.begin));
        add(type_is_named ? name : core, match, index, Cover::whole);
        work_.mentions.back().wanted = wanted;
        return span.end;
      }
    }
    if (facility || entity.type == EntityType::FAC) return add_unknown(span, index, true);
    const Match inner = longest(span.begin, span.end + 3);
    if (inner.end != 0 && !merely_describes({span.begin, inner.end}, inner))
      return add({span.begin, inner.end}, inner, index, Cover::start);
    return add_unknown(span, index, false);
  }

  // Takes a word such as "province" off a name and says what it asks for.
  PlaceKind strip_type(TokenSpan& core) {
    const PlaceWords::Entry last = words_.find(story_.lower(core.end - 1));
    if ((last.classes & kTypeWord) != 0) {
      --core.end;
      return last.kind;
    }
    const PlaceWords::Entry first = words_.find(story_.lower(core.begin));
    if ((first.classes & kTypeWord) == 0) return PlaceKind::none;
    ++core.begin;
    if (core.size() > 1 && story_.lower(core.begin) == "of") ++core.begin;
    return first.kind;
  }

  bool is_facility(TokenSpan span) const {
    if (span.size() < 2) return false;
    if (words_.is(story_.lower(span.end - 1), kFacilityWord)) return true;
    return words_.is(story_.lower(span.begin), kFacilityWord) && span.size() > 2 &&
           story_.lower(span.begin + 1) == "of";
  }

  // A name that the gazetteer knows, wherever it stands.
  std::uint32_t free_mention(std::uint32_t begin) {
    const Token& token = story_.tokens[begin];
    const std::string_view text = story_.text(token);
    const auto size = static_cast<std::uint32_t>(story_.tokens.size());
    if (story_.lower(token) == "the") return begin;  // a name begins after it, as "US" does in "The US"
    if (!starts_capital(text)) {
      const bool article = begin + 2 < size && is_hyphen(story_.text(begin + 1)) &&
                           words_.is(story_.lower(token), kArticleWord) && starts_capital(story_.text(begin + 2));
      if (!article) return begin;
    }
    const Match match = longest(begin, size);
    if (match.end == 0) return hyphenated(begin);
    if (merely_describes({begin, match.end}, match)) return begin;
    const std::uint32_t entity = work_.entity_of[begin];
    return add({begin, match.end}, match, entity, cover_of({begin, match.end}, entity));
  }

  // "Town Hall", "Centre", "Western": each names a town or province somewhere, but here only describes; unless the
  // lexicon knows it ("West Coast"), or a word after it says that it is one ("Western Province").
  bool merely_describes(TokenSpan span, const Match& match) const {
    constexpr int kDescribing = kDirectionWord | kTypeWord | kFacilityWord;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const std::uint8_t classes = words_.find(story_.lower(i)).classes;
      if ((classes & (kDescribing | kLinkWord)) == 0 && !is_hyphen(story_.text(i))) return false;
    }
    for (const NamePosting p : match.meanings) {
      if (p.use() == NameUse::curated || p.use() == NameUse::abbreviation) return false;
    }
    if (span.size() != 1 || span.end == story_.tokens.size() || work_.entity_of[span.begin] == kNone) return true;
    const EntityType type = story_.entities[work_.entity_of[span.begin]].type;
    const bool placelike = type == EntityType::GPE || type == EntityType::LOC;
    return !placelike || !words_.is(story_.lower(span.end), kTypeWord);
  }

  Cover cover_of(TokenSpan span, std::uint32_t entity) const {
    if (entity == kNone) return Cover::none;
    const TokenSpan whole = trimmed(story_.entities[entity]);
    if (span.begin != whole.begin) return Cover::inside;
    return span.end >= whole.end ? Cover::whole : Cover::start;
  }

  // "U.S.-led", "Moscow-backed": one token whose first part is a name.
  std::uint32_t hyphenated(std::uint32_t token) {
    const std::string_view text = story_.text(token);
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2) return token;
    const std::string_view part = text.substr(0, hyphen);
    std::uint64_t key = may_be_abbreviation(part) ? exact_key(part) : 0;
    auto meanings = gazetteer_.find(key);
    if (meanings.empty()) meanings = gazetteer_.find(key = name_key(part));
    if (meanings.empty()) return token;
    add({token, token + 1}, {token + 1, meanings, key}, work_.entity_of[token], Cover::none);
    ByteSpan& bytes = work_.mentions.back().bytes;
    bytes.end = bytes.begin + static_cast<std::uint32_t>(hyphen);
    return token + 1;
  }

  std::uint32_t add(TokenSpan span, const Match& match, std::uint32_t entity, Cover cover) {
    PlaceMention mention;
    mention.tokens = span;
    mention.bytes = {story_.tokens[span.begin].bytes.begin, story_.tokens[span.end - 1].bytes.end};
    mention.meanings = match.meanings;
    mention.key = match.key;
    mention.entity = entity;
    mention.cover = cover;
    mention.demonym = std::all_of(match.meanings.begin(), match.meanings.end(),
                                  [](NamePosting p) {
                                    return p.use() == NameUse::adjective || p.use() == NameUse::national ||
                                           p.use() == NameUse::alternate;
                                  }) &&
                      std::any_of(match.meanings.begin(), match.meanings.end(), [](NamePosting p) {
                        return p.use() == NameUse::adjective || p.use() == NameUse::national;
                      });
    const bool adjectival = std::any_of(match.meanings.begin(), match.meanings.end(),
                                        [](NamePosting p) { return p.use() == NameUse::adjective; });
    if (!adjectival) mention.wanted = wanted_by_neighbour(span);
    work_.mentions.push_back(mention);
    return span.end;
  }

  // "Anbar province", "Lake Chad". A small "town" or "state" after a name speaks of something in the place more often
  // ("Kansas town", "Houston city council").
  PlaceKind wanted_by_neighbour(TokenSpan span) const {
    if (span.end < story_.tokens.size()) {
      const PlaceWords::Entry next = words_.find(story_.lower(span.end));
      const bool vague =
          next.kind == PlaceKind::city || next.kind == PlaceKind::region || next.kind == PlaceKind::country;
      const bool named = starts_capital(story_.text(span.end));
      if ((next.classes & kTypeWord) != 0 && (named || !vague)) return next.kind;
    }
    if (span.begin > 0 && starts_capital(story_.text(span.begin - 1))) {
      const PlaceWords::Entry previous = words_.find(story_.lower(span.begin - 1));
      if ((previous.classes & kTypeWord) != 0) return previous.kind;
    }
    return PlaceKind::none;
  }

  std::uint32_t add_unknown(TokenSpan span, std::uint32_t entity, bool facility) {
    PlaceMention mention;
    mention.tokens = span;
    mention.bytes = {story_.tokens[span.begin].bytes.begin, story_.tokens[span.end - 1].bytes.end};
    mention.entity = entity;
    mention.cover = Cover::whole;
    mention.facility = facility;
    work_.folder.clear();
    work_.folder.add(story_.text(span));
    mention.key = work_.folder.key();
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (!starts_capital(story_.text(i))) continue;
      const Match inner = longest(i, span.end);
      if (inner.end == 0 || merely_describes({i, inner.end}, inner)) continue;
      mention.anchor_key = inner.key;
      mention.anchor_meanings = inner.meanings;
      break;
    }
    work_.mentions.push_back(mention);
    return span.end;
  }

  const Annotation& story_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  PlaceWorkspace& work_;
};

}  // namespace

void find_place_mentions(const Annotation& story, const Gazetteer& gazetteer, const PlaceWords& words,
                         PlaceWorkspace& work) {
  work.mentions.clear();
  work.entity_of.assign(story.tokens.size(), kNone);
  for (std::uint32_t e = 0; e < story.entities.size(); ++e) {
    const TokenSpan span = story.entities[e].tokens;
    std::fill(work.entity_of.begin() + span.begin, work.entity_of.begin() + span.end, e);
  }
  MentionFinder(story, gazetteer, words, work).run();
}

bool suits(PlaceKind kind, PlaceKind wanted) {
  const auto is_town = [](PlaceKind k) {
    return k == PlaceKind::city || k == PlaceKind::capital || k == PlaceKind::town || k == PlaceKind::district;
  };
  const auto is_land = [](PlaceKind k) {
    return k == PlaceKind::region || k == PlaceKind::admin1 || k == PlaceKind::admin2 || k == PlaceKind::territory ||
           k == PlaceKind::island;
  };
  if (kind == wanted) return true;
  if (is_town(wanted)) return is_town(kind);
  if (wanted == PlaceKind::admin1 || wanted == PlaceKind::admin2) {
    return kind == PlaceKind::admin1 || kind == PlaceKind::admin2 || kind == PlaceKind::territory;
  }
  return wanted == PlaceKind::region && is_land(kind);
}

}  // namespace annals
