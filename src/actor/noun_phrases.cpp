// Walks the dependency tree once and reads the phrases headed by nouns, names and pronouns.
#include "actor/noun_phrases.h"

#include <algorithm>
#include <array>

#include "actor/folding.h"

namespace annals {
namespace {

constexpr std::array<std::string_view, 5> kDefinite = {"the", "this", "that", "these", "those"};
constexpr std::array<std::string_view, 6> kIndefinite = {"a", "an", "some", "another", "any", "no"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool is_noun(const Token& token) { return token.pos == Pos::NOUN || token.pos == Pos::PROPN; }

bool is_quote(std::string_view text) {
  return text == "''" || text == "``" || text == "\"" || text == "”" || text == "“";
}

bool modifies_noun(Dep dep) {
  return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::nummod || dep == Dep::quantmod ||
         dep == Dep::npadvmod;
}

class PhraseReader {
 public:
  PhraseReader(const Annotation& story, const ActorLexicon& lexicon, const NameFinder& names, TokenSpan dateline,
               NounPhrases& out)
      : story_(story), lexicon_(lexicon), names_(names), dateline_(dateline), out_(out) {}

  void run() {
    out_.phrases.clear();
    for (std::uint32_t t = 0; t < story_.tokens.size(); ++t) {
      if (t != taken_noun_ && t >= taken_until_) read(t);
    }
  }

 private:
  const Token& token(std::uint32_t t) const { return story_.tokens[t]; }
  std::uint32_t name_at(std::uint32_t t) const { return names_.by_token[t]; }

  void read(std::uint32_t t) {
    const Token& tok = token(t);
    if (tok.is(kIsSpace) || tok.is(kIsPunct)) return;
    if (tok.pos == Pos::PRON || tok.tag == Tag::PRP || tok.tag == Tag::PRPS) return read_pronoun(t);
    const std::uint32_t name = name_at(t);
    if (name != kNobody) {
      if (names_.names[name].head == t) read_name(t, name);
      return;
    }
    // A noun that modifies another is part of that one's phrase; an adjective may head one ("the wounded").
    const bool head = is_noun(tok) && (!modifies_noun(tok.dep) || !is_noun(token(tok.head)) || tok.head == t);
    if (tells_time_or_sum(tok.entity)) return;
    const bool counter =
        !head && !modifies_noun(tok.dep) && tok.dep != Dep::det && lexicon_.word_is(story_.lower(t), kCounter);
    if (head || counter || nominal_adjective(t)) return read_description(t);
    if (const TitleWord* group = modifying_group(t); group != nullptr) read_modifying_group(t, *group);
  }

  static bool tells_time_or_sum(EntityType type) {
    return type == EntityType::DATE || type == EntityType::TIME || type == EntityType::MONEY ||
           type == EntityType::PERCENT || type == EntityType::ORDINAL;
  }

  // "the wounded", "the injured": an adjective or participle with an article and no noun.
  bool nominal_adjective(std::uint32_t t) const {
    const Token& tok = token(t);
    if (tok.pos != Pos::ADJ && tok.pos != Pos::NUM) return false;
    return tok.dep == Dep::nsubj || tok.dep == Dep::nsubjpass || tok.dep == Dep::dobj || tok.dep == Dep::pobj;
  }

  // "rebel shelling", "an army base", "police violence": a force or a government before a noun that is not itself
  // someone.
  const TitleWord* modifying_group(std::uint32_t t) {
    const Token& tok = token(t);
    if (!modifies_noun(tok.dep) || tok.head <= t || !is_noun(token(tok.head)) || name_at(tok.head) != kNobody)
      return nullptr;
    bool plural = false;
    const TitleWord* group = look_up({t, t + 1}, plural);
    if (group == nullptr || plural || tok.head - t > 2) return nullptr;
    const bool rebels = group->sector == Sector::REB;
    const bool force = group->sector == Sector::MIL || group->sector == Sector::COP;
    if (!rebels && !(force && group->group) && group->office != Office::of_country) return nullptr;
    // "military aid" and "terrorist attack" tell the kind, "militant attack" who.
    if ((tok.pos == Pos::ADJ && !rebels) || lexicon_.word_is(story_.lower(t), kTellsKind)) return nullptr;
    for (std::uint32_t begin = t; begin <= tok.head; ++begin) {
      if (look_up({begin, tok.head + 1}, plural) != nullptr) return nullptr;  // "police officer"
    }
    return group;
  }

  void read_modifying_group(std::uint32_t t, const TitleWord& group) {
    Phrase phrase{};
    phrase.head = phrase.noun = t;
    phrase.kind = MentionKind::description;
    phrase.words = phrase.title_words = {t, t + 1};
    phrase.title = &group;
    phrase.number = group.group ? Number::singular : Number::plural;
    out_.phrases.push_back(phrase);
  }

  void read_pronoun(std::uint32_t t) {
    Phrase phrase{};
    phrase.words = {t, t + 1};
    phrase.head = phrase.noun = t;
    phrase.kind = MentionKind::pronoun;
    out_.phrases.push_back(phrase);
  }

  void read_name(std::uint32_t t, std::uint32_t name) {
    const NameSpan& span = names_.names[name];
    Phrase phrase{};
    phrase.head = phrase.noun = t;
    phrase.name = name;
    phrase.gender = span.gender;
    if (is_modifier(t)) {
      phrase.kind = MentionKind::modifier;
      phrase.words = span.words;
      out_.phrases.push_back(phrase);
      return;
    }
    phrase.kind = MentionKind::name;
    phrase.words = {std::min(base_left(t), span.words.begin), span.words.end};
    read_determiners(phrase, t);
    read_number(phrase, t);
    read_title_before(phrase, span.words.begin);
    out_.phrases.push_back(phrase);
  }

  // Before a noun, or coordinated with one that is: "Israeli and Palestinian positions".
  bool is_modifier(std::uint32_t t) const {
    const Token& tok = token(t);
    if (dateline_.contains(t) && !dateline_.contains(tok.head)) return false;
    if (tok.dep == Dep::amod) return true;
    // "Kenyan-led forces" are Kenyan, "Iran-backed fighters" are not Iranian.
    const bool joined = tok.head == t + 2 && story_.text(t + 1) == "-" && token(tok.head).dep == Dep::amod;
    if (joined && lexicon_.word_is(story_.lower(tok.head), kBelongs)) return true;
    if (tok.head != t && modifies_noun(tok.dep) && is_noun(token(tok.head))) return true;
    if (tok.dep == Dep::conj && tok.pos == Pos::ADJ && tok.head < t) return is_modifier(tok.head);
    return tok.pos == Pos::ADJ && tok.dep != Dep::poss && !is_argument(tok.dep);
  }

  static bool is_argument(Dep dep) {
    return dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::dobj || dep == Dep::pobj || dep == Dep::conj ||
           dep == Dep::agent || dep == Dep::dative || dep == Dep::ROOT || dep == Dep::attr || dep == Dep::appos;
  }

  void read_description(std::uint32_t t) {
    Phrase phrase{};
    phrase.head = t;
    phrase.noun = past_counter(t, phrase);
    if (held_as(t)) phrase.noun = t - 1;
    phrase.kind = MentionKind::description;
    phrase.words = {base_left(t), phrase.noun + 1};
    read_determiners(phrase, t);
    if (phrase.noun != t) read_determiners(phrase, phrase.noun);
    read_title(phrase);
    taken_until_ = phrase.words.end;  // "state" of "secretary of state"
    if (phrase.noun != t) {
      const std::uint32_t article = child_with(story_, phrase.noun, Dep::det);
      const bool whole = article != kNobody && one_of(story_.lower(article), kDefinite);
      taken_noun_ = whole ? kNobody : phrase.noun;  // "most of the peacekeepers" names these too
      taken_until_ = 0;
    }
    read_number(phrase, phrase.noun);
    if (phrase.noun != t && story_.lower(t) == "one") phrase.number = Number::singular;
    out_.phrases.push_back(phrase);
  }

  // "held reporters hostage" is about reporters.
  bool held_as(std::uint32_t t) const {
    const auto lower = story_.lower(t);
    if (t == 0 || (lower != "hostage" && lower != "captive" && lower != "prisoner")) return false;
    return token(t).tag == Tag::NN && token(t - 1).tag == Tag::NNS && token(t - 1).head == t;
  }

  // "dozens of agents" is about agents. The head stays "dozens".
  std::uint32_t past_counter(std::uint32_t t, Phrase& phrase) const {
    std::uint32_t noun = t;
    for (int depth = 0; depth < 3 && lexicon_.word_is(story_.lower(noun), kCounter); ++depth) {
      const std::uint32_t of = child_with(story_, noun, Dep::prep);
      if (of == kNobody || story_.lower(of) != "of") break;
      const std::uint32_t object = child_with(story_, of, Dep::pobj);
      if (object == kNobody || !is_noun(token(object)) || name_at(object) != kNobody) break;
      noun = object;
      phrase.counted = true;
    }
    return noun;
  }

  // The first token of the phrase left of its head: articles, adjectives, numbers, compounds, possessors.
  std::uint32_t base_left(std::uint32_t t) const {
    std::uint32_t left = t;
    for (const std::uint32_t child : story_.children(t)) {
      if (child >= t) break;
      const Dep dep = token(child).dep;
      const bool inside = modifies_noun(dep) || dep == Dep::det || dep == Dep::poss || dep == Dep::predet ||
                          dep == Dep::advmod || dep == Dep::nmod;
      if (inside) left = std::min(left, token(child).left_edge);
    }
    for (std::uint32_t i = left; i < t; ++i) {
      // A heading or a quotation that the parser has run together with the text.
      if (token(i).is(kIsSpace) || is_quote(story_.text(i))) left = i + 1;
    }
    if (t >= dateline_.end) left = std::max(left, dateline_.end);
    while (left < t && token(left).is(kIsPunct)) ++left;
    return left;
  }

  void read_determiners(Phrase& phrase, std::uint32_t t) const {
    for (const std::uint32_t child : story_.children(t)) {
      const Token& tok = token(child);
      const auto lower = story_.lower(child);
      if (tok.dep == Dep::det) {
        if (one_of(lower, kDefinite)) phrase.definite = true;
        if (one_of(lower, kIndefinite)) phrase.indefinite = true;
      } else if (tok.dep == Dep::poss) {
        phrase.owner = child;
        phrase.definite = true;
      } else if (tok.dep == Dep::nummod || tok.tag == Tag::CD) {
        if (child < t) phrase.counted = true;
      } else if (child < t && lexicon_.word_is(lower, kFormer)) {
        phrase.former = true;
      }
    }
  }

  void read_number(Phrase& phrase, std::uint32_t t) const {
    const Token& tok = token(t);
    if (phrase.number != Number::unknown) return;
    if (tok.tag == Tag::NNS || tok.tag == Tag::NNPS)
      phrase.number = Number::plural;
    else if (tok.tag == Tag::NN || tok.tag == Tag::NNP)
      phrase.number = Number::singular;
  }

  const TitleWord* look_up(TokenSpan span, bool& plural) {
    out_.folded.clear();
    append_folded(out_.folded, story_.text(span));
    return lexicon_.title(fold_key(out_.folded), plural);
  }

  // The longest title that ends at the noun or at the end of its "of" phrase: "foreign minister", "secretary of state".
  void read_title(Phrase& phrase) {
    const std::uint32_t noun = phrase.noun;
    const auto n = static_cast<std::uint32_t>(story_.tokens.size());
    bool plural = false;
    for (const std::uint32_t extra : {3U, 2U, 0U}) {
      const std::uint32_t end = noun + 1 + extra;
      if (end > n || token(end - 1).sentence != token(noun).sentence) continue;
      if (extra > 0 && (token(noun + 1).pos != Pos::ADP || !is_noun(token(end - 1)))) continue;
      const std::uint32_t left = std::max(phrase.words.begin, noun > 3 ? noun - 3 : 0);
      for (std::uint32_t begin = std::min(left, noun); begin <= noun; ++begin) {
        if (token(begin).is(kIsPunct) || token(begin).is(kIsSpace)) continue;
        const TitleWord* title = look_up({begin, end}, plural);
        if (title == nullptr) continue;
        phrase.title = title;
        phrase.title_words = {begin, end};
        phrase.words.end = std::max(phrase.words.end, end);
        phrase.gender = title->gender;
        if (plural) phrase.number = Number::plural;
        return;
      }
    }
  }

  // "US Secretary of State Madeleine Albright": the longest title that ends where the name begins.
  void read_title_before(Phrase& phrase, std::uint32_t name_begin) {
    std::uint32_t end = name_begin;
    while (end > phrase.words.begin && (token(end - 1).is(kIsPunct) || is_honorific(end - 1))) --end;
    const std::uint32_t sentence = story_.sentences[token(name_begin).sentence].begin;
    const std::uint32_t left = std::max(sentence, end > 6 ? end - 6 : 0);
    bool plural = false;
    for (std::uint32_t begin = left; begin < end; ++begin) {
      if (token(begin).is(kIsPunct) || token(begin).is(kIsSpace)) continue;
      const TitleWord* title = look_up({begin, end}, plural);
      if (title == nullptr || plural) continue;
      phrase.title = title;
      phrase.title_words = {begin, end};
      phrase.words.begin = std::min(phrase.words.begin, begin);
      if (phrase.gender == Gender::unknown) phrase.gender = title->gender;
      if (begin > 0 && lexicon_.word_is(story_.lower(begin - 1), kFormer)) phrase.former = true;
      return;
    }
  }

  bool is_honorific(std::uint32_t t) {
    out_.folded.clear();
    append_folded(out_.folded, story_.text(t));
    bool plural = false;
    const auto key = fold_key(out_.folded);
    return lexicon_.honorific(key).has_value() && lexicon_.title(key, plural) == nullptr;
  }

  const Annotation& story_;
  const ActorLexicon& lexicon_;
  const NameFinder& names_;
  TokenSpan dateline_;  // "NAIROBI, Kenya (AP) -": no part of the sentence after it
  NounPhrases& out_;
  std::uint32_t taken_noun_ = kNobody;  // a noun that a counter's phrase has read
  std::uint32_t taken_until_ = 0;       // the end of a phrase whose title reaches past its head
};

}  // namespace

std::uint32_t child_with(const Annotation& story, std::uint32_t token, Dep dep) {
  for (const std::uint32_t child : story.children(token)) {
    if (story.tokens[child].dep == dep) return child;
  }
  return kNobody;
}

void NounPhrases::read(const Annotation& story, const ActorLexicon& lexicon, const NameFinder& names,
                       TokenSpan dateline) {
  PhraseReader(story, lexicon, names, dateline, *this).run();
}

}  // namespace annals
